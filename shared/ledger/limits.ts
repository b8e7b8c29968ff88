/** The most edits in one entry; a larger command is a series. */
export const MAX_EDITS = 500;
/** The most bytes of one entry's hashed text (UTF-8). */
export const MAX_ENTRY_BYTES = 128 * 1024;
/** The most entries in one page. */
export const MAX_PAGE_ENTRIES = 500;
/** The most bytes of one page's packed text (UTF-8). */
export const MAX_PAGE_BYTES = 256 * 1024;
/** How deep values may nest, counted from the entry itself. */
export const MAX_DEPTH = 32;
/** The most entries that one field of one edit may name as seen. */
export const MAX_OVER = 500;
/** The most characters of a name: of a field, an act, a record id. */
export const MAX_NAME = 256;
/** The most parts of one series. */
export const MAX_SERIES = 10_000;
