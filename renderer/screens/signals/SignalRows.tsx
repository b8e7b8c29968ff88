import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RecordId } from '#shared/ledger/entry';
import { isOfType, typeOf } from '#shared/records/registry';
import type { SignalKey, SignalRow } from '#shared/signals/signal';
import { DateText } from '../../components/DateText';
import { PersonName } from '../../components/PersonName';
import { QuietButton } from '../../components/QuietButton';
import { RecordLink } from '../../components/RecordLink';
import { rowPath } from '../../components/signal/row-path';
import { DEEDS, rowValueText } from '../../components/signal/signal-words';
import { countText, numberText } from '../../components/text-of';
import { useRecord } from '../../data/live';
import classes from './SignalsScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

const SHOWN = 5;

/** What a signal rests on, what speaks for it first; each opens the records behind it. */
export function SignalRows({ signal, rows }: { readonly signal: SignalKey; readonly rows: readonly SignalRow[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <>
      <ul className={classes.rows}>
        {shown.map((row) => (
          <Row key={row.key} signal={signal} row={row} />
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <QuietButton c="dimmed" onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : t('Show all {{length}}', { length: numberText(rows.length) })}
        </QuietButton>
      ) : null}
    </>
  );
}

function Row({ signal, row }: { readonly signal: SignalKey; readonly row: SignalRow }) {
  const [isOpen, setOpen] = useState(false);
  const path = rowPath(signal, row);
  return (
    <li className={classes.row} data-over={row.over || undefined}>
      <div className={classes.rowHead}>
        <UnstyledButton className={classes.rowWords} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconChevronRight className={classes.chevron} data-open={isOpen || undefined} size={14} aria-hidden />
          <span className={classes.rowText}>
            <RowTitle row={row} />
            <span className={classes.rowFacts}>{row.text}</span>
          </span>
        </UnstyledButton>
        <span className={classes.rowValue}>{rowValueText(row)}</span>
        {path && row.over ? (
          <Button component={Link} to={path} size="compact-xs" variant="default">
            {DEEDS[signal]}
          </Button>
        ) : null}
      </div>
      {isOpen ? <Behind records={row.records} /> : null}
    </li>
  );
}

function RowTitle({ row: { person, deal } }: { readonly row: SignalRow }) {
  const record = useRecord('deal', deal);
  return <span className={classes.rowTitle}>{person ? <PersonName id={person} /> : record?.name}</span>;
}

const RECORDS_SHOWN = 12;

function Behind({ records }: { readonly records: readonly RecordId[] }) {
  const rest = records.length - RECORDS_SHOWN;
  return (
    <ul className={classes.behind}>
      {records.slice(0, RECORDS_SHOWN).map((id) => (
        <li key={id}>
          <BehindOne id={id} />
        </li>
      ))}
      {rest > 0 ? <li>{t('and {{rest}}', { rest: countText(rest, t('more record'), t('more records')) })}</li> : null}
    </ul>
  );
}

function BehindOne({ id }: { readonly id: RecordId }) {
  const entry = useRecord('timeEntry', isOfType('timeEntry', id) ? id : undefined);
  const figure = useRecord('externalFigure', isOfType('externalFigure', id) ? id : undefined);
  const type = typeOf(id);
  if (entry) {
    return (
      <>
        <DateText value={entry.date} />, <PersonName id={entry.person} />, {numberText(entry.hours)} h{entry.note ? `: ${entry.note}` : ''}
      </>
    );
  }
  if (figure) {
    return (
      <>
        <Sentence
          text={t('{{system}}, {{field}} as of <date/>{{value}}')}
          parts={{ date: <DateText value={figure.asOf} /> }}
          values={{ system: figure.system, field: figure.field, value: figure.file ? ` (${figure.file})` : '' }}
        />
      </>
    );
  }
  return type ? <RecordLink type={type} id={id} /> : null;
}
