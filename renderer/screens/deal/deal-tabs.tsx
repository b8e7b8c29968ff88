import type { ComponentType } from 'react';
import type { Entry } from '#shared/ledger/entry';
import { openIncidents } from '#shared/delivery/incident';
import { isBeforeHandover, readiness } from '#shared/handover/readiness';
import { NOTABLE } from '#shared/records/register';
import { versionsOf } from '#shared/proposal/offer-line';
import type { Deal } from '#shared/records/registry';
import { promisesOfDeal } from '../../data/reads/promises';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { waitingChanges } from '../../data/reads/change-orders';
import { liveLineCount } from '../../data/reads/scope';
import type { LiveRecords } from '../../data/workspace';
import { BillingTab } from './billing/BillingTab';
import { BlueprintTab } from './blueprint/BlueprintTab';
import { BriefTab } from './brief/BriefTab';
import { ChangesTab } from './changes/ChangesTab';
import { DeliveryTab } from './delivery/DeliveryTab';
import { HistoryTab } from './history/HistoryTab';
import { MoneyTab } from './money/MoneyTab';
import { ProposalTab } from './proposal/ProposalTab';
import { PromisesTab } from './promises/PromisesTab';
import { ScopeTab } from './scope/ScopeTab';
import { StoryTab } from './story/StoryTab';
import { TicketsTab } from './tickets/TicketsTab';
import { t } from '#shared/values/texts';

/** One way of looking at a deal. Those that tell its history wait until it was read. */
export type DealTab = {
  /** Last part of the address. */
  readonly path: string;
  readonly name: string;
  /** What the tab says beside its name; nothing for undefined. */
  readonly count?: (records: LiveRecords, deal: Deal) => number | undefined;
} & (
  | { readonly reads: 'records'; readonly Tab: ComponentType<{ readonly deal: Deal }> }
  | { readonly reads: 'history'; readonly Tab: ComponentType<{ readonly deal: Deal; readonly history: readonly Entry[] }> }
);

/** The tabs of a deal in their order. */
export const DEAL_TABS: readonly DealTab[] = [
  { path: 'story', name: t('Story'), reads: 'history', Tab: StoryTab },
  {
    path: 'brief',
    name: t('Brief'),
    reads: 'records',
    count: (records, deal) => (isBeforeHandover(deal) ? readiness(records, deal).length || undefined : undefined),
    Tab: BriefTab,
  },
  { path: 'scope', name: t('Scope'), reads: 'records', count: (records, deal) => liveLineCount(records, deal.id), Tab: ScopeTab },
  {
    path: 'tickets',
    name: t('Tickets'),
    reads: 'records',
    count: (records, deal) => records.of('ticket', 'deal', deal.id).filter(isOpenTicket).length || undefined,
    Tab: TicketsTab,
  },
  { path: 'blueprint', name: t('Blueprint'), reads: 'history', Tab: BlueprintTab },
  {
    path: 'proposal',
    name: t('Proposal'),
    reads: 'records',
    count: (records, deal) => versionsOf(records, deal.id).length || undefined,
    Tab: ProposalTab,
  },
  {
    path: 'promises',
    name: t('Promises'),
    reads: 'records',
    count: (records, deal) => NOTABLE.reduce((sum, kind) => sum + promisesOfDeal(records, deal.id, kind).length, 0),
    Tab: PromisesTab,
  },
  {
    path: 'changes',
    name: t('Changes'),
    reads: 'records',
    count: (records, deal) => waitingChanges(records, deal.id) || undefined,
    Tab: ChangesTab,
  },
  {
    path: 'delivery',
    name: t('Delivery'),
    reads: 'records',
    count: (records, deal) => openIncidents(records, deal.id).length || undefined,
    Tab: DeliveryTab,
  },
  {
    path: 'billing',
    name: t('Billing'),
    reads: 'records',
    count: (records, deal) => records.of('invoice', 'deal', deal.id).length || undefined,
    Tab: BillingTab,
  },
  { path: 'money', name: t('Money'), reads: 'records', Tab: MoneyTab },
  { path: 'history', name: t('History'), reads: 'history', Tab: HistoryTab },
];
