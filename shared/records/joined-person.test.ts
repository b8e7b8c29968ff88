import { expect, test } from 'vitest';
import { isJoinedAway, joinedPerson } from './joined-person';
import type { Person } from './registry';
import { recordsOf } from './records-from';

const person = (id: string, joinedAs?: string): Person =>
  ({ id: `person:${id}`, name: id, roles: [], active: true, ...(joinedAs && { joinedAs: `person:${joinedAs}` }) }) as unknown as Person;

test('who joined a server is told by their name there, over two joinings too', () => {
  const records = recordsOf([person('laptop', 'firm'), person('firm', 'group'), person('group')]);
  expect(joinedPerson(records, 'person:laptop')?.name).toBe('group');
  expect(joinedPerson(records, 'person:group')?.name).toBe('group');
  expect(joinedPerson(records, 'person:nobody')).toBeUndefined();
  expect(isJoinedAway(person('laptop', 'firm'))).toBe(true);
});

test('two who joined as each other are told all the same, and a record that is missing ends the way', () => {
  const records = recordsOf([person('a', 'b'), person('b', 'a'), person('c', 'gone')]);
  expect(joinedPerson(records, 'person:a')).toBeDefined();
  expect(joinedPerson(records, 'person:c')?.name).toBe('c');
});
