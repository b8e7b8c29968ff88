export function policyTemplates(): Readonly<Record<string, string>>;
