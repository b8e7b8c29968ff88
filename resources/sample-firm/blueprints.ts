import { draw, type NewNode } from '#shared/blueprint/drawing';
import { freePlace, layOut } from '#shared/blueprint/layout';
import { approveBlueprint, createBlueprint, reviewBlueprint } from '#shared/blueprint/lifecycle';
import { byRank, type BlueprintParts } from '#shared/blueprint/parts';
import { parseRichText } from '#shared/blueprint/rich-text';
import { addSection, writeSection } from '#shared/blueprint/sections';
import type { Blueprint, RecordOf } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { NORDWIND_BLUEPRINT, TORRE_BLUEPRINT, type BlueprintScript, type Part, type Step } from './blueprint-scripts';
import type { Cast } from './cast';
import { sampleId, type Cue, type Stage } from './stage';

const SCRIPTS: readonly BlueprintScript[] = [NORDWIND_BLUEPRINT, TORRE_BLUEPRINT];

/** The drawing of a deal's blueprint, and what was written in it, as things that somebody does. */
export function cuesOfBlueprint(cast: Cast): readonly Cue[] {
  const script = SCRIPTS.find(({ deal }) => deal === cast.script.key);
  const [first] = script?.steps ?? [];
  if (!script || !first) return [];
  const id = cast.id('blueprint', 'blueprint');
  const begun: Cue = {
    at: cast.calendar.moment(first.day, 12 * 60),
    by: first.by,
    tell: () => createBlueprint(id, { deal: cast.deal, title: script.title }),
  };
  const told = script.steps.flatMap((step, at): Cue[] => {
    const minute = 12 * 60 + 20 + at * 11;
    const cue: Cue = {
      at: cast.calendar.moment(step.day, minute),
      by: step.by,
      tell: (stage) => tell(new Desk(cast, stage, script), step),
    };
    if (step !== first) return [cue];
    // What was drawn first is brought into order, as anybody would.
    const laidOut: Cue = {
      at: cast.calendar.moment(step.day, minute + 4),
      by: step.by,
      tell: (stage) => {
        const desk = new Desk(cast, stage, script);
        return layOut(desk.blueprint, desk.parts);
      },
    };
    return [cue, laidOut];
  });
  return [begun, ...told];
}

/** The blueprint as far as its story has been told. */
class Desk {
  readonly cast: Cast;
  readonly stage: Stage;
  private readonly script: BlueprintScript;

  constructor(cast: Cast, stage: Stage, script: BlueprintScript) {
    this.cast = cast;
    this.stage = stage;
    this.script = script;
  }

  get blueprint(): Blueprint {
    return this.stage.get('blueprint', this.cast.id('blueprint', 'blueprint'));
  }

  get parts(): BlueprintParts {
    const drawn = this.script.steps.flatMap((step) => (step.what === 'draw' ? [step] : []));
    const written = this.script.steps.flatMap((step) => (step.what === 'write' ? [step.key] : []));
    return {
      nodes: this.told(
        'blueprintNode',
        drawn.flatMap(({ parts }) => parts.map(([key]) => key)),
      ).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      edges: this.told(
        'blueprintEdge',
        drawn.flatMap(({ ways }) => ways.map(([from, to]) => `${from}-${to}`)),
      ),
      sections: this.told('blueprintSection', [...new Set(written)]).toSorted(byRank),
    };
  }

  private told<T extends 'blueprintNode' | 'blueprintEdge' | 'blueprintSection'>(type: T, keys: readonly string[]): RecordOf<T>[] {
    const ids = keys.map((key) => this.cast.id(type, key));
    return ids.filter((id) => this.stage.has(id)).map((id) => this.stage.get(type, id));
  }
}

function tell(desk: Desk, step: Step) {
  const { cast, stage, blueprint, parts } = desk;
  switch (step.what) {
    case 'draw': {
      const nodes = step.parts.map((part) => nodeOf(cast, part, step.at ?? freePlace(parts.nodes)));
      const edges = step.ways.map(([from, to, label]) => ({
        id: cast.id('blueprintEdge', `${from}-${to}`),
        from: cast.id('blueprintNode', from),
        to: cast.id('blueprintNode', to),
        kind: 'process' as const,
        ...(label ? { label } : {}),
      }));
      return draw(blueprint, { nodes, edges });
    }
    case 'write': {
      const id = cast.id('blueprintSection', step.key);
      const text = parseRichText(step.text.trim());
      if (!stage.has(id)) return addSection(blueprint, parts.sections, { id, title: step.title, text });
      return writeSection(blueprint, stage.get('blueprintSection', id), text);
    }
    case 'describe': {
      const node = stage.get('blueprintNode', cast.id('blueprintNode', step.key));
      return editRecord('blueprintNode', node, { description: step.text }, { deal: blueprint.deal });
    }
    case 'review':
    case 'approve': {
      const judging = { by: { id: sampleId('person', step.by) }, on: cast.calendar.date(step.day), parts, unsettled: [] };
      return step.what === 'review' ? reviewBlueprint(blueprint, judging) : approveBlueprint(blueprint, { ...judging, changes: 0 });
    }
  }
}

function nodeOf(cast: Cast, [key, kind, label, links = {}]: Part, place: { readonly x: number; readonly y: number }): NewNode {
  return {
    id: cast.id('blueprintNode', key),
    kind,
    label,
    ...place,
    ...(links.text ? { description: links.text } : {}),
    ...(links.scope ? { scopeLine: cast.id('scopeLine', links.scope) } : {}),
    ...(links.bound ? { constraint: cast.id('constraint', links.bound) } : {}),
  };
}
