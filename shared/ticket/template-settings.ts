import type { Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import { settingId } from '../records/phase-names';
import type { Records } from '../records/records';
import type { FirmSetting } from '../records/registry';
import { archiveRecord, createRecord, editRecord, restoreRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import { DEFAULT_TEMPLATES } from './default-templates';
import { templateContent, type TicketTemplate } from './template';
import type { TicketError } from './ticket-error';
import { t } from '../values/texts';

const PREFIX = 'ticketTemplate.';

/** One setting per template, so that two people who change two templates do not clash. */
export const templateKey = (id: string): string => `${PREFIX}${id}`;

/** How the templates of the firm stand: ours, changed by the firm or made by it; and those put away. */
export interface KnownTemplate {
  readonly template: TicketTemplate;
  readonly origin: 'ours' | 'changed' | 'own';
  readonly putAway: boolean;
}

/** Every template, by name. A setting that this version cannot read is as good as none. */
export function knownTemplates(records: Records): readonly KnownTemplate[] {
  const ours = DEFAULT_TEMPLATES.map((standard) => known(records, standard));
  const own = records.all('firmSetting').flatMap((setting) => {
    const id = ownTemplateId(setting);
    const template = id === undefined ? undefined : readTemplate(id, setting.value);
    return template ? [{ template, origin: 'own' as const, putAway: false }] : [];
  });
  return [...ours, ...own].toSorted((a, b) => a.template.name.localeCompare(b.template.name));
}

function known(records: Records, standard: TicketTemplate): KnownTemplate {
  const setting = records.get('firmSetting', settingId(templateKey(standard.id)));
  const changed = setting && readTemplate(standard.id, setting.value);
  return { template: changed ?? standard, origin: changed ? 'changed' : 'ours', putAway: setting?.archived === true };
}

/** The templates that a deal can be laid out from. */
export const ticketTemplates = (records: Records): readonly TicketTemplate[] =>
  knownTemplates(records).flatMap(({ template, putAway }) => (putAway ? [] : [template]));

/** The id in the key of a setting that holds a template of the firm's own. */
function ownTemplateId({ key }: FirmSetting): string | undefined {
  const id = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
  return DEFAULT_TEMPLATES.some((standard) => standard.id === id) ? undefined : id;
}

function readTemplate(id: string, value: unknown): TicketTemplate | undefined {
  const parsed = templateContent.safeParse(value);
  return parsed.success ? { id, ...parsed.data } : undefined;
}

/** Writes a template of the firm, new or changed. Lines without a title are refused, not dropped. */
export function saveTemplate({ id, ...template }: TicketTemplate, records: Records): Result<Command, TicketError> {
  if (!template.name.trim()) return err({ message: t('Give the template a name: people choose it by that.') });
  if (template.lines.length === 0) return err({ message: t('A template needs at least one line of work.') });
  const untitled = template.lines.findIndex(({ title }) => !title.trim());
  if (untitled >= 0) return err({ message: t('Line {{untitled}} does not say what is to be done.', { untitled: untitled + 1 }) });
  const parsed = templateContent.safeParse(template);
  if (!parsed.success)
    return err({
      message: t('The template cannot be kept: {{message}}.', { message: parsed.error.issues[0]?.message ?? t('it is not valid') }),
    });
  return ok(put(id, parsed.data as unknown as Json, records, 'setting.editTemplate'));
}

/** Takes back what the firm changed in a template of ours. */
export function resetTemplate(id: string, records: Records): Result<Command, TicketError> {
  if (!DEFAULT_TEMPLATES.some((standard) => standard.id === id))
    return err({ message: t('This template is the firm’s own: there is nothing to go back to.') });
  return ok(put(id, null, records, 'setting.resetTemplate'));
}

/** Offers a template no longer. What was laid out from it stays. */
export function putTemplateAway({ id, ...template }: TicketTemplate, records: Records): Command {
  const setting = records.get('firmSetting', settingId(templateKey(id)));
  if (setting) return archiveRecord(setting, { act: 'setting.putTemplateAway' });
  const made = createRecord('firmSetting', settingId(templateKey(id)), { key: templateKey(id), value: template });
  return { act: 'setting.putTemplateAway', changes: made.changes.map(({ record, set }) => ({ record, set: { ...set, archived: true } })) };
}

/** Offers it again. */
export function bringTemplateBack(id: string, records: Records): Result<Command, TicketError> {
  const setting = records.get('firmSetting', settingId(templateKey(id)));
  return setting?.archived
    ? ok(restoreRecord(setting, { act: 'setting.bringTemplateBack' }))
    : err({ message: t('It is offered already.') });
}

function put(id: string, value: Json, records: Records, act: string): Command {
  const record = settingId(templateKey(id));
  const setting = records.get('firmSetting', record);
  return setting
    ? editRecord('firmSetting', setting, { value }, { act })
    : createRecord('firmSetting', record, { key: templateKey(id), value }, { act });
}
