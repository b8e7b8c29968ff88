import type { Id } from './define-record';
import { settingId } from './phase-names';
import type { Records } from './records';

/** What the firm says of itself on paper. One setting each, so that two people who set two of them do not clash. */
export const FIRM_FACTS = ['name', 'address', 'logo', 'terms', 'language'] as const;
export type FirmFact = (typeof FIRM_FACTS)[number];

/** Variants of English that documents are written in: how they write days and sums, and on which paper. */
export const DOCUMENT_LANGUAGES = ['en-GB', 'en-US', 'en-IE', 'en-CA', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

export interface FirmProfile {
  readonly name: string;
  readonly address?: string;
  /** The picture of the firm's mark, among the files of the workspace. */
  readonly logo?: `file:${string}`;
  /** What a new proposal says of payment until somebody changes it there. */
  readonly terms?: string;
  readonly language: DocumentLanguage;
}

export const firmFactKey = (fact: FirmFact): string => `firm.${fact}`;

const SETTINGS = new Map(FIRM_FACTS.map((fact) => [fact, settingId(firmFactKey(fact))]));

/** The record that holds one fact of the firm. */
export const firmFactId = (fact: FirmFact): Id<'firmSetting'> => SETTINGS.get(fact) ?? settingId(firmFactKey(fact));

/** What the firm says of itself; `workspace` names it where nobody has. */
export function firmProfile(records: Records, workspace: string): FirmProfile {
  const said = (fact: FirmFact): string | undefined => {
    const value = records.get('firmSetting', firmFactId(fact))?.value;
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  const [address, logo, terms, language] = [said('address'), said('logo'), said('terms'), said('language')];
  return {
    name: said('name') ?? workspace,
    ...(address ? { address } : {}),
    ...(logo && isFile(logo) ? { logo } : {}),
    ...(terms ? { terms } : {}),
    language: DOCUMENT_LANGUAGES.find((known) => known === language) ?? 'en-GB',
  };
}

const isFile = (text: string): text is `file:${string}` => /^file:[0-9a-f]{64}$/u.test(text);
