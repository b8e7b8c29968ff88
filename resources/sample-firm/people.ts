import type { Role } from '#shared/records/define-record';

/** The people of Halden & Pryce: an ERP and digital consultancy of fourteen. */
export const PEOPLE = {
  ruth: { name: 'Ruth Halden', roles: ['partner', 'admin'], hourlyCost: 118, billRate: 210, grade: 'partner' },
  owen: { name: 'Owen Pryce', roles: ['partner', 'AE'], hourlyCost: 116, billRate: 210, grade: 'partner' },
  ada: { name: 'Ada Brandt', roles: ['AE'], hourlyCost: 82, billRate: 150, grade: 'account executive' },
  julien: { name: 'Julien Mercier', roles: ['AE'], hourlyCost: 79, billRate: 150, grade: 'account executive' },
  sofia: { name: 'Sofia Lindqvist', roles: ['AE', 'consultant'], hourlyCost: 81, billRate: 155, grade: 'account executive' },
  mehmet: { name: 'Mehmet Aydin', roles: ['PM'], hourlyCost: 78, billRate: 145, grade: 'project manager' },
  clara: { name: 'Clara Nowak', roles: ['PM'], hourlyCost: 76, billRate: 145, grade: 'project manager' },
  david: { name: 'David Okafor', roles: ['PM'], hourlyCost: 80, billRate: 145, grade: 'project manager' },
  hannah: { name: 'Hannah Weiss', roles: ['consultant'], hourlyCost: 72, billRate: 135, grade: 'senior consultant' },
  luca: { name: 'Luca Bianchi', roles: ['consultant'], hourlyCost: 70, billRate: 135, grade: 'senior consultant' },
  priya: { name: 'Priya Raman', roles: ['consultant'], hourlyCost: 66, billRate: 120, grade: 'consultant' },
  jonas: { name: 'Jonas Vogt', roles: ['consultant'], hourlyCost: 62, billRate: 120, grade: 'consultant' },
  elise: { name: 'Elise Dubois', roles: ['consultant'], hourlyCost: 60, billRate: 115, grade: 'consultant' },
  martin: { name: 'Martin Keller', roles: ['finance'], hourlyCost: 58, billRate: 100, grade: 'finance' },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly roles: readonly Role[];
      readonly hourlyCost: number;
      readonly billRate: number;
      readonly grade: string;
    }
  >
>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as readonly PersonKey[];

export const isPersonKey = (key: string): key is PersonKey => Object.hasOwn(PEOPLE, key);
