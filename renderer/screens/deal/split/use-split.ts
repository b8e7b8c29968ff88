import { useMemo, useState } from 'react';
import { suggestAmounts } from '#shared/deal/split-amounts';
import { suggestByDepartment, suggestedBuyer, type BuyerChoice, type Choices, type Part } from '#shared/deal/split-parts';
import type { SplitPlan } from '#shared/deal/split';
import type { RecordId } from '#shared/ledger/entry';
import type { Id, MoneyValue } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import { useLive, useWorkspace } from '../../../data/live';
import { partsOfItems, splitGroups, type SplitGroup, type SplitItem } from '../../../data/reads/split';

/** One part while it is written. A sum that nobody typed is the suggested one. */
export interface DraftPart {
  readonly id: Id<'deal'>;
  readonly name: string;
  readonly department: string;
  readonly typed: Partial<Record<'amount' | 'cap' | 'retainerFee', MoneyValue>>;
}

export interface SplitDraft {
  readonly parts: readonly DraftPart[];
  readonly groups: readonly SplitGroup[];
  /** item → part, as chosen or as it follows. */
  readonly places: ReadonlyMap<string, number>;
  readonly plan: SplitPlan;
  isChosen(item: SplitItem): boolean;
  put(at: number, part: Partial<Omit<DraftPart, 'id'>>): void;
  addPart(): void;
  removePart(at: number): void;
  choose(items: readonly SplitItem[], part: number): void;
  chooseBuyer(contact: Id<'contact'>, part: BuyerChoice): void;
  suggestDepartments(): void;
}

/** A split while it is drawn up: nothing is written before it is confirmed. */
export function useSplit(deal: Deal): SplitDraft {
  const { records, newId } = useWorkspace();
  const groups = useLive((live) => splitGroups(live, deal.id), [deal.id]);
  const [parts, setParts] = useState<readonly DraftPart[]>(() => [
    { id: deal.id, name: deal.name, department: deal.department ?? '', typed: {} },
    { id: newId('deal'), name: '', department: '', typed: {} },
  ]);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [buyers, setBuyers] = useState<ReadonlyMap<Id<'contact'>, BuyerChoice>>(new Map());
  const plan = useMemo(() => planOf(records, deal, { parts, choices, buyers }), [records, deal, parts, choices, buyers]);
  const places = useMemo(() => partsOfItems(records, groups, choices), [records, groups, choices]);
  return {
    parts,
    groups,
    places,
    plan,
    isChosen: ({ records: ids }) => ids.some((id) => choices.has(id)),
    put: (at, part) => setParts((was) => was.map((one, index) => (index === at ? { ...one, ...part } : one))),
    addPart: () => setParts((was) => [...was, { id: newId('deal'), name: '', department: '', typed: {} }]),
    removePart: (at) => {
      setParts((was) => was.filter((_, index) => index !== at));
      setChoices((was) => withoutPart(was, at));
      setBuyers(
        (was) => new Map([...was].map(([id, part]) => [id, part === 'all' ? part : part === at ? 0 : part > at ? part - 1 : part])),
      );
    },
    choose: (items, part) =>
      setChoices((was) => new Map([...was, ...items.flatMap(({ records: ids }) => ids.map((id) => [id, part] as const))])),
    chooseBuyer: (contact, part) => setBuyers((was) => new Map([...was, [contact, part]])),
    suggestDepartments: () => {
      const departments = parts.map(({ department }) => department);
      setChoices((was) => new Map([...was, ...suggestByDepartment(records, deal, departments)]));
      setBuyers(new Map(deal.buyers.map((contact) => [contact, suggestedBuyer(records, contact, departments)])));
    },
  };
}

const withoutPart = (choices: Choices, at: number): Choices =>
  new Map(
    [...choices].flatMap(([id, part]): readonly (readonly [RecordId, number])[] =>
      part === at ? [] : [[id, part > at ? part - 1 : part]],
    ),
  );

interface Drafted {
  readonly parts: readonly DraftPart[];
  readonly choices: Choices;
  readonly buyers: ReadonlyMap<Id<'contact'>, BuyerChoice>;
}

function planOf(records: Records, deal: Deal, { parts, choices, buyers }: Drafted): SplitPlan {
  const suggested = suggestAmounts(records, deal, choices, parts.length);
  const planned = parts.map(({ name, department, typed }, at): Part => {
    const sums = { ...suggested[at], ...typed };
    return { name: name.trim(), ...(department.trim() ? { department: department.trim() } : {}), ...sums };
  });
  const all = new Map(deal.buyers.map((contact) => [contact, buyers.get(contact) ?? ('all' as const)]));
  return { parts: planned, ids: parts.slice(1).map(({ id }) => id), choices, buyers: all };
}
