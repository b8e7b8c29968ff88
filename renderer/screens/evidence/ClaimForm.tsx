import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { RefPicker } from '../../components/RefPicker';
import { typeOf } from '../../components/record-path';
import classes from './EvidenceScreen.module.css';
import { t } from '#shared/values/texts';

interface ClaimFormProps {
  readonly claim: string;
  /** `deal:…`, `account:…`, or empty for everything. */
  readonly within: string;
  readonly onAsk: (claim: string, within: string) => void;
}

type Kind = 'deal' | 'account' | 'all';

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'deal', label: t('One deal') },
  { value: 'account', label: t('An account') },
  { value: 'all', label: t('Everything') },
];

/** What is claimed, and where to look. */
export function ClaimForm({ claim, within, onAsk }: ClaimFormProps) {
  const [draft, setDraft] = useState(claim);
  const [kind, setKind] = useState<Kind>(kindOf(within));
  const [place, setPlace] = useState(within);
  const [problem, setProblem] = useState<'no claim' | 'no place'>();
  const ask = (): void => {
    const needsPlace = kind !== 'all' && typeOf(place) !== kind;
    setProblem(draft.trim() === '' ? 'no claim' : needsPlace ? 'no place' : undefined);
    if (draft.trim() !== '' && !needsPlace) onAsk(draft.trim(), kind === 'all' ? '' : place);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Textarea
        label={t('The claim')}
        placeholder={t('For example: they would repeat a failed transfer at no charge')}
        size="md"
        autosize
        minRows={1}
        maxRows={5}
        autoFocus={claim === ''}
        value={draft}
        error={problem === 'no claim' ? t('Write what is said to have been promised, in a few words') : undefined}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div className={classes.where}>
        <Where kind={kind} onKind={setKind} place={place} onPlace={setPlace} isMissing={problem === 'no place'} />
        <Button type="submit" className={classes.ask}>
          {t('Look it up')}
        </Button>
      </div>
    </form>
  );
}

interface WhereProps {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly place: string;
  readonly onPlace: (place: string) => void;
  readonly isMissing: boolean;
}

function Where({ kind, onKind, place, onPlace, isMissing }: WhereProps) {
  const [name, ask, choose] =
    kind === 'deal' ? [t('Deal'), t('Which deal?'), t('Choose the deal')] : [t('Account'), t('Which account?'), t('Choose the account')];
  return (
    <>
      <SegmentedControl aria-label={t('Where to look')} size="sm" data={[...KINDS]} value={kind} onChange={onKind} />
      {kind === 'all' ? null : (
        <div className={classes.place}>
          <RefPicker
            key={kind}
            to={kind}
            value={typeOf(place) === kind ? place : undefined}
            onChange={(id) => onPlace(id ?? '')}
            aria-label={name}
            placeholder={ask}
            error={isMissing ? choose : undefined}
          />
        </div>
      )}
    </>
  );
}

function kindOf(within: string): Kind {
  const type = typeOf(within);
  return type === 'deal' || type === 'account' ? type : 'all';
}
