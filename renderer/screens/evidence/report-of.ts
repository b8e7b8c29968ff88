import { overrulings, VERDICT_NAMES } from '#shared/evidence/overrule';
import { reasonOf, whoOf } from '#shared/evidence/reason';
import { RULES } from '#shared/evidence/rules';
import type { Scope } from '#shared/evidence/scope';
import type { Hit } from '#shared/evidence/verdict';
import { definitionOf, typeOf } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import type { Wording } from '#shared/records/value-text';
import type { ReportRequest, RequestedPassage } from '../../components/evidence-report/report-request';
import { dateText } from '../../components/text-of';
import type { SyncFacts } from '../../data/sync-state';
import { deviceLines, gapLines, searchedLine } from './coverage-lines';
import type { WeighedAnswer } from './use-evidence';
import { t } from '#shared/values/texts';

/** Passages beside those that decide, so many are printed. */
const PRINTED = 12;

/** What the report of an answer says: the verdict and what a person made of it, the words, what was searched and what was not. */
export function reportOf(weighed: WeighedAnswer, wording: Wording, sync: SyncFacts, now: number): ReportRequest {
  const { answer, coverage, health, devices } = weighed;
  const { claim, terms, question, deciding, hits, closest } = answer;
  const others = hits.filter((hit) => !deciding.includes(hit)).slice(0, PRINTED);
  const [first] = deciding;
  return {
    title: t('Was this promised? {{claim}}', { claim: question.claim }),
    subtitle: scopeText(question.scope, wording.records),
    claim: {
      text: question.claim,
      verdict: VERDICT_NAMES[answer.verdict],
      reason: reasonOf(claim, terms, answer, wording),
      tried: terms.map(({ said }) => `“${said}”`).join(', ') || t('no words'),
      deciding: deciding.map((hit) => passageOf(hit, wording)),
      others: [...others, ...(closest ? [closest] : [])].map((hit) => passageOf(hit, wording)),
      ...overruled(weighed, wording.records),
    },
    coverage: {
      searched: t('Searched: {{coverage}}', { coverage: searchedLine(coverage) }),
      gaps: [...gapLines(coverage, wording), ...deviceLines(health, devices, sync, wording, now)],
    },
    ...(first && { trace: first.passage.record }),
  };
}

function overruled({ answer: { question } }: WeighedAnswer, records: Records): { readonly overruled?: string } {
  const said = overrulings(question.claim, question.scope, records).map(({ verdict, decidedBy, decidedAt, why }) =>
    [
      t('Overruled: {{value}}', { value: verdict ? VERDICT_NAMES[verdict].toLowerCase() : t('another verdict') }),
      t('by {{decidedBy}}{{value}}.', {
        decidedBy: decidedBy ?? t('somebody'),
        value: decidedAt ? t(' on {{decidedAt}}', { decidedAt: dateText(decidedAt) }) : '',
      }),
      why ?? '',
    ].join(' '),
  );
  return said.length > 0 ? { overruled: said.join(' ') } : {};
}

function passageOf({ passage, witness, rule, effect }: Hit, wording: Wording): RequestedPassage {
  const type = typeOf(passage.record);
  const noun = type === 'moment' || type === undefined ? witness.channel : definitionOf(type).label;
  const [by, to] = [whoOf(witness.by, wording), whoOf(witness.to, wording)];
  const people = by ? `${by}${to ? t(' to {{to}}', { to }) : ''}` : '';
  return {
    record: passage.record,
    sentences: passage.sentences,
    source: [noun, passage.role === 'attachment' ? passage.label : '', people, witness.on ? dateText(witness.on) : '']
      .filter(Boolean)
      .join(', '),
    ...(effect === 'mentions' ? {} : { proves: `${effect === 'supports' ? t('For it') : t('Against it')}: ${RULES[rule]}` }),
  };
}

function scopeText(scope: Scope, records: Records): string {
  if (scope.kind === 'all') return t('Everything on this device');
  if (scope.kind === 'account') return records.get('account', scope.account)?.name ?? t('An account that is not here');
  const deal = records.get('deal', scope.deal);
  return [records.get('account', deal?.account)?.name, deal?.name].filter(Boolean).join(' · ');
}
