import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { isOfType, type Moment } from '../records/registry';
import { derivedId } from '../values/id';
import { problem } from './draft';
import type { ContactProposal, FieldChange, ImportChoices, NewRecord, PlannedMail, PlannedRow, Problem } from './import-plan';
import { mailboxText, type Mail, type Mailbox } from './mail';
import { threadOf } from './mail-threads';
import { BACK } from './plan-table';
import { suggestDeal, type FiledThreads } from './suggest-deal';
import { importedRowId } from './targets';
import { withinLimit } from './text-limit';
import { own } from './own';
import { t } from '../values/texts';

export interface MailFile {
  readonly name: string;
  readonly mail: Mail;
  readonly raw: Uint8Array;
}

export interface MailPlan {
  readonly file: MailFile;
  readonly row: PlannedRow;
  readonly planned: PlannedMail;
}

/** What is known of the people in messages: the workspace, the contacts that this import brings, and the proposals taken. */
interface MailContext {
  readonly records: Records;
  readonly choices: ImportChoices;
  readonly today: string;
  readonly contacts: ReadonlyMap<string, KnownContact>;
  readonly people: ReadonlyMap<string, RecordId>;
  readonly filed: FiledThreads;
  /** Message-ID → digests of the messages that carry it. */
  readonly byMessageId: ReadonlyMap<string, ReadonlySet<string>>;
}

interface KnownContact {
  readonly id: RecordId;
  readonly account: RecordId | undefined;
}

/** What a message is remembered under, by its sha-256. */
const MAIL_SOURCE = 'mail';

/** The record of a message: it follows from its raw bytes, so equal bytes are one moment wherever they are imported. */
export const momentIdOfMail = (sha: string): Id<'moment'> => derivedId('moment', 'mail', sha);
/** A contact made from an address: two laptops that accept the same proposal make one. */
export const contactIdOfAddress = (address: string): Id<'contact'> => derivedId('contact', 'mail', address);

export interface MailInputs {
  readonly records: Records;
  readonly choices: ImportChoices;
  readonly today: string;
  /** Contacts that rows of this import make or change. */
  readonly rows: readonly PlannedRow[];
}

/** What happens to each message, and the contacts to be made of the proposals that were taken. */
export function planMails(
  files: readonly MailFile[],
  inputs: MailInputs,
): { readonly mails: readonly MailPlan[]; readonly also: readonly NewRecord[] } {
  const known = knownContacts(inputs);
  const also = newContacts(files, inputs, known);
  const contacts = new Map([
    ...known,
    ...also.map(({ id, values }) => [String(values['email']), { id, account: values['account'] as RecordId | undefined }] as const),
  ]);
  const context: MailContext = {
    ...inputs,
    contacts,
    people: new Map(inputs.records.all('person').flatMap(({ id, email }) => (email ? [[email.toLowerCase(), id] as const] : []))),
    filed: filedThreads(files, inputs.choices),
    byMessageId: messagesById(files, inputs.records),
  };
  const firstOf = new Map<string, string>();
  const mails = files.map((file) => {
    const before = firstOf.get(file.mail.sha);
    firstOf.set(file.mail.sha, before ?? file.name);
    return { file, row: planMail(file, before, context), planned: plannedMail(file, context) };
  });
  return { mails, also };
}

function planMail({ name, mail }: MailFile, sameAs: string | undefined, context: MailContext): PlannedRow {
  const record = momentIdOfMail(mail.sha);
  const row = {
    line: 1,
    type: 'moment' as const,
    record,
    title: mail.subject || '(no subject)',
    changes: [],
    conflicts: [],
    problems: [],
    notes: [],
  };
  const deal = own(context.choices.deals, name) || undefined;
  const existing = context.records.get('moment', record);
  if (context.choices.leaveOut.includes(`${name}:1`)) return { ...row, action: 'skip', notes: [t('Left out by choice.')] };
  if (sameAs !== undefined) return { ...row, action: 'skip', notes: [t('The same message, byte for byte, as {{sameAs}}.', { sameAs })] };
  const rowId = importedRowId(MAIL_SOURCE, mail.sha);
  const wasUndone = existing?.archived === true && context.records.get('importedRow', rowId)?.archived !== undefined;
  if (existing && !wasUndone) return hereAlready(row, existing, deal);
  const { values, problems } = valuesOfMail(mail, deal, context);
  const imported = { id: rowId, source: MAIL_SOURCE, externalId: mail.sha, brought: {} };
  const write = { values: wasUndone ? { deal, contacts: values['contacts'], people: values['people'], ...BACK } : values, imported };
  return { ...row, action: 'create', problems, write, notes: linkNotes(values) };
}

type BareRow = Omit<PlannedRow, 'action' | 'write'>;

/** The words of a message never change; where it is filed may be said later. */
function hereAlready(row: BareRow, existing: Moment, deal: string | undefined): PlannedRow {
  const notes = [existing.archived ? t('This message is archived here; it stays so.') : t('This message is here already.')];
  if (deal === undefined || existing.deal !== undefined || existing.archived) return { ...row, action: 'skip', notes };
  const changes: FieldChange[] = [{ field: 'deal', label: 'Deal', was: null, becomes: deal }];
  return { ...row, action: 'update', changes, write: { values: { deal } } };
}

function linkNotes(values: Readonly<Record<string, unknown>>): readonly string[] {
  const contacts = (values['contacts'] as readonly string[] | undefined)?.length ?? 0;
  return contacts === 0 ? [] : [`${contacts} of the people in it ${contacts === 1 ? 'is a contact' : 'are contacts'} of ours.`];
}

function valuesOfMail(
  mail: Mail,
  deal: string | undefined,
  context: MailContext,
): { readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] } {
  const everybody = [...mail.from, ...mail.to, ...mail.cc].map(({ address }) => address);
  const contacts = [...new Set(everybody)].flatMap((address) => context.contacts.get(address) ?? []);
  const people = [...new Set(everybody.flatMap((address) => context.people.get(address) ?? []))];
  const accounts = [...new Set(contacts.flatMap(({ account }) => account ?? []))];
  const account = context.records.get('deal', deal)?.account ?? (accounts.length === 1 ? accounts[0] : undefined);
  const { text, cut } = withinLimit(mail.text);
  const values = {
    kind: 'e-mail',
    at: mail.at ?? `${context.today}T00:00:00.000Z`,
    ...optional('from', mail.from.map(mailboxText).join(', ')),
    ...optional('to', recipientsText(mail.to, mail.cc)),
    ...optional('subject', mail.subject),
    ...optional('body', text),
    ...optional('messageId', mail.messageId),
    thread: threadOf(mail),
    file: `file:${mail.sha}`,
    ...optional('deal', deal),
    ...optional('account', account),
    ...(contacts.length > 0 ? { contacts: [...new Set(contacts.map(({ id }) => id))] } : {}),
    ...(people.length > 0 ? { people } : {}),
  };
  return { values, problems: problemsOf(mail, cut, context) };
}

const optional = (field: string, value: string | undefined) => (value === undefined || value === '' ? {} : { [field]: value });

const recipientsText = (to: readonly Mailbox[], cc: readonly Mailbox[]): string =>
  [to.map(mailboxText).join(', '), cc.length > 0 ? `cc ${cc.map(mailboxText).join(', ')}` : ''].filter((part) => part !== '').join('; ');

function problemsOf(mail: Mail, cut: boolean, context: MailContext): readonly Problem[] {
  const undated = mail.at === undefined ? ` It is placed on the day of the import, ${context.today}.` : '';
  const reasons = mail.problems.map((reason) => (undated && /\bdate\b/.test(reason) ? `${reason}${undated}` : reason));
  const copies = mail.messageId === undefined ? 0 : (context.byMessageId.get(mail.messageId)?.size ?? 1) - 1;
  if (copies > 0) reasons.push(t('Another message has the same Message-ID and other content: a variant. Both are kept.'));
  if (cut) reasons.push(t('The text is longer than an entry can hold; all of it is in the original, which is kept.'));
  return reasons.map((reason) => problem(1, reason, 'check'));
}

function plannedMail({ mail, raw }: MailFile, context: MailContext): PlannedMail {
  return {
    mail,
    raw,
    thread: threadOf(mail),
    suggestions: suggestDeal(mail, context.records, context.filed),
    proposals: proposeContacts([mail], context),
  };
}

/** People in messages whom nobody knows: not contacts, not us, nor at a domain of ours. */
export function proposeContacts(
  mails: readonly Mail[],
  { records, contacts, people }: Pick<MailContext, 'records' | 'contacts' | 'people'>,
): readonly ContactProposal[] {
  const ours = new Set([...people.keys()].map(domainOf));
  const accounts = new Map(records.all('account').flatMap(({ id, domain }) => (domain ? [[domain.toLowerCase(), id] as const] : [])));
  const found = new Map<string, ContactProposal>();
  for (const { name, address } of mails.flatMap(({ from, to, cc }) => [...from, ...to, ...cc])) {
    if (!address.includes('@') || contacts.has(address) || people.has(address) || ours.has(domainOf(address)) || isRobot(address)) continue;
    const account = accounts.get(domainOf(address));
    const before = found.get(address);
    if (!before || (before.name === address && name))
      found.set(address, { name: name || address, email: address, ...(account ? { account } : {}) });
  }
  return [...found.values()];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
const isRobot = (address: string): boolean =>
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|notifications?)@/i.test(address);

function knownContacts({ records, rows }: MailInputs): ReadonlyMap<string, KnownContact> {
  const known = new Map<string, KnownContact>();
  for (const { id, email, account } of records.all('contact')) if (email) known.set(email.toLowerCase(), { id, account });
  for (const { type, record, write } of rows) {
    const email = write?.values['email'];
    if (type !== 'contact' || record === undefined || typeof email !== 'string') continue;
    known.set(email, { id: record, account: write?.values['account'] as RecordId | undefined });
  }
  return known;
}

function newContacts(
  files: readonly MailFile[],
  { records, choices }: MailInputs,
  contacts: ReadonlyMap<string, KnownContact>,
): readonly NewRecord[] {
  const wanted = new Set(choices.newContacts);
  if (wanted.size === 0) return [];
  return proposeContacts(
    files.map(({ mail }) => mail),
    { records, contacts, people: new Map() },
  )
    .filter(({ email }) => wanted.has(email))
    .map((proposal) => ({ id: contactIdOfAddress(proposal.email), type: 'contact', values: { ...proposal } }));
}

/** A message that somebody files takes the suggestion to the others of its thread. */
function filedThreads(files: readonly MailFile[], choices: ImportChoices): FiledThreads {
  const filed = new Map<string, Id<'deal'>>();
  for (const { name, mail } of files) {
    const deal = own(choices.deals, name);
    if (isOfType('deal', deal)) filed.set(threadOf(mail), deal);
  }
  return filed;
}

function messagesById(files: readonly MailFile[], records: Records): ReadonlyMap<string, ReadonlySet<string>> {
  const digests = new Map<string, Set<string>>();
  const add = (messageId: string | undefined, digest: string) => {
    if (messageId !== undefined) digests.set(messageId, (digests.get(messageId) ?? new Set()).add(digest));
  };
  for (const { mail } of files) {
    add(mail.messageId, mail.sha);
    if (mail.messageId !== undefined) {
      for (const { file } of records.of('moment', 'messageId', mail.messageId)) if (file) add(mail.messageId, file.slice('file:'.length));
    }
  }
  return digests;
}
