import { Select, Stack } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { typeOf, type Ticket } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import { accepted, type DeliverableKind, type Shown } from '#shared/ticket/deliverable';
import { useLive } from '../../data/live';
import { showableFor, type Showable } from '../../data/reads/tickets';
import { sentence } from '../FieldValue';
import { MembersPicker } from '../MembersPicker';
import { QuietButton } from '../QuietButton';
import { useAddFiles } from '../use-add-files';
import { t } from '#shared/values/texts';

interface DeliverablePickerProps {
  readonly ticket: Ticket;
  readonly shown: Shown;
  readonly onChange: (shown: Shown) => void;
}

/** Picks what a ticket has to show from what is on its deal: one record, or any number of scope lines. */
export function DeliverablePicker({ ticket, shown, onChange }: DeliverablePickerProps) {
  const wanted = accepted(ticket);
  const groups = useLive((records) => groupsOf(records, showableFor(records, ticket)), [ticket]);
  const lines = useLive((records) => new Set<string>(records.of('scopeLine', 'deal', ticket.deal).map(({ id }) => id)), [ticket.deal]);
  const others = wanted.filter((kind) => kind !== 'scope lines');
  const { deliverable, deliverableLines } = shown;
  const addFiles = useAddFiles({ deal: ticket.deal, about: ticket.id });
  const put = (id: string | null): void =>
    onChange({ deliverableLines, ...(id ? { deliverable: id as NonNullable<Shown['deliverable']> } : {}) });
  const putLines = (ids: readonly string[]): void =>
    onChange({ deliverableLines: ids as readonly Id<'scopeLine'>[], ...(deliverable ? { deliverable } : {}) });
  return (
    <Stack gap="sm">
      {wanted.includes('scope lines') ? (
        <MembersPicker
          label={t('Scope lines')}
          to="scopeLine"
          value={deliverableLines}
          within={({ id }) => lines.has(id)}
          onChange={putLines}
        />
      ) : null}
      {others.length > 0 ? (
        <Select
          label={sentence(others.map((kind) => (kind === 'message' ? 'mail, call or note' : kind)).join(', '))}
          placeholder={groups.length > 0 ? t('Choose…') : t('Nothing of that kind is on the deal yet')}
          disabled={groups.length === 0}
          clearable
          searchable
          data={groups}
          value={deliverable ?? null}
          onChange={put}
        />
      ) : null}
      {others.includes('file') || others.includes('message') ? (
        <QuietButton
          leftSection={<IconPaperclip size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => void addFiles().then(([first]) => first && put(first))}
        >
          {t('Add a file…')}
        </QuietButton>
      ) : null}
    </Stack>
  );
}

const GROUPS: Readonly<Record<DeliverableKind, string>> = {
  file: t('Files'),
  'scope lines': t('Scope lines'),
  blueprint: t('Blueprints'),
  proposal: t('Proposals'),
  milestone: t('Milestones'),
  decision: t('Decisions'),
  'change order': t('Change orders'),
  message: t('Mails, calls and notes'),
};

function groupsOf(records: Records, found: readonly Showable[]) {
  const groups = new Map<string, { readonly value: string; readonly label: string }[]>();
  for (const { id, kind } of found) {
    const item = { value: id, label: labelOf(records, id) };
    const group = groups.get(GROUPS[kind]);
    if (group) group.push(item);
    else groups.set(GROUPS[kind], [item]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

/** `Proposal 2 · draft`: what has a status says it, because only some count. */
function labelOf(records: Records, id: Showable['id']): string {
  const type = typeOf(id);
  const record = type && records.get(type, id);
  if (!record) return t('Unknown');
  const status = 'status' in record ? ` · ${record.status}` : '';
  return `${recordTitle(record)}${status}`;
}
