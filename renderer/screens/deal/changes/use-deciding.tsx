import { Group, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { mayDecide, type Deciding } from '#shared/change-order/lifecycle';
import type { ChangeOrder } from '#shared/records/registry';
import { DayInput } from '../../../components/DayInput';
import { useToday } from '../../../components/use-today';
import { useLive, useMe, useSync, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

/** Who decides and when: the fields for it, and what they say. Undefined while nobody is chosen. */
export interface UseDeciding {
  readonly fields: ReactNode;
  readonly deciding: () => Deciding | undefined;
}

export function useDeciding(order: ChangeOrder): UseDeciding {
  const { records } = useWorkspace();
  const me = useMe();
  const today = useToday();
  const { link } = useSync();
  // On a server its roles decide what I may, and my own record may not tell of them yet.
  const people = useLive(
    (live) =>
      live
        .all('person')
        .map((person) => (person.id === me && link ? { ...person, roles: link.roles } : person))
        .filter((person) => mayDecide(person) && !person.joinedAs),
    [me, link],
  );
  const [by, setBy] = useState<string | null>(people.some(({ id }) => id === me) ? me : null);
  const [on, setOn] = useState<string | undefined>(today);
  const fields = (
    <Group grow align="flex-start">
      <Select
        label={t('Who decides')}
        description={t('A project manager, finance or a partner')}
        withAsterisk
        searchable
        allowDeselect={false}
        data={people.map(({ id, name }) => ({ value: id, label: id === me ? t('{{name}} (you)', { name }) : name }))}
        value={by}
        onChange={setBy}
      />
      <DayInput label={t('On')} description={t('The day of the decision')} value={on} onChange={(day) => setOn(day ?? undefined)} />
    </Group>
  );
  const deciding = (): Deciding | undefined => {
    const person = people.find(({ id }) => id === by);
    return person ? { by: person, on: on ?? today, undecided: records.undecided(order.id) } : undefined;
  };
  return { fields, deciding };
}
