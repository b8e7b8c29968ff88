import { NEAR_DAYS, termDates, type TermKind } from '#shared/delivery/dates-near';
import type { Deal, FieldOf } from '#shared/records/registry';
import { FieldEditor } from '../../../components/FieldEditor';
import { SectionCard } from '../../../components/SectionCard';
import { countText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import classes from './Side.module.css';
import { t } from '#shared/values/texts';

const FIELDS: Readonly<Record<TermKind, FieldOf<'deal'>>> = { notice: 'noticeAt', renewal: 'renewalAt', warranty: 'warrantyUntil' };
const KINDS: readonly TermKind[] = ['notice', 'renewal', 'warranty'];

/** The dates after which something is decided whether anybody looked or not. */
export function TermsCard({ deal }: { readonly deal: Deal }) {
  const today = useToday();
  const dates = new Map(termDates(deal, today).map((term) => [term.kind, term]));
  return (
    <div data-section="terms">
      <SectionCard title={t('Notice, renewal and warranty')}>
        {KINDS.map((kind) => {
          const term = dates.get(kind);
          return (
            <div key={kind} className={classes.term}>
              <FieldEditor type="deal" id={deal.id} field={FIELDS[kind]} />
              <span className={classes.end} data-near={term?.isNear || undefined}>
                {term ? awayText(term.days) : ''}
              </span>
            </div>
          );
        })}
        <p className={classes.hint}>
          {t('On Today from {{notice}} days before notice, {{renewal}} before renewal and {{warranty}} before the warranty ends.', {
            notice: NEAR_DAYS.notice,
            renewal: NEAR_DAYS.renewal,
            warranty: NEAR_DAYS.warranty,
          })}
        </p>
      </SectionCard>
    </div>
  );
}

function awayText(days: number): string {
  if (days === 0) return 'today';
  return days > 0
    ? t('in {{days}}', { days: countText(days, 'day', 'days') })
    : t('{{countText}} ago', { countText: countText(-days, 'day', 'days') });
}
