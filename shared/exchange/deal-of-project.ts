import type { Records } from '../records/records';
import type { Deal } from '../records/registry';

/** What a file calls the client and the project that invoices and hours belong to. */
export interface ClientProject {
  readonly client: string;
  readonly project: string;
}

/** The two as one name, as a question shows and remembers it. */
export const projectName = ({ client, project }: ClientProject): string => [client, project].filter((part) => part !== '').join(' · ');

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `Northwind Foods Ltd.` and `northwind foods` are one client. */
const clientName = (text: string): string =>
  fold(text).replace(/ (?:ltd|limited|inc|llc|corp|gmbh|ag|kg|bv|nv|sa|sas|sarl|srl|plc|co|ab|oy|pty ltd|pty)$/, '');

/** The deals of every client by its folded name: made once for a file, whatever the number of its names. */
export class DealsByClient {
  private readonly byClient = new Map<string, Deal[]>();
  private readonly byName = new Map<string, Deal[]>();

  constructor(records: Records) {
    for (const deal of records.all('deal')) {
      push(this.byClient, clientName(records.get('account', deal.account)?.name ?? ''), deal);
      push(this.byName, fold(deal.name), deal);
    }
  }

  /**
   * The deal that a project of a client means: the client's only deal of that name, beyond doubt. As a guess: the client's only
   * deal whose name holds the project's or stands in it, the client's only deal, or the only deal of that name anywhere.
   * Undefined where none or several fit.
   */
  find({ client, project }: ClientProject): { readonly deal: Deal; readonly certain: boolean } | undefined {
    const wanted = fold(project);
    const ofClient = client === '' ? [] : (this.byClient.get(clientName(client)) ?? []);
    const named = ofClient.filter(({ name }) => fold(name) === wanted);
    if (named.length === 1 && named[0]) return { deal: named[0], certain: true };
    const alike = wanted === '' ? [] : ofClient.filter(({ name }) => holds(fold(name), wanted));
    const candidates = [alike, ofClient.filter(({ phase }) => phase !== 'lost'), client === '' ? (this.byName.get(wanted) ?? []) : []];
    const only = candidates.find(({ length }) => length > 0);
    return only?.length === 1 && only[0] ? { deal: only[0], certain: false } : undefined;
  }
}

function push(map: Map<string, Deal[]>, key: string, deal: Deal): void {
  const known = map.get(key);
  if (known) known.push(deal);
  else map.set(key, [deal]);
}

const holds = (a: string, b: string): boolean => ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
