import type { Phase } from '../records/deal';
import type { CLIENT_LANGUAGES } from '../records/account';
import type { Severity } from './incident';

export type ClientLanguage = (typeof CLIENT_LANGUAGES)[number];

/** Everything that an answer to a client says, in one language. Dates and sums come in written for it already. */
export interface AnswerWords {
  /** BCP 47, for dates and sums. */
  readonly locale: string;
  readonly title: (deal: string) => string;
  readonly status: string;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly complete: (percent: string) => string;
  readonly next: string;
  readonly nextOn: (title: string, date: string) => string;
  readonly nextWas: (title: string, date: string) => string;
  readonly allReached: string;
  readonly incidents: string;
  readonly noIncidents: string;
  readonly openSince: (date: string) => string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly billed: string;
  readonly pending: string;
  readonly pendingSplit: (total: string, ready: string, later: string) => string;
  readonly ready: string;
  readonly net: string;
  readonly asOf: (date: string) => string;
}

const ENGLISH: AnswerWords = {
  locale: 'en-GB',
  title: (deal) => `${deal}: where we stand`,
  status: 'Status',
  phases: {
    discovery: 'before the start',
    scoping: 'before the start',
    proposal: 'before the start',
    negotiation: 'before the start',
    kickoff: 'kickoff',
    requirements: 'requirements',
    design: 'design',
    build: 'build',
    deploy: 'going live',
    warranty: 'live, under warranty',
    closed: 'completed',
    lost: 'ended',
    'on hold': 'on hold',
  },
  complete: (percent) => `${percent} of the work is done`,
  next: 'Next milestone',
  nextOn: (title, date) => `${title}, on ${date}`,
  nextWas: (title, date) => `${title}, was due on ${date}`,
  allReached: 'All milestones are reached',
  incidents: 'Open incidents',
  noIncidents: 'None',
  openSince: (date) => `open since ${date}`,
  severities: { critical: 'critical', high: 'high', medium: 'medium', low: 'low' },
  billed: 'Invoiced so far',
  pending: 'Still to be invoiced',
  pendingSplit: (total, ready, later) => `${total}, of which ${ready} can be invoiced now and ${later} later`,
  ready: 'Can be invoiced now',
  net: 'All sums are net of tax.',
  asOf: (date) => `As of ${date}`,
};

const GERMAN: AnswerWords = {
  locale: 'de-DE',
  title: (deal) => `${deal}: aktueller Stand`,
  status: 'Status',
  phases: {
    discovery: 'vor dem Start',
    scoping: 'vor dem Start',
    proposal: 'vor dem Start',
    negotiation: 'vor dem Start',
    kickoff: 'Projektstart',
    requirements: 'Anforderungen',
    design: 'Konzept',
    build: 'Umsetzung',
    deploy: 'Einführung',
    warranty: 'in Betrieb, Gewährleistung läuft',
    closed: 'abgeschlossen',
    lost: 'beendet',
    'on hold': 'ruht',
  },
  complete: (percent) => `${percent} der Arbeit sind erledigt`,
  next: 'Nächster Meilenstein',
  nextOn: (title, date) => `${title}, am ${date}`,
  nextWas: (title, date) => `${title}, war fällig am ${date}`,
  allReached: 'Alle Meilensteine sind erreicht',
  incidents: 'Offene Störungen',
  noIncidents: 'Keine',
  openSince: (date) => `offen seit ${date}`,
  severities: { critical: 'kritisch', high: 'hoch', medium: 'mittel', low: 'niedrig' },
  billed: 'Bisher berechnet',
  pending: 'Noch zu berechnen',
  pendingSplit: (total, ready, later) => `${total}, davon jetzt abrechenbar ${ready} und später ${later}`,
  ready: 'Jetzt abrechenbar',
  net: 'Alle Beträge ohne Umsatzsteuer.',
  asOf: (date) => `Stand: ${date}`,
};

const FRENCH: AnswerWords = {
  locale: 'fr-FR',
  title: (deal) => `${deal} : où nous en sommes`,
  status: 'Avancement',
  phases: {
    discovery: 'avant le démarrage',
    scoping: 'avant le démarrage',
    proposal: 'avant le démarrage',
    negotiation: 'avant le démarrage',
    kickoff: 'lancement',
    requirements: 'analyse des besoins',
    design: 'conception',
    build: 'réalisation',
    deploy: 'mise en service',
    warranty: 'en service, sous garantie',
    closed: 'terminé',
    lost: 'arrêté',
    'on hold': 'suspendu',
  },
  complete: (percent) => `${percent} du travail est fait`,
  next: 'Prochain jalon',
  nextOn: (title, date) => `${title}, le ${date}`,
  nextWas: (title, date) => `${title}, était prévu le ${date}`,
  allReached: 'Tous les jalons sont atteints',
  incidents: 'Incidents ouverts',
  noIncidents: 'Aucun',
  openSince: (date) => `ouvert depuis le ${date}`,
  severities: { critical: 'critique', high: 'élevé', medium: 'moyen', low: 'faible' },
  billed: 'Facturé à ce jour',
  pending: 'Restant à facturer',
  pendingSplit: (total, ready, later) => `${total}, dont ${ready} facturables maintenant et ${later} plus tard`,
  ready: 'Facturable maintenant',
  net: 'Tous les montants sont hors taxes.',
  asOf: (date) => `Au ${date}`,
};

const WORDS: { readonly [L in ClientLanguage]?: AnswerWords } = { English: ENGLISH, German: GERMAN, French: FRENCH };

/** The words for a client. Where we have none in their language they are English, and `isTheirs` says so. */
export function answerWords(language: ClientLanguage | undefined): { readonly words: AnswerWords; readonly isTheirs: boolean } {
  const theirs = WORDS[language ?? 'English'];
  return { words: theirs ?? ENGLISH, isTheirs: theirs !== undefined };
}
