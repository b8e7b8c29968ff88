import { IconPlus } from '@tabler/icons-react';
import { expect, test } from 'vitest';
import type { SearchHit } from '../../data/workspace';
import type { AppAction } from '../../ui-state/app-action';
import { actionItems, hitItems } from './palette-items';

const action = (id: AppAction['id'], title: string, words?: string): AppAction => ({
  id,
  title,
  group: 'Create',
  icon: IconPlus,
  ...(words ? { words } : {}),
  run: () => undefined,
});
const hit = (id: SearchHit['id'], more: Partial<SearchHit> = {}): SearchHit => ({
  id,
  type: id.slice(0, id.indexOf(':')) as SearchHit['type'],
  title: id,
  snippet: '',
  terms: [],
  score: 1,
  ...more,
});

test('an action is found by how its words begin, other names for it included', () => {
  const actions = [action('deal.new', 'New deal', 'opportunity'), action('look.dark', 'Dark appearance', 'theme')];
  const found = (query: string) => actionItems(actions, query).map(({ key }) => key);
  expect(found('new')).toEqual(['deal.new']);
  expect(found('oppor new')).toEqual(['deal.new']);
  expect(found('THEME')).toEqual(['look.dark']);
  expect(found('')).toEqual(['deal.new', 'look.dark']);
  expect(found('deal theme')).toEqual([]);
});

test('hits stand by kind, the kind of the best hit first, and each leads to its exact record', () => {
  const hits = [
    hit('moment:1', { deal: 'deal:9' }),
    hit('deal:9'),
    hit('moment:2', { deal: 'deal:9' }),
    hit('commitment:3', { deal: 'deal:9' }),
  ];
  const items = hitItems(hits, () => 'Customer portal');
  expect(items.map((item) => [item.group, item.kind === 'record' ? item.path : ''])).toEqual([
    ['Moments', '/deals/9/story?moment=1'],
    ['Moments', '/deals/9/story?moment=2'],
    ['Deals', '/deals/9'],
    ['Commitments', '/deals/9/promises?register=commitment&record=3'],
  ]);
});

test('a hit that no screen shows is left out rather than leading nowhere', () => {
  expect(hitItems([hit('firmSetting:1')], () => '')).toEqual([]);
});
