// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { valueMark, valuesAt } from './value-mark';

const HERE = { clientX: 0, clientY: 0 };
const DEAL = 'deal:01J0000000000000000000000A';
const cell = (field: string): string => `<div role="gridcell" data-value="${valueMark(DEAL, field)['data-value']}"><b>${field}</b></div>`;

function screen(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

test('a press anywhere inside a value is about that value', () => {
  const inside = screen(cell('amount')).querySelector('b') as Element;
  expect(valuesAt(inside, HERE, [])).toEqual([{ record: DEAL, field: 'amount' }]);
});

test('a link that is drawn over a whole card does not stand for the values beneath it', () => {
  const [link, amount] = screen(`<a data-value="${DEAL}#name"></a>${cell('amount')}`).children as unknown as [Element, Element];
  link.getBoundingClientRect = () => new DOMRect(0, 0, 100, 20);
  amount.getBoundingClientRect = () => new DOMRect(0, 40, 60, 20);
  expect(valuesAt(link, { clientX: 30, clientY: 50 }, [link, amount])).toEqual([{ record: DEAL, field: 'amount' }]);
  expect(valuesAt(link, { clientX: 30, clientY: 80 }, [link])).toEqual([]);
});

test('the menu key on a table is about all values of the row that one is on', () => {
  const rows = `<div role="row" aria-selected="false">${cell('name')}</div><div role="row" aria-selected="true">${cell('phase')}${cell('pm')}</div>`;
  const grid = screen(`<div role="grid">${rows}</div>`).firstElementChild as Element;
  expect(valuesAt(grid, HERE, []).map(({ field }) => field)).toEqual(['phase', 'pm']);
});

test('what shows no value has no history to open', () => {
  expect(valuesAt(screen('<p><i>Totals</i></p>').querySelector('i') as Element, HERE, [])).toEqual([]);
});
