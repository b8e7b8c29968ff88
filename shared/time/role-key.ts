/** A role as it is compared: `Senior  consultant` and `senior consultant` are one. Empty for no words. */
export const roleKey = (role: string | undefined): string => (role ?? '').trim().replace(/\s+/gu, ' ').toLowerCase();
