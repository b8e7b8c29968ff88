import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const source = (path: string): string => readFileSync(join(import.meta.dirname, '..', '..', 'renderer', path), 'utf8');
const pathsIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, path]) => (path ? [path] : []));

/** The addresses of all screens as the routes declare them; whatever else is typed leads to the pipeline. */
const routes = (): string[] => pathsIn(source('app/routes.tsx'), /<Route path="(\/[^"]*)"/g);
const tabs = (): string[] => pathsIn(source('screens/deal/deal-tabs.tsx'), /\{\s*path: '([\w-]+)'/g);
const sections = (): string[] => pathsIn(source('screens/settings/SettingsScreen.tsx'), /\{\s*path: '([\w-]+)'/g);

/** A record of the sample firm for every id in an address: a route that names another one is not yet walked. */
export type Examples = Readonly<Record<string, string>>;

/**
 * Every screen of the app, every tab of a deal and every section of the settings, with a record of the sample firm where
 * an address names one. A route whose example is missing throws, so that a new screen is visited or the test fails.
 */
export function screenAddresses(examples: Examples): string[] {
  return routes().flatMap((route) => {
    const address = route.replace(/:(\w+)\??/g, (_, name: string) => {
      if (name === 'section') return '§';
      const example = examples[name];
      if (example === undefined) throw new Error(`No example for :${name} of ${route}`);
      return example;
    });
    if (route.startsWith('/deals/')) return tabs().map((tab) => address.replace('*', tab));
    if (route === '/review/*') return ['/review', '/review/merged'];
    return address.includes('§') ? sections().map((section) => address.replace('§', section)) : [address];
  });
}

/** Goes to an address inside the app that is open, as a press on a link does, and waits until the screen is there. */
export async function goTo(app: Page, address: string): Promise<void> {
  await app.evaluate((path) => {
    history.pushState({ idx: history.length, key: path }, '', path);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
  }, address);
  await app.locator(`#main [data-screen="${address}"] h1`).first().waitFor();
  await app.waitForFunction(() => !document.querySelector('#main .mantine-Loader-root'));
}
