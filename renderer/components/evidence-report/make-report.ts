import { quoteIn, quoteInFile, type EvidenceManifest, type EvidenceQuote } from '#shared/evidence/evidence-file';
import { reportDocument, type ReportInput, type ReportPassage } from '#shared/evidence/report';
import type { Entry, RecordId } from '#shared/ledger/entry';
import { firmProfile } from '#shared/records/firm-profile';
import { isOfType } from '#shared/records/registry';
import { titleOf } from '#shared/records/value-text';
import { instantOf } from '#shared/values/calendar';
import type { FileId } from '../../data/export-scope';
import { readLogo } from '../../data/reads/offer-facts';
import type { Health, Workspace } from '../../data/workspace';
import type { FileToSave } from '../../platform/platform';
import { plainFileName } from '../file-name';
import { instantText, numberText } from '../text-of';
import { todayOf } from '../use-today';
import { printedTrace, type PrintedTrace } from './report-trace';
import type { ReportRequest, RequestedPassage } from './report-request';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

/** The report for people, and the file that proves it. */
export interface EvidenceReport {
  readonly pdf: FileToSave;
  readonly file: FileToSave;
}

export const EVIDENCE_SUFFIX = '.evidence.throughline';

/** Words that are to be proved, with the record in which they stand. */
interface Wanted {
  readonly record: RecordId;
  readonly words: string;
  readonly near: number;
}

/** Reads, prints and seals: one PDF, and one file that holds what is quoted with what proves it, and nothing of other records. */
export async function makeReport(workspace: Workspace, request: ReportRequest): Promise<EvidenceReport> {
  const trace = request.trace === undefined ? undefined : printedTrace(request.trace, workspace.records);
  const wanted = wantedOf(request, trace);
  const records = new Set<RecordId>([...wanted.map(({ record }) => record), ...(trace?.steps ?? []).map(({ node }) => node.id)]);
  const logs = await workspace.logs(records);
  const quotes = await provedOf(wanted, logs, workspace);
  const entries = [...new Set([...logs.values()].flatMap((log) => log.map(({ id }) => id)))];
  const { chains } = await workspace.health();
  const name = `${plainFileName(request.title, t('Evidence'))} ${todayOf(workspace)}`;
  const facts = { quotes: quotes.length, entries: entries.length, name: `${name}${EVIDENCE_SUFFIX}` };
  const document = reportDocument(await inputOf(workspace, request, trace, chains, facts));
  const { documentToPdf } = await import('../../documents/pdf');
  const pdf = await documentToPdf(document);
  const manifest: EvidenceManifest = {
    v: 1,
    about: request.title,
    madeAt: instantOf(workspace.now()),
    madeBy: document.author,
    ...claimOf(request),
    quotes,
    ...(trace && {
      trace: { records: trace.steps.map(({ node }) => node.id), links: trace.links.map(([from, to]): [number, number] => [from, to]) },
    }),
    chains: [...chains],
    pdf: { name: `${name}.pdf`, sha256: await sha256(pdf) },
  };
  const files = filesOf(quotes, workspace);
  const content = await workspace.exportFile({ ledgers: ['team'], scope: { kind: 'evidence', entries, records, files, manifest } });
  return {
    pdf: { name: `${name}.pdf`, type: pdf.type, content: pdf },
    file: { name: facts.name, type: 'application/x-ndjson', content },
  };
}

function wantedOf({ claim }: ReportRequest, trace: PrintedTrace | undefined): readonly Wanted[] {
  const passages = [...(claim?.deciding ?? []), ...(claim?.others ?? [])];
  const ofClaim = passages.flatMap(({ record, sentences }) => sentences.map(({ text, start }) => ({ record, words: text, near: start })));
  const ofTrace = (trace?.steps ?? []).flatMap(({ quote, node }): Wanted[] =>
    quote === undefined ? [] : [{ record: quote.moment ?? node.id, words: quote.text, near: quote.start ?? 0 }],
  );
  const all = new Map([...ofClaim, ...ofTrace].map((one) => [`${one.record} ${one.near} ${one.words}`, one]));
  return [...all.values()];
}

/** Where each of the words stands. Words that stand nowhere as they are said are printed, and not proved. */
async function provedOf(
  wanted: readonly Wanted[],
  logs: ReadonlyMap<RecordId, readonly Entry[]>,
  { fileTexts }: Workspace,
): Promise<EvidenceQuote[]> {
  const quotes: EvidenceQuote[] = [];
  for (const { record, words, near } of wanted) {
    const written = quoteIn(logs.get(record) ?? [], record, words, near);
    const read = written === undefined && isOfType('moment', record) ? (await fileTexts.ofMoments([record])).get(record) : undefined;
    const quote = written ?? (read?.parts && quoteInFile(read.parts, record, read.file, words, near));
    if (quote) quotes.push(quote);
  }
  return quotes;
}

/** The messages and papers from which words are quoted, byte for byte. */
function filesOf(quotes: readonly EvidenceQuote[], { records }: Workspace): readonly FileId[] {
  const files = quotes.flatMap(({ record }) => records.get('moment', record)?.file ?? []);
  return [...new Set(files)] as FileId[];
}

const claimOf = ({ claim }: ReportRequest): Pick<EvidenceManifest, 'claim'> => {
  if (!claim) return {};
  const { text, verdict, reason, overruled } = claim;
  return { claim: { text, verdict, reason, ...(overruled === undefined ? {} : { overruled }) } };
};

async function inputOf(
  workspace: Workspace,
  { title, subtitle, claim, coverage }: ReportRequest,
  trace: PrintedTrace | undefined,
  chains: Health['chains'],
  file: ReportInput['file'],
): Promise<ReportInput> {
  const { records, info } = workspace;
  const firm = firmProfile(records, info.name);
  const [logo, devices] = [await readLogo(workspace, firm), await workspace.devices()];
  const madeBy = titleOf(workspace.me, records);
  const ownerOf = (device: string): string => {
    const by = devices.find((seen) => seen.device === device)?.by;
    return by ? titleOf(by, records) : t('Unknown');
  };
  return {
    title,
    subtitle,
    facts: [
      { label: t('Made by'), value: madeBy },
      { label: t('Made'), value: instantText(instantOf(workspace.now())) },
      { label: t('From the record of'), value: firm.name },
    ],
    madeBy,
    date: todayOf(workspace),
    firm: firm.name,
    language: spokenLocale(),
    ...(logo && { logo }),
    ...(claim && { claim: { ...claim, deciding: claim.deciding.map(passageOf), others: claim.others.map(passageOf) } }),
    ...(coverage && { coverage }),
    ...(trace && { trace: trace.report }),
    chains: chains.map(({ device, seq, hash }) => ({ device, owner: ownerOf(device), entries: numberText(seq), hash })),
    file,
  };
}

const passageOf = ({ sentences, source, proves }: RequestedPassage): ReportPassage => ({
  words: sentences.map(({ text }) => text).join(' '),
  source,
  ...(proves === undefined ? {} : { proves }),
});

async function sha256(content: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
