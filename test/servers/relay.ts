import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut, as a network is. */
export interface Relay {
  /** Where it is reached. */
  readonly url: string;
  /** Breaks what is open and lets nothing new through. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Resolves when so many more bytes have gone to the server. */
  readonly afterBytes: (bytes: number) => Promise<void>;
  /** Keeps from now on what goes over it, in both directions. */
  readonly record: () => Recording;
  readonly close: () => Promise<void>;
}

/** What went over a relay so far, one letter a byte. */
export interface Recording {
  readonly text: () => string;
}

/** Opens a way to the server at `url` on any free port of this computer. */
export async function openRelay(url: string): Promise<Relay> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const waiting = new Set<{ left: number; readonly over: () => void }>();
  const recordings = new Set<string[]>();
  let isCut = false;
  const count = (bytes: number): void => {
    for (const one of waiting) {
      one.left -= bytes;
      if (one.left > 0) continue;
      waiting.delete(one);
      one.over();
    }
  };
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
    near.on('data', (bytes: Buffer) => count(bytes.length));
    for (const socket of [near, far])
      socket.on('data', (bytes: Buffer) => recordings.forEach((heard) => heard.push(bytes.toString('latin1'))));
  });
  const address = await listening(server);
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    mend: () => void (isCut = false),
    afterBytes: (bytes) => new Promise((resolve) => waiting.add({ left: bytes, over: resolve })),
    record: () => {
      const heard: string[] = [];
      recordings.add(heard);
      return { text: () => heard.join('') };
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listening(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
}
