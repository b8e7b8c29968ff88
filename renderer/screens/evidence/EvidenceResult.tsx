import { Loader } from '@mantine/core';
import { useEffect } from 'react';
import type { Scope } from '#shared/evidence/scope';
import type { Verdict } from '#shared/evidence/verdict';
import { SectionCard } from '../../components/SectionCard';
import { useWorkspaceInfo } from '../../data/live';
import { withinOf } from '../../data/reads/evidence';
import { useRecentClaims } from '../../ui-state/recent-claims';
import { CoverageCard } from './CoverageCard';
import { EvidenceHit } from './EvidenceHit';
import classes from './EvidenceScreen.module.css';
import { TermsTried } from './TermsTried';
import { useEvidence, type WeighedAnswer } from './use-evidence';
import { VerdictCard } from './VerdictCard';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface EvidenceResultProps {
  readonly claim: string;
  readonly scope: Scope;
  readonly onAsk: (claim: string, within: string) => void;
}

/** The answer to one claim. */
export function EvidenceResult({ claim, scope, onAsk }: EvidenceResultProps) {
  const asked = useEvidence(claim, scope);
  const within = withinOf(scope);
  useRemember(claim, within, asked.kind === 'answered' ? asked.answer.verdict : undefined);
  if (asked.kind === 'failed') {
    return (
      <p role="alert" className={classes.failed}>
        {asked.message}
      </p>
    );
  }
  if (asked.kind === 'looking') {
    return (
      <p role="status" className={classes.looking}>
        <Sentence
          text={t('<loader/> Looking through everything that is on this device')}
          parts={{ loader: <Loader size="xs" type="dots" /> }}
        />
      </p>
    );
  }
  return <Answered weighed={asked} onAsk={onAsk} />;
}

function useRemember(claim: string, within: string, verdict: Verdict | undefined): void {
  const { id } = useWorkspaceInfo();
  const remember = useRecentClaims((state) => state.remember);
  useEffect(() => {
    if (verdict !== undefined) remember(id, { claim, within, verdict });
  }, [id, claim, within, verdict, remember]);
}

interface AnsweredProps {
  readonly weighed: WeighedAnswer;
  readonly onAsk: (claim: string, within: string) => void;
}

function Answered({ weighed, onAsk }: AnsweredProps) {
  const { answer } = weighed;
  const { deciding, hits, closest, terms } = answer;
  const others = hits.filter((hit) => !deciding.includes(hit));
  return (
    <>
      <VerdictCard weighed={weighed} onAsk={onAsk} />
      {deciding.length > 0 ? (
        <SectionCard flush title={answer.verdict === 'discussed' ? t('Where it was spoken of') : t('What decides it')}>
          <ol className={classes.hits}>
            {deciding.map((hit) => (
              <EvidenceHit key={keyOf(hit)} hit={hit} terms={terms} scope={answer.question.scope} />
            ))}
          </ol>
        </SectionCard>
      ) : null}
      {closest ? (
        <SectionCard flush title={t('The nearest passage')}>
          <ol className={classes.hits}>
            <EvidenceHit hit={closest} terms={terms} scope={answer.question.scope} />
          </ol>
        </SectionCard>
      ) : null}
      <CoverageCard weighed={weighed} />
      {others.length > 0 ? (
        <SectionCard flush title={t('Also speaks of it ({{others}})', { others: others.length })}>
          <ol className={classes.hits}>
            {others.map((hit) => (
              <EvidenceHit key={keyOf(hit)} hit={hit} terms={terms} scope={answer.question.scope} />
            ))}
          </ol>
        </SectionCard>
      ) : null}
      <TermsTried terms={terms} claim={answer.claim} />
    </>
  );
}

const keyOf = ({
  passage,
}: {
  readonly passage: { readonly record: string; readonly label: string; readonly sentences: readonly { readonly start: number }[] };
}): string => `${passage.record} ${passage.label} ${passage.sentences[0]?.start ?? 0}`;
