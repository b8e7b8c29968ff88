import type { Ticket } from '#shared/records/registry';
import { logHours } from '#shared/ticket/hours';
import type { Cast } from './cast';
import { between, chanceFrom, oneOf } from './chance';
import type { PersonKey } from './people';
import type { Day } from './script';
import { sampleId, type Cue } from './stage';

interface Pursued {
  readonly ticket: Ticket['id'];
  readonly by: PersonKey;
  readonly from: Day;
  /** The day on which it ends; later days are not told yet. */
  readonly until: Day;
  /** About how much it takes in all. */
  readonly hours: number;
}

const HOUR = 60;
const YESTERDAY = -2;

/** The hours of a piece of pre-sale work: a sitting of some hours every few days, each written down on its evening. */
export function pursuit(cast: Cast, { ticket, by, from, until, hours }: Pursued): readonly Cue[] {
  const { calendar } = cast;
  const chance = chanceFrom(`${ticket}/hours`);
  const last = Math.min(until, YESTERDAY);
  const cues: Cue[] = [];
  for (let day = from, left = hours; day <= last && left > 0; day += between(chance, 2, 5)) {
    if (!calendar.isWorkday(day)) continue;
    const sitting = Math.min(left, between(chance, 6, 18) / 4);
    left -= sitting;
    const id = cast.id('timeEntry', `pursuit/${ticket}/${day}`);
    const note = oneOf(chance, NOTES);
    const minute = 16 * HOUR + between(chance, 5, 55);
    cues.push({
      at: calendar.moment(day, minute),
      by,
      tell: (stage) => {
        const date = calendar.date(day);
        const on = { ticket: stage.get('ticket', ticket), deal: stage.get('deal', cast.deal), today: date };
        const logged = logHours(id, on, { person: sampleId('person', by), date, hours: sitting, note });
        return logged.ok && logged.value.changes[0]?.set['activity'] !== 'pursuit' ? undefined : logged;
      },
    });
  }
  return cues;
}

const NOTES = [
  'Preparation of the next talk',
  'Talk with the client, and its notes',
  'Read what they sent',
  'Lines worded with the team',
  'Rehearsed with a colleague from delivery',
  'Went through the open points',
] as const;
