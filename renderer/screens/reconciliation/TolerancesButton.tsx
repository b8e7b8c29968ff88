import { Button, NumberInput, Popover, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { setTolerance } from '#shared/money/keep-figure';
import { FIGURE_FIELDS, type FigureName } from '#shared/records/external-figure';
import { figureLabel, toleranceUnit } from '../../components/reconciliation/figure-text';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { firmTolerances } from '../../data/reads/reconciliation';
import { t } from '#shared/values/texts';

const FIELDS = FIGURE_FIELDS.filter(({ kind }) => kind !== 'stage').map(({ field }) => field);

/** How far two sources may stand apart before it is said, for each figure, for the whole firm. */
export function TolerancesButton() {
  return (
    <Popover position="bottom-end" withArrow trapFocus width={280}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} />}>
          {t('Tolerances')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="xs" c="dimmed">
            {t('What may differ without being listed. For the whole firm.')}
          </Text>
          {FIELDS.map((field) => (
            <ToleranceInput key={field} field={field} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ToleranceInput({ field }: { readonly field: FigureName }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const maySet = useMayWrite('firmSetting');
  const held = useLive((live) => firmTolerances(live)[field], [field]);
  const [draft, setDraft] = useState<number | string>(held);
  useEffect(() => setDraft(held), [held]);
  const save = async (): Promise<void> => {
    if (draft === held) return;
    const decided = setTolerance(field, typeof draft === 'number' ? draft : Number.NaN, records);
    if (!decided.ok || !(await commit(decided.value))) setDraft(held);
  };
  return (
    <NumberInput
      size="xs"
      label={figureLabel(field)}
      suffix={` ${toleranceUnit(field)}`}
      min={0}
      step={0.5}
      disabled={!maySet}
      value={draft}
      onChange={setDraft}
      onBlur={() => void save()}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
