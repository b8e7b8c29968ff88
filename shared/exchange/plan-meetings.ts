import type { RecordId } from '../ledger/entry';
import type { Moment } from '../records/registry';
import { sameValue } from '../records/write';
import { sha256Hex } from '../ledger/hash';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { derivedId } from '../values/id';
import { meetingsOf, type Calendar, type Meeting, type UnreadEvent } from './calendar';
import { problem } from './draft';
import { rowKey, type FilePlan, type ImportChoices, type PlannedRow } from './import-plan';
import { mailboxText, type Mail } from './mail';
import { own } from './own';
import { BACK } from './plan-table';
import { suggestDeal } from './suggest-deal';
import { importedRowId } from './targets';
import { withinLimit } from './text-limit';
import { t } from '../values/texts';

const SOURCE = 'calendar';
const DAY = 86_400_000;
/** How long back the meetings of a series come in. */
const DAYS_BACK = 730;

/** What a meeting is remembered under: its UID, and which one of its series it is. */
const keyOf = ({ uid, occurrence }: Meeting): string => (occurrence === undefined ? uid : `${uid} ${occurrence}`);

/** The words and times of a meeting. Who comes is not among them: that may still be put right. */
const digestOf = ({ at, until, subject, place, text }: Meeting): string =>
  sha256Hex(JSON.stringify([at, until, subject, place, text])).slice(0, 16);

interface Inputs {
  readonly records: Records;
  readonly choices: ImportChoices;
  readonly today: string;
}

/** What happens to every meeting of a calendar file: those that have been become moments, as evidence that never changes. */
export function planCalendar(file: string, calendar: Calendar, inputs: Inputs): readonly PlannedRow[] {
  const now = Date.parse(`${inputs.today}T00:00:00.000Z`) + DAY;
  const { meetings, unread } = meetingsOf(calendar, { from: now - DAYS_BACK * DAY, to: now });
  const seen = new Set<string>();
  const rows = meetings.map((meeting) => {
    const key = keyOf(meeting);
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? skipped(meeting, t('The same meeting stands in this file already.')) : planMeeting(file, meeting, now, inputs);
  });
  return [...rows, ...unread.map(refused)].toSorted((a, b) => a.line - b.line);
}

const bare = (meeting: Meeting) => ({
  line: meeting.line,
  ...(meeting.occurrence === undefined ? {} : { part: meeting.occurrence.slice(0, 16) }),
  type: 'moment' as const,
  title: meeting.subject || '(no subject)',
  changes: [],
  conflicts: [],
  problems: [],
  notes: [],
});

const skipped = (meeting: Meeting, note: string): PlannedRow => ({ ...bare(meeting), action: 'skip', notes: [note] });

const refused = ({ line, title, reason }: UnreadEvent): PlannedRow => ({
  line,
  type: 'moment',
  title: title || '(no subject)',
  action: 'problem',
  changes: [],
  conflicts: [],
  notes: [],
  problems: [problem(line, reason, 'row left out')],
});

/** Why a meeting stays out though it can be read. */
function reasonToSkip(file: string, meeting: Meeting, now: number, { choices }: Inputs): string | undefined {
  const { line } = meeting;
  const isOut = [rowKey(file, { line }), rowKey(file, bare(meeting))].some((key) => choices.leaveOut.includes(key));
  if (isOut) return t('Left out by choice.');
  if (meeting.isPrivate) return t('Private in the calendar, so it stays there.');
  if (meeting.attendees.length === 0) return t('Nobody else takes part: a note in a calendar, not a meeting.');
  if (Date.parse(meeting.at) >= now) return t('Still to come. It comes in with an import after it has been.');
  return undefined;
}

function planMeeting(file: string, meeting: Meeting, now: number, inputs: Inputs): PlannedRow {
  const { records, choices } = inputs;
  const key = keyOf(meeting);
  const first = knownAs(key, records);
  if (meeting.isCancelled) return cancelled(meeting, first);
  const reason = reasonToSkip(file, meeting, now, inputs);
  if (reason !== undefined) return skipped(meeting, reason);
  const digest = digestOf(meeting);
  const isSame = first === undefined || first.digest === digest;
  const identity = isSame ? key : `${key} ${digest}`;
  const known = isSame ? first : knownAs(identity, records);
  const record = known?.moment.id ?? derivedId('moment', SOURCE, identity);
  const chosen = own(choices.deals, rowKey(file, bare(meeting))) || undefined;
  const people = peopleOf(meeting, records);
  const pseudo = asMail(meeting);
  const filing = { thread: pseudo.messageId ?? key, suggestions: suggestDeal(pseudo, records) };
  if (known && !known.undone) return hereAlready(meeting, known, chosen, people, filing);
  const deal = chosen ?? (isSame ? undefined : first?.moment.deal);
  const { values, problems } = valuesOf(meeting, deal, people, inputs);
  const variant = isSame
    ? []
    : [
        problem(
          meeting.line,
          t('This meeting is here already with other words or another time. Both are kept: evidence does not change.'),
          'check',
        ),
      ];
  const imported = { id: importedRowId(SOURCE, identity), source: SOURCE, externalId: identity, brought: { digest, ...people } };
  const written = known?.undone ? { deal: deal ?? null, ...people, ...BACK } : values;
  return { ...bare(meeting), record, action: 'create', problems: [...variant, ...problems], write: { values: written, imported }, filing };
}

interface Known {
  readonly moment: Moment;
  readonly digest: unknown;
  readonly brought: Readonly<Record<string, unknown>>;
  /** Put away with the import that made it. */
  readonly undone: boolean;
}

function knownAs(identity: string, records: Records): Known | undefined {
  const row = records.get('importedRow', importedRowId(SOURCE, identity));
  const moment = row?.target === undefined ? undefined : records.get('moment', row.target);
  if (!row || !moment) return undefined;
  const brought = (row.brought ?? {}) as Readonly<Record<string, unknown>>;
  return { moment, brought, digest: brought['digest'], undone: moment.archived === true && row.archived === true };
}

function cancelled(meeting: Meeting, known: Known | undefined): PlannedRow {
  if (known === undefined || known.undone || known.moment.archived) return skipped(meeting, t('Cancelled in the calendar.'));
  const reason = t('Cancelled in the calendar since. It is evidence here and stays as it was imported.');
  return { ...bare(meeting), record: known.moment.id, action: 'skip', problems: [problem(meeting.line, reason, 'check')] };
}

type People = { readonly contacts: readonly RecordId[]; readonly people: readonly RecordId[] };

/** Who of a meeting we know, by address. */
function peopleOf({ organizer, attendees }: Meeting, records: Records): People {
  const addresses = new Set([...(organizer ? [organizer] : []), ...attendees].map(({ address }) => address));
  const known = (all: readonly { readonly id: RecordId; readonly email?: string | undefined }[]) =>
    all.filter(({ email }) => email !== undefined && addresses.has(email.toLowerCase())).map(({ id }) => id);
  return { contacts: known(records.all('contact')), people: known(records.all('person')) };
}

/** Its words stay. Who of ours it names can grow as people become known, and where it is filed may be said later. */
function hereAlready(
  meeting: Meeting,
  { moment, brought }: Known,
  deal: string | undefined,
  people: People,
  filing: PlannedRow['filing'],
): PlannedRow {
  const row = { ...bare(meeting), record: moment.id, ...(filing ? { filing } : {}) };
  if (moment.archived) return { ...row, action: 'skip', notes: [t('This meeting is archived here; it stays so.')] };
  const joined = (field: 'contacts' | 'people') => {
    const before = new Set([...((brought[field] as readonly string[] | undefined) ?? []), ...moment[field]]);
    const added = people[field].filter((id) => !before.has(id));
    return added.length === 0
      ? []
      : [{ field, label: field === 'contacts' ? 'Contacts' : 'People', was: moment[field], becomes: [...moment[field], ...added] }];
  };
  const filed = deal === undefined || moment.deal !== undefined ? [] : [{ field: 'deal', label: 'Deal', was: null, becomes: deal }];
  const changes = [...filed, ...joined('contacts'), ...joined('people')];
  const now = { ...brought, ...people };
  if (changes.length === 0) return { ...row, action: 'skip', notes: [t('This meeting is here already.')] };
  const values = Object.fromEntries(changes.map(({ field, becomes }) => [field, becomes]));
  const identity = keyOf(meeting);
  const imported = { id: importedRowId(SOURCE, identity), source: SOURCE, externalId: identity, brought: now };
  return {
    ...row,
    action: 'update',
    changes,
    write: { values, ...(sameValue(now, brought) || moment.id !== derivedId('moment', SOURCE, identity) ? {} : { imported }) },
  };
}

function valuesOf(meeting: Meeting, deal: string | undefined, people: People, { records }: Inputs) {
  const { text, cut } = withinLimit(
    [meeting.place && `Place: ${meeting.place}`, meeting.until && `Until: ${meeting.until}`, meeting.text].filter(Boolean).join('\n'),
  );
  const accounts = [...new Set(people.contacts.flatMap((id) => records.get('contact', id as Id<'contact'>)?.account ?? []))];
  const account = records.get('deal', deal)?.account ?? (accounts.length === 1 ? accounts[0] : undefined);
  const values = {
    kind: 'meeting',
    at: meeting.at,
    ...(meeting.organizer ? { from: mailboxText(meeting.organizer) } : {}),
    to: meeting.attendees.map(mailboxText).join(', ').slice(0, 4000),
    ...(meeting.subject ? { subject: meeting.subject } : {}),
    ...(text ? { body: text } : {}),
    messageId: `calendar:${meeting.uid}`,
    thread: `calendar:${meeting.uid}`,
    ...(deal === undefined ? {} : { deal }),
    ...(account === undefined ? {} : { account }),
    ...(people.contacts.length > 0 ? { contacts: people.contacts } : {}),
    ...(people.people.length > 0 ? { people: people.people } : {}),
  };
  const reasons = [...meeting.problems, ...(cut ? [t('The text is longer than an entry can hold; its end stays in the calendar.')] : [])];
  return { values, problems: reasons.map((reason) => problem(meeting.line, reason, 'check')) };
}

/** A meeting suggests its deal by its people as a message does. */
const asMail = ({ uid, subject, organizer, attendees, at }: Meeting): Mail => ({
  name: uid,
  format: 'eml',
  sha: uid,
  messageId: `calendar:${uid}`,
  references: [`calendar:${uid}`],
  subject,
  from: organizer ? [organizer] : [],
  to: attendees,
  cc: [],
  at,
  text: '',
  attachments: [],
  problems: [],
});

/** The rows of a calendar file as a plan shows them. */
export const CALENDAR_PLAN: Pick<FilePlan, 'source' | 'label'> = { source: 'ics', label: 'Calendar' };
