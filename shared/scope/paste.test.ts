import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaste, restOf } from './paste';

const GERMAN = { currency: 'EUR', decimal: ',' } as const;
const BRITISH = { currency: 'GBP', decimal: '.' } as const;

describe('rows pasted from a spreadsheet', () => {
  test('become lines by the names of their columns, whatever the order', () => {
    const text =
      'Price (EUR)\tHours\tScope line\tExclusions\tStatus\tOrigin\tAccepted when\n53.000,00\t460\tBilling\tAny change to billing\tIn\tEmail\tFive nights\n';
    expect(readPaste(text, GERMAN)).toEqual({
      header: ['Price (EUR)', 'Hours', 'Scope line', 'Exclusions', 'Status', 'Origin', 'Accepted when'],
      lines: [
        {
          line: 2,
          values: {
            title: 'Billing',
            price: { amount: 53_000_00, currency: 'EUR' },
            plannedHours: 460,
            excluded: 'Any change to billing',
            status: 'in',
            origin: 'e-mail',
            acceptanceTest: 'Five nights',
          },
        },
      ],
      problems: [],
      unknown: [],
    });
  });

  test('may have German names and words, with numbers as they are written there and line breaks as Excel quotes them', () => {
    const text =
      'Leistung\tAufwand (h)\tPreis (€)\tNicht enthalten\tStand\tHerkunft\r\n"Schulung\nin zwei Gruppen"\t16,5\t2.400,50\t"Reisen, ""auch"" Spesen"\tWegverhandelt\tMündlich\r\n';
    expect(readPaste(text, GERMAN)).toMatchObject({
      lines: [
        {
          values: {
            title: 'Schulung\nin zwei Gruppen',
            plannedHours: 16.5,
            price: { amount: 2_400_50, currency: 'EUR' },
            excluded: 'Reisen, "auch" Spesen',
            status: 'negotiated away',
            origin: 'verbal',
          },
        },
      ],
      problems: [],
      unknown: [],
    });
  });

  test('without names stand in the order of the editor: title, hours, role, price', () => {
    expect(readPaste('Training\t24\tconsultant\t£2,400.00\nHandbook', BRITISH).lines).toEqual([
      { line: 1, values: { title: 'Training', plannedHours: 24, role: 'consultant', price: { amount: 2_400_00, currency: 'GBP' } } },
      { line: 2, values: { title: 'Handbook' } },
    ]);
  });

  test('may be a list of titles, one of which is the word "test"', () => {
    expect(readPaste('Test\nRollout', BRITISH).lines.map(({ values }) => values.title)).toEqual(['Test', 'Rollout']);
  });

  test('keep line breaks inside of a cell', () => {
    const [line] = readPaste('Title\tIncluded\nPortal\t"Login\nOrders"', BRITISH).lines;
    expect(line?.values).toEqual({ title: 'Portal', included: 'Login\nOrders' });
  });

  test('read 1.234 as the reader writes numbers, unless another row of the column settles it', () => {
    const price = (text: string, style: typeof GERMAN | typeof BRITISH) => readPaste(text, style).lines[0]?.values.price?.amount;
    expect(price('Title\tPrice\nA\t1.234', GERMAN)).toBe(1_234_00);
    expect(price('Title\tPrice\nA\t1.234\nB\t2.000,50', { currency: 'EUR', decimal: ',' })).toBe(1_234_00);
    expect(price('Title\tPrice\nA\t1,234\nB\t2,000.50', GERMAN)).toBe(1_234_00);
  });

  test('say what is wrong with a row, which does not go in', () => {
    const text = ['Title\tHours\tPrice\tStatus', 'Good\t8 h\t100\tproposed', 'Bad\t5 days\tsoon\tmaybe', '\t4\t10\t'].join('\n');
    const { lines, problems } = readPaste(text, BRITISH);
    expect(lines.map(({ values }) => values.title)).toEqual(['Good']);
    expect(problems).toEqual([
      {
        line: 3,
        cells: ['Bad', '5 days', 'soon', 'maybe'],
        reasons: [
          'Hours: “5 days” is not in hours.',
          'Price: “soon” is not a number.',
          'Status: “maybe” is none of proposed, in, optional, courtesy, negotiated away, done.',
        ],
      },
      { line: 4, cells: ['', '4', '10', ''], reasons: ['There is no title.'] },
    ]);
  });

  test('refuse what a price cannot be', () => {
    const reasons = (cell: string) => readPaste(`Title\tPrice\nA\t${cell}`, BRITISH).problems[0]?.reasons;
    expect(reasons('-100.00')).toEqual(['Price: “-100.00” is negative. Give a discount as a concession.']);
    expect(reasons('1.23456')).toEqual(['Price: “1.23456” has more digits than GBP has.']);
  });

  test('name the columns that fit no field', () => {
    expect(readPaste('Title\tOwner\tHours\nPortal\tLuca\t8', BRITISH).unknown).toEqual(['Owner']);
    expect(readPaste('Title\tOwner\tHours\nPortal\t\t8', BRITISH).unknown).toEqual([]);
  });

  test('leave the rows with problems under their header when the others went in', () => {
    const pasted = readPaste('Title\tHours\nGood\t8\n"Bad ""one"""\tmany', BRITISH);
    expect(restOf(pasted)).toBe('Title\tHours\n"Bad ""one"""\tmany');
    expect(readPaste(restOf(pasted), BRITISH).problems[0]?.cells).toEqual(['Bad "one"', 'many']);
    expect(restOf(readPaste('Title\tHours\nGood\t8', BRITISH))).toBe('');
  });

  test('are all there, as a line or as a problem, whatever was pasted', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('8', '1,5', 'in', '€ 4', '', 'x"y'));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.boolean(), (drawn, isNamed) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll(/[\r\n\uFEFF]/gu, ' ')}"`;
        const body = drawn.filter((cells) => cells.some((one) => one.trim() !== ''));
        const text = [...(isNamed ? [['Title', 'Hours', 'Price', 'Status']] : []), ...body]
          .map((cells) => cells.map(quote).join('\t'))
          .join('\n');
        const { lines, problems, header } = readPaste(text, BRITISH);
        expect(lines.length + problems.length + (header ? 1 : 0)).toBe(body.length + (isNamed ? 1 : 0));
      }),
    );
  });
});
