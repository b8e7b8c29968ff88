import { cares, mail, note } from '../beats';
import type { DealScript } from '../script';

export const ostaraLab: DealScript = {
  key: 'ostara-lab',
  account: 'ostara',
  name: 'Laboratory orders from the ward',
  department: 'Laboratories',
  ae: 'ada',
  lead: 'hannah',
  buyers: ['yilmaz', 'lindner'],
  model: 'fixed',
  currency: 'EUR',
  opened: -24,
  prices: [[-24, 90_000]],
  closeBy: 120,
  steps: [],
  scope: [],
  beats: [
    mail(
      'intro',
      -24,
      'yilmaz',
      'ada',
      'Laboratory orders',
      `
Hi Ada,

off the record for now: our laboratories still get orders on paper slips with stickers. One slip in forty has the wrong sticker. There will be money for this next year, and I would prefer people who know our wards.

Please do not raise it with Dr. Lindner before the cabinets are live. You know why.

Derya`,
      [cares('stickers', 'One slip in forty has the wrong sticker.', { text: 'Fewer mixed-up samples', rank: 1 })],
    ),
    note(
      'wait',
      -22,
      'ada',
      'Timing',
      `
Derya is right. We ask for a first talk with the head of laboratories in January, after the ward test. Nothing in writing to the administration until then.`,
    ),
  ],
};
