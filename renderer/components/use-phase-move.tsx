import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { factsNeeded, moveDeal, type FactsNeeded, type MoveFacts } from '#shared/deal/phase';
import { versionsOf } from '#shared/proposal/offer-line';
import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import { useCommit, useLive, useWorkspace } from '../data/live';
import { ReasonDialog } from './AskDialog';
import { notify } from './notify';
import { recordPath } from './record-path';
import { usePhaseNames } from './phase-names';
import { SignDialog } from './SignDialog';
import { UndecidedDialog, useUndecided } from './UndecidedDialog';
import { useToday } from './use-today';
import { t } from '#shared/values/texts';
import { Sentence } from './Sentence';

interface Asked {
  readonly deal: Deal;
  readonly to: Phase;
  readonly needed: Exclude<FactsNeeded, 'nothing'>;
}

export interface PhaseMove {
  /** Moves the deal at once, or asks for what the move needs first. */
  readonly move: (deal: Deal, to: Phase) => void;
  /** The question that is open; render it once. */
  readonly dialog: ReactNode;
}

/** The one way in which a deal changes phase, by rail, card, menu or key. */
export function usePhaseMove(): PhaseMove {
  const workspace = useWorkspace();
  const commit = useCommit();
  const nameOf = usePhaseNames();
  const [asked, setAsked] = useState<Asked>();

  const carryOut = async (deal: Deal, to: Phase, facts: MoveFacts): Promise<boolean> => {
    const done = await commit(moveDeal(deal, to, { ...facts, undecided: workspace.records.undecided(deal.id) }));
    if (done) notify.done(`${deal.name}: ${nameOf(to)}`);
    return done;
  };
  const move = (deal: Deal, to: Phase): void => {
    const needed = factsNeeded(deal, to);
    if (to === deal.phase) return;
    if (needed === 'nothing') void carryOut(deal, to, {});
    else setAsked({ deal, to, needed });
  };
  return {
    move,
    dialog: asked ? (
      <Question key={asked.deal.id + asked.to} asked={asked} onClose={() => setAsked(undefined)} carryOut={carryOut} />
    ) : null,
  };
}

interface QuestionProps {
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly carryOut: (deal: Deal, to: Phase, facts: MoveFacts) => Promise<boolean>;
}

function Question({ asked: { deal, to, needed }, onClose, carryOut }: QuestionProps) {
  const today = useToday();
  const nameOf = usePhaseNames();
  const undecided = useUndecided(deal.id);
  if (needed === 'signature') {
    return undecided.length > 0 ? (
      <UndecidedDialog title={t('{{name}} cannot be signed yet', { name: deal.name })} undecided={undecided} onClose={onClose} />
    ) : (
      <SignDialog
        title={t('Sign {{name}}', { name: deal.name })}
        text={<SigningText deal={deal} phase={nameOf(to)} onLeave={onClose} />}
        submitLabel={t('Sign the deal')}
        deal={deal}
        today={today}
        onClose={onClose}
        onSubmit={({ amount, signedAt }) => carryOut(deal, to, { amount, at: signedAt })}
      />
    );
  }
  const question = questionOf(deal, needed, nameOf(to));
  return <ReasonDialog {...question} onClose={onClose} onSubmit={(why) => carryOut(deal, to, { why })} />;
}

interface SigningTextProps {
  readonly deal: Deal;
  readonly phase: string;
  readonly onLeave: () => void;
}

/** Where an offer is with the client, its acceptance is the better signature: it says what was sold, too. */
function SigningText({ deal, phase, onLeave }: SigningTextProps) {
  const sent = useLive((records) => versionsOf(records, deal.id).find(({ status }) => status === 'sent'), [deal.id]);
  return (
    <>
      <Sentence
        text={t('With the signature the deal goes to {{phase}}. Everything about it stays: it is the same record.<value/>')}
        parts={{
          value: sent ? (
            <>
              <Sentence
                text={t(' Version {{version}} of the proposal is with the client: <link/>, and its lines become the work packages.')}
                parts={{
                  link: (
                    <Link to={recordPath(sent.id, deal.id) ?? ''} onClick={onLeave}>
                      {t('accept it')}
                    </Link>
                  ),
                }}
                values={{ version: sent.version }}
              />
            </>
          ) : null,
        }}
        values={{ phase }}
      />
    </>
  );
}

interface ReasonQuestion {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly submitLabel: string;
}

function questionOf(deal: Deal, needed: 'reason lost' | 'reason', phase: string): ReasonQuestion {
  if (needed === 'reason lost') return lostQuestion(deal);
  return deal.phase === 'lost' ? reopenQuestion(deal, phase) : backQuestion(deal, phase);
}

const lostQuestion = (deal: Deal): ReasonQuestion => ({
  title: t('{{name}} is lost', { name: deal.name }),
  text: t('The deal keeps its whole story, and can be reopened.'),
  label: t('Why was it lost?'),
  submitLabel: t('Mark as lost'),
});

const reopenQuestion = (deal: Deal, phase: string): ReasonQuestion => ({
  title: t('Reopen {{name}}', { name: deal.name }),
  text: t('The deal goes on in {{phase}}.', { phase }),
  label: t('Why is it taken up again?'),
  submitLabel: t('Reopen the deal'),
});

const backQuestion = (deal: Deal, phase: string): ReasonQuestion => ({
  title: t('Take {{name}} back to {{phase}}', { name: deal.name, phase }),
  text: t('That is back across the signature: the deal will be unsigned. What was signed stays in its history.'),
  label: t('Why does it go back?'),
  submitLabel: t('Take it back'),
});
