import type { PersonKey } from './people';

type Role = 'economic buyer' | 'champion' | 'technical' | 'user' | 'blocker';
type Stance = 'for' | 'neutral' | 'against' | 'unknown';

export interface AccountScript {
  readonly name: string;
  readonly domain: string;
  /** Country and area code of their telephones. */
  readonly dial: string;
  readonly industry: string;
  readonly owner: PersonKey;
  readonly notes: string;
  /** key → name, title, department, role in buying, stance */
  readonly contacts: Readonly<Record<string, readonly [name: string, title: string, department: string, role: Role, stance: Stance]>>;
}

export const ACCOUNTS: Readonly<Record<string, AccountScript>> = {
  nordwind: {
    name: 'Nordwind Logistik AG',
    domain: 'nordwind-logistik.example',
    dial: '49 40',
    industry: 'Logistics',
    owner: 'ada',
    notes:
      'Family-owned until 2019, now a minority investor on the board. Budgets are set in October. Finance and Operations do not share a steering group: always invite both.',
    contacts: {
      weber: ['Katrin Weber', 'Chief Financial Officer', 'Finance', 'economic buyer', 'neutral'],
      thiel: ['Jan Thiel', 'Head of Order Management', 'Finance', 'champion', 'for'],
      petersen: ['Maren Petersen', 'Chief Operating Officer', 'Operations', 'economic buyer', 'for'],
      kowalski: ['Piotr Kowalski', 'IT Architect', 'IT', 'technical', 'neutral'],
      deboer: ['Saskia de Boer', 'Site Manager Rotterdam', 'Warehousing', 'user', 'for'],
    },
  },
  belmont: {
    name: 'Belmont Insurance plc',
    domain: 'belmont-insurance.example',
    dial: '44 20',
    industry: 'Insurance',
    owner: 'owen',
    notes: 'Procurement joins from £100,000 on and negotiates payment terms only. Change freeze every December and June.',
    contacts: {
      hargreaves: ['Alison Hargreaves', 'Claims Director', 'Claims', 'economic buyer', 'for'],
      osei: ['Kwame Osei', 'Head of Digital', 'IT', 'champion', 'for'],
      pell: ['Gregory Pell', 'Procurement Lead', 'Procurement', 'blocker', 'neutral'],
      shah: ['Nadia Shah', 'Group Financial Controller', 'Finance', 'economic buyer', 'neutral'],
    },
  },
  verlaine: {
    name: 'Maison Verlaine SA',
    domain: 'maison-verlaine.example',
    dial: '33 4',
    industry: 'Luxury retail',
    owner: 'julien',
    notes: 'Decides slowly and then wants everything before the autumn collection. Mrs Aubert reads every line of a proposal herself.',
    contacts: {
      aubert: ['Claire Aubert', 'Managing Director', 'Management', 'economic buyer', 'for'],
      lefevre: ['Thomas Lefèvre', 'Retail Director', 'Retail', 'champion', 'for'],
      haddad: ['Yasmine Haddad', 'Head of Information Systems', 'IT', 'technical', 'neutral'],
      roussel: ['Bénédicte Roussel', 'Marketing Director', 'Marketing', 'user', 'for'],
    },
  },
  kestrel: {
    name: 'Kestrel Aerospace Components Ltd',
    domain: 'kestrel-aero.example',
    dial: '44 117',
    industry: 'Aerospace manufacturing',
    owner: 'owen',
    notes:
      'Tier-two supplier; everything that touches a part record falls under their quality manual. Site visits need two days of notice.',
    contacts: {
      marsh: ['Helen Marsh', 'Operations Director', 'Production', 'economic buyer', 'for'],
      doyle: ['Stephen Doyle', 'Production Systems Engineer', 'Production', 'champion', 'for'],
      ibrahim: ['Farah Ibrahim', 'Head of Quality', 'Quality', 'blocker', 'neutral'],
      cutler: ['Raymond Cutler', 'Finance Director', 'Finance', 'economic buyer', 'neutral'],
    },
  },
  ostara: {
    name: 'Ostara Klinikgruppe',
    domain: 'ostara-kliniken.example',
    dial: '49 89',
    industry: 'Healthcare',
    owner: 'ada',
    notes: 'Four hospitals, one purchasing department. The works council is heard on anything that shows who did what when.',
    contacts: {
      lindner: ['Dr. Petra Lindner', 'Chief Administrative Officer', 'Administration', 'economic buyer', 'for'],
      moser: ['Franz Moser', 'Head of Purchasing', 'Purchasing', 'champion', 'for'],
      bauer: ['Stefan Bauer', 'Head of Pharmacy', 'Pharmacy', 'user', 'neutral'],
      yilmaz: ['Derya Yilmaz', 'IT Manager', 'IT', 'technical', 'neutral'],
      koch: ['Anneliese Koch', 'Head of Human Resources', 'Human Resources', 'economic buyer', 'for'],
    },
  },
  torre: {
    name: 'Torre & Vidal Constructora',
    domain: 'torre-vidal.example',
    dial: '34 93',
    industry: 'Construction',
    owner: 'julien',
    notes: 'Projects run their own books on site; headquarters consolidates by hand. Spanish contracts, English project language.',
    contacts: {
      vidal: ['Montserrat Vidal', 'Chief Executive', 'Management', 'economic buyer', 'for'],
      ferrer: ['Jordi Ferrer', 'Director of Projects', 'Projects', 'champion', 'for'],
      soler: ['Anna Soler', 'Purchasing Manager', 'Purchasing', 'user', 'for'],
    },
  },
  plains: {
    name: 'Great Plains Seed Co.',
    domain: 'greatplainsseed.example',
    dial: '1 402',
    industry: 'Agriculture',
    owner: 'sofia',
    notes: 'Cooperative: the board meets every second month and signs nothing in planting season.',
    contacts: {
      jorgensen: ['Dale Jorgensen', 'Chief Operating Officer', 'Operations', 'economic buyer', 'for'],
      whitaker: ['Susan Whitaker', 'Contracts Manager', 'Contracts', 'champion', 'for'],
      nguyen: ['Linh Nguyen', 'Quality Manager', 'Quality', 'user', 'neutral'],
    },
  },
  lumen: {
    name: 'Lumen Grid BV',
    domain: 'lumengrid.example',
    dial: '31 30',
    industry: 'Energy networks',
    owner: 'sofia',
    notes: 'Regulated: every euro of a project is booked as investment or as operation from day one.',
    contacts: {
      vandijk: ['Marieke van Dijk', 'Director Operations', 'Operations', 'economic buyer', 'for'],
      bakker: ['Ruben Bakker', 'Asset Data Manager', 'Asset management', 'champion', 'for'],
      smit: ['Joost Smit', 'Security Officer', 'IT', 'blocker', 'against'],
      visser: ['Hanneke Visser', 'Head of Customer Communication', 'Customer', 'economic buyer', 'for'],
    },
  },
  rheinaue: {
    name: 'Stadtwerke Rheinaue GmbH',
    domain: 'stadtwerke-rheinaue.example',
    dial: '49 721',
    industry: 'Public utilities',
    owner: 'owen',
    notes: 'Public owner: everything above € 215,000 was tendered. Minutes of each steering group are signed by both sides.',
    contacts: {
      hoffmann: ['Ulrich Hoffmann', 'Managing Director', 'Management', 'economic buyer', 'for'],
      schreiber: ['Bettina Schreiber', 'Head of Customer Billing', 'Billing', 'user', 'neutral'],
      krause: ['Torsten Krause', 'Head of Grid Assets', 'Assets', 'user', 'for'],
      demir: ['Selin Demir', 'Programme Director', 'Programme office', 'champion', 'for'],
    },
  },
  harbour: {
    name: 'Harbour & Finch Architects',
    domain: 'harbourfinch.example',
    dial: '353 1',
    industry: 'Architecture',
    owner: 'julien',
    notes: 'Ninety architects in Dublin and Cork. The partners decide together, on the first Thursday of a month.',
    contacts: {
      finch: ['Eleanor Finch', 'Managing Partner', 'Management', 'economic buyer', 'for'],
      byrne: ['Conor Byrne', 'Practice Manager', 'Practice operations', 'champion', 'for'],
      quinn: ['Aoife Quinn', 'Finance Manager', 'Finance', 'user', 'neutral'],
    },
  },
  calder: {
    name: 'Calder Foods Group',
    domain: 'calderfoods.example',
    dial: '44 113',
    industry: 'Food manufacturing',
    owner: 'ada',
    notes: 'Three sites, retailers audit them unannounced. Technical and Commercial compete for the same budget.',
    contacts: {
      ashworth: ['Joanne Ashworth', 'Technical Director', 'Technical', 'economic buyer', 'for'],
      brennan: ['Michael Brennan', 'Commercial Director', 'Commercial', 'economic buyer', 'for'],
      iqbal: ['Sana Iqbal', 'Systems Manager', 'IT', 'technical', 'for'],
      dyson: ['Peter Dyson', 'Group Finance Manager', 'Finance', 'user', 'neutral'],
    },
  },
  meridian: {
    name: 'Pacific Meridian Instruments Inc.',
    domain: 'pacificmeridian.example',
    dial: '1 619',
    industry: 'Medical devices',
    owner: 'sofia',
    notes: 'FDA-regulated: nothing is used before it is validated, and validation is theirs to sign.',
    contacts: {
      castillo: ['Elena Castillo', 'VP Regulatory Affairs', 'Regulatory', 'economic buyer', 'for'],
      huang: ['Robert Huang', 'Director of Quality Systems', 'Quality', 'champion', 'for'],
      oneill: ['Maureen O’Neill', 'VP Service', 'Service', 'economic buyer', 'neutral'],
      park: ['Daniel Park', 'IT Applications Manager', 'IT', 'technical', 'neutral'],
    },
  },
};

export const ACCOUNT_KEYS = Object.keys(ACCOUNTS);

/** `Katrin Weber` at `nordwind-logistik.example` → `katrin.weber@nordwind-logistik.example`. */
export function mailAddress(name: string, domain: string): string {
  const plain = name
    .replace(/^Dr\. /u, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/gu, '')
    .toLowerCase();
  return `${plain.replace(/\s+/gu, '.')}@${domain}`;
}
