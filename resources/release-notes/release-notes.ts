/** What a version brought, for those who use it: one sentence a point, in each language of the program. */
export interface ReleaseNotes {
  readonly version: string;
  readonly points: { readonly en: readonly string[]; readonly de: readonly string[] };
}

/** Every version there was, the newest first. */
export const RELEASE_NOTES: readonly ReleaseNotes[] = [
  {
    version: '0.1.0',
    points: {
      en: [
        'A deal is one record from the first call to the last invoice: it changes phase at signature and keeps all that was said and decided.',
        'Work without a server and without a network; what several people did meanwhile is joined, and what clashes is settled in seconds.',
        'Proposals and SOWs as Word or PDF, change orders, hours, invoices, and margin to the cent as of any day.',
        'Imports of exports, mail and calendars, shown before anything is written and undone with one click.',
        'Data at rest are encrypted; organisations decide by policy; updates come when you say so.',
      ],
      de: [
        'Ein Deal ist ein einziger Datensatz vom ersten Gespräch bis zur letzten Rechnung: Bei der Unterschrift wechselt er die Phase und behält alles, was gesagt und entschieden wurde.',
        'Arbeiten ohne Server und ohne Netz; was mehrere inzwischen getan haben, wird zusammengeführt, und Widersprüche sind in Sekunden geklärt.',
        'Angebote und Leistungsbeschreibungen als Word oder PDF, Nachträge, Stunden, Rechnungen und die Marge auf den Cent, Stand jedes Tages.',
        'Importe von Exporten, Mails und Kalendern: erst gezeigt, dann geschrieben, mit einem Klick rückgängig.',
        'Ruhende Daten sind verschlüsselt; Organisationen entscheiden per Richtlinie; Updates kommen, wenn Sie es sagen.',
      ],
    },
  },
];

/** The points of `version` in `language`; English where the program speaks another, none where the version has no notes. */
export function pointsOf(version: string, language: string, notes: readonly ReleaseNotes[] = RELEASE_NOTES): readonly string[] {
  const points = notes.find((one) => one.version === version)?.points;
  return points?.[language === 'de' ? 'de' : 'en'] ?? [];
}

/** Whether somebody who last ran `before` is to be told that there are news in `now`. Nobody is at their first start. */
export const hasNews = (before: string | undefined, now: string, notes: readonly ReleaseNotes[] = RELEASE_NOTES): boolean =>
  before !== undefined && before !== now && pointsOf(now, 'en', notes).length > 0;
