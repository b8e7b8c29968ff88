import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import type { Deal } from '#shared/records/registry';
import { readPaste, restOf, type Pasted } from '#shared/scope/paste';
import { useUsualCurrency } from '../../../components/currencies';
import { countText } from '../../../components/text-of';
import classes from './PasteDialog.module.css';
import { DECIMAL } from './scope-columns';
import { t } from '#shared/values/texts';

/** Pasted text as the deal and the person read it. */
export function usePasted(deal: Deal, text: string): Pasted {
  const usual = useUsualCurrency();
  const currency = deal.amount?.currency ?? usual;
  return useMemo(() => readPaste(text, { currency, decimal: DECIMAL }), [text, currency]);
}

interface PasteDialogProps {
  readonly deal: Deal;
  /** What was pasted already; empty where the dialog is to take it. */
  readonly initial: string;
  readonly onAdd: (pasted: Pasted) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Rows of a spreadsheet before they go in: what each becomes, what is wrong with which, and the text to put it right. */
export function PasteDialog({ deal, initial, onAdd, onClose }: PasteDialogProps) {
  const [text, setText] = useState(initial);
  const pasted = usePasted(deal, text);
  const { lines, problems, unknown } = pasted;
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (lines.length === 0 || !(await onAdd(pasted))) return;
    if (problems.length === 0) onClose();
    else setText(restOf(pasted));
  };
  return (
    <Modal opened onClose={onClose} title={t('Paste rows of a spreadsheet')} size="xl">
      <form onSubmit={(event) => void add(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(
              'Copy the rows with their header: Title, Included, Excluded, Assumptions, Acceptance test, Why, Hours, Role, Price, Origin, Status, in any order. Without a header they are read as title, hours, role, price, origin, status.',
            )}
          </Text>
          <Textarea
            label={t('Rows')}
            data-autofocus
            autosize
            minRows={5}
            maxRows={12}
            classNames={{ input: classes.rows }}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add(event);
            }}
          />
          {text.trim() === '' ? null : (
            <Text size="sm" role="status">
              {countText(lines.length, t('row becomes a line'), t('rows become lines'))}.
              {problems.length > 0
                ? t(' {{length}} above until put right.', { length: countText(problems.length, t('row waits'), t('rows wait')) })
                : ''}
              {unknown.length > 0
                ? t(' No field fits {{join}}: what stands there is left out.', { join: unknown.map((name) => `“${name}”`).join(', ') })
                : ''}
            </Text>
          )}
          {problems.length > 0 ? <Problems pasted={pasted} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" disabled={lines.length === 0}>
              {t('Add {{length}}', { length: countText(lines.length, 'line', 'lines') })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Problems({ pasted }: { readonly pasted: Pasted }) {
  return (
    <ul className={classes.problems} aria-label={t('Rows with problems')}>
      {pasted.problems.map(({ line, cells, reasons }) => (
        <li key={line}>
          <b>{t('Row {{line}}', { line })}</b> {cells.filter((cell) => cell.trim() !== '').join(' · ')}
          <span className={classes.reason}>{reasons.join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}
