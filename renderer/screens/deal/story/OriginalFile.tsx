import { Button, Collapse, Text } from '@mantine/core';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { mailboxText, type Mail } from '#shared/exchange/mail';
import type { Moment } from '#shared/records/registry';
import { InstantText } from '../../../components/InstantText';
import { notify } from '../../../components/notify';
import { useExportRefusal } from '../../../components/use-export-refusal';
import { QuietButton } from '../../../components/QuietButton';
import { numberText } from '../../../components/text-of';
import { platform } from '../../../platform/current-platform';
import { FileWords } from './FileWords';
import classes from './MomentPanel.module.css';
import type { Original } from './use-original';
import { t } from '#shared/values/texts';

interface OriginalFileProps {
  readonly moment: Moment;
  readonly original: Original;
}

/** The file as it came, byte for byte, what travelled in it, and what its headers say. */
export function OriginalFile({ moment, original }: OriginalFileProps) {
  if (original.kind === 'none' || original.kind === 'reading') return null;
  if (original.kind === 'elsewhere') {
    return (
      <Text size="sm" c="dimmed">
        {t('The original file is not on this device. Import the mail again, or merge a workspace file of a colleague who has it.')}
      </Text>
    );
  }
  const { facts, bytes, mail, problem } = original;
  return (
    <div className={classes.files}>
      {problem ? <Text size="sm">{problem}</Text> : null}
      {mail?.attachments.map((attachment, at) => (
        <FileButton key={at} name={attachment.name} type={attachment.type} bytes={attachment.bytes} />
      ))}
      <FileButton name={facts.name} type={facts.type} bytes={bytes} label={moment.kind === 'e-mail' ? t('Original message') : facts.name} />
      <FileWords file={facts.id} />
      {mail ? <MailHeaders mail={mail} /> : null}
    </div>
  );
}

interface FileButtonProps {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly label?: string;
}

function FileButton({ name, type, bytes, label = name }: FileButtonProps) {
  const refusal = useExportRefusal();
  const save = async (): Promise<void> => {
    try {
      await platform.saveFile({ name, type, content: new Blob([bytes.slice()], { type }) });
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('{{name}} was not saved', { name }));
    }
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={refusal !== undefined}
      title={refusal ?? t('Save {{name}}', { name })}
      leftSection={label === name ? <IconPaperclip size={14} /> : <IconDownload size={14} />}
      onClick={() => void save()}
    >
      {label} <span className={classes.size}>{sizeText(bytes.length)}</span>
    </Button>
  );
}

function MailHeaders({ mail }: { readonly mail: Mail }) {
  const [open, setOpen] = useState(false);
  const lines: readonly (readonly [string, string])[] = [
    [t('From'), mail.from.map(mailboxText).join(', ')],
    [t('To'), mail.to.map(mailboxText).join(', ')],
    [t('Cc'), mail.cc.map(mailboxText).join(', ')],
    [t('Message id'), mail.messageId ?? ''],
    [t('Answers'), mail.references.join(', ')],
    ['SHA-256', mail.sha],
  ];
  return (
    <div className={classes.mailHeaders}>
      <QuietButton aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('Hide the headers') : t('Show the headers')}
      </QuietButton>
      <Collapse expanded={open}>
        <dl className={classes.headers}>
          <div>
            <dt>{t('Sent')}</dt>
            <dd>{mail.at ? <InstantText value={mail.at} /> : t('The message does not say')}</dd>
          </div>
          {lines
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {mail.problems.map((text) => (
          <Text key={text} size="xs" c="dimmed">
            {text}
          </Text>
        ))}
      </Collapse>
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? t('{{numberText}} KB', { numberText: numberText(Math.round(bytes / 1024)) })
      : t('{{numberText}} MB', { numberText: numberText(Math.round(bytes / 104857.6) / 10) });
}
