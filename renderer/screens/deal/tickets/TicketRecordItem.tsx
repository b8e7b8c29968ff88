import { IconGavel, IconMessageQuestion, IconPoint } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Decision, Moment } from '#shared/records/registry';
import type { TicketItem } from '#shared/ticket/ticket-record';
import { InstantText } from '../../../components/InstantText';
import { MOMENT_ICONS } from '../../../components/moment-icons';
import { PersonName } from '../../../components/PersonName';
import { QuestionLine } from '../../../components/QuestionLine';
import { recordPath } from '../../../components/record-path';
import classes from './TicketPanel.module.css';
import { t } from '#shared/values/texts';

/** One thing in the record of a ticket, with who and when below. */
export function TicketRecordItem({ item }: { readonly item: TicketItem }) {
  return (
    <li className={classes.item} data-kind={item.kind}>
      <span className={classes.icon}>
        <ItemIcon item={item} />
      </span>
      <div>
        <ItemWords item={item} />
        <div className={classes.who}>
          <PersonName id={item.by} />
          {item.by && item.at ? ' · ' : ''}
          {item.at ? <InstantText value={item.at} /> : null}
        </div>
      </div>
    </li>
  );
}

function ItemIcon({ item }: { readonly item: TicketItem }) {
  if (item.kind === 'asked') return <IconMessageQuestion size={16} stroke={1.75} role="img" aria-label={t('Question')} />;
  if (item.kind === 'decided') return <IconGavel size={16} stroke={1.75} role="img" aria-label={t('Decision')} />;
  if (item.kind === 'did') return <IconPoint size={16} stroke={1.75} aria-hidden />;
  const Symbol = MOMENT_ICONS[item.moment.kind];
  return <Symbol size={16} stroke={1.75} role="img" aria-label={item.moment.kind} />;
}

function ItemWords({ item }: { readonly item: TicketItem }) {
  switch (item.kind) {
    case 'asked':
      return (
        <ul className={classes.asked}>
          <QuestionLine question={item.question} about="known" />
        </ul>
      );
    case 'decided':
      return <Decided decision={item.decision} />;
    case 'noted':
      return <Noted moment={item.moment} />;
    case 'did':
      return <span className={classes.quiet}>{item.told.sentence}</span>;
  }
}

function Decided({ decision: { text, why, decidedBy } }: { readonly decision: Decision }) {
  return (
    <>
      <span className={classes.words}>{text}</span>
      {why ? <p className={classes.answer}>{why}</p> : null}
      {decidedBy ? <div className={classes.who}>{t('Decided by {{decidedBy}}', { decidedBy })}</div> : null}
    </>
  );
}

function Noted({ moment }: { readonly moment: Moment }) {
  const path = recordPath(moment.id, moment.deal);
  const words = moment.body?.trim() ?? '';
  return (
    <>
      {moment.subject && path ? <Link to={path}>{moment.subject}</Link> : null}
      {words ? <div className={classes.words}>{words}</div> : null}
    </>
  );
}
