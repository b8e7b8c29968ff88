import { Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { bringTemplateBack, knownTemplates, type KnownTemplate } from '#shared/ticket/template-settings';
import type { TicketTemplate } from '#shared/ticket/template';
import { bodyOfId } from '#shared/values/id';
import { SectionCard } from '../../components/SectionCard';
import { countText } from '../../components/text-of';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import classes from './SettingsScreen.module.css';
import { TemplateDialog } from './TemplateDialog';
import { t } from '#shared/values/texts';

/** The pre-sale work of each type of engagement, as the firm lays it out. */
export function TemplateSettings() {
  const workspace = useWorkspace();
  const known = useLive(knownTemplates, []);
  const mayWrite = useMayWrite('firmSetting');
  const [editing, setEditing] = useState<{ readonly template: TicketTemplate; readonly origin: KnownTemplate['origin'] | 'new' }>();
  const begin = (): void => setEditing({ template: { id: bodyOfId(workspace.newId('firmSetting')), name: '', lines: [] }, origin: 'new' });
  return (
    <SectionCard
      flush
      title={t('Ticket templates')}
      actions={
        mayWrite ? (
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={begin}>
            {t('New template')}
          </Button>
        ) : null
      }
    >
      {known.map((one) => (
        <TemplateRow key={one.template.id} known={one} mayWrite={mayWrite} onEdit={() => setEditing(one)} />
      ))}
      <Text size="sm" c="dimmed" p={18} pt={10}>
        {t(
          'A template lays out the pre-sale work of a deal: who does what, by when, and what there must be to show for it. What is laid out already does not change with its template.',
        )}
      </Text>
      {editing ? <TemplateDialog key={editing.template.id} {...editing} onClose={() => setEditing(undefined)} /> : null}
    </SectionCard>
  );
}

interface TemplateRowProps {
  readonly known: KnownTemplate;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

function TemplateRow({ known: { template, origin, putAway }, mayWrite, onEdit }: TemplateRowProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const { name, about, lines } = template;
  const last = lines.at(-1)?.day;
  return (
    <div className={classes.row} data-inactive={putAway || undefined}>
      <div className={classes.who}>
        <Text fw={550} size="sm">
          {name}{' '}
          {putAway ? (
            <Badge size="xs" variant="default">
              {t('Put away')}
            </Badge>
          ) : origin === 'ours' ? null : (
            <Badge size="xs" variant="light">
              {origin === 'own' ? t('Yours') : t('Changed')}
            </Badge>
          )}
        </Text>
        <Text size="xs" c="dimmed">
          {countText(lines.length, 'ticket', 'tickets')}
          {last === undefined ? '' : t(' within {{last}}', { last: countText(last, 'day', 'days') })}
          {about ? ` · ${about}` : ''}
        </Text>
      </div>
      {!mayWrite ? null : putAway ? (
        <Button size="compact-sm" variant="default" onClick={() => void commit(bringTemplateBack(template.id, records))}>
          {t('Offer it again')}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" aria-label={t('Edit {{name}}', { name })} onClick={onEdit}>
          {t('Edit')}
        </Button>
      )}
    </div>
  );
}
