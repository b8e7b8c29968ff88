import { Modal, SimpleGrid, Stack, Title } from '@mantine/core';
import { Kbd } from '../../components/Kbd';
import type { AppAction } from '../../ui-state/app-action';
import { useOverlays } from '../../ui-state/overlays';
import classes from './ShortcutsOverlay.module.css';
import { t } from '#shared/values/texts';

/** Keys that belong to lists and editors rather than to an action of the app. */
const ELSEWHERE: readonly (readonly [string, readonly (readonly [keys: string, does: string])[]])[] = [
  [
    t('In lists and boards'),
    [
      ['↑ ↓', t('Move between rows or cards')],
      ['← →', t('Move between phases')],
      ['enter', t('Open')],
      ['m', t('Move the card to another phase')],
      ['shift+F10', t('History of a value of the row')],
    ],
  ],
  [
    t('In the review'),
    [
      ['j k', t('Next, or the one before')],
      ['1 2 3', t('Pick a value')],
      ['e', t('Write something else')],
      ['enter', t('Settle')],
      ['space', t('Select for several at once')],
      ['a', t('Select all, or none')],
      ['z', t('Undo')],
    ],
  ],
  [
    t('While editing'),
    [
      ['enter', t('Save')],
      ['mod+enter', t('Save longer text')],
      ['escape', t('Forget the change')],
    ],
  ],
];

/** Every shortcut there is, made from the actions themselves. */
export function ShortcutsOverlay({ actions }: { readonly actions: readonly AppAction[] }) {
  const { overlay, close } = useOverlays();
  // What undo would take back now is told elsewhere.
  const anywhere = actions.filter((action) => action.keys).map(({ keys = '', title }) => [keys, title.replace(/: .*/, '')] as const);
  return (
    <Modal opened={overlay.kind === 'shortcuts'} onClose={close} title={t('Keyboard shortcuts')} size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        <ShortcutGroup name={t('Anywhere')} shortcuts={anywhere} />
        <Stack gap="lg">
          {ELSEWHERE.map(([group, shortcuts]) => (
            <ShortcutGroup key={group} name={group} shortcuts={shortcuts} />
          ))}
        </Stack>
      </SimpleGrid>
    </Modal>
  );
}

interface ShortcutGroupProps {
  readonly name: string;
  readonly shortcuts: readonly (readonly [keys: string, does: string])[];
}

function ShortcutGroup({ name, shortcuts }: ShortcutGroupProps) {
  return (
    <section>
      <Title order={3} mb={6}>
        {name}
      </Title>
      <dl className={classes.list}>
        {shortcuts.map(([keys, does]) => (
          <div key={keys + does} className={classes.line}>
            <dt>{does}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
