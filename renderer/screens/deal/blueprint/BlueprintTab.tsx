import { Button, Center, Loader } from '@mantine/core';
import { IconVectorSpline } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { createBlueprint } from '#shared/blueprint/lifecycle';
import type { Entry } from '#shared/ledger/entry';
import type { Deal } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import { useAddressState } from '../../../components/use-address-state';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { blueprintsOfDeal } from '../../../data/reads/blueprint';
import { bodyOf } from '../../../components/record-path';
import { t } from '#shared/values/texts';

/** Drawing and writing need much code of others: it is read when the first blueprint is opened, not when the app starts. */
const BlueprintDesk = lazy(async () => ({ default: (await import('./BlueprintDesk')).BlueprintDesk }));

interface BlueprintTabProps {
  readonly deal: Deal;
  readonly history: readonly Entry[];
}

/** What will be built, drawn and written: the blueprints of a deal, one at a time. */
export function BlueprintTab({ deal, history }: BlueprintTabProps) {
  const [address] = useAddressState();
  const blueprints = useLive((records) => blueprintsOfDeal(records, deal.id), [deal.id]);
  const asked = address.get('blueprint');
  const blueprint = blueprints.find(({ id }) => bodyOf(id) === asked) ?? blueprints[0];
  if (!blueprint) return <NoBlueprint deal={deal} />;
  return (
    <Suspense fallback={<Opening />}>
      <BlueprintDesk key={blueprint.id} blueprint={blueprint} blueprints={blueprints} history={history} />
    </Suspense>
  );
}

function Opening() {
  return (
    <Center h="40%" role="status" aria-label={t('Opening the blueprint')}>
      <Loader size="sm" type="dots" />
    </Center>
  );
}

function NoBlueprint({ deal }: { readonly deal: Deal }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const begin = () => commit(createBlueprint(workspace.newId('blueprint'), { deal: deal.id, title: t('Blueprint of the solution') }));
  return (
    <EmptyState
      icon={IconVectorSpline}
      title={t('No blueprint yet')}
      text={t(
        'Draw who works with what, which systems hand over to each other and what is kept where, and write down how it will work. Link each part to the scope line that sells it.',
      )}
      action={<Button onClick={() => void begin()}>{t('Begin a blueprint')}</Button>}
    />
  );
}
