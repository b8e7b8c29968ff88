import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

const SHORT = 4_000;
const UNTIL_READ = 12_000;

/** Short messages at the edge of the window. A problem stays longer and says what to do. */
export const notify = {
  done(message: string): void {
    notifications.show({ message, autoClose: SHORT, withBorder: true });
  },
  problem(message: string, title = 'That did not work'): void {
    notifications.show({ title, message, color: 'red', autoClose: UNTIL_READ, withBorder: true });
  },
  /** For what destroys something: done at once, with the way back beside it. Gives the way to hide it. */
  undoable(message: string, undo: () => void): () => void {
    const id = `undoable-${message}`;
    const undoAndHide = (): void => {
      notifications.hide(id);
      undo();
    };
    notifications.show({ id, autoClose: UNTIL_READ, withBorder: true, message: <WithUndo message={message} onUndo={undoAndHide} /> });
    return () => notifications.hide(id);
  },
};

function WithUndo({ message, onUndo }: { message: string; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        Undo
      </Button>
    </Group>
  );
}
