import type { ImportChoices, ImportFile } from '#shared/exchange/import-plan';
import type { AnyRecord, RecordType } from '#shared/records/registry';
import type { CalendarDate } from '#shared/values/calendar';
import { breather } from '../../data/breathe';
import type { LiveRecords } from '../../data/workspace';
import type { FromPlanner, Taken, ToPlanner } from './planner-messages';
import { workerName } from '../../texts/language';
import { t } from '#shared/values/texts';

const PIECE = 1_000;

/** The planning worker, seen from the screen. `stop` ends it, whatever it is doing. */
export class Planner {
  readonly #worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module', name: workerName('plan') });
  readonly #listen: (message: FromPlanner) => void;
  #onRead: (compares: readonly RecordType[]) => void = () => undefined;
  #wasRead: Promise<readonly RecordType[]> = Promise.resolve([]);
  #onTaken: (taken: Taken) => void = () => undefined;

  constructor(listen: (message: FromPlanner) => void) {
    this.#listen = listen;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromPlanner>) => this.#hear(data));
    this.#worker.addEventListener('error', (event) =>
      listen({ kind: 'failed', message: event.message || t('The planner could not start.') }),
    );
  }

  read(files: readonly ImportFile[]): void {
    this.#wasRead = new Promise((resolve) => {
      this.#onRead = resolve;
    });
    this.#tell({ kind: 'read', files });
  }

  /** Hands over the records that the files are compared with, archived ones included, in pieces, so that nobody's typing waits for them. */
  async compareWith(records: LiveRecords, signal: AbortSignal): Promise<void> {
    const breathe = breather(signal);
    const compared = await this.#wasRead;
    this.#tell({ kind: 'records', begins: true, records: [] });
    for (const type of compared) {
      const ids = records.idsOf(type);
      for (let at = 0; at < ids.length; at += PIECE) {
        const piece = ids.slice(at, at + PIECE).flatMap((id): AnyRecord[] => asList(records.get(type, id)));
        this.#tell({ kind: 'records', begins: false, records: piece });
        await breathe();
      }
    }
  }

  plan(turn: number, choices: ImportChoices, today: CalendarDate): void {
    this.#tell({ kind: 'plan', turn, choices, today });
  }

  /** The last plan as commands to carry out and files to keep. */
  take(): Promise<Taken> {
    return new Promise((resolve) => {
      this.#onTaken = resolve;
      this.#tell({ kind: 'take' });
    });
  }

  stop(): void {
    this.#worker.terminate();
  }

  #hear(message: FromPlanner): void {
    if (message.kind === 'taken') this.#onTaken(message);
    else if (message.kind === 'read') this.#onRead(message.compares);
    else this.#listen(message);
  }

  #tell(message: ToPlanner): void {
    this.#worker.postMessage(message);
  }
}

const asList = (record: AnyRecord | undefined): AnyRecord[] => (record ? [record] : []);
