import { Button, CloseButton, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { NOTABLE, type Notable } from '#shared/records/register';
import type { Deal } from '#shared/records/registry';
import { useAddressState } from '../../../components/use-address-state';
import { useLive } from '../../../data/live';
import { promiseOf } from '../../../data/reads/promises';
import { DealFacts } from '../DealFacts';
import { ListAndPanel } from '../ListAndPanel';
import { AddPromiseDialog } from './AddPromiseDialog';
import { PromisePanel } from './PromisePanel';
import classes from './PromisesTab.module.css';
import { REGISTERS } from './promise-kinds';
import { RegisterNav } from './RegisterNav';
import { RegisterSection } from './RegisterSection';
import { t } from '#shared/values/texts';

/** All that was promised, given up, objected to, settled, ruled out and wanted, in the words in which it was said. */
export function PromisesTab({ deal }: { readonly deal: Deal }) {
  const [address, change] = useAddressState();
  const [adding, setAdding] = useState<Notable>();
  const register = NOTABLE.find((kind) => kind === address.get('register'));
  const recordId = openRecord(register, address.get('record'));
  const reading = useLive((records) => (recordId ? promiseOf(records, recordId) : undefined), [recordId]);
  const only = address.get('only') === 'open' ? 'open' : 'all';
  const find = address.get('find') ?? '';
  const close = (): void => change({ record: null });
  return (
    <ListAndPanel
      label={t('Promises')}
      onClose={reading ? close : undefined}
      panel={reading ? <PromisePanel key={reading.id} record={reading} onClose={close} /> : <DealFacts deal={deal} />}
    >
      <RegisterNav deal={deal} chosen={register} onChoose={(kind) => change({ register: kind ?? null, record: null })} />
      <div className={classes.bar}>
        <TextInput
          size="xs"
          className={classes.find}
          placeholder={t('Find in promises and quotes')}
          aria-label={t('Find in promises and quotes')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={find ? <CloseButton size="sm" aria-label={t('Clear')} onClick={() => change({ find: null })} /> : null}
          value={find}
          onChange={(event) => change({ find: event.currentTarget.value })}
        />
        <Switch
          size="xs"
          label={t('Only what is open')}
          checked={only === 'open'}
          onChange={(event) => change({ only: event.currentTarget.checked ? 'open' : null })}
        />
        <span className={classes.space} />
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(register ?? 'commitment')}>
          {t('Add by hand')}
        </Button>
      </div>
      <div className={classes.registers}>
        {REGISTERS.filter(({ kind }) => !register || kind === register).map(({ kind }) => (
          <RegisterSection
            key={kind}
            deal={deal}
            kind={kind}
            find={find}
            only={only}
            reading={reading?.id}
            alone={register === kind}
            onOpen={(id) => change({ record: id })}
            onAdd={() => setAdding(kind)}
          />
        ))}
      </div>
      {adding ? <AddPromiseDialog deal={deal} kind={adding} onKind={setAdding} onClose={() => setAdding(undefined)} /> : null}
    </ListAndPanel>
  );
}

/** The address names a record whole (`commitment:01J…`), or by its body beside its register. */
function openRecord(register: Notable | undefined, value: string | null): string | undefined {
  if (!value) return undefined;
  return value.includes(':') ? value : register && `${register}:${value}`;
}
