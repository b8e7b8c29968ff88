import { useSyncExternalStore } from 'react';
import type { ImportChoices, ImportFile, ImportPlan } from '#shared/exchange/import-plan';
import { useWorkspace } from '../../data/live';
import { observed } from '../../data/observable';
import type { Workspace } from '../../data/workspace';
import { carryOut } from './carry-out';
import { todayOf } from '../../components/use-today';
import { type ImportState, NOTHING_CHOSEN, type Planning, planInView, type Preparing, type Stage, withFiles } from './import-state';
import { allowances } from './allowances';
import { Planner } from './planner';
import type { FromPlanner } from './planner-messages';
import { t } from '#shared/values/texts';

/** One import of one workspace. It outlives its screen, so looking something up in between loses nothing. */
export class ImportSession {
  readonly state = observed<ImportState>(NOTHING_CHOSEN);
  readonly #workspace: Workspace;
  #planner: Planner | undefined;
  #turn = 0;
  #working = new AbortController();
  /** The plan somebody had before them when they asked to import, while it is made anew. */
  #askedFor: ImportPlan | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  addFiles(files: readonly ImportFile[]): void {
    const state = this.state.get();
    if (state.kind === 'importing' || files.length === 0) return;
    this.#read(withFiles(state.kind === 'preparing' ? state.files : [], files));
  }

  removeFile(name: string): void {
    const state = this.state.get();
    if (state.kind === 'preparing') this.#read(state.files.filter((file) => file.name !== name));
  }

  choose(change: Partial<ImportChoices>): void {
    const state = this.state.get();
    if (state.kind !== 'preparing') return;
    this.#askedFor = undefined;
    this.#prepare({ choices: { ...state.choices, ...change }, problem: undefined });
    this.#plan();
  }

  goTo(stage: Stage): void {
    this.#prepare({ stage });
  }

  /** Ends whatever is being read or written. Nothing comes in. */
  cancel(): void {
    if (this.state.get().kind === 'importing') this.#working.abort();
    else this.startOver();
  }

  startOver(): void {
    this.#stop();
    this.state.set(NOTHING_CHOSEN);
  }

  /** Carries the plan out. Where records changed since, it is made again first. */
  async carryOut(): Promise<void> {
    const state = this.state.get();
    const planner = this.#planner;
    if (state.kind !== 'preparing' || state.planning.kind !== 'planned' || !planner) return;
    const { plan, version } = state.planning;
    if (version !== this.#workspace.version()) return this.#planAnew(plan);
    this.state.set({ kind: 'importing', plan, doing: t('Preparing') });
    const done = await carryOut(await planner.take(), this.#workspace, {
      signal: this.#working.signal,
      doing: (doing, progress) => this.state.set({ kind: 'importing', plan, doing, progress }),
    });
    this.#stop();
    if (done.ok) this.state.set({ kind: 'done', outcome: { plan, steps: done.value } });
    else this.#read(state.files, { ...state, problem: done.error });
  }

  #planAnew(plan: ImportPlan): void {
    this.#askedFor = plan;
    this.#prepare({ planning: { kind: 'working', doing: COMPARING, plan } });
    void this.#compare();
  }

  #read(files: readonly ImportFile[], from?: Preparing): void {
    this.#stop();
    const state = from ?? this.#preparing();
    if (files.length === 0) return this.state.set(NOTHING_CHOSEN);
    const planning: Planning = { kind: 'working', doing: t('Reading the files'), progress: { done: 0, total: files.length } };
    this.state.set({ ...state, files, planning, stage: from ? from.stage : 'files' });
    this.#planner = new Planner((message) => this.#hear(message));
    this.#planner.read(files);
    void this.#compare();
  }

  async #compare(): Promise<void> {
    const { signal } = this.#working;
    try {
      await this.#planner?.compareWith(this.#workspace.records, signal);
    } catch (cause) {
      if (!signal.aborted) throw cause;
    }
    if (!signal.aborted) this.#plan();
  }

  #plan(): void {
    const state = this.#preparing();
    this.#turn += 1;
    const choices = { ...state.choices, ...allowances(this.#workspace) };
    this.#planner?.plan(this.#turn, choices, todayOf(this.#workspace));
    const plan = planInView(state);
    if (plan) this.#prepare({ planning: { kind: 'working', doing: COMPARING, plan } });
  }

  #hear(message: FromPlanner): void {
    if (message.kind === 'reading') {
      this.#prepare({ planning: { kind: 'working', doing: t('Reading {{file}}', { file: message.file }), progress: message } });
    } else if (message.kind === 'planned' && message.turn === this.#turn) this.#show(message.plan);
    else if (message.kind === 'failed') this.#prepare({ planning: { kind: 'failed', message: message.message } });
  }

  /** What was asked for goes on where nothing of it changed; else it is looked at once more. */
  #show(plan: ImportPlan): void {
    const askedFor = this.#askedFor;
    this.#askedFor = undefined;
    this.#prepare({ planning: { kind: 'planned', plan, version: this.#workspace.version() } });
    if (!askedFor) return;
    if (JSON.stringify(askedFor) === JSON.stringify(plan)) void this.carryOut();
    else this.#prepare({ problem: t('Records changed since the files were compared. Look at the new result, then import.') });
  }

  #preparing(): Preparing {
    const state = this.state.get();
    return state.kind === 'preparing' ? state : NOTHING_CHOSEN;
  }

  #prepare(change: Partial<Omit<Preparing, 'kind'>>): void {
    this.state.set({ ...this.#preparing(), ...change });
  }

  #stop(): void {
    this.#askedFor = undefined;
    this.#planner?.stop();
    this.#planner = undefined;
    this.#working.abort();
    this.#working = new AbortController();
  }
}

const COMPARING = t('Comparing with the workspace');
const sessions = new WeakMap<Workspace, ImportSession>();

/** The import that is under way in a workspace, or a new one. */
export function importSessionOf(workspace: Workspace): ImportSession {
  const known = sessions.get(workspace);
  if (known) return known;
  const begun = new ImportSession(workspace);
  sessions.set(workspace, begun);
  return begun;
}

/** The import of the open workspace, and where it stands. */
export function useImportSession(): readonly [ImportState, ImportSession] {
  const session = importSessionOf(useWorkspace());
  const { state } = session;
  return [useSyncExternalStore(state.subscribe, state.get), session];
}
