import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { defaultHubFolder } from '../hub/data-folder';
import { readTls } from '../hub/server';
import { HUB_PORT, HubInUse, PortTaken, startHub, type Hub } from '../hub/start-hub';

const USAGE = `Runs a server for a team: CouchDB's protocol on LevelDB.
  --port N          the port (${HUB_PORT}; 0: any that is free)
  --host ADDRESS    where to listen (127.0.0.1: this computer alone; 0.0.0.0: the network)
  --data DIR        where the data lie
  --tls-cert FILE   certificate and key as PEM: without them, nobody else's network is safe to serve on
  --tls-key FILE
  --max-body BYTES  the largest request that is taken
  --quiet           one line, and what goes wrong`;

type Options = ReturnType<typeof readOptions>;

async function main(): Promise<void> {
  const options = readOptions();
  const { cert, key } = options;
  const tls = cert !== undefined && key !== undefined ? await readTls({ cert, key }) : undefined;
  try {
    const hub = await startHub({
      dataFolder: options.data,
      host: options.host,
      port: options.port,
      ...(tls && { tls }),
      ...(options.maxBody !== undefined && { limits: { requestBytes: options.maxBody } }),
      log: (level, what, detail) => (level === 'info' ? undefined : console.error(`${level}: ${what}`, detail ?? '')),
    });
    tell(hub, options, tls !== undefined);
    tellParent(hub);
    stopOnSignal(hub, options);
  } catch (error) {
    if (error instanceof HubInUse) return console.warn(`${error.message}${error.url === undefined ? '' : ` It answers at ${error.url}.`}`);
    if (!(error instanceof PortTaken)) throw error;
    console.error(`${error.message} Stop that program, or choose another port: npm run hub -- --port ${error.port + 1}`);
    process.exitCode = 1;
  }
}

function readOptions(): { port: number; host: string; data: string; cert?: string; key?: string; maxBody?: number; quiet: boolean } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    options: { port: text, host: text, data: text, 'tls-cert': text, 'tls-key': text, 'max-body': text, quiet: flag, help: flag },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const { 'tls-cert': cert, 'tls-key': key, 'max-body': maxBody } = values;
  if ((cert === undefined) !== (key === undefined)) throw new Error('--tls-cert and --tls-key go together.');
  return {
    port: numberOf('port', values.port ?? String(HUB_PORT), 65_535),
    host: values.host ?? '127.0.0.1',
    data: values.data ?? defaultHubFolder(process.platform, process.env),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(maxBody !== undefined && { maxBody: numberOf('max-body', maxBody, 2 ** 30) }),
    quiet: values.quiet ?? false,
  };
}

function numberOf(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new Error(`--${name} wants a number from 0 to ${most}, not "${text}".`);
  return number;
}

function tell({ url }: Hub, { host, data, quiet }: Options, isSecure: boolean): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const isNetwork = !['127.0.0.1', '::1', 'localhost'].includes(host);
  say(`The server for your team is at ${url}`);
  if (isNetwork && !isSecure) {
    say(
      'It listens on the network WITHOUT encryption: names, passwords and data can be read on the way. Give it --tls-cert and --tls-key.',
    );
  }
  if (quiet) return;
  if (isNetwork) for (const address of addresses()) say(`  for other computers: ${url.replace('127.0.0.1', address)}`);
  say(`Its data lie in ${data}`);
  say(`Its administrator's name and password are in ${data}/admin.json`);
  say('Press Ctrl+C to stop.');
}

const addresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  );

/** A shell that started the hub as its child hears where it answers. */
function tellParent({ url }: Hub): void {
  process.send?.({ listening: url });
  process.parentPort?.postMessage({ listening: url });
}

function stopOnSignal(hub: Hub, { quiet }: Options): void {
  const stop = async (): Promise<void> => {
    await hub.stop();
    if (!quiet) process.stdout.write('\nStopped.\n');
    process.exit(0);
  };
  // Ctrl+C can arrive twice: from the terminal and from the script that started us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  // The shell that started us ended without a word.
  process.on('disconnect', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
