import * as msgreader from '@kenjiuno/msgreader';
import { err, ok, type Result } from '../values/result';
import { isSoundCompoundFile } from './compound-file';
import { decodeAs } from './decode-text';
import { headerMailboxes, textOf } from './eml';
import { bareMessageId, mailboxText, messageIds, type Attachment, type MailContent, type Mailbox } from './mail';
import { sentAt } from './mail-date';
import { t } from '../values/texts';

type Fields = ReturnType<InstanceType<typeof msgreader.default>['getFileData']>;

/** The library is CommonJS: depending on who loads it, the class is the default or the default of the default. */
const wrapped = msgreader.default as unknown as typeof msgreader.default & { readonly default?: typeof msgreader.default };
const MsgReader = wrapped.default ?? wrapped;

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** True for the container that Outlook writes (a compound file), whatever the file is called. */
export const isMsg = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** Reads an Outlook message (`.msg`); the words of messages inside it are part of its words. */
export function readMsg(bytes: Uint8Array): Result<MailContent, string> {
  if (!isSoundCompoundFile(bytes)) return err(t('The Outlook message is damaged: its parts do not hang together.'));
  // The library reads a whole buffer: a view on a larger one is copied out.
  const buffer = bytes.slice().buffer;
  try {
    const encoding = ansiEncodingOf(new MsgReader(buffer).getFileData());
    const reader = new MsgReader(buffer);
    if (encoding !== undefined) reader.parserConfig = { ansiEncoding: encoding };
    const fields = reader.getFileData();
    if (fields.error !== undefined || fields.dataType !== 'msg') return err(t('The file is not an Outlook message.'));
    return ok(contentOf(fields, reader));
  } catch (thrown) {
    return err(`The Outlook message cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

/** Windows locale → code page of texts that are not Unicode (MS-LCID; the ones that are not 1252). */
const ANSI_OF_LOCALE: ReadonlyMap<number, string> = new Map([
  ...[1041].map((lcid) => [lcid, 'cp932'] as const),
  ...[1042].map((lcid) => [lcid, 'cp949'] as const),
  ...[2052, 4100].map((lcid) => [lcid, 'cp936'] as const),
  ...[1028, 3076, 5124].map((lcid) => [lcid, 'cp950'] as const),
  ...[1049, 1058, 1026, 3098, 1059].map((lcid) => [lcid, 'cp1251'] as const),
  ...[1045, 1029, 1038, 1048, 1050, 1051, 1060].map((lcid) => [lcid, 'cp1250'] as const),
  ...[[1032, 'cp1253'] as const, [1055, 'cp1254'] as const, [1037, 'cp1255'] as const, [1025, 'cp1256'] as const, [1054, 'cp874'] as const],
]);

/** Says how texts that are not Unicode are encoded: the message's own code page, or that of its language. */
function ansiEncodingOf({ messageCodepage, messageLocaleId }: Fields): string | undefined {
  if (messageCodepage !== undefined && messageCodepage !== 1200 && messageCodepage !== 65001) return `cp${messageCodepage}`;
  return ANSI_OF_LOCALE.get(messageLocaleId ?? 0);
}

function contentOf(fields: Fields, reader: InstanceType<typeof MsgReader>): MailContent {
  const header = headersOf(fields.headers);
  const messageId = bareMessageId(fields.messageId ?? header('message-id')[0]);
  const { at, problem } = instantOf(fields, header);
  const html = htmlOf(fields);
  const text = [textOf(fields.body, html), ...innerTexts(fields)].filter((words) => words !== '').join('\n\n');
  const from = senderOf(fields, header);
  return {
    ...(messageId === undefined ? {} : { messageId }),
    references: messageIds(...header('references'), ...header('in-reply-to')).filter((id) => id !== messageId),
    subject: fields.subject?.trim() ?? '',
    from,
    to: recipients(fields, 'to'),
    cc: recipients(fields, 'cc'),
    ...(at === undefined ? {} : { at }),
    text,
    ...(html === undefined ? {} : { html }),
    attachments: attachmentsOf(reader, fields),
    problems: [
      ...(problem === undefined ? [] : [problem]),
      ...(from.length === 0 ? [t('The message names no sender: it may be a draft that was never sent.')] : []),
      ...(fields.body === undefined && text === '' && fields.compressedRtf
        ? [t('The words are there only as rich text: open the original to read them.')]
        : []),
    ],
  };
}

/** Lookup in the internet headers that Outlook keeps of a received message. */
function headersOf(headers: string | undefined): (name: string) => readonly string[] {
  const lines = (headers ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return (name) => lines.filter((line) => line.toLowerCase().startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim());
}

function instantOf(fields: Fields, header: (name: string) => readonly string[]): { readonly at?: string; readonly problem?: string } {
  for (const text of [fields.clientSubmitTime, fields.messageDeliveryTime]) {
    const ms = text === undefined ? Number.NaN : Date.parse(text);
    if (!Number.isNaN(ms)) return { at: new Date(ms).toISOString() };
  }
  return sentAt(header('date')[0], header('received'));
}

function htmlOf({ bodyHtml, html, internetCodepage }: Fields): string | undefined {
  if (bodyHtml) return bodyHtml;
  if (!html || html.length === 0) return undefined;
  return decodeAs(html, internetCodepage === undefined || internetCodepage === 65001 ? 'utf-8' : encodingOfCodepage(internetCodepage));
}

const encodingOfCodepage = (codepage: number): string =>
  ({
    932: 'shift_jis',
    949: 'euc-kr',
    936: 'gbk',
    950: 'big5',
    20127: 'utf-8',
    28591: 'iso-8859-1',
    50220: 'iso-2022-jp',
    51949: 'euc-kr',
  })[codepage] ?? (codepage >= 28592 && codepage <= 28605 ? `iso-8859-${codepage - 28590}` : `windows-${codepage}`);

/** The sender by SMTP address; an Exchange path (`/O=…`) is no address that anybody could match. */
function senderOf(fields: Fields, header: (name: string) => readonly string[]): readonly Mailbox[] {
  const { senderSmtpAddress, sentRepresentingSmtpAddress, senderEmail, creatorSMTPAddress, inetAcctName } = fields;
  const addresses = [
    senderSmtpAddress,
    sentRepresentingSmtpAddress,
    senderEmail,
    creatorSMTPAddress,
    isReceived(fields) ? undefined : inetAcctName,
  ];
  const address = addresses.find((one) => one?.includes('@') === true)?.toLowerCase();
  if (address !== undefined) return [{ name: fields.senderName?.trim() ?? '', address }];
  const written = header('from').flatMap(headerMailboxes);
  if (written.length > 0) return written;
  return fields.senderName ? [{ name: fields.senderName.trim(), address: '' }] : [];
}

/** A received message keeps its internet headers; of one that was written here, the account is the sender. */
const isReceived = ({ headers }: Fields): boolean => headers !== undefined && headers !== '';

function recipients(fields: Fields, kind: 'to' | 'cc'): readonly Mailbox[] {
  return (fields.recipients ?? [])
    .filter(({ recipType }) => (recipType ?? 'to') === kind)
    .map(({ name, smtpAddress, email }) => {
      const address = [smtpAddress, email].find((one) => one?.includes('@') === true)?.toLowerCase() ?? '';
      return { name: name && name.toLowerCase() !== address ? name.trim() : '', address };
    })
    .filter(({ name, address }) => name !== '' || address !== '');
}

function innerTexts(fields: Fields): readonly string[] {
  return (fields.attachments ?? []).flatMap(({ innerMsgContentFields: inner }) => {
    if (!inner) return [];
    const from = senderOf(inner, headersOf(inner.headers)).map(mailboxText).join(', ');
    const top = [`---------- Forwarded message ----------`, `From: ${from}`, `Subject: ${inner.subject ?? ''}`].join('\n');
    return [`${top}\n\n${textOf(inner.body, htmlOf(inner))}`, ...innerTexts(inner)];
  });
}

function attachmentsOf(reader: InstanceType<typeof MsgReader>, fields: Fields): readonly Attachment[] {
  return (fields.attachments ?? []).map((attachment) => {
    const { fileName, content } = reader.getAttachment(attachment);
    const type = attachment.innerMsgContent ? 'application/vnd.ms-outlook' : (attachment.attachMimeTag ?? 'application/octet-stream');
    return { name: fileName || attachment.name || 'attachment', type, bytes: content };
  });
}
