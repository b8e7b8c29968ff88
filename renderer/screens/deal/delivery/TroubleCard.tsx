import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ageInDays, bySeverity, joinIncidents, likelySame } from '#shared/delivery/incident';
import type { Deal, Ticket } from '#shared/records/registry';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { ClashMark } from '../../../components/ClashMark';
import { sentence } from '../../../components/FieldValue';
import { PersonName } from '../../../components/PersonName';
import { recordPath } from '../../../components/record-path';
import { SectionCard } from '../../../components/SectionCard';
import { TICKET_ICONS } from '../../../components/ticket/ticket-icons';
import { useUndecided } from '../../../components/ticket/use-undecided';
import { countText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useRecord } from '../../../data/live';
import { CloseIncidentDialog } from '../../../components/ticket/CloseIncidentDialog';
import { SeverityMark } from './SeverityMark';
import classes from './Trouble.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

const KINDS: readonly Ticket['kind'][] = ['incident', 'escalation', 'question'];

/** What broke, what is disputed and what is asked, the worst and oldest first, with what was settled lately beneath. */
export function TroubleCard({ deal }: { readonly deal: Deal }) {
  const tickets = useLive((records) => records.of('ticket', 'deal', deal.id).filter(({ kind }) => KINDS.includes(kind)), [deal.id]);
  const [closing, setClosing] = useState<Ticket>();
  const [showsOver, setShowsOver] = useState(false);
  const open = KINDS.flatMap((kind) => tickets.filter((ticket) => ticket.kind === kind && isOpenTicket(ticket)).toSorted(bySeverity));
  const over = tickets.filter((ticket) => !isOpenTicket(ticket)).toReversed();
  return (
    <div data-section="incidents">
      <SectionCard
        flush
        title={t('Incidents, escalations and questions')}
        actions={
          over.length > 0 ? (
            <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={showsOver} onClick={() => setShowsOver(!showsOver)}>
              {showsOver ? t('Hide what is over') : t('{{over}} over', { over: over.length })}
            </Button>
          ) : undefined
        }
      >
        {open.length === 0 ? (
          <p className={classes.none}>{t('Nothing is open. Report an incident when something breaks: it counts its days from then on.')}</p>
        ) : null}
        <ul className={classes.lines} aria-label={t('Open incidents, escalations and questions')}>
          {open.map((ticket) => (
            <TroubleLine key={ticket.id} ticket={ticket} others={open} onClose={() => setClosing(ticket)} />
          ))}
        </ul>
        {showsOver ? (
          <ul className={classes.lines} aria-label={t('Over')}>
            {over.map((ticket) => (
              <OverLine key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        ) : null}
      </SectionCard>
      {closing ? <CloseIncidentDialog ticket={closing} onClose={() => setClosing(undefined)} /> : null}
    </div>
  );
}

interface TroubleLineProps {
  readonly ticket: Ticket;
  readonly others: readonly Ticket[];
  readonly onClose: () => void;
}

function TroubleLine({ ticket, others, onClose }: TroubleLineProps) {
  const today = useToday();
  const Symbol = TICKET_ICONS[ticket.kind];
  const age = ageInDays(ticket, today);
  const same = ticket.kind === 'incident' ? likelySame(ticket, others) : undefined;
  return (
    <li className={classes.line} data-kind={ticket.kind}>
      <span className={classes.icon}>
        <Symbol size={17} stroke={1.75} aria-hidden />
      </span>
      <div className={classes.what}>
        <Link className={classes.title} to={recordPath(ticket.id, ticket.deal) ?? ''}>
          {ticket.title}
        </Link>
        <span className={classes.facts}>
          <Facts ticket={ticket} />
        </span>
        {same ? <MaybeSame ticket={ticket} same={same} /> : null}
      </div>
      <ClashMark record={ticket.id} field="status" label={t('Status')} />
      <span className={classes.age}>{age === undefined ? '' : age === 0 ? t('today') : countText(age, 'day', 'days')}</span>
      {ticket.kind === 'incident' ? <SeverityMark severity={ticket.severity} /> : null}
      {ticket.kind === 'incident' ? (
        <span className={classes.tools}>
          <Button size="compact-xs" variant="default" aria-label={t('Close “{{title}}”', { title: ticket.title })} onClick={onClose}>
            {t('Close…')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

/** Whose it is and who said it; of an escalation what it is about and who of sales was pulled in. */
function Facts({ ticket }: { readonly ticket: Ticket }) {
  const reporter = useRecord('contact', ticket.reportedBy);
  const parts = [
    sentence(ticket.kind),
    ...(ticket.about ? [t('about {{about}}', { about: ticket.about })] : []),
    ...(reporter ? [t('from {{name}}', { name: reporter.name })] : []),
  ];
  return (
    <>
      {parts.join(' · ')}
      {ticket.helper ? (
        <>
          {t(' · pulled in ')}
          <PersonName id={ticket.helper} />
        </>
      ) : null}
      {' · '}
      {ticket.owner ? <PersonName id={ticket.owner} /> : t('nobody’s')}
    </>
  );
}

/** Two reports that look like one: put together by one press, which can be undone. */
function MaybeSame({ ticket, same }: { readonly ticket: Ticket; readonly same: Ticket }) {
  const commit = useCommit();
  const undecided = useUndecided();
  return (
    <span className={classes.same}>
      <Sentence
        text={t('May be the same as “{{title}}”. <button/>')}
        parts={{
          button: (
            <button type="button" className={classes.join} onClick={() => void commit(joinIncidents(same, ticket, undecided))}>
              {t('Put them together')}
            </button>
          ),
        }}
        values={{ title: same.title }}
      />
    </span>
  );
}

function OverLine({ ticket }: { readonly ticket: Ticket }) {
  const Symbol = TICKET_ICONS[ticket.kind];
  const whose = ticket.party
    ? t(' · caused by {{value}}', {
        value: ticket.party === 'us' ? t('us') : ticket.party === 'client' ? t('the client') : t('a third party'),
      })
    : '';
  return (
    <li className={classes.line} data-over>
      <span className={classes.icon}>
        <Symbol size={17} stroke={1.75} aria-hidden />
      </span>
      <div className={classes.what}>
        <Link className={classes.title} to={recordPath(ticket.id, ticket.deal) ?? ''}>
          {ticket.title}
        </Link>
        <span className={classes.facts}>
          {sentence(ticket.status)}
          {whose}
          {(ticket.cause ?? ticket.outcome) ? ` · ${ticket.cause ?? ticket.outcome ?? ''}` : ''}
        </span>
      </div>
    </li>
  );
}
