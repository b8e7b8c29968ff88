import { Button, Group, NativeSelect } from '@mantine/core';
import { IconBuilding, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Deal } from '#shared/records/registry';
import { RecordLink } from '../../../components/RecordLink';
import { moneyText, numberText } from '../../../components/text-of';
import { useRecord } from '../../../data/live';
import type { SplitGroup, SplitItem } from '../../../data/reads/split';
import classes from './SplitScreen.module.css';
import type { SplitDraft } from './use-split';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface WhoGetsWhatProps {
  readonly deal: Deal;
  readonly draft: SplitDraft;
}

/** Everything of the deal with the part that it goes to. What is not chosen follows its line, milestone or ticket. */
export function WhoGetsWhat({ deal, draft }: WhoGetsWhatProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['milestone', 'scopeLine']));
  const toggle = (key: string): void =>
    setOpen((was) => (was.has(key) ? new Set([...was].filter((one) => one !== key)) : new Set([...was, key])));
  const named = draft.parts.filter(({ department }) => department.trim()).length;
  return (
    <>
      <Group gap="sm">
        <p className={classes.hint}>
          {t(
            'Choose for the lines first: tickets, hours, promises, costs and invoices go with their line unless you say otherwise. A milestone takes its lines along.',
          )}
        </p>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBuilding size={14} />}
          disabled={named < 2}
          title={named < 2 ? t('Name the departments of two parts first') : undefined}
          onClick={draft.suggestDepartments}
        >
          {t('Suggest by department')}
        </Button>
      </Group>
      {draft.groups.map((group) => (
        <ItemGroup key={group.key} group={group} draft={draft} isOpen={open.has(group.key)} onToggle={() => toggle(group.key)} />
      ))}
      {deal.buyers.length > 0 ? <Buyers deal={deal} draft={draft} /> : null}
    </>
  );
}

interface ItemGroupProps {
  readonly group: SplitGroup;
  readonly draft: SplitDraft;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ItemGroup({ group, draft, isOpen, onToggle }: ItemGroupProps) {
  const { parts, places, choose } = draft;
  const counts = parts.map((_, at) => group.items.filter(({ key }) => places.get(key) === at).length);
  return (
    <section className={classes.card} aria-label={group.label}>
      <div className={classes.groupHead}>
        <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={onToggle}>
          <IconChevronRight size={16} aria-hidden data-open={isOpen || undefined} />
          {group.label} <span className={classes.count}>{group.items.length}</span>
        </button>
        <span className={classes.counts}>
          {counts
            .map((count, at) => (count > 0 ? `${count} ${at === 0 ? t('stay') : t('to {{draft}}', { draft: nameOf(draft, at) })}` : ''))
            .filter(Boolean)
            .join(', ')}
        </span>
        <NativeSelect
          size="xs"
          aria-label={t('All of {{label}} to', { label: group.label })}
          value=""
          data={[{ value: '', label: t('All to…') }, ...options(draft)]}
          onChange={(event) => event.currentTarget.value && choose(group.items, Number(event.currentTarget.value))}
        />
      </div>
      {isOpen ? (
        <ul className={classes.items}>
          {group.items.map((item) => (
            <Item key={item.key} item={item} draft={draft} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Item({ item, draft }: { readonly item: SplitItem; readonly draft: SplitDraft }) {
  const { places, choose, isChosen } = draft;
  return (
    <li className={classes.item} data-part={places.get(item.key) === 0 ? undefined : 'goes'}>
      <span className={classes.title}>{item.title}</span>
      <span className={classes.figure}>{item.hours === undefined ? '' : `${numberText(item.hours)} h`}</span>
      <span className={classes.figure}>{item.money ? moneyText(item.money) : ''}</span>
      <span className={classes.follows}>{isChosen(item) ? t('chosen') : ''}</span>
      <NativeSelect
        size="xs"
        aria-label={t('Part of {{title}}', { title: item.title })}
        value={String(places.get(item.key) ?? 0)}
        data={options(draft)}
        onChange={(event) => choose([item], Number(event.currentTarget.value))}
      />
    </li>
  );
}

function Buyers({ deal, draft }: WhoGetsWhatProps) {
  return (
    <section className={classes.card} aria-label={t('Buyers')}>
      <h2 className={classes.heading}>
        <Sentence text={t('Buyers <span/>')} parts={{ span: <span className={classes.count}>{deal.buyers.length}</span> }} />
      </h2>
      <ul className={classes.items}>
        {deal.buyers.map((contact) => (
          <Buyer key={contact} contact={contact} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function Buyer({ contact, draft }: { readonly contact: Deal['buyers'][number]; readonly draft: SplitDraft }) {
  const person = useRecord('contact', contact);
  return (
    <li className={classes.item}>
      <span className={classes.title}>
        <RecordLink type="contact" id={contact} />
      </span>
      <span className={classes.department}>{person?.department}</span>
      <NativeSelect
        size="xs"
        aria-label={t('Part of {{name}}', { name: person?.name ?? t('the buyer') })}
        value={String(draft.plan.buyers.get(contact) ?? 'all')}
        data={[{ value: 'all', label: t('All parts') }, ...options(draft)]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          draft.chooseBuyer(contact, value === 'all' ? 'all' : Number(value));
        }}
      />
    </li>
  );
}

const nameOf = ({ parts }: SplitDraft, at: number): string => parts[at]?.name.trim() || t('part {{at}}', { at: at + 1 });

const options = (draft: SplitDraft) => draft.parts.map((_, at) => ({ value: String(at), label: nameOf(draft, at) }));
