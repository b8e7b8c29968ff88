import type { Page } from '@playwright/test';
import { openSampleDeal } from './deal-screen';
import { expect, test } from './fixtures';

const outline = (app: Page) => app.getByRole('tree', { name: 'Parts of the blueprint' });
const line = (app: Page, name: string) => outline(app).getByRole('treeitem', { name, exact: true });

async function openBlueprint(app: Page, deal: string): Promise<void> {
  await openSampleDeal(app, deal);
  await app.getByRole('tab', { name: /^Blueprint/u }).click();
  await expect(outline(app)).toBeVisible();
}

/** Adds a node without a mouse: the menu by its keys, the name typed where it will stand. */
async function addByKeys(app: Page, kind: string, name: string): Promise<void> {
  await app.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await app.getByRole('menuitem', { name: new RegExp(`^${kind}`, 'u') }).press('Enter');
  await expect(app.getByRole('textbox', { name: `Name of the new ${kind.toLowerCase()}` })).toBeFocused();
  await app.keyboard.type(name);
  await app.keyboard.press('Enter');
  await expect(line(app, name)).toBeFocused();
}

test('a blueprint is drawn, linked, laid out and approved by keys alone, and what is changed later stands out', async ({ app }) => {
  await openBlueprint(app, 'Subcontractor portal');
  await app.getByRole('button', { name: 'More for this blueprint' }).press('Enter');
  await app.getByRole('menuitem', { name: 'Begin another blueprint' }).press('Enter');
  await expect(app.getByText('Nothing is drawn yet. Add a node to begin.')).toBeVisible();

  await addByKeys(app, 'Process', 'Certificates');
  await addByKeys(app, 'Data', 'Photos');
  await expect(app.getByRole('region', { name: 'Photos' })).toBeVisible();
  await app.keyboard.press('c');
  await expect(app.getByRole('combobox', { name: 'Connect to' })).toBeFocused();
  await app.keyboard.type('Cert');
  await expect(app.getByRole('option', { name: 'Certificates' })).toBeVisible();
  await app.keyboard.press('Enter');
  await expect(line(app, 'to Certificates')).toBeVisible();
  await line(app, 'Certificates').focus();
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('ArrowDown');
  const panel = app.getByRole('region', { name: 'Certificates' });
  await panel.getByRole('button', { name: 'Edit Scope line' }).press('Enter');
  await app.keyboard.type('Monthly cert');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(panel.getByText('Monthly certificates')).toBeVisible();
  await app.getByRole('button', { name: 'Lay out automatically' }).press('Enter');
  await app.getByRole('button', { name: 'Mark as reviewed' }).press('Enter');
  await app.getByRole('button', { name: 'Approve', exact: true }).press('Enter');
  await expect(app.getByText('Approved', { exact: true })).toBeVisible();

  await line(app, 'Photos').focus();
  await app.keyboard.press('F2');
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.type('Photos and claims');
  await app.keyboard.press('Enter');
  await expect(line(app, 'Photos and claims changed')).toBeFocused();
  await app.keyboard.press('Alt+ArrowDown');
  await expect(app.getByText('Approved, one change since')).toBeVisible();
  await app.getByRole('region', { name: 'Photos and claims' }).getByRole('button', { name: 'Close' }).press('Enter');
  const since = app.getByRole('region', { name: 'Changed since approval' });
  await expect(since.getByRole('button', { name: 'Photos and claims' })).toBeVisible();
  await expect(since.locator('ins')).toContainText('and claims');
  await expect(app.getByRole('region', { name: 'Drawn, not in the scope' })).toContainText('Photos and claims');
  await app.getByRole('button', { name: 'Approve the changes' }).press('Enter');
  await expect(app.getByText('Approved', { exact: true })).toBeVisible();
  await expect(since).toContainText('Nothing is said differently');
});

test('a drawing is dragged in one step, copied with its connections, taken back, and saved as a picture', async ({ app, running }) => {
  await openBlueprint(app, 'Subcontractor portal');
  const node = (name: string) => app.locator('.react-flow__node').filter({ hasText: name });
  await expect(app.getByRole('group', { name: 'From Papers handed in to Papers and their last day' })).toBeVisible();
  await expect(app.locator('.react-flow__edge')).toHaveCount(7);
  const undo = app.getByRole('banner').getByRole('button', { name: /^Undo/u });
  // In the middle: near an edge the drawing would follow the pointer. A pointer waits until what it is over stands still.
  const dragged = node('Papers and their last day');
  await dragged.hover();
  const box = await dragged.boundingBox();
  if (!box) throw new Error('The node is not on the canvas');
  await app.mouse.move(box.x + 20, box.y + 10);
  await app.mouse.down();
  await app.mouse.move(box.x + 40, box.y + 60, { steps: 8 });
  await app.mouse.up();
  await expect(undo).toHaveAccessibleName(/Moved a node of a blueprint/u);
  await expect.poll(async () => (await dragged.boundingBox())?.y).toBeGreaterThan(box.y + 20);
  await app.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await dragged.boundingBox())?.y).toBeCloseTo(box.y, 0);

  // A connection is drawn from a side of one node to anywhere on another.
  const guard = node('Guard at the gate');
  await guard.hover();
  await guard.locator('[data-side="top"]').hover();
  await app.mouse.down();
  const end = await node('Papers handed in').boundingBox();
  if (!end) throw new Error('The node is not on the canvas');
  await app.mouse.move(end.x + 12, end.y + 8, { steps: 8 });
  await app.mouse.up();
  await expect(app.getByRole('group', { name: 'From Guard at the gate to Papers handed in' })).toBeVisible();

  // Everything chosen, nodes and connections, is let go by one click beside it.
  await line(app, 'Papers handed in').click();
  await app.keyboard.press('ControlOrMeta+a');
  await expect(app.locator('.react-flow__node.selected')).toHaveCount(7);
  const ground = await app.locator('.react-flow').boundingBox();
  if (!ground) throw new Error('There is no canvas');
  await app.mouse.click(ground.x + ground.width / 2, ground.y + 6);
  await expect(app.locator('.react-flow__node.selected')).toHaveCount(0);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(app.locator('.react-flow__edge')).toHaveCount(7);

  await line(app, 'Papers handed in').click();
  await line(app, 'Papers and their last day').click({ modifiers: ['Shift'] });
  await app.keyboard.press('ControlOrMeta+c');
  await app.keyboard.press('ControlOrMeta+v');
  await expect(undo).toHaveAccessibleName(/Pasted 2 nodes and a connection into a blueprint/u);
  await expect(line(app, 'Papers handed in')).toHaveCount(2);
  await app.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(line(app, 'Papers handed in')).toHaveCount(1);

  const save = async (format: 'SVG' | 'PNG'): Promise<Buffer> =>
    running.saving(async () => {
      await app.getByRole('button', { name: 'More for this blueprint' }).click();
      await app.getByRole('menuitem', { name: `Save the drawing as ${format}` }).click();
    });
  const svg = (await save('SVG')).toString('utf8');
  expect(svg.match(/<g transform/gu)).toHaveLength(7);
  expect(svg).toContain('Guard at the gate');
  const png = await save('PNG');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(2 * Number(/ width="(\d+)"/u.exec(svg)?.[1]));
});

test('what is sold and not drawn is drawn by one press, and what is drawn and not sold is linked by one', async ({ app }) => {
  await openBlueprint(app, 'Subcontractor portal');
  const notDrawn = app.getByRole('region', { name: 'In the scope, not drawn' });
  await notDrawn.getByRole('button', { name: 'Draw Monthly certificates' }).click();
  await expect(line(app, 'Monthly certificates')).toBeVisible();
  await app.getByRole('region', { name: 'Monthly certificates' }).getByRole('button', { name: 'Close' }).click();
  await expect(notDrawn).toContainText('Every line of scope that is still sold is drawn');
  const notSold = app.getByRole('region', { name: 'Drawn, not in the scope' });
  await notSold.getByRole('button', { name: 'Link to “Access list for the gate”' }).click();
  await expect(notSold).toContainText('Every node has its scope line.');
});
