import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { raiseEscalation, raiseQuestion, reportIncident } from '#shared/delivery/incident';
import { ticketFromWords, type SelectedWords } from '#shared/delivery/incident-from-words';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { Deal, FieldOf, Ticket } from '#shared/records/registry';
import { FormProblem } from '../../../components/FormProblem';
import { notify } from '../../../components/notify';
import { RecordForm } from '../../../components/RecordForm';
import { TIME_ZONE, useToday } from '../../../components/use-today';
import { useCommit, useMe, useRecord, useWorkspace } from '../../../data/live';
import classes from './Trouble.module.css';
import { t } from '#shared/values/texts';

export type DeliveryKind = Extract<Ticket['kind'], 'incident' | 'question' | 'escalation'>;

interface KindFace {
  readonly title: string;
  readonly submit: string;
  readonly done: string;
  readonly fields: readonly FieldOf<'ticket'>[];
  readonly needed: readonly FieldOf<'ticket'>[];
  readonly open: typeof reportIncident;
}

const FACES: Readonly<Record<DeliveryKind, KindFace>> = {
  incident: {
    title: t('Report an incident'),
    submit: t('Report it'),
    done: t('Incident reported'),
    fields: ['title', 'detail', 'severity', 'openedAt', 'reportedBy', 'owner', 'scopeLine', 'due'],
    needed: ['severity'],
    open: reportIncident,
  },
  question: {
    title: t('Raise a question'),
    submit: t('Raise it'),
    done: t('Question raised'),
    fields: ['title', 'detail', 'reportedBy', 'owner', 'due'],
    needed: [],
    open: raiseQuestion,
  },
  escalation: {
    title: t('Escalate'),
    submit: t('Escalate it'),
    done: t('Escalated'),
    fields: ['title', 'detail', 'about', 'helper', 'reportedBy', 'owner', 'due'],
    needed: ['about'],
    open: raiseEscalation,
  },
};

interface NewTicketOfDeliveryProps {
  readonly deal: Deal;
  readonly kind: DeliveryKind;
  /** Words of a mail that it is made of. */
  readonly words?: SelectedWords;
  readonly onClose: () => void;
}

/** Reports what broke, raises a question, or takes a dispute to somebody; from words where there are some. */
export function NewTicketOfDelivery({ deal, kind, words, onClose }: NewTicketOfDeliveryProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const [problem, setProblem] = useState<string>();
  const face = FACES[kind];
  const made = useMemo(() => words && ticketFromWords(kind, words), [kind, words]);
  const given = made?.ok ? made.value : undefined;
  const open = async (values: Values<'ticket'>): Promise<boolean> => {
    if (given && workspace.records.get('ticket', given.id)) {
      setProblem(
        t('There is a ticket of these very words already: “{{title}}”.', { title: workspace.records.get('ticket', given.id)?.title ?? '' }),
      );
      return false;
    }
    const opened = face.open(given?.id ?? workspace.newId('ticket'), deal, { ...given?.values, ...values }, today);
    setProblem(opened.ok ? undefined : opened.error.message);
    const done = opened.ok && (await commit(opened));
    if (done) {
      notify.done(face.done);
      onClose();
    }
    return done;
  };
  return (
    <Modal opened onClose={onClose} title={face.title} size="lg">
      {words ? <blockquote className={classes.quote}>{words.quote}</blockquote> : null}
      <FormProblem message={problem ?? (made && !made.ok ? made.error.message : undefined)} />
      <RecordForm
        type="ticket"
        fields={face.fields}
        initial={{ owner: me, ...(kind === 'incident' ? { openedAt: today } : {}), ...startOf(kind, deal), ...given?.values }}
        needed={face.needed}
        within={{
          scopeLine: ({ id }) => workspace.records.get('scopeLine', id)?.deal === deal.id,
          reportedBy: ({ id }) => workspace.records.get('contact', id)?.account === deal.account,
        }}
        submitLabel={face.submit}
        onSubmit={open}
        onCancel={onClose}
      />
    </Modal>
  );
}

/** An incident is the project manager's until somebody takes it; sales is pulled in by whoever sold. */
function startOf(kind: DeliveryKind, deal: Deal): Values<'ticket'> {
  if (kind === 'escalation') return deal.ae ? { helper: deal.ae } : {};
  return kind === 'incident' && deal.pm ? { owner: deal.pm } : {};
}

interface TicketOfWordsProps {
  /** That the words belong to; words that are filed nowhere make nothing. */
  readonly deal: Id<'deal'> | undefined;
  readonly kind: DeliveryKind;
  readonly words: SelectedWords;
  readonly onClose: () => void;
}

/** The form of an incident, a question or an escalation that stands in a mail, a call or a note. */
export function TicketOfWords({ deal, kind, words, onClose }: TicketOfWordsProps) {
  const found = useRecord('deal', deal);
  return found ? <NewTicketOfDelivery deal={found} kind={kind} words={{ ...words, timeZone: TIME_ZONE }} onClose={onClose} /> : null;
}
