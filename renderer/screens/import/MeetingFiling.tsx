import { Button } from '@mantine/core';
import type { PlannedRow } from '#shared/exchange/import-plan';
import { RecordLink } from '../../components/RecordLink';
import { RefPicker } from '../../components/RefPicker';
import type { CheckDetailProps } from './check-detail';
import classes from './CheckStage.module.css';
import { t } from '#shared/values/texts';

interface MeetingFilingProps extends CheckDetailProps {
  readonly filing: NonNullable<PlannedRow['filing']>;
}

/** Which deal a meeting is filed under; the others of its series can follow it. Nothing is filed by itself. */
export function MeetingFiling({ row: { key }, rows, filing, choices, onChoose }: MeetingFilingProps) {
  const chosen = choices.deals[key];
  const fileAll = (keys: readonly string[], deal: string): void =>
    onChoose({ deals: { ...choices.deals, ...Object.fromEntries(keys.map((one) => [one, deal])) } });
  const rest = rows.filter((other) => other.key !== key && other.row.filing?.thread === filing.thread && !choices.deals[other.key]);
  const others = filing.suggestions.filter(({ deal }) => deal !== chosen);
  return (
    <section className={classes.part}>
      <h3>{t('File under a deal')}</h3>
      <RefPicker
        to="deal"
        aria-label={t('Deal')}
        placeholder={t('No deal yet')}
        value={chosen || undefined}
        onChange={(deal) => fileAll([key], deal ?? '')}
      />
      <ul className={classes.list} style={{ marginTop: others.length > 0 ? 10 : 0 }}>
        {others.map(({ deal, reason, strength }) => (
          <li key={deal} className={classes.suggestion}>
            <span>
              <RecordLink type="deal" id={deal} />
              <br />
              <span className={classes.note}>
                {strength === 'weak' ? t('Perhaps: ') : ''}
                {reason}
              </span>
            </span>
            <Button flex="none" size="compact-sm" variant="default" onClick={() => fileAll([key], deal)}>
              {t('File here')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && rest.length > 0 ? (
        <Button
          variant="light"
          size="compact-sm"
          mt={10}
          onClick={() =>
            fileAll(
              rest.map((other) => other.key),
              chosen,
            )
          }
        >
          {rest.length === 1
            ? t('File the other meeting of this series too')
            : t('File the {{rest}} others of this series too', { rest: rest.length })}
        </Button>
      ) : null}
    </section>
  );
}
