import type { Block, Logo } from '../document/document';
import type { CalendarDateText, Id } from '../records/define-record';
import type { FirmProfile } from '../records/firm-profile';
import type { Records } from '../records/records';
import type { Deal, Proposal, ProposalLine, ScopeLine } from '../records/registry';
import { lineTitle, linesOf, offeredAs, type OfferedAs } from './offer-line';
import { t } from '../values/texts';

/** What an offer is printed from. */
export interface OfferFacts {
  readonly proposal: Proposal;
  readonly deal: Deal;
  /** As they were when the version was sent; for a draft, as they are. People and firms always as they are. */
  readonly records: Records;
  /** Options that the client took since. */
  readonly chosen: ReadonlySet<Id<'proposalLine'>>;
  readonly firm: FirmProfile;
  readonly logo?: Logo;
  /** Drawing and sections, as `blueprintBlocks` gives them. */
  readonly blueprint: readonly Block[];
  readonly today: CalendarDateText;
}

/** One line as the client reads it. */
export interface OfferedLine {
  readonly line: ProposalLine;
  readonly as: OfferedAs;
  readonly scopeLine: ScopeLine | undefined;
  readonly title: string;
  readonly included: string | undefined;
  readonly excluded: string | undefined;
  readonly assumptions: string | undefined;
  readonly acceptanceTest: string | undefined;
}

/** The lines of the version in its order, with what their lines of scope said when it was sent. */
export function offeredLines({ records, proposal, chosen }: OfferFacts): readonly OfferedLine[] {
  return linesOf(records, proposal.id).map((stored) => {
    const line = chosen.has(stored.id) ? { ...stored, chosen: true } : stored;
    const scopeLine = records.get('scopeLine', line.scopeLine);
    const title = titleOf(line, records);
    return {
      line,
      as: offeredAs(line),
      scopeLine,
      title,
      included: withoutTitle(line.text, title),
      excluded: saidBy(scopeLine?.excluded),
      assumptions: saidBy(scopeLine?.assumptions),
      acceptanceTest: saidBy(scopeLine?.acceptanceTest),
    };
  });
}

/** The line of scope's title where the offer still begins with it: what was offered in other words stands in those. */
function titleOf(line: ProposalLine, records: Records): string {
  const title = lineTitle(records, line);
  return title.split('\n', 1)[0]?.trim() || t('Line');
}

/** `Portal: sign-in and orders` of the line `Portal` is `sign-in and orders`; other words stay as they are. */
function withoutTitle(text: string | undefined, title: string): string | undefined {
  const said = saidBy(text);
  if (said === undefined || said === title) return undefined;
  return saidBy(said.startsWith(`${title}: `) ? said.slice(title.length + 2) : said);
}

const saidBy = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** Lines to be done whether or not they cost anything: work, courtesies and the options that were taken. */
export const agreedLines = (lines: readonly OfferedLine[]): readonly OfferedLine[] =>
  lines.filter(({ as, line }) => as === 'work' || as === 'courtesy' || (as === 'option' && line.chosen));

/** Options that nobody took yet. */
export const openOptions = (lines: readonly OfferedLine[]): readonly OfferedLine[] =>
  lines.filter(({ as, line }) => as === 'option' && !line.chosen);
