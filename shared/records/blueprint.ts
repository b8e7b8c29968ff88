import { EVERYONE } from './access';
import { choice, date, defineRecord, number, ref, text } from './define-record';
import { ofDeal, place } from './recurring-fields';

/** What will be built, in text and as a drawing; its parts are records, so two people can work on it offline. */
export const blueprint = defineRecord({
  type: 'blueprint',
  label: 'Blueprint',
  plural: 'Blueprints',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    title: text({ label: 'Title', merge: 'plain', required: true }),
    deal: ofDeal,
    status: choice(['draft', 'reviewed', 'approved'], { label: 'Status', merge: 'guarded', required: true }),
    reviewedBy: ref('person', { label: 'Reviewed by', merge: 'plain' }),
    reviewedAt: date({ label: 'Reviewed on', merge: 'plain' }),
    approvedBy: ref('person', { label: 'Approved by', merge: 'plain' }),
    approvedAt: date({ label: 'Approved on', merge: 'plain' }),
  },
});

const ofBlueprint = ref('blueprint', { label: 'Blueprint', merge: 'plain', required: true });

export const blueprintSection = defineRecord({
  type: 'blueprintSection',
  label: 'Blueprint section',
  plural: 'Blueprint sections',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    title: text({ label: 'Title', merge: 'plain', required: true }),
    blueprint: ofBlueprint,
    /** Formatted text: `shared/blueprint/rich-text.ts` says how it is written down. */
    text: text({ label: 'Text', merge: 'longText', multiline: true }),
    rank: place,
  },
});

export const BLUEPRINT_KINDS = ['actor', 'system', 'process', 'data', 'integration'] as const;

const drawn = {
  blueprint: ofBlueprint,
  kind: choice(BLUEPRINT_KINDS, { label: 'Kind', merge: 'plain', required: true }),
  label: text({ label: 'Label', merge: 'plain' }),
  scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
  constraint: ref('constraint', { label: 'Constraint', merge: 'plain' }),
} as const;

const position = (label: string) => number({ label, merge: 'cosmetic', internal: true });

export const blueprintNode = defineRecord({
  type: 'blueprintNode',
  label: 'Blueprint node',
  plural: 'Blueprint nodes',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    ...drawn,
    description: text({ label: 'Description', merge: 'longText', multiline: true, help: 'What it does, and what is done to it.' }),
    x: position('Horizontal position'),
    y: position('Vertical position'),
  },
});

export const blueprintEdge = defineRecord({
  type: 'blueprintEdge',
  label: 'Blueprint edge',
  plural: 'Blueprint edges',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    ...drawn,
    from: ref('blueprintNode', { label: 'From', merge: 'plain', required: true }),
    to: ref('blueprintNode', { label: 'To', merge: 'plain', required: true }),
    /** Where the edge's label stands. */
    x: position('Horizontal position'),
    y: position('Vertical position'),
  },
});
