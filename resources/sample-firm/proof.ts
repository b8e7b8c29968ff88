import { sha256Hex } from '#shared/ledger/hash';
import { createRecord, editRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import type { Cast } from './cast';
import { billing, paying } from './delivery';
import { paperAsDocx, paperAsPdf, type Paper } from './papers';
import type { PersonKey } from './people';
import { sampleId, type Cue } from './stage';
import type { Day } from './script';

/** The deal whose way from the words to the money is whole, papers included. */
const DEAL = 'nordwind-order-to-cash';
const HOUR = 60;

interface KeptPaper {
  readonly key: string;
  readonly day: Day;
  readonly by: PersonKey;
  readonly name: string;
  readonly type: string;
  readonly write: (paper: Paper) => Uint8Array;
  readonly paper: Paper;
}

const PAPERS: readonly KeptPaper[] = [
  {
    key: 'privacy-annex',
    day: -262,
    by: 'ada',
    name: 'Annex D Data protection.pdf',
    type: 'application/pdf',
    write: paperAsPdf,
    paper: {
      title: 'Annex D: Data protection',
      pages: [
        [
          'Between Nordwind Logistik AG and Halden & Pryce. Part of the statement of work for order-to-cash.',
          'D.1 Personal data of employees and of contacts at customers are processed in Frankfurt only. Nobody works on them from outside of the European Union.',
          'D.2 Test systems hold anonymised copies. The key stays with the data protection officer of Nordwind.',
        ],
        [
          'D.3 Sub-processors are named thirty days before they begin. Nordwind may object in writing; the work waits until that is settled.',
          'D.4 At the end of the contract all copies are erased within six weeks, and the erasure is confirmed by signature.',
        ],
      ],
    },
  },
  {
    key: 'acceptance-plan',
    day: -141,
    by: 'clara',
    name: 'Acceptance plan.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: paperAsDocx,
    paper: {
      title: 'Acceptance plan',
      pages: [
        [
          'Every line of scope is accepted by one named person at Nordwind, in writing, within ten working days.',
          'Order capture: Jan Thiel, with one hundred recorded orders of last March.',
          'Dunning and open items: Katrin Weber names a deputy from the clearing desk.',
          'Defects are sorted on the spot: blocking, serious, cosmetic. Only blocking ones hold an acceptance up.',
        ],
      ],
    },
  },
];

/** A file of the sample firm, to be kept beside its entries. */
export interface SampleFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The papers as files: the same bytes every day, so that the moments that name them hold. */
export const sampleFiles = (): readonly SampleFile[] => PAPERS.map(({ name, type, write, paper }) => ({ name, type, bytes: write(paper) }));

/** Papers kept with the deal, the ticket that scoped what was promised, and the change order that was billed and paid. */
export function cuesOfProof(cast: Cast): readonly Cue[] {
  if (cast.script.key !== DEAL) return [];
  return [
    ...PAPERS.map((kept) => keeping(cast, kept)),
    {
      at: cast.calendar.moment(-341, 17 * HOUR),
      by: cast.script.lead,
      tell: (stage) => {
        const id = cast.id('ticket', 'scoping');
        if (!stage.has(id)) return undefined;
        return editRecord('ticket', stage.get('ticket', id), {
          commitment: cast.id('commitment', 'file-drop'),
          deliverable: cast.id('scopeLine', 'billing'),
        });
      },
    },
    billing(cast, 'archive', -196, 'Ten-year archive of the nightly files, as ordered by IT', 7_800, {
      changeOrder: cast.id('changeOrder', 'archive'),
    }),
    paying(cast, 'archive', -168),
  ];
}

function keeping(cast: Cast, { key, day, by, name, write, paper }: KeptPaper): Cue {
  const at = cast.calendar.moment(day, 15 * HOUR + 10);
  return {
    at,
    by,
    tell: () =>
      createRecord('moment', cast.id('moment', key), {
        kind: 'file',
        deal: cast.deal,
        account: cast.account,
        at: instantOf(at),
        subject: name,
        people: [sampleId('person', by)],
        contacts: [],
        file: `file:${sha256Hex(write(paper))}`,
      }),
  };
}
