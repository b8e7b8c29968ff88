import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Notable } from '#shared/records/register';
import type { Deal } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import { bodyOf } from '../../../components/record-path';
import { useLive } from '../../../data/live';
import { promisesOfDeal, wordingOf, type PromiseRecord } from '../../../data/reads/promises';
import classes from './PromisesTab.module.css';
import { registerOf } from './promise-kinds';
import { inReadingOrder } from './promise-order';
import { standingOf } from './promise-standing';
import { PromiseLine } from './PromiseLine';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface RegisterSectionProps {
  readonly deal: Deal;
  readonly kind: Notable;
  readonly find: string;
  readonly only: 'all' | 'open';
  readonly reading: string | undefined;
  /** The only register that is shown: an empty one then explains itself. */
  readonly alone: boolean;
  readonly onOpen: (record: string) => void;
  readonly onAdd: () => void;
}

/** One register of the deal. */
export function RegisterSection({ deal, kind, find, only, reading, alone, onOpen, onAdd }: RegisterSectionProps) {
  const { icon: Symbol, plural } = registerOf(kind);
  const all = useLive((records) => inReadingOrder(kind, promisesOfDeal(records, deal.id, kind), records), [deal.id, kind]);
  const open = useLive((records) => all.filter((promise) => standingOf(promise, records).tone === 'open'), [all]);
  const shown = useMemo(() => (only === 'open' ? open : all).filter((promise) => says(promise, find)), [only, open, all, find]);
  if (shown.length === 0)
    return alone || all.length === 0 ? (
      <EmptyRegister deal={deal} kind={kind} alone={alone} filtered={all.length > 0} onAdd={onAdd} />
    ) : null;
  return (
    <section className={classes.register}>
      <h2 className={classes.heading}>
        <Symbol size={16} stroke={1.75} aria-hidden /> {plural} <span className={classes.count}>{shown.length}</span>
      </h2>
      <ul className={classes.lines}>
        {shown.map((record) => (
          <PromiseLine key={record.id} record={record} reading={record.id === reading} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function says(promise: PromiseRecord, find: string): boolean {
  const asked = find.trim().toLocaleLowerCase();
  return asked === '' || `${wordingOf(promise)} ${promise.quote ?? ''}`.toLocaleLowerCase().includes(asked);
}

interface EmptyRegisterProps {
  readonly deal: Deal;
  readonly kind: Notable;
  readonly alone: boolean;
  /** There are some, but none that is asked for. */
  readonly filtered: boolean;
  readonly onAdd: () => void;
}

function EmptyRegister({ deal, kind, alone, filtered, onAdd }: EmptyRegisterProps) {
  const { icon: Symbol, plural, about } = registerOf(kind);
  if (!alone) {
    return (
      <section className={classes.register}>
        <h2 className={classes.heading} data-empty>
          <Symbol size={16} stroke={1.75} aria-hidden /> {plural} <span className={classes.none}>{about}</span>
        </h2>
      </section>
    );
  }
  if (filtered)
    return <EmptyState icon={Symbol} title={t('Nothing that fits')} text={t('Take away a word, or show what is settled too.')} />;
  return (
    <EmptyState
      icon={Symbol}
      title={t('No {{plural}} yet', { plural: plural.toLowerCase() })}
      text={
        <>
          <Sentence
            text={t('{{about}} Open a mail or a call in the <link/> and select the words, or add one by hand.')}
            parts={{ link: <Link to={`/deals/${bodyOf(deal.id)}/story`}>{t('story')}</Link> }}
            values={{ about }}
          />
        </>
      }
      action={
        <Button variant="default" onClick={onAdd}>
          {t('Add by hand')}
        </Button>
      }
    />
  );
}
