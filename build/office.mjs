// Finds LibreOffice and the PDF tools that the tests of documents want, or installs them.
import { existsSync } from 'node:fs';
import { apt, canUseApt } from './chromium.mjs';

const WANTED = ['/usr/bin/soffice', '/usr/bin/pdftotext'];
const PACKAGES = ['libreoffice-writer-nogui', 'poppler-utils'];

const isThere = () => WANTED.every((file) => existsSync(file));

/** True where both programs are there, or could be installed by the system's packages. `say` prints a line. */
export async function findOrInstallOffice(say = console.log) {
  if (isThere()) return true;
  if (canUseApt()) {
    say("Installing LibreOffice's writer and the PDF tools by the system's packages…");
    await apt(PACKAGES);
    if (isThere()) return true;
  }
  say(`LibreOffice is not here (${PACKAGES.join(', ')}): Word files are checked as XML, not by opening them.`);
  return false;
}
