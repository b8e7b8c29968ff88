import { answer, type Answer, type Call, type HubParts } from './call';
import { USERS } from './databases';
import type { SentDocument } from './document-text';
import type { JsonText } from './json-text';
import { Problem } from './problem';
import { checkMember, type Security } from './security';
import type { BatchRow } from './write-batch';

/** Throws a `Problem` for a document above the server's limit. */
export function checkSize(document: SentDocument, text: JsonText, { documentBytes }: HubParts): void {
  if (Buffer.byteLength(text) > documentBytes) throw new Problem(413, 'document_too_large', document.id ?? '');
}

/** Writes documents of a call; users go through their own door. */
export async function write(
  parts: HubParts,
  call: Call,
  documents: readonly SentDocument[],
  newEdits: boolean,
): Promise<readonly BatchRow[]> {
  const { databases, users } = parts;
  const { user } = call;
  const name = call.part('db');
  if (name === USERS) return users.write(documents, user, newEdits);
  const security: Security = databases.security(name);
  checkMember(user, security);
  return (await databases.get(name)).write(documents, { user, security, newEdits });
}

/** The answer to the writing of one document. */
export function answerOf(row: BatchRow | undefined): Answer {
  if (!row) throw new Problem(500, 'internal_server_error', 'The document was not written.');
  if ('ok' in row) return answer(201, row, { ETag: `"${row.rev}"`, Location: encodeURIComponent(row.id) });
  throw new Problem(STATUS.get(row.error) ?? 500, row.error, row.reason);
}

const STATUS: ReadonlyMap<string, number> = new Map([
  ['conflict', 409],
  ['forbidden', 403],
  ['unauthorized', 401],
  ['compilation_error', 400],
]);
