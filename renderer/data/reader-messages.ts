import type { TextPart } from '#shared/exchange/file-text/text-part';

/** From the worker: that it is there, then one answer a file. */
export type ReaderAnswer = { readonly kind: 'ready' } | ReadAnswer;
export type ReadAnswer =
  { readonly kind: 'read'; readonly parts: readonly TextPart[] } | { readonly kind: 'missing'; readonly message: string };
