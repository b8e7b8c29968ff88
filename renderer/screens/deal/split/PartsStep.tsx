import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import { useLive } from '../../../data/live';
import classes from './SplitScreen.module.css';
import type { SplitDraft } from './use-split';
import { t } from '#shared/values/texts';

interface PartsStepProps {
  readonly deal: Deal;
  readonly draft: SplitDraft;
}

/** What the parts are called, and which department of the client each belongs to. */
export function PartsStep({ deal, draft }: PartsStepProps) {
  const { parts, put, addPart, removePart } = draft;
  const departments = useLive((records) => departmentsOf(records, deal), [deal]);
  return (
    <section className={classes.card} aria-label={t('Parts')}>
      <p className={classes.hint}>
        {t(
          'The first part is the deal itself: it keeps its mail and calls, its offers, its blueprints and its history. The others are new deals that say what they were part of.',
        )}
      </p>
      {parts.map((part, at) => (
        <div key={part.id} className={classes.part}>
          <span className={classes.number} aria-hidden>
            {at + 1}
          </span>
          <TextInput
            label={at === 0 ? t('Name of the deal that stays') : t('Name of part {{at}}', { at: at + 1 })}
            withAsterisk
            data-autofocus={at === 1 || undefined}
            value={part.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <Autocomplete
            label={t('Department of part {{at}}', { at: at + 1 })}
            placeholder={t('The client’s department')}
            data={[...departments]}
            value={part.department}
            onChange={(department) => put(at, { department })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={28}
            disabled={at === 0 || parts.length === 2}
            aria-label={t('Remove part {{at}}', { at: at + 1 })}
            onClick={() => removePart(at)}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }} onClick={addPart}>
        {t('Another part')}
      </Button>
    </section>
  );
}

function departmentsOf(records: Records, deal: Deal): readonly string[] {
  const people = deal.account ? records.of('contact', 'account', deal.account) : [];
  return [...new Set(people.flatMap(({ department }) => department ?? []))].toSorted();
}
