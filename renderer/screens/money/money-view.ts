import { BILLING_MODELS } from '#shared/records/deal';
import type { FirmDeal } from '../../data/reads/money-firm';
import { t } from '#shared/values/texts';

/** The ways of looking at the firm's money, in the order of the tabs. */
export const MONEY_VIEWS = [
  { path: 'overview', name: t('Overview') },
  { path: 'deals', name: t('Deals') },
  { path: 'accounts', name: t('Accounts') },
  { path: 'managers', name: t('Project managers') },
  { path: 'practices', name: t('Practices') },
  { path: 'billing', name: t('Billing models') },
  { path: 'months', name: t('Months') },
  { path: 'ageing', name: t('Ageing') },
  { path: 'friction', name: t('Friction') },
] as const;
export type MoneyView = (typeof MONEY_VIEWS)[number]['path'];

export const FACETS = ['account', 'pm', 'practice', 'billing'] as const;
export type Facet = (typeof FACETS)[number];

/** Stands for deals that say nothing under a facet. */
export const NONE = 'none';

export const FACET_NAMES: Readonly<Record<Facet, { readonly label: string; readonly none: string }>> = {
  account: { label: t('Account'), none: t('No account') },
  pm: { label: t('Project manager'), none: t('No project manager') },
  practice: { label: t('Practice'), none: t('No industry') },
  billing: { label: t('Billing'), none: t('Not said') },
};

/** What a deal answers to a facet: a value to keep in an address, and words for it. */
export function facetOf(
  { deal, account, practice, pm, pmName }: FirmDeal,
  facet: Facet,
): { readonly value: string; readonly label: string } {
  const none = { value: NONE, label: FACET_NAMES[facet].none };
  switch (facet) {
    case 'account':
      return deal.account ? { value: deal.account, label: account ?? t('Unknown') } : none;
    case 'pm':
      return pm ? { value: pm, label: pmName ?? t('Unknown') } : none;
    case 'practice':
      return practice ? { value: practice, label: practice } : none;
    case 'billing':
      return deal.billingModel ? { value: deal.billingModel, label: sentence(deal.billingModel) } : none;
  }
}

const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** What of the firm is shown. */
export interface MoneyFilter {
  readonly words: string;
  readonly chosen: Chosen;
  /** Deals that are closed or lost are left out unless they are asked for. */
  readonly closed: boolean;
}

export function moneyFilterOf(address: URLSearchParams): MoneyFilter {
  const list = (facet: Facet): readonly string[] => address.getAll(facet).flatMap((value) => value.split('|').filter(Boolean));
  return {
    words: address.get('find') ?? '',
    chosen: { account: list('account'), pm: list('pm'), practice: list('practice'), billing: list('billing') },
    closed: address.get('closed') !== 'no',
  };
}

export const isFiltering = ({ words, chosen, closed }: MoneyFilter): boolean =>
  words.trim() !== '' || !closed || FACETS.some((facet) => chosen[facet].length > 0);

/** The deals that a filter lets through. */
export function filteredDeals(rows: readonly FirmDeal[], { words, chosen, closed }: MoneyFilter): readonly FirmDeal[] {
  const asked = words.trim().toLocaleLowerCase();
  return rows.filter(
    (row) =>
      (closed || (row.deal.phase !== 'closed' && row.deal.phase !== 'lost')) &&
      FACETS.every((facet) => chosen[facet].length === 0 || chosen[facet].includes(facetOf(row, facet).value)) &&
      (asked === '' || [row.deal.name, row.account, row.pmName].some((text) => text?.toLocaleLowerCase().includes(asked))),
  );
}

/** The answers that deals give to a facet, by name; billing models in their own order, nothing said last. */
export function facetOptions(rows: readonly FirmDeal[], facet: Facet): readonly { readonly value: string; readonly label: string }[] {
  const options = new Map(rows.map((row) => facetOf(row, facet)).map((option) => [option.value, option]));
  const place = (value: string): number =>
    value === NONE ? 1_000 : facet === 'billing' ? BILLING_MODELS.findIndex((one) => one === value) : 0;
  return [...options.values()].toSorted((a, b) => place(a.value) - place(b.value) || a.label.localeCompare(b.label));
}
