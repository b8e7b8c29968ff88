import { Button, Text } from '@mantine/core';
import { countChanges, type PartChange, type PartField } from '#shared/blueprint/changes';
import { bringBack } from '#shared/blueprint/drawing';
import { plainText, parseRichText } from '#shared/blueprint/rich-text';
import type { Records } from '#shared/records/records';
import { declarationOf, typeOf, type Blueprint, type RecordOf } from '#shared/records/registry';
import { valueText } from '#shared/records/value-text';
import { instantOfAt } from '#shared/ledger/clock';
import { aroundChanges, diffText } from '#shared/ledger/text-diff';
import { InstantText } from '../../../components/InstantText';
import { PersonName } from '../../../components/PersonName';
import { useWording } from '../../../components/use-wording';
import { useCommit, useWorkspace } from '../../../data/live';
import classes from './StandingPanel.module.css';
import type { Approved } from './use-approved';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface ChangesSinceProps {
  readonly blueprint: Blueprint;
  readonly approved: Approved;
  readonly onOpen: (id: string) => void;
}

/** What is no longer as it was approved, part by part. */
export function ChangesSince({ blueprint, approved: { act, then, changes }, onOpen }: ChangesSinceProps) {
  const moved = changes.filter(({ difference }) => difference === 'moved').length;
  const real = changes.filter(({ difference }) => difference !== 'moved');
  return (
    <section className={classes.group} aria-label={t('Changed since approval')}>
      <h2 className={classes.title}>
        <Sentence
          text={t('Changed since approval <span/>')}
          parts={{ span: <span className={classes.count}>{countChanges(changes)}</span> }}
        />
      </h2>
      <Text size="xs" c="dimmed" component="p" className={classes.when}>
        <Sentence
          text={t('Approved by <personName/>, <instant/>')}
          parts={{ personName: <PersonName id={act.by as `person:${string}`} />, instant: <InstantText value={instantOfAt(act.at)} /> }}
        />
      </Text>
      {real.length === 0 ? <p className={classes.none}>{t('Nothing is said differently from what was approved.')}</p> : null}
      <ul className={classes.list}>
        {real.map((change) => (
          <Change key={change.id} blueprint={blueprint} change={change} then={then} onOpen={onOpen} />
        ))}
      </ul>
      {moved > 0 ? (
        <p className={classes.none}>
          {moved === 1 ? t('One part only stands elsewhere.') : t('{{moved}} parts only stand elsewhere.', { moved })}
        </p>
      ) : null}
    </section>
  );
}

const VERBS = { added: t('New'), changed: t('Changed'), removed: t('Removed'), moved: t('Moved') } as const;

interface ChangeProps extends Pick<ChangesSinceProps, 'blueprint' | 'onOpen'> {
  readonly change: PartChange;
  readonly then: Records;
}

function Change({ blueprint, change, then, onOpen }: ChangeProps) {
  const commit = useCommit();
  const { records } = useWorkspace();
  const removed = change.difference === 'removed' ? archivedPart(records, change.id) : undefined;
  return (
    <li className={classes.item} data-difference={change.difference}>
      <div className={classes.change}>
        <span className={classes.verb}>{VERBS[change.difference]}</span>
        <span className={classes.part}>{change.part}</span>
        {removed ? (
          <Button size="compact-xs" variant="default" onClick={() => void commit(bringBack(blueprint, [removed]))}>
            {t('Bring back')}
          </Button>
        ) : null}
      </div>
      {change.difference === 'removed' ? (
        <s>{change.title}</s>
      ) : (
        <button type="button" className={classes.open} onClick={() => onOpen(change.id)}>
          {change.title}
        </button>
      )}
      {change.fields.map((field) => (
        <FieldChanged key={field.field} id={change.id} field={field} then={then} />
      ))}
    </li>
  );
}

type PartRecord = RecordOf<'blueprintNode'> | RecordOf<'blueprintEdge'> | RecordOf<'blueprintSection'>;

/** A part that was put away by itself; a connection that only waits for its node comes back with it. */
function archivedPart(records: Records, id: PartChange['id']): PartRecord | undefined {
  const type = typeOf(id);
  const isPart = type === 'blueprintNode' || type === 'blueprintEdge' || type === 'blueprintSection';
  const record = isPart ? records.get(type, id) : undefined;
  return record?.archived ? record : undefined;
}

interface FieldChangedProps {
  readonly id: PartChange['id'];
  readonly field: PartField;
  readonly then: Records;
}

function FieldChanged({ id, field: { field, was, is }, then }: FieldChangedProps) {
  const wording = useWording();
  const type = typeOf(id);
  const declared = type && declarationOf(type, field);
  const said = (value: PartField['was'], records: Records): string => {
    const text = valueText(declared, value, { ...wording, records });
    return field === 'text' ? plainText(parseRichText(text)) : text;
  };
  const parts = aroundChanges(diffText(said(was, then), said(is, wording.records)));
  return (
    <p className={classes.field}>
      <span className={classes.part}>{declared?.label ?? field}:</span>{' '}
      {parts.map(({ how, text }, at) => (
        <Part key={at} how={how} text={text} />
      ))}
    </p>
  );
}

function Part({ how, text }: { readonly how: 'same' | 'added' | 'removed' | 'gap'; readonly text: string }) {
  if (how === 'gap') return <span className={classes.part}> ⋯ </span>;
  if (how === 'same') return text;
  const Tag = how === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <span className="sr-only">{` [${how}: `}</span>
      {text}
      <span className="sr-only">] </span>
    </Tag>
  );
}
