import { number, rank, ref, text } from './define-record';

/** The deal that a record belongs to. */
export const ofDeal = ref('deal', { label: 'Deal', merge: 'plain', required: true });

/** Where it was said: the mail, call, meeting, chat or note. */
export const sourceMoment = ref('moment', { label: 'Source', merge: 'plain', help: 'The moment in which it was said.' });

/** The words themselves, as they stand in the source moment. */
export const quote = text({ label: 'Quote', merge: 'plain', fixed: true, multiline: true, help: 'Word for word, as it was said.' });

/** Where the quote begins in the body of its moment, in UTF-16 units; absent when it stands in the subject. */
export const quoteStart = number({ label: 'Position of the quote', merge: 'plain', fixed: true, internal: true, min: 0 });

/** Place among its neighbours (a fractional index). */
export const place = rank({ label: 'Order', merge: 'cosmetic', internal: true });

/** Whose doing something was. */
export const PARTIES = ['us', 'client', 'third party'] as const;

/** What a colleague can be asked about, and what an answer is then evidence on. */
export const QUESTIONABLE = [
  'deal',
  'scopeLine',
  'commitment',
  'concession',
  'objection',
  'decision',
  'constraint',
  'priority',
  'changeOrder',
  'ticket',
  'moment',
] as const;
