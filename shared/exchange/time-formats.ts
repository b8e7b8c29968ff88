import { hasAny, type ColumnRole, type TableFormat } from './format';

const role = (name: string, label: string, ...headers: string[]): ColumnRole => ({ role: name, label, headers });

/** Sums that name their currency in the header: `Billable Rate (USD)`. */
const CODES = [
  'usd',
  'eur',
  'gbp',
  'chf',
  'sek',
  'nok',
  'dkk',
  'pln',
  'czk',
  'cad',
  'aud',
  'nzd',
  'jpy',
  'mxn',
  'brl',
  'inr',
  'zar',
  'sgd',
];
const inAnyCurrency = (...names: string[]): string[] => names.flatMap((name) => [name, ...CODES.map((code) => `${name} ${code}`)]);

const client = role('client', 'Client', 'client', 'kunde', 'client name', 'cliente', 'klant');
const project = role('project', 'Project', 'project', 'projekt', 'projet', 'proyecto', 'projeto');
const task = role('task', 'Task', 'task', 'aufgabe', 'tâche', 'tarea', 'taak', 'tarefa');
const email = role('email', 'E-mail', 'email', 'e mail');
const currency = role('currency', 'Currency', 'currency', 'währung', 'devise', 'moneda');

const HARVEST_ROLES: readonly ColumnRole[] = [
  role('date', 'Day', 'date', 'datum', 'fecha', 'data'),
  client,
  project,
  role('projectCode', 'Project code', 'project code'),
  task,
  role('note', 'Notes', 'notes', 'notizen', 'notas'),
  role('hours', 'Hours', 'hours', 'stunden', 'heures', 'horas', 'uren', 'hours rounded'),
  role('billable', 'Billable', 'billable', 'abrechenbar', 'facturable'),
  role('approved', 'Approved', 'approved'),
  role('firstName', 'First name', 'first name', 'vorname'),
  role('lastName', 'Last name', 'last name', 'nachname'),
  role('person', 'Person', 'person', 'full name'),
  email,
  role('billRate', 'Bill rate', ...inAnyCurrency('billable rate')),
  role('billAmount', 'Bill amount', ...inAnyCurrency('billable amount')),
  role('costRate', 'Cost rate', ...inAnyCurrency('cost rate')),
  role('costAmount', 'Cost', ...inAnyCurrency('cost amount')),
  currency,
];

const TOGGL_ROLES: readonly ColumnRole[] = [
  role('person', 'Person', 'user', 'member', 'benutzer', 'utilisateur', 'usuario'),
  email,
  client,
  project,
  task,
  role('note', 'Description', 'description', 'beschreibung', 'descripción'),
  role('billable', 'Billable', 'billable', 'abrechenbar', 'facturable'),
  role('date', 'Day', 'start date', 'startdatum', 'date de début', 'fecha de inicio'),
  role('start', 'Began', 'start time', 'startzeit', 'heure de début', 'hora de inicio'),
  role('hours', 'Duration', 'duration', 'dauer', 'durée', 'duración'),
  role('billAmount', 'Bill amount', ...inAnyCurrency('amount')),
  role('costAmount', 'Cost', ...inAnyCurrency('labor cost', 'cost')),
  currency,
];

const CLOCKIFY_ROLES: readonly ColumnRole[] = [
  project,
  client,
  role('note', 'Description', 'description', 'beschreibung', 'descripción'),
  task,
  role('person', 'Person', 'user', 'benutzer', 'utilisateur', 'usuario'),
  email,
  role('billable', 'Billable', 'billable', 'abrechenbar', 'facturable'),
  role('date', 'Day', 'start date', 'date', 'startdatum'),
  role('start', 'Began', 'start time', 'startzeit'),
  role('hours', 'Duration', 'duration decimal', 'duration h', 'duration', 'dauer dezimal', 'dauer h', 'time decimal', 'time h'),
  role('billRate', 'Bill rate', ...inAnyCurrency('billable rate', 'hourly rate')),
  role('billAmount', 'Bill amount', ...inAnyCurrency('billable amount', 'amount')),
  role('costRate', 'Cost rate', ...inAnyCurrency('cost rate')),
  role('costAmount', 'Cost', ...inAnyCurrency('cost amount')),
  currency,
];

const format = (system: string, systemLabel: string, roles: readonly ColumnRole[], recognises: TableFormat['recognises']): TableFormat => ({
  source: `${system}-time`,
  system,
  label: `${systemLabel} time`,
  systemLabel,
  type: 'timeEntry',
  roles,
  dates: ['date'],
  numbers: ['billRate', 'billAmount', 'costRate', 'costAmount'],
  ownersAre: ['consultant'],
  recognises,
});

const headersOf = (roles: readonly ColumnRole[], name: string): readonly string[] => roles.find((one) => one.role === name)?.headers ?? [];
const has = (roles: readonly ColumnRole[], names: ReadonlySet<string>, ...wanted: string[]): boolean =>
  wanted.every((name) => hasAny(names, ...headersOf(roles, name)));

/** Detailed reports of the three; the summaries have no day, so no entry can be made of them. */
export const TIME_FORMATS: readonly TableFormat[] = [
  format('harvest', 'Harvest', HARVEST_ROLES, (names) => has(HARVEST_ROLES, names, 'date', 'client', 'project', 'task', 'hours')),
  format(
    'clockify',
    'Clockify',
    CLOCKIFY_ROLES,
    (names) =>
      has(CLOCKIFY_ROLES, names, 'project', 'person', 'date') &&
      hasAny(names, 'duration decimal', 'duration h', 'dauer dezimal', 'dauer h', 'time decimal', 'time h'),
  ),
  format('toggl', 'Toggl Track', TOGGL_ROLES, (names) => has(TOGGL_ROLES, names, 'person', 'project', 'date', 'hours')),
];
