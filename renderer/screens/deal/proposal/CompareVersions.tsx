import { useState, type ReactNode } from 'react';
import { Switch } from '@mantine/core';
import type { TableFile, TableValue } from '#shared/exchange/table-file';
import { compareProposals, type ComparedField, type ComparedLine, type ComparedTerm } from '#shared/proposal/compare';
import { offeredAs } from '#shared/proposal/offer-line';
import { declarationOf, type Proposal, type ProposalLine } from '#shared/records/registry';
import type { MoneyValue } from '#shared/records/define-record';
import { ExportTableMenu } from '../../../components/export-table/ExportTableMenu';
import { FieldValue } from '../../../components/FieldValue';
import { moneyText, numberText } from '../../../components/text-of';
import { useLive } from '../../../data/live';
import classes from './Compare.module.css';
import { spokenLanguage } from '#shared/values/texts';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface CompareVersionsProps {
  readonly rail: ReactNode;
  readonly one: Proposal;
  readonly other: Proposal;
}

/** Two versions side by side, line by line, the earlier on the left. */
export function CompareVersions({ rail, one, other }: CompareVersionsProps) {
  const [only, setOnly] = useState<'all' | 'differing'>('all');
  const [before, after] = one.version <= other.version ? [one, other] : [other, one];
  const compared = useLive((records) => compareProposals(records, before, after), [before, after]);
  const lines = only === 'differing' ? compared.lines.filter(({ kind }) => kind !== 'same') : compared.lines;
  const differing = compared.lines.filter(({ kind }) => kind !== 'same').length + compared.terms.length;
  return (
    <section
      className={classes.compare}
      aria-label={t('Version {{version}} against version {{version2}}', { version: before.version, version2: after.version })}
    >
      {rail}
      <div className={classes.bar}>
        <p role="status" className={classes.words}>
          {differing === 0
            ? t('The two versions say the same.')
            : `${numberText(differing)} ${differing === 1 ? t('difference') : t('differences')}`}
        </p>
        <Switch
          size="xs"
          label={t('Only what differs')}
          checked={only === 'differing'}
          onChange={(event) => setOnly(event.currentTarget.checked ? 'differing' : 'all')}
        />
        <ExportTableMenu label={t('the comparison')} variant="icon" table={() => comparisonTable(before, after, lines)} />
      </div>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('What changed')}</th>
              <Head proposal={before} />
              <Head proposal={after} />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={idOf(line)} line={line} />
            ))}
            {compared.terms.map((term) => (
              <TermRow key={term.field} term={term} />
            ))}
            <Totals before={compared.before} after={compared.after} difference={compared.difference} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The lines as they are shown, each side with its words, hours and price. */
function comparisonTable(before: Proposal, after: Proposal, lines: readonly ComparedLine[]): TableFile {
  const sides = [before, after].map(({ version }) => t('Version {{version}}', { version }));
  const cells = (line: ProposalLine | undefined): readonly TableValue[] => [line?.text, line?.hours, line?.price];
  return {
    name: sides.join(' – '),
    headers: [t('What changed'), ...sides.flatMap((side) => [side, `${side} ${t('hours')}`, `${side} ${t('price')}`])],
    rows: lines.map((line) => [
      kindText(line),
      ...cells('before' in line ? line.before : undefined),
      ...cells('after' in line ? line.after : undefined),
    ]),
  };
}

function Head({ proposal }: { readonly proposal: Proposal }) {
  return (
    <th scope="col" colSpan={3}>
      <Sentence
        text={t('Version {{version}} <span/>')}
        parts={{ span: <span className={classes.status}>{proposal.status}</span> }}
        values={{ version: proposal.version }}
      />
    </th>
  );
}

const idOf = (line: ComparedLine): string => ('after' in line ? line.after.id : line.before.id);

function LineRow({ line }: { readonly line: ComparedLine }) {
  const before = 'before' in line ? line.before : undefined;
  const after = 'after' in line ? line.after : undefined;
  const changed = 'changed' in line ? line.changed : [];
  return (
    <tr data-kind={line.kind}>
      <th scope="row">{kindText(line)}</th>
      <Side line={before} changed={changed} />
      <Side line={after} changed={changed} />
    </tr>
  );
}

const WORDS: Readonly<Record<ComparedField, string>> = {
  text: 'text',
  hours: 'hours',
  price: 'price',
  offeredAs: t('how it is offered'),
  chosen: t('whether it is chosen'),
};

function kindText(line: ComparedLine): string {
  if (line.kind === 'added') return t('Added');
  if (line.kind === 'removed') return t('Left out');
  if (line.kind === 'same') return '';
  const words = new Intl.ListFormat(spokenLanguage()).format(line.changed.map((field) => WORDS[field]));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface SideProps {
  readonly line: ProposalLine | undefined;
  readonly changed: readonly ComparedField[];
}

function Side({ line, changed }: SideProps) {
  if (!line) return <td colSpan={3} className={classes.absent} aria-label={t('Not in this version')} />;
  const marked = (...fields: readonly ComparedField[]) => fields.some((field) => changed.includes(field)) || undefined;
  const as = offeredAs(line);
  return (
    <>
      <td data-changed={marked('text', 'offeredAs', 'chosen')}>
        {line.text}
        {as === 'work' ? null : <span className={classes.as}>{line.chosen ? t('{{as}}, chosen', { as }) : as}</span>}
      </td>
      <td className={classes.number} data-changed={marked('hours')}>
        {line.hours === undefined ? '' : `${numberText(line.hours)} h`}
      </td>
      <td className={classes.number} data-changed={marked('price')}>
        {line.price ? moneyText(line.price) : as === 'courtesy' ? t('no charge') : ''}
      </td>
    </>
  );
}

function TermRow({ term }: { readonly term: ComparedTerm }) {
  const declared = declarationOf('proposal', term.field);
  const value = (said: unknown) => (declared && said !== undefined ? <FieldValue field={declared} value={said} /> : '–');
  return (
    <tr data-kind="changed">
      <th scope="row">{declared?.label ?? term.field}</th>
      <td colSpan={3} data-changed>
        {value(term.before)}
      </td>
      <td colSpan={3} data-changed>
        {value(term.after)}
      </td>
    </tr>
  );
}

interface TotalsProps {
  readonly before: MoneyValue | undefined;
  readonly after: MoneyValue | undefined;
  readonly difference: MoneyValue | undefined;
}

function Totals({ before, after, difference }: TotalsProps) {
  const sign = difference && difference.amount > 0 ? '+' : '';
  return (
    <tr className={classes.total}>
      <th scope="row">{t('Signed with it')}</th>
      <td colSpan={3} className={classes.number}>
        {before ? moneyText(before) : t('no price')}
      </td>
      <td colSpan={3} className={classes.number}>
        {after ? moneyText(after) : t('no price')}
        {difference && difference.amount !== 0 ? <span className={classes.difference}>{sign + moneyText(difference)}</span> : null}
      </td>
    </tr>
  );
}
