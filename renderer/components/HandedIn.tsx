import { Text } from '@mantine/core';
import type { EntryId } from '#shared/ledger/entry';
import { joinedPerson } from '#shared/records/joined-person';
import { useLive, useWorkspace } from '../data/live';
import { t } from '#shared/values/texts';

/**
 * Says who handed an entry in, where that was not its author: the author's own device has not confirmed it yet. Nothing
 * for all others.
 */
export function HandedIn({ entry }: { readonly entry: EntryId }) {
  const { sync } = useWorkspace();
  const user = sync.handedInBy(entry);
  const name = useLive(
    (records) => {
      const person = user === undefined ? undefined : records.all('person').find((one) => one.user === user);
      return joinedPerson(records, person?.id)?.name;
    },
    [user],
  );
  if (user === undefined) return null;
  return (
    <Text span size="xs" c="dimmed" title={t('It came through somebody else. The author’s own device has not confirmed it yet.')}>
      {t('· handed in by {{name}}', { name: name ?? user })}
    </Text>
  );
}
