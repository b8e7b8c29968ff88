import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Which rules are asked: all of WCAG 2.2 A and AA, or only the one that depends on light and dark. */
export type Asked = 'everything' | 'contrast';

/** What axe finds wrong on the screen that is shown, a line for each element. */
export async function axeFindings(app: Page, asked: Asked = 'everything'): Promise<string[]> {
  if (!(await app.evaluate(() => 'axe' in globalThis))) await app.evaluate(AXE);
  const options: RunOptions = {
    resultTypes: ['violations'],
    runOnly: asked === 'contrast' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: LEVELS },
    ...(asked === 'everything' ? { rules: { 'heading-order': { enabled: true }, region: { enabled: true } } } : {}),
  };
  const { violations } = await app.evaluate(
    (given) => (globalThis as unknown as { axe: { run: (of: Document, how: RunOptions) => Promise<AxeResults> } }).axe.run(document, given),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary, html }) => {
      const why = (failureSummary ?? '').split('\n').slice(1).join(' ').replaceAll(/\s+/g, ' ');
      return `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${why}`;
    }),
  );
}
