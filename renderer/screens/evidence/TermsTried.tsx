import type { Claim } from '#shared/evidence/claim';
import { HOWS, type How, type KnownTerm } from '#shared/evidence/terms';
import { Link } from 'react-router';
import { SectionCard } from '../../components/SectionCard';
import classes from './TermsTried.module.css';
import { t } from '#shared/values/texts';

interface TermsTriedProps {
  readonly terms: readonly KnownTerm[];
  readonly claim: Claim;
}

const HOW_NAMES: Readonly<Record<How, string>> = { exact: '', stem: t('other forms'), typo: 'slips', synonym: t('means the same') };
const MOST_FORMS = 14;

/** What was looked for: each idea of the claim, and every form of it that stands in the records. */
export function TermsTried({ terms, claim }: TermsTriedProps) {
  const names = [...new Set(claim.who.map(({ name }) => name))];
  return (
    <SectionCard
      title={t('What was looked for')}
      actions={
        <Link to="/settings/synonyms" className={classes.link}>
          {t('Words that mean the same')}
        </Link>
      }
    >
      <dl className={classes.terms}>
        {terms.map((term) => (
          <div key={term.said}>
            <dt>
              {term.said}
              {term.key ? <span className={classes.key}>{t('must be there')}</span> : null}
            </dt>
            <dd>{formsOf(term)}</dd>
          </div>
        ))}
        {names.length > 0 ? (
          <div>
            <dt>{names.join(', ')}</dt>
            <dd>{t('by or to them, or named in the words: such passages decide first')}</dd>
          </div>
        ) : null}
        {claim.negated ? (
          <div>
            <dt>{t('not')}</dt>
            <dd>{t('the claim says that something would not be done: exclusions and refusals of ours speak for it')}</dd>
          </div>
        ) : null}
      </dl>
    </SectionCard>
  );
}

function formsOf({ patterns, amount }: KnownTerm): string {
  if (amount) return t('the same sum, however it is written');
  if (patterns.length === 0) return t('stands nowhere in this workspace, in no form');
  return HOWS.flatMap((how) => {
    const forms = [
      ...new Set(patterns.filter((pattern) => pattern.how === how).map(({ words }) => words.map((run) => run.join('/')).join(' '))),
    ];
    if (forms.length === 0) return [];
    const more = forms.length > MOST_FORMS ? t(' and {{forms}} more', { forms: forms.length - MOST_FORMS }) : '';
    return [`${HOW_NAMES[how]}${HOW_NAMES[how] ? ': ' : ''}${forms.slice(0, MOST_FORMS).join(', ')}${more}`];
  }).join(' · ');
}
