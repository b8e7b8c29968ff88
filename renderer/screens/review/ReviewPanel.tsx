import { Button, Checkbox, Loader } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { heldUpBy } from '#shared/deal/undecided';
import { declarationOf, definitionOf } from '#shared/records/registry';
import { nounOf } from '#shared/records/title';
import { Kbd } from '../../components/Kbd';
import { mayNotSettle } from '../../components/may-write';
import { RecordLink } from '../../components/RecordLink';
import { ValueHistory } from '../../components/ValueHistory';
import { useMe, useRecord, useWorkspace } from '../../data/live';
import { homeOf, isRequired, type ReviewItem } from '../../data/review';
import type { Companion, ReviewDetail } from '../../data/review-detail';
import { BaseCard, UnseenEdits } from './BaseCard';
import { ChoiceCards } from './ChoiceCards';
import { ClashValue } from './ClashValue';
import { beginOther, type Draft, mayBeOther } from './draft';
import { OtherValue } from './OtherValue';
import classes from './ReviewPanel.module.css';
import { spokenLanguage } from '#shared/values/texts';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface ReviewPanelProps {
  readonly item: ReviewItem;
  /** Undefined while the ledger is read. */
  readonly detail: ReviewDetail | undefined;
  readonly draft: Draft;
  readonly companions: readonly Companion[];
  /** Whether what came with the other act goes back. */
  readonly withCompanions: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onWithCompanions: (goes: boolean) => void;
  readonly onSettle: () => void;
}

/** One clash, whole: what was before, what each made of it, and the choice. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { item, detail } = props;
  return (
    <section className={classes.panel} aria-label={t('{{label}} of {{title}}', { label: item.label, title: item.title })}>
      <PanelHead item={item} />
      {detail ? <Choice {...props} detail={detail} /> : <Loader size="sm" type="dots" aria-label={t('Reading who wrote what')} />}
    </section>
  );
}

function PanelHead({ item }: { readonly item: ReviewItem }) {
  const { records } = useWorkspace();
  const { clash, label, type } = item;
  const home = homeOf(clash.record, records);
  return (
    <header className={classes.panelHead}>
      <p className={classes.crumb}>
        {home === clash.record ? null : (
          <>
            <RecordLink type={home.startsWith('deal:') ? 'deal' : 'account'} id={home} /> ›{' '}
          </>
        )}
        {definitionOf(type).label} <RecordLink type={type} id={clash.record} />
      </p>
      <h2 className={classes.title}>
        {label}
        {clash.kind === 'archived' ? null : <ValueHistory record={clash.record} field={clash.field} label={label} />}
      </h2>
      <Standing item={item} />
    </header>
  );
}

function Standing({ item }: { readonly item: ReviewItem }) {
  if (isRequired(item)) {
    return (
      <p className={classes.standing} data-required>
        <IconAlertTriangle size={16} aria-hidden />
        <span>
          <Sentence
            text={t('<strong/> Holds up {{type}} until somebody chooses.')}
            parts={{ strong: <strong>{t('Undecided.')}</strong> }}
            values={{ type: heldUpBy(item.type) }}
          />
        </span>
      </p>
    );
  }
  const what =
    item.clash.kind === 'archived'
      ? t('The {{record}} is kept meanwhile.', { record: nounOf(item.clash.record) })
      : t('The latest is shown meanwhile.');
  return <p className={classes.standing}>{t('Changed without seeing each other. {{what}}', { what })}</p>;
}

function Choice({ item, detail, draft, onDraft, onSettle, ...rest }: ReviewPanelProps & { readonly detail: ReviewDetail }) {
  const { records } = useWorkspace();
  const me = useRecord('person', useMe());
  const writers = mayNotSettle(item.type, me, item.declared);
  const picked = draft.kind === 'choice' ? draft.at : undefined;
  return (
    <>
      {item.clash.kind === 'archived' ? <UnseenEdits item={item} unseen={detail.unseen} /> : <BaseCard item={item} base={detail.base} />}
      <ChoiceCards
        item={item}
        detail={detail}
        picked={picked}
        disabled={writers !== undefined}
        onPick={(at) => onDraft({ kind: 'choice', at })}
      />
      {writers === undefined && mayBeOther(item) ? (
        <OtherValue
          declared={item.declared}
          draft={draft}
          onBegin={() => onDraft(beginOther(item, detail, draft, records))}
          onChange={(value) => onDraft({ kind: 'other', value })}
          onCancel={() => onDraft({ kind: 'none' })}
          onSettle={onSettle}
        />
      ) : null}
      {writers ? (
        <p className={classes.locked}>
          <Sentence
            text={t('<iconLock/> {{label}} of a {{record}} is settled by {{writers}}.')}
            parts={{ iconLock: <IconLock size={16} aria-hidden /> }}
            values={{ label: item.label, record: nounOf(item.clash.record), writers: listed(writers) }}
          />
        </p>
      ) : (
        <Foot item={item} draft={draft} onSettle={onSettle} {...rest} />
      )}
    </>
  );
}

type FootProps = Pick<ReviewPanelProps, 'item' | 'draft' | 'companions' | 'withCompanions' | 'onWithCompanions' | 'onSettle'>;

function Foot({ item, draft, companions, withCompanions, onWithCompanions, onSettle }: FootProps) {
  return (
    <footer className={classes.foot}>
      {companions.length > 0 ? (
        <Checkbox
          size="sm"
          checked={withCompanions}
          onChange={(event) => onWithCompanions(event.currentTarget.checked)}
          label={
            <>
              <Sentence
                text={t('Take back what came with the other <companions/>')}
                parts={{
                  companions: companions.map(({ field, is, was }) => {
                    const declared = declarationOf(item.type, field);
                    return (
                      <span key={field} className={classes.companion}>
                        {declared?.label ?? field}{' '}
                        <s className={classes.was}>
                          <ClashValue field={field} declared={declared} value={is} />
                        </s>{' '}
                        → <ClashValue field={field} declared={declared} value={was} />
                      </span>
                    );
                  }),
                }}
              />
            </>
          }
        />
      ) : null}
      <span className={classes.footActs}>
        <Button
          aria-disabled={draft.kind === 'none'}
          data-disabled={draft.kind === 'none' || undefined}
          rightSection={<Kbd keys="enter" />}
          onClick={onSettle}
        >
          {t('Settle')}
        </Button>
        {draft.kind === 'none' ? (
          <span className={classes.hint}>{t('Choose one of the values: press its number, or click it.')}</span>
        ) : null}
      </span>
    </footer>
  );
}

const listed = (roles: readonly string[]): string => new Intl.ListFormat(spokenLanguage(), { type: 'disjunction' }).format(roles);
