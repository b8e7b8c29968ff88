/** A run of letters and digits. */
export const WORD = /[\p{L}\p{N}]+/gu;

/** Words as they are compared: lower case, without accents. */
export const foldWord = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
