import { expect, type Locator, type Page } from '@playwright/test';

const FARTHEST = 200;

/** Goes there by Tab alone, backwards where told, and looks whether one sees where one is. */
export async function reach(app: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  await step(app, target, key);
  await expectVisibleFocus(app);
}

/** Goes there by Tab and presses it. */
export async function press(app: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(app, target);
  await app.keyboard.press(key);
}

/** Goes to a field by Tab and types into it. */
export async function typeInto(app: Page, target: Locator, text: string): Promise<void> {
  await reach(app, target);
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.insertText(text);
}

/** Goes to an item of a menu, or to a tab, by an arrow key. */
export async function arrowTo(app: Page, target: Locator, arrow: 'ArrowDown' | 'ArrowRight' = 'ArrowDown'): Promise<void> {
  await target.waitFor();
  await step(app, target, arrow);
}

/** Chooses from the list that is open, which the field above it keeps the focus of. */
export async function chooseOption(app: Page, option: Locator): Promise<void> {
  await option.waitFor();
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if ((await option.getAttribute('data-combobox-selected')) !== null) return app.keyboard.press('Enter');
    await app.keyboard.press('ArrowDown');
  }
  throw new Error('No arrow leads to the option');
}

async function step(app: Page, target: Locator, key: string): Promise<void> {
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await app.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

/** What has the focus is on the screen, nothing lies over it, and an outline, a ring or a border of its own says so. */
async function expectVisibleFocus(app: Page): Promise<void> {
  const told = await app.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return 'nothing has the focus';
    const look = getComputedStyle(focused);
    const outlined = look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) > 0;
    const ringed = look.boxShadow !== 'none';
    const field = focused.matches('input, textarea, [contenteditable="true"]');
    if (!outlined && !ringed && !field) return `no sign of focus on ${focused.outerHTML.slice(0, 200)}`;
    const box = focused.getBoundingClientRect();
    const at = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1),
    );
    if (at && !focused.contains(at) && !at.contains(focused) && !at.closest('label')?.contains(focused)) {
      return `${at.outerHTML.slice(0, 120)} lies over ${focused.outerHTML.slice(0, 120)}`;
    }
    return 'seen';
  });
  expect(told).toBe('seen');
}
