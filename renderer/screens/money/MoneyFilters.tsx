import { Checkbox, CloseButton, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { FacetPill } from '../../components/FacetPill';
import { QuietButton } from '../../components/QuietButton';
import type { AddressChanges } from '../../components/use-address-state';
import type { FirmDeal } from '../../data/reads/money-firm';
import { FACET_NAMES, FACETS, facetOptions, isFiltering, type MoneyFilter } from './money-view';
import { t } from '#shared/values/texts';

interface MoneyFiltersProps {
  readonly rows: readonly FirmDeal[];
  readonly filter: MoneyFilter;
  readonly onChange: (changes: AddressChanges) => void;
}

/** Words and facets that narrow the deals whose money is shown. */
export function MoneyFilters({ rows, filter, onChange }: MoneyFiltersProps) {
  return (
    <Group gap={8}>
      <TextInput
        size="xs"
        w={190}
        aria-label={t('Find deals')}
        placeholder={t('Deal, account or person')}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          filter.words ? <CloseButton size="xs" aria-label={t('Clear words')} onClick={() => onChange({ find: null })} /> : null
        }
        value={filter.words}
        onChange={(event) => onChange({ find: event.currentTarget.value })}
      />
      {FACETS.map((facet) => (
        <FacetPill
          key={facet}
          label={FACET_NAMES[facet].label}
          options={facetOptions(rows, facet)}
          chosen={filter.chosen[facet]}
          onChange={(values) => onChange({ [facet]: values.join('|') || null })}
        />
      ))}
      <Checkbox
        size="xs"
        label={t('Closed too')}
        checked={filter.closed}
        onChange={(event) => onChange({ closed: event.currentTarget.checked ? null : 'no' })}
      />
      {isFiltering(filter) ? (
        <QuietButton onClick={() => onChange({ find: null, closed: null, account: null, pm: null, practice: null, billing: null })}>
          {t('Clear all')}
        </QuietButton>
      ) : null}
    </Group>
  );
}
