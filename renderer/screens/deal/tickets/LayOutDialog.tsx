import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#shared/records/define-record';
import type { Deal } from '#shared/records/registry';
import { plannedTickets, planPreSale } from '#shared/ticket/plan';
import { ticketTemplates } from '#shared/ticket/template-settings';
import type { TicketTemplate } from '#shared/ticket/template';
import { DayInput } from '../../../components/DayInput';
import { FormProblem } from '../../../components/FormProblem';
import { notify } from '../../../components/notify';
import { countText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { PlannedLines } from './PlannedLines';
import { t } from '#shared/values/texts';

interface LayOutDialogProps {
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** Chooses a template and a start, says who does what, and lays out all of it as one act. */
export function LayOutDialog({ deal, onClose }: LayOutDialogProps) {
  const templates = useLive(ticketTemplates, []);
  const today = useToday();
  const [chosen, setChosen] = useState(templates[0]?.id);
  const [start, setStart] = useState<string>(today);
  const template = templates.find(({ id }) => id === chosen);
  return (
    <Modal opened onClose={onClose} title={t('Lay out the pre-sale work')} size={860}>
      <Stack gap="md">
        <Group grow align="flex-start">
          <Select
            label={t('Template')}
            data-autofocus
            allowDeselect={false}
            description={template?.about}
            inputWrapperOrder={['label', 'input', 'description']}
            data={templates.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen ?? null}
            onChange={(next) => setChosen(next ?? undefined)}
          />
          <DayInput label={t('Start')} value={start} onChange={(next) => setStart(next ?? '')} />
        </Group>
        {template && start ? (
          <PlanForm key={template.id} deal={deal} template={template} start={start} onClose={onClose} />
        ) : (
          <Text size="sm" c="dimmed">
            {templates.length === 0
              ? t('The firm has put all its templates away. Bring one back in the settings.')
              : t('Say when the work starts.')}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

interface PlanFormProps extends LayOutDialogProps {
  readonly template: TicketTemplate;
  readonly start: string;
}

function PlanForm({ deal, template, start, onClose }: PlanFormProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const planned = useLive((live) => plannedTickets(deal, template, start, live), [deal, template, start]);
  const [owners, setOwners] = useState<Readonly<Record<string, Id<'person'> | undefined>>>({});
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string>();
  const count = planned.filter(({ line, exists }) => !exists && !without.has(line.key)).length;
  const layOut = async (): Promise<void> => {
    const command = planPreSale(deal, template, { start, owners, without }, records);
    if (!command.ok) setProblem(command.error.message);
    else if (await commit(command)) {
      notify.done(t('{{number}} laid out', { number: countText(count, 'ticket', 'tickets') }));
      onClose();
    }
  };
  return (
    <>
      <PlannedLines
        planned={planned}
        owners={owners}
        without={without}
        onOwner={(key, owner) => setOwners((was) => ({ ...was, [key]: owner }))}
        onWithout={setWithout}
      />
      <FormProblem message={problem} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" component={Link} to="/settings/tickets">
          {t('Change the templates')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button onClick={() => void layOut()}>{t('Lay out {{number}}', { number: countText(count, 'ticket', 'tickets') })}</Button>
        </Group>
      </Group>
    </>
  );
}
