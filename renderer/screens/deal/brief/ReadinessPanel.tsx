import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { gapTitle, type Gap } from '#shared/handover/readiness';
import type { Deal, FieldOf, RecordType } from '#shared/records/registry';
import { typeOf } from '#shared/records/registry';
import { FieldEditor } from '../../../components/FieldEditor';
import { recordPath } from '../../../components/record-path';
import { SectionCard } from '../../../components/SectionCard';
import { useLive } from '../../../data/live';
import { gapsByKind } from '../../../data/reads/handover';
import classes from './ReadinessPanel.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What is missing before the deal can be handed over without a meeting; each item leads to where it is mended, or is mended here. */
export function ReadinessPanel({ deal }: { readonly deal: Deal }) {
  const all = useLive((records) => gapsByKind(records, deal), [deal]);
  // Questions stand below, where they are answered.
  const kinds = all.filter(({ kind }) => kind !== 'open question');
  return (
    <SectionCard flush title={t('Missing in the record')}>
      {kinds.length === 0 ? (
        <p className={classes.ready}>
          <Sentence
            text={t('<iconCircleCheck/> Every line says why, what is out and how it is accepted, and everything has an owner.')}
            parts={{ iconCircleCheck: <IconCircleCheck size={16} aria-hidden /> }}
          />
        </p>
      ) : null}
      {kinds.map(({ kind, gaps }) => (
        <section key={kind} className={classes.kind} aria-label={gapTitle(kind, gaps.length)}>
          <h3 className={classes.title}>{gapTitle(kind, gaps.length)}</h3>
          <ul className={classes.gaps}>
            {gaps.map((gap) => (
              <GapLine key={gap.key} deal={deal} gap={gap} />
            ))}
          </ul>
        </section>
      ))}
    </SectionCard>
  );
}

function GapLine({ deal, gap: { about, text, field } }: { readonly deal: Deal; readonly gap: Gap }) {
  const [record] = about;
  const type = typeOf(record);
  const path = record === deal.id ? undefined : recordPath(record, deal.id);
  return (
    <li className={classes.gap}>
      {path ? <Link to={path}>{text}</Link> : <span>{text}</span>}
      {field && type ? (
        <FieldEditor type={type} id={record as `${RecordType}:${string}`} field={field as FieldOf<RecordType>} variant="bare" />
      ) : null}
    </li>
  );
}
