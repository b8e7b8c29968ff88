import { MoneyText } from '../../../components/MoneyText';
import { DateText } from '../../../components/DateText';
import { useLive } from '../../../data/live';
import { wordingOf, type PromiseRecord } from '../../../data/reads/promises';
import { dayOf } from './promise-facts';
import { standingOf } from './promise-standing';
import { Parties } from './Parties';
import { PromiseActs } from './PromiseActs';
import classes from './PromiseLine.module.css';
import { SourceLink } from './SourceLink';

interface PromiseLineProps {
  readonly record: PromiseRecord;
  readonly reading: boolean;
  readonly onOpen: (record: string) => void;
}

/** One promise: how it stands, what it says, the words it rests on, who said it to whom, when and where. */
export function PromiseLine({ record, reading, onOpen }: PromiseLineProps) {
  const { word, tone } = useLive((records) => standingOf(record, records), [record]);
  const day = useLive((records) => dayOf(record, records), [record]);
  const words = wordingOf(record);
  return (
    <li className={classes.line} data-reading={reading || undefined}>
      <span className={classes.standing} data-tone={tone}>
        {word}
      </span>
      <div className={classes.content}>
        <button type="button" className={classes.words} onClick={() => onOpen(record.id)}>
          {words}
        </button>
        {record.quote && record.quote !== words ? <blockquote className={classes.quote}>{record.quote}</blockquote> : null}
        {'resolution' in record && record.resolution ? <p className={classes.outcome}>{record.resolution}</p> : null}
        {'why' in record && record.why ? <p className={classes.outcome}>{record.why}</p> : null}
        <p className={classes.facts}>
          <Parties record={record} />
          {'value' in record && record.value ? <MoneyText value={record.value} /> : null}
          {day ? <DateText value={day} /> : null}
          <SourceLink record={record} />
        </p>
      </div>
      <PromiseActs record={record} />
    </li>
  );
}
