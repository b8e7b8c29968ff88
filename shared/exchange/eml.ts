import PostalMime, { addressParser, type Address, type Email } from 'postal-mime';
import { err, ok, type Result } from '../values/result';
import { htmlText } from './html-text';
import { bareMessageId, messageIds, type Attachment, type MailContent, type Mailbox } from './mail';
import { sentAt } from './mail-date';
import { t } from '../values/texts';

/** Reads a message of RFC 5322 (an `.eml` file). Hostile nesting and oversized headers are refused by the parser's caps. */
export async function readEml(bytes: Uint8Array): Promise<Result<MailContent, string>> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { maxNestingDepth: 64, maxRfc822NestingDepth: 5 });
  } catch (thrown) {
    return err(`The message cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return isMessage(email) ? ok(contentOf(email)) : err(t('This is not a message: it has none of the headers From, To, Subject, Date.'));
}

const isMessage = (email: Email): boolean => email.headers.some(({ key }) => ['from', 'to', 'subject', 'date', 'message-id'].includes(key));

function contentOf(email: Email): MailContent {
  const headers = (key: string) => email.headers.filter((header) => header.key === key).map(({ value }) => value);
  const { at, problem } = sentAt(headers('date')[0], headers('received'));
  const messageId = bareMessageId(email.messageId);
  const from = email.from ? [email.from] : [];
  return {
    ...(messageId === undefined ? {} : { messageId }),
    references: messageIds(...headers('references'), ...headers('in-reply-to')).filter((id) => id !== messageId),
    subject: email.subject?.trim() ?? '',
    from: mailboxes(from),
    to: mailboxes(email.to ?? []),
    cc: mailboxes(email.cc ?? []),
    ...(at === undefined ? {} : { at }),
    text: textOf(email.text, email.html),
    ...(email.html ? { html: email.html } : {}),
    attachments: email.attachments.map(attachmentOf),
    problems: problem === undefined ? [] : [problem],
  };
}

/** The text part, or the words of the HTML where the text part is missing or empty. */
export function textOf(text: string | undefined, html: string | undefined): string {
  const own = text?.replaceAll('\r\n', '\n').trim();
  return own ? own : htmlText(html ?? '');
}

function attachmentOf({ filename, mimeType, content }: Email['attachments'][number], index: number): Attachment {
  const bytes = typeof content === 'string' ? new Uint8Array() : new Uint8Array(content);
  return { name: filename ?? `part ${index + 1}`, type: mimeType, bytes };
}

const ADDRESS = /[^\s<>,;"]+@[^\s<>,;"]+/g;

/** Flat, lower case. Two addresses with no comma between them, as scripts write them, are two people. */
export function mailboxes(addresses: readonly Address[]): readonly Mailbox[] {
  return addresses.flatMap((one) => {
    if (one.group) return mailboxes(one.group);
    const inName = one.name.match(ADDRESS) ?? [];
    const own = { name: inName.length > 0 ? '' : one.name.trim(), address: (one.address ?? '').trim().toLowerCase() };
    const others = inName.map((address) => ({ name: '', address: address.toLowerCase() })).filter(({ address }) => address !== own.address);
    return own.address || own.name ? [own, ...others] : others;
  });
}

/** The people in an address header as it stands in the message. */
export const headerMailboxes = (header: string): readonly Mailbox[] => mailboxes(addressParser(header, { flatten: true }));
