import type { Page } from '@playwright/test';

/** A file as a test writes it. */
export interface TestFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Drops files on the window: the way in that is the same in a browser and on the desktop. */
export async function dropFiles(app: Page, files: readonly TestFile[]): Promise<void> {
  const carried = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') }));
  await app.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      window.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, carried);
}

/** Drops files and goes on to the dry run, past questions where there are any. */
export async function dropAndCheck(app: Page, files: readonly TestFile[]): Promise<void> {
  await dropFiles(app, files);
  const onward = app.getByRole('button', { name: 'Continue' });
  await onward.and(app.locator(':enabled')).waitFor();
  await onward.click();
  if (await app.getByText('Answered once, remembered').isVisible()) await onward.click();
  await app.getByText('Nothing has been written yet').waitFor();
}
