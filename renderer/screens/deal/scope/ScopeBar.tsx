import { Badge, Button, CloseButton, TextInput, Tooltip } from '@mantine/core';
import { IconClipboardText, IconPlus, IconSearch } from '@tabler/icons-react';
import { isSignedDeal } from '#shared/deal/phase';
import type { Deal, ScopeLine } from '#shared/records/registry';
import { SCOPE_STATUSES } from '#shared/records/scope-line';
import { scopeLinesOf } from '#shared/scope/live-line';
import { readyToOffer } from '#shared/scope/ready';
import { ExportTableMenu } from '../../../components/export-table/ExportTableMenu';
import { sentence } from '../../../components/FieldValue';
import type { AddressChanges } from '../../../components/use-address-state';
import { useMayWrite } from '../../../components/use-may-write';
import { useLive } from '../../../data/live';
import { outsideSowCount } from '../../../data/reads/scope';
import { scopeTable } from './scope-table';
import classes from './ScopeTab.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface ScopeBarProps {
  readonly deal: Deal;
  readonly status: ScopeLine['status'] | undefined;
  readonly isCoverage: boolean;
  readonly find: string;
  /** The lines that are shown, in their order. */
  readonly shown: readonly ScopeLine[];
  readonly onChange: (changes: AddressChanges) => void;
  readonly onAdd: () => void;
  readonly onPaste: () => void;
}

/** What of the scope is shown, whether it is ready, and the ways to add to it. */
export function ScopeBar({ deal, status, isCoverage, find, shown, onChange, onAdd, onPaste }: ScopeBarProps) {
  const mayWrite = useMayWrite('scopeLine');
  return (
    <>
      <ScopeNav deal={deal} status={status} isCoverage={isCoverage} onChange={onChange} />
      <div className={classes.bar}>
        <TextInput
          size="xs"
          className={classes.find}
          placeholder={t('Find in lines')}
          aria-label={t('Find in lines')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={find ? <CloseButton size="sm" aria-label={t('Clear')} onClick={() => onChange({ find: null })} /> : null}
          value={find}
          onChange={(event) => onChange({ find: event.currentTarget.value })}
        />
        {isSignedDeal(deal) ? null : <Ready deal={deal} />}
        <span className={classes.space} />
        {isCoverage || shown.length === 0 ? null : (
          <ExportTableMenu label={t('the scope')} table={() => scopeTable(t('{{name}} scope', { name: deal.name }), shown)} />
        )}
        {mayWrite ? (
          <>
            <Button size="xs" variant="default" leftSection={<IconClipboardText size={14} />} onClick={onPaste}>
              {t('Paste rows…')}
            </Button>
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
              {t('Add a line')}
            </Button>
          </>
        ) : null}
      </div>
    </>
  );
}

type ScopeNavProps = Pick<ScopeBarProps, 'deal' | 'status' | 'isCoverage' | 'onChange'>;

function ScopeNav({ deal, status, isCoverage, onChange }: ScopeNavProps) {
  const lines = useLive((records) => scopeLinesOf(records, deal.id), [deal.id]);
  const outside = useLive((records) => outsideSowCount(records, deal.id), [deal.id]);
  const show = (changes: AddressChanges): void => onChange({ status: null, show: null, ...changes });
  return (
    <nav className={classes.nav} aria-label={t('Scope by status')}>
      <button type="button" className={classes.tab} aria-pressed={!status && !isCoverage} onClick={() => show({})}>
        <Sentence text={t('All <span/>')} parts={{ span: <span className={classes.count}>{lines.length}</span> }} />
      </button>
      {SCOPE_STATUSES.map((one) => {
        const count = lines.filter((line) => line.status === one).length;
        return count === 0 && status !== one ? null : (
          <button key={one} type="button" className={classes.tab} aria-pressed={status === one} onClick={() => show({ status: one })}>
            {sentence(one)} <span className={classes.count}>{count}</span>
          </button>
        );
      })}
      <button type="button" className={classes.tab} aria-pressed={isCoverage} onClick={() => show({ show: 'coverage', line: null })}>
        <Sentence
          text={t('Not in the SOW <span/>')}
          parts={{
            span: (
              <span className={classes.count}>
                {outside}
                {outside > 0 ? <span className={classes.dot} /> : null}
              </span>
            ),
          }}
        />
      </button>
    </nav>
  );
}

/** Whether the scope may be offered; what is against it stands in the tip and, for a breach, in the banner. */
function Ready({ deal }: { readonly deal: Deal }) {
  const against = useLive(
    (records) => {
      const ready = readyToOffer(records, deal.id);
      return ready.ok ? [] : ready.error.map(({ message }) => message);
    },
    [deal.id],
  );
  const isReady = against.length === 0;
  return (
    <Tooltip label={isReady ? t('Nothing speaks against offering this scope.') : against.join('\n')} multiline maw={420}>
      <Badge variant="light" color={isReady ? 'green' : 'red'} tt="none" tabIndex={0} role="status">
        {isReady ? t('Ready to offer') : t('Not ready')}
      </Badge>
    </Tooltip>
  );
}
