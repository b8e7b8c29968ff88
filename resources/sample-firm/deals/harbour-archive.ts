import { call, mail, objected } from '../beats';
import type { DealScript } from '../script';

export const harbourArchive: DealScript = {
  key: 'harbour-archive',
  account: 'harbour',
  name: 'Drawing archive migration',
  department: 'Practice operations',
  ae: 'julien',
  lead: 'luca',
  buyers: ['byrne'],
  model: 'fixed',
  currency: 'EUR',
  opened: -186,
  prices: [
    [-186, 55_000],
    [-146, 63_000],
  ],
  closeBy: -110,
  steps: [
    [-168, 'scoping'],
    [-143, 'proposal'],
    [-104, 'lost'],
  ],
  lostBecause:
    'Price. A scanning firm from Cork did it for € 22,000, without checking the names of the drawings. Conor knows the difference and does not need it.',
  scope: [
    {
      key: 'names',
      title: 'Names and versions',
      included: '480,000 drawings, named by project, stage and version.',
      test: 'A thousand drawings sampled.',
      hours: 330,
      price: 40_000,
    },
    { key: 'move', title: 'Move to the new storage', included: 'With the dates as they were.', hours: 190, price: 23_000 },
  ],
  beats: [
    mail(
      'intro',
      -186,
      'byrne',
      'julien',
      'Drawings since 1988',
      `
Hello Julien,

half a million drawings on seven servers, one of which hums. Would you move them for us while you are here?

Conor Byrne`,
    ),
    call(
      'why',
      -152,
      'luca',
      ['byrne'],
      'What they need it for',
      `
They look for a drawing older than five years about twice a month. Naming all of them properly is a week of arguments per project. I am not sure that they need us.`,
      [
        objected('need', 'They look for a drawing older than five years about twice a month.', {
          text: 'Little use of old drawings',
          category: 'scope',
        }),
      ],
    ),
    mail(
      'end',
      -105,
      'byrne',
      ['julien', 'luca'],
      'Drawings: decision',
      `
Julien, Luca,

a firm in Cork does it for twenty-two thousand, badly. Badly is enough for this. I hope you do not mind.

Conor`,
    ),
  ],
};
