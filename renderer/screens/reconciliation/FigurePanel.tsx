import { Button } from '@mantine/core';
import { useState } from 'react';
import { archiveRecord } from '#shared/records/write';
import type { Id } from '#shared/records/define-record';
import type { System } from '#shared/records/external-figure';
import { Link } from 'react-router';
import type { MismatchSide } from '#shared/money/reconciliation';
import { usePhaseNames } from '../../components/phase-names';
import { RecordLink } from '../../components/RecordLink';
import { QuietButton } from '../../components/QuietButton';
import { differenceText, figureLabel, figureText, sourceLabel, toleranceUnit } from '../../components/reconciliation/figure-text';
import { bodyOf } from '../../components/record-path';
import { dateText, numberText } from '../../components/text-of';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { firmTolerances, type FigureRow } from '../../data/reads/reconciliation';
import { FigureDialog } from './FigureDialog';
import classes from './ReconciliationScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** One figure in full: what each source says, as of when, out of which file, and how far they are apart. */
export function FigurePanel({ row }: { readonly row: FigureRow }) {
  const { deal, field, sides, mismatches } = row;
  const [system, setSystem] = useState<System>();
  const tolerance = useLive((records) => firmTolerances(records)[field], [field]);
  const mayEnter = useMayWrite('externalFigure');
  return (
    <aside className={classes.panel} aria-label={t('{{field}} in full', { field: figureLabel(field) })}>
      <header className={classes.part}>
        <h2 className={classes.title}>{figureLabel(field)}</h2>
        <RecordLink type="deal" id={deal} />
      </header>
      <section className={classes.part}>
        <h3>{t('What each says')}</h3>
        <ul className={classes.sides}>
          {sides.map((side) => (
            <Side key={side.figure ?? 'ours'} row={row} side={side} />
          ))}
        </ul>
      </section>
      <section className={classes.part}>
        <h3>{mismatches.length > 0 ? t('Apart') : t('Within tolerance')}</h3>
        <ul className={classes.list} hidden={mismatches.length === 0}>
          {mismatches.map((one) => (
            <li key={`${one.a.figure} ${one.b.figure}`}>
              <Sentence
                text={t('{{source}} and {{source2}}: <span/>')}
                parts={{ span: <span className={classes.differs}>{differenceText(one)}</span> }}
                values={{ source: sourceLabel(one.a.source), source2: sourceLabel(one.b.source) }}
              />
            </li>
          ))}
        </ul>
        <p className={classes.note}>{toleranceText(row, tolerance)}</p>
        <p className={classes.note}>{t('Correct the one that is wrong, where it is kept. Nothing here overwrites another.')}</p>
      </section>
      <footer className={classes.acts}>
        <Button size="xs" variant="default" component={Link} to={`/deals/${bodyOf(deal)}`}>
          {t('Open the deal')}
        </Button>
        {mayEnter ? (
          <Button size="xs" variant="default" onClick={() => setSystem(otherSystem(sides))}>
            {t('Enter what a system says')}
          </Button>
        ) : null}
      </footer>
      {system ? <FigureDialog about={{ deal, field, system }} onClose={() => setSystem(undefined)} /> : null}
    </aside>
  );
}

const otherSystem = (sides: readonly MismatchSide[]): System => {
  const source = sides.find((side) => side.source !== 'Throughline')?.source;
  return source === undefined || source === 'Throughline' ? 'finance' : source;
};

function toleranceText({ field, sides: [first] }: FigureRow, tolerance: number): string {
  if (first?.value.kind === 'stage') return t('Stages count by the side of the signature that they stand on.');
  return t('Tolerance: {{tolerance}} {{field}}.', { tolerance: numberText(tolerance), field: toleranceUnit(field) });
}

interface SideProps {
  readonly row: FigureRow;
  readonly side: MismatchSide;
}

function Side({ row: { field }, side: { source, value, asOf, file, figure } }: SideProps) {
  const phaseName = usePhaseNames();
  return (
    <li className={classes.side}>
      <span>
        <b>{sourceLabel(source)}</b>
        <span className={classes.origin}>
          {asOf === undefined ? t('now') : t('as of {{asOf}} · {{file}}', { asOf: dateText(asOf), file: file ?? t('entered by hand') })}
        </span>
      </span>
      <span className={classes.value}>{figureText(field, value, phaseName)}</span>
      {figure ? <PutAway figure={figure} /> : <span />}
    </li>
  );
}

/** A figure that no longer counts is put away; its history stays, and undo brings it back. */
function PutAway({ figure }: { readonly figure: Id<'externalFigure'> }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const mayWrite = useMayWrite('externalFigure');
  if (!mayWrite) return <span />;
  const putAway = (): void => {
    const record = records.get('externalFigure', figure);
    if (record) void commit(archiveRecord(record, { deal: record.deal }));
  };
  return <QuietButton onClick={putAway}>{t('Put away')}</QuietButton>;
}
