import { CloseButton, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { BILLING_MODELS, HEALTHS, PHASES } from '#shared/records/deal';
import { FacetPill, type FacetOption } from '../../components/FacetPill';
import { sentence } from '../../components/FieldValue';
import { HEALTH_WORDS } from '../../components/HealthDot';
import { usePhaseNames } from '../../components/phase-names';
import { QuietButton } from '../../components/QuietButton';
import type { DealRow } from '../../data/reads/deals';
import { type Facet, FACETS, facetValue, isFiltering, NO_FILTER, NONE, type PipelineFilter } from './pipeline-filter';
import { t } from '#shared/values/texts';

interface PipelineFiltersProps {
  /** All of them: what can be asked for does not shrink with what is asked. */
  readonly rows: readonly DealRow[];
  readonly filter: PipelineFilter;
  readonly onFilter: (filter: PipelineFilter) => void;
}

const LABELS: Readonly<Record<Facet, string>> = {
  ae: t('Owner'),
  pm: t('Project manager'),
  account: t('Account'),
  billingModel: t('Billing'),
  phase: t('Phase'),
  health: t('Health'),
};

const NOBODY: Readonly<Record<Facet, string>> = {
  ae: t('No owner'),
  pm: t('No project manager'),
  account: t('No account'),
  billingModel: t('Not said'),
  phase: t('Not said'),
  health: t('Not said'),
};

/** Words and facets that narrow the pipeline. */
export function PipelineFilters({ rows, filter, onFilter }: PipelineFiltersProps) {
  const nameOf = usePhaseNames();
  const options = useMemo(() => facetOptions(rows, nameOf), [rows, nameOf]);
  const { words, chosen } = filter;
  return (
    <Group gap={8}>
      <TextInput
        size="xs"
        w={220}
        aria-label={t('Filter by words')}
        placeholder={t('Deal, account or person')}
        leftSection={<IconSearch size={14} />}
        rightSection={
          words ? <CloseButton size="xs" aria-label={t('Clear words')} onClick={() => onFilter({ words: '', chosen })} /> : null
        }
        value={words}
        onChange={(event) => onFilter({ words: event.currentTarget.value, chosen })}
      />
      {FACETS.map((facet) => (
        <FacetPill
          key={facet}
          label={LABELS[facet]}
          options={options[facet]}
          chosen={chosen[facet]}
          onChange={(values) => onFilter({ words, chosen: { ...chosen, [facet]: values } })}
        />
      ))}
      {isFiltering(filter) ? <QuietButton onClick={() => onFilter(NO_FILTER)}>{t('Clear all')}</QuietButton> : null}
    </Group>
  );
}

/** The answers that at least one deal gives, in the order of the phases or of the alphabet; nobody comes last. */
function facetOptions(
  rows: readonly DealRow[],
  nameOf: (phase: DealRow['deal']['phase']) => string,
): Readonly<Record<Facet, readonly FacetOption[]>> {
  const answers = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, string>()])) as Record<Facet, Map<string, string>>;
  for (const row of rows) {
    for (const facet of FACETS) {
      const value = facetValue(row, facet);
      if (!answers[facet].has(value)) answers[facet].set(value, value === NONE ? NOBODY[facet] : labelOf(row, facet, nameOf));
    }
  }
  const sorted = FACETS.map((facet) => [facet, sortedOptions(facet, answers[facet])] as const);
  return Object.fromEntries(sorted) as Record<Facet, readonly FacetOption[]>;
}

function labelOf(row: DealRow, facet: Facet, nameOf: (phase: DealRow['deal']['phase']) => string): string {
  if (facet === 'ae' || facet === 'pm' || facet === 'account') return row[facet] || t('Unknown');
  if (facet === 'phase') return nameOf(row.deal.phase);
  return facet === 'health' ? HEALTH_WORDS[row.deal.health ?? 'green'] : sentence(row.deal.billingModel ?? '');
}

/** Facets whose answers have an order of their own. */
const ORDERED: Partial<Record<Facet, readonly string[]>> = { phase: PHASES, health: HEALTHS, billingModel: BILLING_MODELS };
const LAST = 1_000;

function sortedOptions(facet: Facet, answers: ReadonlyMap<string, string>): readonly FacetOption[] {
  const options = [...answers].map(([value, label]) => ({ value, label }));
  const place = ({ value }: FacetOption): number => (value === NONE ? LAST : Math.max(0, ORDERED[facet]?.indexOf(value) ?? 0));
  return options.sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label));
}
