import { Modal, SimpleGrid, Stack, Title } from '@mantine/core';
import { Kbd } from '../../components/Kbd';
import type { AppAction } from '../../ui-state/app-action';
import { useOverlays } from '../../ui-state/overlays';
import classes from './ShortcutsOverlay.module.css';

/** Keys that belong to lists and editors rather than to an action of the app. */
const ELSEWHERE: readonly (readonly [string, readonly (readonly [keys: string, does: string])[]])[] = [
  [
    'In lists and boards',
    [
      ['↑ ↓', 'Move between rows or cards'],
      ['← →', 'Move between phases'],
      ['enter', 'Open'],
      ['m', 'Move the card to another phase'],
      ['shift+F10', 'History of a value of the row'],
    ],
  ],
  [
    'In the review',
    [
      ['j k', 'Next, or the one before'],
      ['1 2 3', 'Pick a value'],
      ['e', 'Write something else'],
      ['enter', 'Settle'],
      ['space', 'Select for several at once'],
      ['a', 'Select all, or none'],
      ['z', 'Undo'],
    ],
  ],
  [
    'While editing',
    [
      ['enter', 'Save'],
      ['mod+enter', 'Save longer text'],
      ['escape', 'Forget the change'],
    ],
  ],
];

/** Every shortcut there is, made from the actions themselves. */
export function ShortcutsOverlay({ actions }: { readonly actions: readonly AppAction[] }) {
  const { overlay, close } = useOverlays();
  // What undo would take back now is told elsewhere.
  const anywhere = actions.filter((action) => action.keys).map(({ keys = '', title }) => [keys, title.replace(/: .*/, '')] as const);
  return (
    <Modal opened={overlay.kind === 'shortcuts'} onClose={close} title="Keyboard shortcuts" size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        <ShortcutGroup name="Anywhere" shortcuts={anywhere} />
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
