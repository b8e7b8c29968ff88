/** A person as a message names them; addresses are lower case. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A message, read. The raw bytes stay the evidence; this is what can be shown, searched and matched. */
export interface Mail {
  readonly name: string;
  readonly format: 'eml' | 'msg';
  /** sha-256 of the raw bytes: two files with the same are the same message. */
  readonly sha: string;
  /** Without angle brackets. Two messages with the same id and other bytes are variants; both are kept. */
  readonly messageId?: string;
  /** Ids of the messages that this one answers, oldest first. */
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Instant in UTC; absent when neither the message nor its way names one. */
  readonly at?: string;
  /** The words. Made from the HTML when there is no text part. */
  readonly text: string;
  /** As it came: never to be rendered without being sanitised. */
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  /** What could not be read as it should be, in words fit to show. */
  readonly problems: readonly string[];
}

/** What a reader of one format gives; the rest follows from the bytes. */
export type MailContent = Omit<Mail, 'name' | 'format' | 'sha'>;

/** `<A.b@C>` → `A.b@C`; undefined for what is no id. */
export function bareMessageId(text: string | undefined): string | undefined {
  const id = text?.trim().replace(/^<|>$/g, '').trim();
  return id ? id : undefined;
}

/** Every id in a `References` or `In-Reply-To` header, in order, once. */
export function messageIds(...headers: readonly (string | undefined)[]): readonly string[] {
  const ids = headers.flatMap((header) => header?.match(/<[^<>\s]+>|[^<>\s,]+@[^<>\s,]+/g) ?? []);
  return [...new Set(ids.map((text) => bareMessageId(text)).filter((text) => text !== undefined))];
}

/** `Priya Nair <priya@northwind.example>`, as evidence shows it. */
export const mailboxText = ({ name, address }: Mailbox): string => (name && name !== address ? `${name} <${address}>` : address || name);
