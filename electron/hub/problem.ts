/** An answer that is not a success, as CouchDB words it: a status and `{error, reason}`. */
export class Problem extends Error {
  readonly status: number;
  readonly error: string;
  readonly reason: string;

  constructor(status: number, error: string, reason: string) {
    super(`${error}: ${reason}`);
    this.status = status;
    this.error = error;
    this.reason = reason;
  }
}

export const badRequest = (reason: string): Problem => new Problem(400, 'bad_request', reason);
export const unauthorized = (reason: string): Problem => new Problem(401, 'unauthorized', reason);
export const forbidden = (reason: string): Problem => new Problem(403, 'forbidden', reason);
export const notFound = (reason: 'missing' | 'deleted' | 'Database does not exist.'): Problem => new Problem(404, 'not_found', reason);
export const conflict = (): Problem => new Problem(409, 'conflict', 'Document update conflict.');
export const tooLarge = (): Problem => new Problem(413, 'too_large', 'the request entity is too large');
