/** Endings of the files that can be brought in; what they really are is told from their content. */
export const IMPORTED_ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx', '.ics', '.eml', '.msg'] as const;
