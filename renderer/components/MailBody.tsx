interface MailBodyProps {
  /** The words of the message as plain text. */
  readonly text: string;
  /** The HTML part, untrusted; shown only in a sandboxed frame without scripts. */
  readonly html?: string;
}

export function MailBody({ text }: MailBodyProps) {
  return <pre style={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit' }}>{text}</pre>;
}
