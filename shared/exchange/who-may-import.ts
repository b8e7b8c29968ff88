import type { Role } from '../records/define-record';
import { definitionOf } from '../records/registry';
import type { TableFormat } from './format';
import type { ImportChoices } from './import-plan';
import type { ReadFile } from './read-file';
import { t } from '../values/texts';

/** The file as who imports may bring it in: one whose records are not theirs to write stays out, and says whose they are. */
export function allowedFile(file: ReadFile, { roles }: ImportChoices): ReadFile {
  if (file.kind !== 'table' || roles === undefined) return file;
  const reason = barred(file.format, roles);
  return reason === undefined ? file : { kind: 'unsupported', name: file.name, label: file.format.label, reason };
}

function barred({ type, label }: TableFormat, roles: readonly Role[]): string | undefined {
  const { plural, writers } = definitionOf(type);
  if (writers.some((role) => roles.includes(role))) return undefined;
  const yours = roles.length === 0 ? t('You have no role in this firm yet.') : t('Your role is {{listed}}.', { listed: listed(roles) });
  return `These are ${label}. ${plural} are kept by ${listed(writers)}, so ask one of them to import the file. ${yours}`;
}

const listed = (roles: readonly Role[]): string =>
  roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}`;
