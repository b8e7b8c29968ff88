import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { t } from '#shared/values/texts';

const SHORT = 4_000;
const UNTIL_READ = 12_000;
const FAILED = t('That did not work');

/** Short messages at the edge of the window. A problem stays longer and says what to do. */
export const notify = {
  done(message: string): void {
    notifications.show({ message, autoClose: SHORT, withBorder: true });
  },
  problem(message: string, title = FAILED): void {
    notifications.show({ title, message, color: 'red', autoClose: UNTIL_READ, withBorder: true });
  },
  /** A problem with the one way out of it beside it. */
  problemWith(message: string, way: { readonly label: string; readonly take: () => void }): void {
    const id = `problem-${message}`;
    const takeAndHide = (): void => {
      notifications.hide(id);
      way.take();
    };
    const body = <WithButton message={message} label={way.label} onClick={takeAndHide} />;
    notifications.show({ id, title: FAILED, message: body, color: 'red', autoClose: UNTIL_READ, withBorder: true });
  },
  /** For what destroys something: done at once, with the way back beside it. Gives the way to hide it. */
  undoable(message: string, undo: () => void): () => void {
    const id = `undoable-${message}`;
    const undoAndHide = (): void => {
      notifications.hide(id);
      undo();
    };
    notifications.show({
      id,
      autoClose: UNTIL_READ,
      withBorder: true,
      message: <WithButton message={message} label={t('Undo')} onClick={undoAndHide} />,
    });
    return () => notifications.hide(id);
  },
};

function WithButton({ message, label, onClick }: { readonly message: string; readonly label: string; readonly onClick: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" onClick={onClick} style={{ flex: 'none' }}>
        {label}
      </Button>
    </Group>
  );
}
