import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Selection } from '#shared/promise/from-selection';
import { typeOf, type Moment } from '#shared/records/registry';
import { FieldEditor } from '../../../components/FieldEditor';
import { sentence } from '../../../components/FieldValue';
import { InstantText } from '../../../components/InstantText';
import { MailBody } from '../../../components/MailBody';
import { MOMENT_ICONS } from '../../../components/moment-icons';
import { QuestionsAbout } from '../../../components/QuestionsAbout';
import { RecordLink } from '../../../components/RecordLink';
import { useLive } from '../../../data/live';
import { changesFromMoment } from '../../../data/reads/change-orders';
import { promisesFromMoment } from '../../../data/reads/promises';
import { RequestDialog } from '../changes/RequestDialog';
import { TicketOfWords } from '../delivery/NewTicketOfDelivery';
import { SidePanel } from '../SidePanel';
import { MomentText } from '../words/MomentText';
import type { MadeRecord, Makeable } from '../words/makeable';
import { PromiseDialog } from '../words/PromiseDialog';
import type { Span } from '../words/sentences';
import { titleOf } from './MomentRow';
import classes from './MomentPanel.module.css';
import { OriginalFile } from './OriginalFile';
import { ThreadOf } from './ThreadOf';
import { useOriginal, type Original } from './use-original';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface MomentPanelProps {
  readonly moment: Moment;
  /** Words of the body that somebody came to read. */
  readonly sought?: Span | undefined;
  readonly onOpen: (moment: string) => void;
  readonly onClose: () => void;
}

/** One moment, whole: its words, from which records are made, where it came from, and what belongs to it. */
export function MomentPanel({ moment, sought, onOpen, onClose }: MomentPanelProps) {
  const original = useOriginal(moment.file);
  const Symbol = MOMENT_ICONS[moment.kind];
  return (
    <SidePanel
      label={titleOf(moment)}
      head={
        <>
          <Symbol size={16} stroke={1.75} aria-hidden /> {sentence(moment.kind)} · <InstantText value={moment.at} />
        </>
      }
      onClose={onClose}
    >
      <Words moment={moment} original={original} sought={sought} />
      <OriginalFile moment={moment} original={original} />
      <ThreadOf moment={moment} onOpen={onOpen} />
      <div className={classes.filing}>
        <FieldEditor type="moment" id={moment.id} field="contacts" />
        <FieldEditor type="moment" id={moment.id} field="people" />
        <FieldEditor type="moment" id={moment.id} field="deal" label={t('Filed under')} />
      </div>
      <EvidenceOn moment={moment} />
      {moment.deal ? <QuestionsAbout deal={moment.deal} record={moment.id} title={titleOf(moment)} /> : null}
    </SidePanel>
  );
}

/** What the words were said about, where they answer a question. */
function EvidenceOn({ moment }: { readonly moment: Moment }) {
  const type = moment.about && typeOf(moment.about);
  if (!type || moment.about === moment.deal) return null;
  return (
    <Text size="sm">
      <Sentence text={t('Evidence on <recordLink/>')} parts={{ recordLink: <RecordLink type={type} id={moment.about} /> }} />
    </Text>
  );
}

/** Subject and body, both open to selection; records made from them are marked and lead to their register. */
function Words({ moment, original, sought }: Pick<MomentPanelProps, 'moment' | 'sought'> & { readonly original: Original }) {
  const made = useLive(
    (records) => [
      ...promisesFromMoment(records, moment.id),
      ...changesFromMoment(records, moment.id),
      ...records.of('ticket', 'sourceMoment', moment.id),
    ],
    [moment.id],
  );
  const [selected, setSelected] = useState<Selection & { readonly kind: Makeable }>();
  const body = moment.body ?? '';
  const subject = moment.subject ?? '';
  const inBody = useMemo(() => made.filter((record) => standsIn(record, body)), [made, body]);
  const inSubject = useMemo(() => made.filter((record) => record.quote && !standsIn(record, body)), [made, body]);
  const html = original.kind === 'kept' ? original.mail?.html : undefined;
  const make =
    (part: string, at: Span['start'] | undefined) =>
    (kind: Makeable, { start, end }: Span) =>
      setSelected({ kind, moment, quote: part.slice(start, end), ...(at === undefined ? {} : { start: at + start }) });
  return (
    <>
      {subject ? (
        <MomentText variant="heading" text={subject} label={t('Subject')} made={inSubject} onMake={make(subject, undefined)} />
      ) : null}
      <Headers moment={moment} />
      {body || html ? (
        <MailBody text={body} html={html}>
          <MomentText text={body} label={t('Text')} made={inBody} sought={sought} onMake={make(body, 0)} />
        </MailBody>
      ) : moment.file ? null : (
        <Text size="sm" c="dimmed">
          {t('There are no words in it.')}
        </Text>
      )}
      {selected ? <MadeOfWords selected={selected} onClose={() => setSelected(undefined)} /> : null}
    </>
  );
}

/** Words whose place nobody noted are looked for: in the text first, else they are the subject's. */
const standsIn = ({ quote, quoteStart }: MadeRecord, body: string): boolean =>
  quoteStart !== undefined || (quote !== undefined && quote !== '' && body.includes(quote));

interface MadeOfWordsProps {
  readonly selected: Selection & { readonly kind: Makeable };
  readonly onClose: () => void;
}

/** The form of what the words are to become. */
function MadeOfWords({ selected, onClose }: MadeOfWordsProps) {
  const { kind, ...selection } = selected;
  const { deal } = selection.moment;
  if (kind === 'incident' || kind === 'question' || kind === 'escalation')
    return <TicketOfWords deal={deal} kind={kind} words={selection} onClose={onClose} />;
  if (kind !== 'changeOrder') return <PromiseDialog selected={{ ...selection, kind }} onClose={onClose} />;
  return deal ? <RequestDialog deal={deal} asked={{ from: 'words', selection }} onClose={onClose} /> : null;
}

function Headers({ moment }: { readonly moment: Moment }) {
  const lines = [
    [t('From'), moment.from],
    [t('To'), moment.to],
  ].filter(([, value]) => value);
  return lines.length > 0 ? (
    <dl className={classes.headers}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null;
}
