import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECORD_TYPES, definitionOf } from '../shared/records/registry';
import { PHASES } from '../shared/records/deal';
import { readSources } from './architecture/source-tree';
import { textsOf, untranslatedIn, type SourceText } from './texts/source-texts';

const root = join(import.meta.dirname, '..');
const sources = [...readSources(root, ['renderer', 'shared'])].filter(
  ([path]) => /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$|\/testing\//.test(path),
);

/** Labels, help and words of the records: shown as they are declared. */
function recordTexts(): string[] {
  return RECORD_TYPES.flatMap((type) => {
    const { label, plural, fields } = definitionOf(type);
    const ofFields = Object.values(fields).flatMap((field) => [
      field.label,
      ...(field.help === undefined ? [] : [field.help]),
      ...(field.kind === 'choice' || field.kind === 'tags' ? field.options : []),
    ]);
    return [label, plural, ...ofFields];
  }).concat(PHASES);
}

const texts: readonly SourceText[] = [
  ...sources.flatMap(([path, source]) => textsOf(path, source)),
  ...recordTexts().map((text): SourceText => ({ text, values: [] })),
];
/** What a message file must have: a text that counts has two forms. */
const keys = [
  ...new Set(texts.flatMap(({ text, values }) => (values.includes('count') ? [`${text}_one`, `${text}_other`] : [text]))),
].toSorted();

const filesOf = (language: string): string[] =>
  readdirSync(join(root, 'resources/texts', language)).filter((name) => name.endsWith('.json'));
const messagesOf = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...filesOf(language).map((name) => JSON.parse(readFileSync(join(root, 'resources/texts', language, name), 'utf8')) as object),
  ) as Record<string, string>;
const placesOf = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}|<\w+\/>/g)].map(([place]) => place).toSorted();

describe('texts', () => {
  const german = messagesOf('de');

  it('every text of the program has a German one', () => {
    const missing = keys.filter((key) => !german[key]);
    if (process.env['TEXTS_MISSING']) writeFileSync(process.env['TEXTS_MISSING'], JSON.stringify(missing, null, 2));
    expect(missing).toEqual([]);
  });

  it('a translation fills the same places as the English text', () => {
    const wrong = Object.entries(german).filter(
      ([key, text]) => placesOf(text).join() !== placesOf(key.replace(/_(one|other)$/, '')).join() && !key.endsWith('_one'),
    );
    expect(wrong).toEqual([]);
  });

  it('every text that counts has both English forms', () => {
    const english = messagesOf('en');
    expect(keys.filter((key) => /_(one|other)$/.test(key) && key.includes('{{count}}') && !english[key])).toEqual([]);
  });

  it('no words stand on a screen without having gone through the message files', () => {
    const screens = sources.filter(([path]) => path.startsWith('renderer/') && path.endsWith('.tsx'));
    expect(screens.flatMap(([path, source]) => untranslatedIn(path, source))).toEqual([]);
  });

  it('the finder finds: a word in an element, and one in a label', () => {
    expect(untranslatedIn('Found.tsx', 'const A = () => <p title="Not said">Hello there {t("said")}</p>;')).toHaveLength(2);
    expect(textsOf('Found.tsx', "t('{{count}} deals', { count }); countText(2, 'row', 'rows');")).toEqual([
      { text: '{{count}} deals', values: ['count'] },
      { text: 'row', values: [] },
      { text: 'rows', values: [] },
    ]);
  });
});
