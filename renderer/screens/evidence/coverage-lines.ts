import type { Coverage, Silence } from '#shared/evidence/coverage';
import { whoOf } from '#shared/evidence/reason';
import { definitionOf, type Moment } from '#shared/records/registry';
import type { Wording } from '#shared/records/value-text';
import { clockText, countText, dateText } from '../../components/text-of';
import type { SyncFacts } from '../../data/sync-state';
import type { Health, SeenDevice } from '../../data/workspace';
import { t } from '#shared/values/texts';

/** One thing that was not searched, or could not be. */
export interface GapLine {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** Moments behind it that can be opened. */
  readonly moments?: readonly { readonly id: `moment:${string}`; readonly deal?: `deal:${string}`; readonly title: string }[];
}

/** What was searched: counts by kind, and the days between which they lie. */
export function searchedLine({ counts, kinds, period }: Coverage): string {
  const moments = kinds.map(({ kind, count }) => countText(count, kind, kind === 'e-mail' ? 'e-mails' : `${kind}s`));
  const others = counts
    .filter(({ type }) => type !== 'moment')
    .map(({ type, count }) => countText(count, definitionOf(type).label.toLowerCase(), definitionOf(type).plural.toLowerCase()));
  const days = period ? t(' Moments from {{from}} to {{to}}.', { from: dateText(period.from), to: dateText(period.to) }) : '';
  return `${[...moments, ...others].join(', ') || t('Nothing: there is no record in this scope')}.${days}`;
}

/** What a person must know was not covered. Empty where nothing of the kind is known. */
export function gapLines(coverage: Coverage, wording: Wording): readonly GapLine[] {
  const { withoutMail, silences, archived, unfiled } = coverage;
  const stretches = silences.length === 1 ? t('A stretch') : t('{{silences}} stretches', { silences: silences.length });
  const away = countText(archived.length, t('archived moment'), t('archived moments'));
  const loose = countText(unfiled.length, 'message', 'messages');
  return [
    line(
      'mail',
      withoutMail.length,
      t('No mail is here of {{withoutMail}}', { withoutMail: whoOf(withoutMail, wording) }),
      t('Their mailboxes were not imported, or they wrote none.'),
    ),
    ...wordlessLines(coverage),
    line('silence', silences.length, t('{{stretches}} of two weeks or more without any moment', { stretches }), silencesText(silences)),
    line('archived', archived.length, t('{{away}} were left out', { away }), t('Bring them back to search them.')),
    line(
      'unfiled',
      unfiled.length,
      t('{{loose}} of this account are filed under no deal', { loose }),
      t('Ask about the account to search them.'),
    ),
  ].filter(({ count }) => count > 0);
}

/** Moments and files of which there are no words. */
function wordlessLines({ withoutText, unreadFiles, unseenFiles }: Coverage): readonly Counted[] {
  const calls = countText(withoutText.length, t('call or meeting'), t('calls or meetings'));
  const files = countText(unreadFiles.length, t('file or attachment'), t('files and attachments'));
  const unseen = countText(unseenFiles, 'file', 'files');
  return [
    {
      ...line(
        'text',
        withoutText.length,
        t('{{calls}} of which only the fact is logged', { calls }),
        t('What was said in them is not on record.'),
      ),
      moments: opened(withoutText),
    },
    {
      ...line('files', unreadFiles.length, t('{{files}} cannot be searched', { files }), whysOf(unreadFiles)),
      moments: opened(unreadFiles.map(({ moment }) => moment)),
    },
    line('unseen', unseenFiles, t('{{unseen}} were not looked into', { unseen }), t('Ask about one deal to have its files looked into.')),
  ];
}

type Counted = GapLine & { readonly count: number };

const MOST_OPENED = 5;

const opened = (moments: readonly Moment[]): GapLine['moments'] =>
  moments
    .slice(0, MOST_OPENED)
    .map(({ id, deal, subject, kind, at }) => ({ id, ...(deal && { deal }), title: `${subject ?? kind}, ${dateText(at.slice(0, 10))}` }));

const MOST_WHYS = 3;

function whysOf(files: Coverage['unreadFiles']): string {
  const whys = [...new Set(files.map(({ why }) => why))];
  return `${whys.slice(0, MOST_WHYS).join(' · ')}${whys.length > MOST_WHYS ? t(' · and {{whys}} more', { whys: whys.length - MOST_WHYS }) : ''}`;
}

const MOST_SILENCES = 6;

function silencesText(silences: readonly Silence[]): string {
  const longest = silences.toSorted((a, b) => b.weeks - a.weeks).slice(0, MOST_SILENCES);
  const rest = silences.length - longest.length;
  return `${longest
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(silenceText)
    .join(' · ')}${rest > 0 ? t(' · {{rest}} shorter ones', { rest }) : ''}`;
}

const silenceText = ({ from, to, weeks }: Silence): string =>
  t('{{from}} to {{to}} ({{weeks}} weeks)', { from: dateText(from), to: dateText(to), weeks });

function line(key: string, count: number, title: string, detail: string): Counted {
  return { key, count, title, detail };
}

/** What other devices may hold and this one does not: holes in their chains, what was never received, what cannot be read. */
export function deviceLines(
  health: Health,
  devices: readonly SeenDevice[],
  sync: SyncFacts,
  wording: Wording,
  now: number,
): readonly GapLine[] {
  const ownerOf = (device: string): string => {
    const by = devices.find((seen) => seen.device === device)?.by;
    return by ? whoOf([by], wording) : t('a device of nobody known here');
  };
  const missing = health.holes.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const owners = [...new Set(health.holes.map(({ device }) => ownerOf(device)))];
  const changes = countText(missing, 'change', 'changes');
  const pages = countText(health.quarantine.length, 'page', 'pages');
  const unread = countText(health.unread, 'change', 'changes');
  return [
    line(
      'holes',
      missing,
      t('{{changes}} of {{owners}} are missing here', { changes, owners: owners.join(', ') }),
      t('Their chains have gaps: a colleague or the server holds what lies between.'),
    ),
    line('damaged', health.quarantine.length, t('{{pages}} could not be read', { pages }), t('See Settings, Data.')),
    line(
      'unread',
      health.unread,
      t('{{unread}} cannot be shown yet', { unread }),
      t('They are parts of larger ones, or of a newer version of the app.'),
    ),
    receivedLine(sync, devices, now),
  ].filter(({ count }) => count > 0);
}

/** How sure one can be that what colleagues wrote is here. */
function receivedLine({ state, lastContact }: SyncFacts, devices: readonly SeenDevice[], now: number): Counted {
  if (state.kind === 'synced') return line('synced', 0, '', '');
  if (state.kind === 'alone') {
    const others = devices.filter(({ isThis }) => !isThis).length;
    const detail =
      others === 0
        ? t('Only what was entered or imported here was searched.')
        : t('Of {{others}} it holds what was handed over by file.', { others: countText(others, t('other device'), t('other devices')) });
    return line('alone', 1, t('This workspace meets no server'), detail);
  }
  const since = lastContact === undefined ? 'never' : clockText(lastContact, now);
  return line(
    'server',
    1,
    t('This device is not in step with the server'),
    t('Last contact: {{since}}. What colleagues wrote since is not searched.', { since }),
  );
}
