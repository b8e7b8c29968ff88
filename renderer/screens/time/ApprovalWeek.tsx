import { Button, Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { TimeEntry } from '#shared/records/registry';
import { ACTIVITY_WORDS } from '#shared/time/activity';
import type { WeekToApprove } from '#shared/time/approval';
import { ClashMark } from '../../components/ClashMark';
import { DateText } from '../../components/DateText';
import { sentence } from '../../components/FieldValue';
import { PersonName } from '../../components/PersonName';
import { recordPath } from '../../components/record-path';
import { dateText, moneyText, numberText } from '../../components/text-of';
import { useLive } from '../../data/live';
import { hoursRow } from '../../data/reads/time';
import classes from './Approvals.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface ApprovalWeekProps {
  readonly week: WeekToApprove;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], isOn: boolean) => void;
  readonly onApprove: () => void;
}

/** The hours of one person in one week: approve all of them, or choose. */
export function ApprovalWeek({ week, chosen, onChoose, onApprove }: ApprovalWeekProps) {
  const ids = week.entries.map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  const name = useLive((records) => records.get('person', week.person)?.name ?? t('Unknown person'), [week.person]);
  return (
    <section className={classes.card} aria-label={t('{{name}}, week of {{monday}}', { name, monday: dateText(week.monday) })}>
      <header className={classes.head}>
        <Checkbox
          size="xs"
          aria-label={t('All hours of {{name}}', { name })}
          checked={count === ids.length}
          indeterminate={count > 0 && count < ids.length}
          onChange={(event) => onChoose(ids, event.currentTarget.checked)}
        />
        <PersonName id={week.person} avatar />
        <span className={classes.quiet}>
          <Sentence text={t('week of <date/>')} parts={{ date: <DateText value={week.monday} /> }} />
        </span>
        <span className={classes.spring} />
        <span className={classes.hours}>
          <strong className="num">{numberText(week.hours)} h</strong>
          <span className={classes.quiet}>{t(', {{billable}} h billable', { billable: numberText(week.billable) })}</span>
        </span>
        <Button size="xs" variant="light" onClick={onApprove}>
          {t('Approve the week')}
        </Button>
      </header>
      <table className={classes.entries}>
        <tbody>
          {week.entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} isChosen={chosen.has(entry.id)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface EntryRowProps {
  readonly entry: TimeEntry;
  readonly isChosen: boolean;
  readonly onChoose: ApprovalWeekProps['onChoose'];
}

function EntryRow({ entry, isChosen, onChoose }: EntryRowProps) {
  const { deal, part, clashes } = useLive((records) => hoursRow(records, entry), [entry]);
  const rate = entry.billRate ? moneyText(entry.billRate) : t('no rate');
  return (
    <tr>
      <td className={classes.day}>
        <Checkbox
          size="xs"
          aria-label={t('{{hours}} h on {{date}}', { hours: numberText(entry.hours), date: dateText(entry.date) })}
          label={<DateText value={entry.date} />}
          checked={isChosen}
          onChange={(event) => onChoose([entry.id], event.currentTarget.checked)}
        />
      </td>
      <td className={classes.what}>
        {deal ? (
          <Link to={recordPath(deal.id) ?? ''} className={classes.deal}>
            {deal.name}
          </Link>
        ) : (
          t('A deal that is not here')
        )}
        {part ? <span className={classes.quiet}> · {part}</span> : null}
        {clashes ? <ClashMark record={entry.id} variant="icon" /> : null}
      </td>
      <td className={classes.note}>{entry.note}</td>
      <td className={classes.activity} title={ACTIVITY_WORDS[entry.activity]}>
        {sentence(entry.activity)}
      </td>
      <td className={classes.rate}>{entry.billable ? rate : t('Not billable')}</td>
      <td className={classes.number}>{numberText(entry.hours)} h</td>
    </tr>
  );
}
