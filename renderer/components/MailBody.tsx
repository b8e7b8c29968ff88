import { SegmentedControl, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import classes from './MailBody.module.css';
import { purifiedMail } from './purify-mail';
import { t } from '#shared/values/texts';

interface MailBodyProps {
  /** The words of the message as plain text. */
  readonly text: string;
  /** The HTML part as it came, hostile; shown only on request, in a frame in which nothing runs or loads. */
  readonly html?: string | undefined;
  /** Stands in for the plain text where its words can be selected. */
  readonly children?: ReactNode;
}

type View = 'text' | 'formatted';

/** What a mail says: plain text first, its formatted version when there is one and the reader asks for it. */
export function MailBody({ text, html, children }: MailBodyProps) {
  const [view, setView] = useState<View>(text.trim() === '' && html ? 'formatted' : 'text');
  return (
    <div className={classes.mail}>
      {html ? (
        <SegmentedControl
          size="xs"
          className={classes.switch}
          aria-label={t('Show the message as')}
          value={view}
          onChange={(next) => setView(next)}
          data={[
            { value: 'text', label: t('Text') },
            { value: 'formatted', label: t('Formatted') },
          ]}
        />
      ) : null}
      {html && view === 'formatted' ? <FormattedMail html={html} /> : (children ?? <p className={classes.text}>{text}</p>)}
    </div>
  );
}

/** Nothing but inline style is allowed inside, even if something should slip through the purifier. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const PAPER =
  'html{color-scheme:light;background:#fff}body{margin:16px;font:14px/1.5 system-ui,sans-serif;color:#1a1b1e;overflow-wrap:anywhere}img{max-width:100%;height:auto}';

function FormattedMail({ html }: { readonly html: string }) {
  const mail = useMemo(() => purifiedMail(html), [html]);
  const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${PAPER}</style>${mail.html}`;
  return (
    <>
      <iframe className={classes.frame} title={t('Formatted message')} sandbox="" referrerPolicy="no-referrer" srcDoc={page} />
      {mail.picturesLeftOut > 0 ? (
        <Text size="xs" c="dimmed" mt={6}>
          {t('{{value}} left out: loading would tell the sender that you read this.', {
            value:
              mail.picturesLeftOut === 1
                ? t('One picture was')
                : t('{{picturesLeftOut}} pictures were', { picturesLeftOut: mail.picturesLeftOut }),
          })}
        </Text>
      ) : null}
    </>
  );
}
