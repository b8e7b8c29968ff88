import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Commitment, Deal, Proposal, ScopeLine } from '#shared/records/registry';
import { recordTitle, shorten } from '#shared/records/title';
import { callCourtesy, coverPromise, lineFromPromise } from '#shared/scope/from-promise';
import { scopeLinesOf } from '#shared/scope/live-line';
import { AskDialog } from '../../../components/AskDialog';
import { DateText } from '../../../components/DateText';
import { MoneyText } from '../../../components/MoneyText';
import { recordPath } from '../../../components/record-path';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { coverageOfDeal } from '../../../data/reads/scope';
import { SourceLink } from '../promises/SourceLink';
import classes from './CoverageList.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface CoverageListProps {
  readonly deal: Deal;
  readonly onOpen: (line: string) => void;
}

/** What was sold or promised and does not stand in the SOW, with what to do about each. */
export function CoverageList({ deal, onOpen }: CoverageListProps) {
  const sow = useLive((records) => coverageOfDeal(records, deal.id).sow, [deal.id]);
  const sold = useLive((records) => coverageOfDeal(records, deal.id).sold, [deal.id]);
  const promised = useLive((records) => coverageOfDeal(records, deal.id).promised, [deal.id]);
  const courtesies = useLive((records) => coverageOfDeal(records, deal.id).courtesyPromises, [deal.id]);
  const courtesyLines = useLive((records) => coverageOfDeal(records, deal.id).courtesyLines, [deal.id]);
  return (
    <div className={classes.lists}>
      <ComparedWith sow={sow} />
      <Part title={t('Sold, and not in the SOW')} none={t('Every line that is sold stands in it.')} count={sold.length}>
        {sold.map((line) => (
          <LineItem key={line.id} line={line} onOpen={onOpen} />
        ))}
      </Part>
      <Part title={t('Promised, and not in the SOW')} none={t('Every promise that is open stands in it.')} count={promised.length}>
        {promised.map((one) => (
          <PromiseItem key={one.id} commitment={one} />
        ))}
      </Part>
      {courtesies.length + courtesyLines.length > 0 ? (
        <Part title={t('Courtesies outside the SOW')} none="" count={courtesies.length + courtesyLines.length}>
          {courtesyLines.map((line) => (
            <LineItem key={line.id} line={line} onOpen={onOpen} />
          ))}
          {courtesies.map((one) => (
            <PromiseItem key={one.id} commitment={one} />
          ))}
        </Part>
      ) : null}
    </div>
  );
}

const STANDS = { draft: t('a draft'), sent: 'sent', accepted: 'accepted', superseded: 'superseded', declined: 'declined' } as const;

function ComparedWith({ sow }: { readonly sow: Proposal | undefined }) {
  if (!sow) {
    return <p className={classes.compared}>{t('There is no proposal yet, so only lines whose origin is the SOW count as being in it.')}</p>;
  }
  const day = sow.acceptedAt ?? sow.sentAt;
  return (
    <p className={classes.compared}>
      <Sentence
        text={t('Compared with {{toLowerCase}}, {{value}}<value2/>.')}
        parts={{
          value2: day ? (
            <>
              {t(' on ')}
              <DateText value={day} />
            </>
          ) : null,
        }}
        values={{ toLowerCase: recordTitle(sow).toLowerCase(), value: STANDS[sow.status] }}
      />
    </p>
  );
}

interface PartProps {
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Part({ title, none, count, children }: PartProps) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.heading}>
        {title} <span className={classes.count}>{count}</span>
      </h2>
      {count === 0 ? <p className={classes.none}>{none}</p> : <ul className={classes.items}>{children}</ul>}
    </section>
  );
}

function LineItem({ line, onOpen }: { readonly line: ScopeLine; readonly onOpen: (line: string) => void }) {
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <button type="button" className={classes.open} onClick={() => onOpen(line.id)}>
          {line.title}
        </button>
        <p className={classes.facts}>
          {line.origin ? <span>{t('Origin: {{origin}}', { origin: line.origin })}</span> : null}
          <MoneyText value={line.price} whole />
          {line.sourceMoment ? <SourceLink record={line} /> : null}
        </p>
      </div>
    </li>
  );
}

function PromiseItem({ commitment }: { readonly commitment: Commitment }) {
  const workspace = useWorkspace();
  const { records } = workspace;
  const commit = useCommit();
  const mayWrite = useMayWrite('scopeLine');
  const [isLinking, setLinking] = useState(false);
  const line = useLive((live) => live.get('scopeLine', commitment.scopeLine), [commitment.scopeLine]);
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <Link to={recordPath(commitment.id, commitment.deal) ?? ''} className={classes.open}>
          {commitment.text}
        </Link>
        {commitment.quote && commitment.quote !== commitment.text ? (
          <blockquote className={classes.quote}>{commitment.quote}</blockquote>
        ) : null}
        <p className={classes.facts}>
          {line ? <span>{t('Belongs to “{{title}}”, which is not in it either', { title: shorten(line.title, 60) })}</span> : null}
          <SourceLink record={commitment} />
        </p>
      </div>
      {mayWrite ? (
        <div className={classes.acts}>
          {line ? null : (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void commit(lineFromPromise(workspace.newId('scopeLine'), commitment, records))}
            >
              {t('Make it a line')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setLinking(true)}>
            {t('Put under a line…')}
          </Button>
          {commitment.kind === 'courtesy' ? null : (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void commit(callCourtesy(commitment))}>
              {t('It is a courtesy')}
            </Button>
          )}
        </div>
      ) : null}
      {isLinking ? <CoverDialog commitment={commitment} onClose={() => setLinking(false)} /> : null}
    </li>
  );
}

function CoverDialog({ commitment, onClose }: { readonly commitment: Commitment; readonly onClose: () => void }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const lines = useLive((live) => scopeLinesOf(live, commitment.deal), [commitment.deal]);
  const [picked, setPicked] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const cover = async (): Promise<boolean> => {
    const line = records.get('scopeLine', picked ?? undefined);
    if (line) return commit(coverPromise(commitment, line));
    setProblem(t('Choose the line that it belongs to.'));
    return false;
  };
  return (
    <AskDialog
      title={t('Put the promise under a line')}
      text={`“${commitment.text}”`}
      submitLabel={t('Put it there')}
      onClose={onClose}
      onSubmit={cover}
    >
      <Select
        label={t('Scope line')}
        data-autofocus
        searchable
        data={lines.filter(({ status }) => status !== 'negotiated away').map((line) => ({ value: line.id, label: line.title }))}
        value={picked}
        error={problem}
        onChange={setPicked}
      />
    </AskDialog>
  );
}
