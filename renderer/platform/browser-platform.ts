import type { Request, Response, ShellChannel } from '#shared/ipc/contract';
import type { WindowFacts } from '#shared/ipc/diagnostics-messages';
import { allowedLink } from '#shared/ipc/outside-link';
import { EXPORT_REFUSED, mayExport } from '#shared/policy/policy';
import { hubOver } from './hub-over';
import type { FileChoice, FileToSave, PickedFile, Platform, PlatformInfo } from './platform';
import { currentPolicy, policySource } from './policy';
import { valueOf } from './reply';

/** The platform where the app runs in an ordinary browser, served by `electron/web.ts`. */
export const browserPlatform: Platform = {
  kind: 'browser',
  openFiles: pickFiles,
  saveFile: (file) => (mayExport(currentPolicy()) ? download(file) : Promise.reject(new Error(EXPORT_REFUSED))),
  openExternal: async (url) => {
    const link = allowedLink(url, currentPolicy());
    if (!link) return 'refused';
    window.open(link, '_blank', 'noopener,noreferrer');
    return 'opened';
  },
  info: readInfo,
  policy: () => callShell('policy.read', {}),
  collectDiagnostics,
  saveDiagnostics: () => download({ name: 'Throughline diagnostics.json', type: 'application/json', content: new Blob([collected]) }),
  hub: hubOver(callShell),
  onCommand: () => () => undefined,
};

/** Asks the browser shell over HTTP: the same requests and answers as the desktop's bridge, in JSON. */
async function callShell<C extends ShellChannel>(channel: C, request: Request<C>): Promise<Response<C>> {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) };
  let answer: unknown;
  try {
    answer = await (await fetch(`/call/${channel}`, post)).json();
  } catch (cause) {
    throw new Error('Throughline’s own server on this computer does not answer. Start it again with: npm start', { cause });
  }
  return valueOf(channel, answer);
}

function pickFiles({ accept, multiple }: FileChoice): Promise<readonly PickedFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept.join(',');
  input.multiple = multiple;
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.addEventListener('change', () => void readAll([...(input.files ?? [])]).then(resolve, reject), { once: true });
    input.click();
  });
}

const readAll = (files: readonly File[]): Promise<PickedFile[]> =>
  Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));

/** The browser's own download; whether the person cancelled its dialog is not told to a page. */
async function download({ name, type, content }: FileToSave): Promise<'saved'> {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun when the click returns, but Safari reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return 'saved';
}

let collected = '';

async function collectDiagnostics(facts: WindowFacts): Promise<string> {
  const policy = { source: policySource() ?? 'none: nobody manages this computer', ...currentPolicy() };
  const about = 'Throughline diagnostics: versions, settings of the organisation, counts and sizes. No business content.';
  collected = JSON.stringify({ about, versions: await readInfo(), policy, window: facts }, null, 2);
  return collected;
}

async function readInfo(): Promise<PlatformInfo> {
  const browser = /(Edg|Firefox|Chrome|Version)\/(\d+)/.exec(navigator.userAgent);
  const names: Record<string, string> = { Edg: 'Edge', Version: 'Safari' };
  const [, name = 'Browser', version = ''] = browser ?? [];
  return { version: APP_VERSION, runtime: `${names[name] ?? name} ${version}`.trim(), system: navigator.platform };
}
