import { describe, expect, test } from 'vitest';
import type { Command } from '../ledger/command';
import type { Json, RecordId } from '../ledger/entry';
import { parseChange } from '../records/parse';
import { recordsFrom } from '../records/records-from';
import type { Records } from '../records/records';
import type { Result } from '../values/result';
import { DEFAULT_TEMPLATES } from './default-templates';
import { bringTemplateBack, knownTemplates, putTemplateAway, resetTemplate, saveTemplate, ticketTemplates } from './template-settings';
import type { TicketTemplate } from './template';
import { refusal, world } from './testing/ticket-world';

const [standard] = DEFAULT_TEMPLATES as readonly [TicketTemplate, ...TicketTemplate[]];
const audit: TicketTemplate = {
  id: '01AUDIT',
  name: 'Audit',
  lines: [{ key: 'a', kind: 'scoping', title: 'Agree what is audited', role: 'AE', day: 3 }],
};

/** The settings after a number of commands, each of which the ledger takes. */
function settings(...commands: readonly ((records: Records) => Command | Result<Command, { readonly message: string }>)[]): Records {
  const stored = new Map<RecordId, Record<string, Json>>();
  const now = () => recordsFrom([...stored].map(([id, values]) => ({ id, values })));
  for (const decide of commands) {
    const decided = decide(now());
    if ('ok' in decided && !decided.ok) throw new Error(decided.error.message);
    for (const change of ('ok' in decided ? decided.value : decided).changes) {
      expect(parseChange(change, stored.has(change.record) ? 'edit' : 'create').ok).toBe(true);
      stored.set(change.record, { ...stored.get(change.record), ...change.set });
    }
  }
  return now();
}
const names = (records: Records) => ticketTemplates(records).map(({ name }) => name);

describe('the templates of a firm', () => {
  test('are ours at first', () => {
    expect(names(world())).toEqual(DEFAULT_TEMPLATES.map(({ name }) => name).toSorted());
  });

  test('are what the firm makes of them, and ours again when it wants', () => {
    const renamed = settings((records) => saveTemplate({ ...standard, name: 'Big ERP' }, records));
    expect(knownTemplates(renamed).find(({ origin }) => origin === 'changed')?.template).toEqual({ ...standard, name: 'Big ERP' });
    const back = settings(
      (records) => saveTemplate({ ...standard, name: 'Big ERP' }, records),
      (records) => resetTemplate(standard.id, records),
    );
    expect(names(back)).toEqual(names(world()));
  });

  test('may be the firm’s own, and be put away and offered again', () => {
    expect(names(settings((records) => saveTemplate(audit, records)))).toContain('Audit');
    const away = settings((records) => putTemplateAway(standard, records));
    expect(names(away)).not.toContain(standard.name);
    expect(knownTemplates(away).find(({ putAway }) => putAway)?.template).toEqual(standard);
    const back = settings(
      (records) => putTemplateAway(standard, records),
      (records) => bringTemplateBack(standard.id, records),
    );
    expect(names(back)).toContain(standard.name);
    expect(
      names(
        settings(
          (records) => saveTemplate(audit, records),
          (records) => putTemplateAway(audit, records),
        ),
      ),
    ).not.toContain('Audit');
  });

  test('need a name and work to do', () => {
    expect(refusal(saveTemplate({ ...audit, name: ' ' }, world()))).toContain('name');
    expect(refusal(saveTemplate({ ...audit, lines: [] }, world()))).toContain('at least one line');
    const untitled = { ...audit, lines: [...audit.lines, { ...audit.lines[0], key: 'b', title: '' } as TicketTemplate['lines'][number]] };
    expect(refusal(saveTemplate(untitled, world()))).toBe('Line 2 does not say what is to be done.');
  });

  test('that a newer app wrote in a way we cannot read are left alone, and ours are offered', () => {
    const strange = settings((records) => saveTemplate(standard, records));
    const [setting] = strange.all('firmSetting');
    if (!setting) throw new Error('no setting');
    const newer = recordsFrom([{ id: setting.id, values: { key: setting.key, value: { name: 'New', stages: [] } } }]);
    expect(names(newer)).toEqual(names(world()));
  });
});
