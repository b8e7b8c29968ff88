import { expect, test } from 'vitest';
import { bodyOf, idOf, recordPath } from './record-path';

test('addresses name a record without its type, and the type comes back with the route', () => {
  expect(recordPath('deal:01J8')).toBe('/deals/01J8');
  expect(idOf('deal', '01J8')).toBe('deal:01J8');
  expect(idOf('deal', undefined)).toBeUndefined();
  expect(bodyOf('account:7')).toBe('7');
});

test('what lives inside a deal is shown there, in the tab that has it', () => {
  expect(recordPath('moment:5', 'deal:1')).toBe('/deals/1/story?moment=5');
  expect(recordPath('scopeLine:5', 'deal:1')).toBe('/deals/1/scope?line=5');
  expect(recordPath('blueprint:5', 'deal:1')).toBe('/deals/1/blueprint?blueprint=5');
  expect(recordPath('ticket:5', 'deal:1')).toBe('/deals/1/tickets?ticket=5');
  expect(recordPath('invoice:5', 'deal:1')).toBe('/invoices/5');
  expect(recordPath('milestone:5', 'deal:1')).toBe('/deals/1/delivery?milestone=5&show=milestones');
  expect(recordPath('pulse:5', 'deal:1')).toBe('/deals/1');
  expect(recordPath('moment:5')).toBeUndefined();
});
