import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { BriefKey, BriefSection } from '#shared/handover/brief';
import { EMPTY } from '#shared/handover/brief-document';
import type { Deal } from '#shared/records/registry';
import { FieldEditor } from '../../../components/FieldEditor';
import { bodyOf } from '../../../components/record-path';
import { countText } from '../../../components/text-of';
import { BriefItemLine } from './BriefItemLine';
import classes from './BriefTab.module.css';
import { SectionReceipt } from './SectionReceipt';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface BriefSectionCardProps {
  readonly deal: Deal;
  readonly section: BriefSection;
}

/** One section of the brief, and who has read it. */
export function BriefSectionCard({ deal, section }: BriefSectionCardProps) {
  const { key, title, items, more } = section;
  return (
    <section className={classes.section} aria-labelledby={`brief-${key}`}>
      <header className={classes.head}>
        <h2 id={`brief-${key}`} className={classes.title}>
          {title}
        </h2>
        <SectionReceipt deal={deal} section={section} />
      </header>
      {items.length + more === 0 ? <Empty deal={deal} section={key} /> : null}
      {items.length > 0 ? (
        <ul className={classes.items}>
          {items.map((item, at) => (
            // One record may be told in several sentences, so its id alone is no key.
            <BriefItemLine key={`${item.record} ${at}`} deal={deal} item={item} />
          ))}
        </ul>
      ) : null}
      {more > 0 ? (
        <p className={classes.more}>
          <Sentence
            text={t('and {{more}}, see <anchor/>')}
            parts={{
              anchor: (
                <Anchor component={Link} to={`/deals/${bodyOf(deal.id)}/${ELSEWHERE[key].path}`} inherit>
                  {ELSEWHERE[key].name}
                </Anchor>
              ),
            }}
            values={{ more: countText(more, 'more', 'more') }}
          />
        </p>
      ) : null}
    </section>
  );
}

function Empty({ deal, section }: { readonly deal: Deal; readonly section: BriefKey }) {
  if (section !== 'why') return <p className={classes.empty}>{EMPTY[section]}</p>;
  return (
    <>
      <p className={classes.empty}>{EMPTY[section]}</p>
      <FieldEditor type="deal" id={deal.id} field="whyTheyBought" variant="bare" />
    </>
  );
}

const PROMISES = { name: t('Promises'), path: 'promises' } as const;

/** Where the whole list stands that a section had to cut. */
const ELSEWHERE: Readonly<Record<BriefKey, { readonly name: string; readonly path: string }>> = {
  why: { name: t('the facts'), path: 'story' },
  people: PROMISES,
  sold: { name: t('Scope'), path: 'scope' },
  promised: { name: t('Promises'), path: 'promises?register=commitment' },
  'given away': { name: t('Promises'), path: 'promises?register=concession' },
  constraints: { name: t('Promises'), path: 'promises?register=constraint' },
  unknown: PROMISES,
  'first weeks': { name: t('Tickets'), path: 'tickets' },
};
