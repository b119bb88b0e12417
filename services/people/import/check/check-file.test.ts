import { describe, expect, test } from '@jest/globals';
import { importFileOf, listLine } from '#tests/support/import-files.ts';
import { checkFile } from './check-file.ts';
import { listedAda } from '../read/listed-recipient.fixture.ts';
import { recipientReaders } from '../read/recipient-readers.ts';

const readers = recipientReaders({
  today: '2026-08-15',
  municipality: '06431010',
  municipalities: new Set(['06431006', '06431010']),
  occupations: new Set(['01104', '51311', '54101']),
});
const check = (file: string | Uint8Array) =>
  checkFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, readers);

const ada = {
  ...listedAda,
  street: 'Hauptstraße 7',
  postcode: '68649',
  town: 'Groß-Rohrheim',
  phone: '06245 908770',
  email: 'ada@example.org',
  schoolQualification: 'MITTLERE_REIFE',
  vocationalQualification: 'VOCATIONAL',
  occupations: ['51311', '54101'],
  languages: [
    { language: 'de', level: 'C2' },
    { language: 'tr', level: 'B1' },
  ],
  mobility: 'PUBLIC_TRANSPORT',
  hoursPerWeek: 19,
  children: ['2019-05-07'],
  obstacles: ['DEBT', 'CHILDCARE'],
  severelyDisabled: false,
  benefitUntil: '2024-06-30',
};

describe('reading a list of recipients', () => {
  test('a list has German words, dates and numbers', async () => {
    expect(await check(importFileOf([{ Geschlecht: 'WEIBLICH', 'Leistungsbezug bis': '30.6.2024' }]))).toEqual({
      lines: 1,
      recipients: [{ line: 2, recipient: ada }],
      problems: [],
    });
  });

  test.each([
    ['with a byte order mark', `\u{FEFF}${importFileOf([{}])}`],
    ['with Windows line ends', importFileOf([{}]).replaceAll('\n', '\r\n')],
    ['with old Macintosh line ends', importFileOf([{}]).replaceAll('\n', '\r')],
    ['separated by commas and with quoted values', importFileOf([{ Stunden: '"19,5"' }], ',')],
    [
      'with empty lines and rows of a spreadsheet that were once filled',
      importFileOf([{}]).replace('\n', `\n\n${';'.repeat(23)}\n`),
    ],
    ['with a line that names the separator', `sep=;\r\n${importFileOf([{}])}`],
    ['with a separator named for a spreadsheet that fills the row', `"sep=;";;;\n${importFileOf([{}])}`],
    ['separated by tabs', importFileOf([{}]).replaceAll(';', '\t')],
    ['with a separator at the end of each line', importFileOf([{}]).replaceAll('\n', ';\n')],
    ['with columns that nobody named or filled', importFileOf([{}]).replaceAll('\n', ';;" ";\n')],
    ['with rows of empty quotation marks', `${importFileOf([{}])}${Array(24).fill('""').join(';')}\n`],
    ['with no-break spaces in a telephone number', importFileOf([{ Telefon: '06245\u00a0908770' }])],
    ['with another dash in a place', importFileOf([{ Ort: 'Groß\u2010Rohrheim' }])],
    ['with a soft hyphen and a zero width in names', importFileOf([{ Nachname: 'Gr\u00adoß\u200b' }])],
    ['with a BG number as letters write it', importFileOf([{ 'BG-Nummer': '43705//0001234' }])],
    ['with a BG number set apart', importFileOf([{ 'BG-Nummer': '43705 BG 0001234' }])],
    ['with umlauts of two characters', importFileOf([{}]).normalize('NFD')],
    [
      'with other names of columns',
      importFileOf([{}])
        .replace('Kundennummer', 'Kunden-Nr.')
        .replace('Straße', 'STRASSE')
        .replace('Rolle', 'Rolle in BG')
        .replace('Stunden', 'Wochenstunden'),
    ],
    ['with ISO dates', importFileOf([{ Geburtsdatum: '1980-03-01' }])],
  ])('a list %s is read like any other', async (_, file) => {
    const { recipients, problems } = await check(file);
    expect({ recipients: recipients.map(({ recipient }) => recipient), problems }).toEqual({
      recipients: [{ ...ada, benefitUntil: '2024-06-30' }],
      problems: [],
    });
  });
});

describe('a list in another encoding', () => {
  test('a list in another encoding has one problem, which says how to save it', async () => {
    const { recipients, problems } = await check(
      Buffer.from(importFileOf([{}, { Kundennummer: '437D012346' }]), 'latin1'),
    );
    expect({ recipients, problems }).toEqual({
      recipients: [],
      problems: [expect.objectContaining({ line: 1, code: 'NOT_UTF8', expected: expect.stringContaining('UTF-8') })],
    });
  });

  test('a list in UTF-16 has one problem', async () => {
    expect((await check(Buffer.from(`\u{FEFF}${importFileOf([{}])}`, 'utf16le'))).problems).toMatchObject([
      { code: 'NOT_UTF8' },
    ]);
  });
});

describe('the columns of a list', () => {
  test.each([
    ['UNKNOWN_COLUMN', importFileOf([{}]).replace('Mobilität', 'Schuhgröße'), 'Schuhgröße'],
    ['MISSING_COLUMN', importFileOf([{}]).replaceAll(/^437D012345;|^Kundennummer;/gm, ''), 'Kundennummer'],
    ['DOUBLED_COLUMN', importFileOf([{}]).replace('Telefon', 'Nachname'), 'Nachname'],
    ['NO_SEPARATOR', 'Kundennummer\n437D012345\n', null],
    ['NO_LINES', importFileOf([]), null],
    ['NO_LINES', '', null],
    ['TOO_MANY_COLUMNS', importFileOf([{}]).replaceAll('\n', `${';'.repeat(150_000)}\n`), null],
    ['TOO_LONG', `Kundennummer;${'x'.repeat(90_000)}\n`, null],
    ['UNKNOWN_COLUMN', importFileOf([{}]).replace('Mobilität', '\u001b[2JBemerkung'), '·[2JBemerkung'],
  ])('the header with the problem %s is reported', async (code, file, column) => {
    expect((await check(file)).problems).toEqual([expect.objectContaining({ line: 1, column, code })]);
  });
});

describe('the size of a list', () => {
  const listOf = (recipients: number): string =>
    `Kundennummer;Nachname\n\n${'437D012345;Groß\n'.repeat(recipients)};\n`;

  test('twenty thousand recipients are taken, and the header is none of them', async () => {
    expect((await check(listOf(20_000))).lines).toBe(20_000);
  });

  test.each([
    ['one recipient more', listOf(20_001), 20_003],
    ['many more', listOf(600_000), 20_003],
    ['many more in another encoding', Buffer.from(listOf(30_000), 'latin1'), 20_003],
  ])('%s than twenty thousand are one problem, and nothing of the list is held', async (_, file, line) => {
    expect(await check(file)).toEqual({
      lines: 0,
      recipients: [],
      problems: [expect.objectContaining({ line, code: 'TOO_MANY_LINES' })],
    });
  });

  test.each([
    ['a name', 'x'.repeat(2_000_000)],
    ['nothing but separators', `1${';'.repeat(2_000_000)}`],
  ])('a line that is too long for a recipient, with %s, is one problem of its own', async (_, line) => {
    const { problems } = await check(`${importFileOf([{}])}${line}\n`);
    expect(problems).toEqual([expect.objectContaining({ line: 3, code: 'TOO_LONG', value: null })]);
  });

  test('a value in a column without a heading is a problem', async () => {
    const file = importFileOf([{}]).replace('\n', ';;\n').replace(/\n$/, ';;x\n');
    expect((await check(file)).problems).toEqual([expect.objectContaining({ line: 2, code: 'UNKNOWN_COLUMN' })]);
  });
});

const mistakes: [column: string, written: string, code: string][] = [
  ['Kundennummer', '', 'REQUIRED'],
  ['Kundennummer', '12345', 'INVALID_CUSTOMER_NUMBER'],
  ['BG-Nummer', '43705-1234', 'INVALID_BENEFIT_UNIT_NUMBER'],
  ['Rolle', 'Chef', 'UNKNOWN_WORD'],
  ['Vorname', 'A\u0007da', 'CONTROL_CHARACTER'],
  ['Nachname', 'x'.repeat(81), 'TOO_LONG'],
  ['Nachname', 'M\u00c3\u00bcller', 'CONTROL_CHARACTER'],
  ['Ort', '#NV', 'PLACEHOLDER'],
  ['Nachname', 'NULL', 'PLACEHOLDER'],
  ['Straße', '#BEZUG!', 'PLACEHOLDER'],
  ['E-Mail', '#N/A', 'PLACEHOLDER'],
  ['Vorname', '?', 'PLACEHOLDER'],
  ['Telefon', '6245908770', 'LEADING_ZERO_MISSING'],
  ['Telefon', '06245 908770 / 0171 3920012', 'INVALID_PHONE'],
  ['Geburtsdatum', '1. März 1980', 'NOT_A_DATE'],
  ['Geburtsdatum', '31.02.1980', 'IMPOSSIBLE_DATE'],
  ['Geburtsdatum', '01.03.2080', 'DATE_IN_FUTURE'],
  ['Geburtsdatum', '01.03.2019', 'IMPLAUSIBLE_BIRTH_DATE'],
  ['Geburtsdatum', '01.03.1880', 'IMPLAUSIBLE_BIRTH_DATE'],
  ['Geburtsdatum', '15.01.1957', 'IMPLAUSIBLE_BIRTH_DATE'],
  ['AGS', '6431010', 'LEADING_ZERO_MISSING'],
  ['AGS', '09563000', 'UNKNOWN_MUNICIPALITY'],
  ['AGS', '06431006', 'OTHER_MUNICIPALITY'],
  ['PLZ', '6864', 'INVALID_POSTCODE'],
  ['Telefon', 'keins', 'INVALID_PHONE'],
  ['E-Mail', 'ada at home', 'INVALID_EMAIL'],
  ['Berufe', '1104', 'LEADING_ZERO_MISSING'],
  ['Berufe', '51311|99999', 'UNKNOWN_OCCUPATION'],
  ['Sprachen', 'de', 'INVALID_LANGUAGE'],
  ['Stunden', '72', 'INVALID_HOURS'],
  ['Kinder', '07.05.2019|bald', 'NOT_A_DATE'],
  ['Kinder', '01.01.1950', 'IMPLAUSIBLE_BIRTH_DATE'],
  ['Hemmnisse', 'Schulden|Pech', 'UNKNOWN_WORD'],
  ['Leistungsbezug bis', '31.12.2022', 'END_BEFORE_START'],
  ['Leistungsbezug seit', '01.07.1913', 'BEFORE_SGB_II'],
  ['Leistungsbezug seit', '31.12.2004', 'BEFORE_SGB_II'],
];

describe('a mistake in a line of a list', () => {
  test.each(mistakes)('the column %s with the value "%s" has the problem %s', async (column, written, code) => {
    const { problems } = await check(importFileOf([{ [column]: written }]));
    expect(problems).toEqual([
      { line: 2, column, code, value: written.replace('\u0007', '·') || null, expected: expect.stringMatching(/\S/) },
    ]);
  });

  test('no mistake hides another: every one is a problem with its line', async () => {
    const numbered = (index: number): Record<string, string> => ({
      Kundennummer: `437D1${String(index).padStart(5, '0')}`,
      'BG-Nummer': `43705BG1${String(index).padStart(6, '0')}`,
    });
    const inValues = mistakes.map(([column, written], index) => listLine({ ...numbered(index), [column]: written }));
    const inLines = [`${listLine({})};`, listLine({}).replace(';06245', ' 06245'), listLine({ Ort: '"Groß-Rohrheim' })];
    const acrossLines = [listLine({}), listLine({}), listLine({ ...numbered(99), 'BG-Nummer': '43705BG0001234' })];
    const { problems, recipients } = await check(
      [importFileOf([]).trimEnd(), ...inValues, ...inLines, ...acrossLines].join('\n'),
    );
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      ...mistakes.map(([, , code], index) => [index + 2, code]),
      [mistakes.length + 2, 'TOO_MANY_VALUES'],
      [mistakes.length + 3, 'TOO_FEW_VALUES'],
      [mistakes.length + 4, 'WRONG_QUOTE'],
      [mistakes.length + 6, 'DOUBLED_CUSTOMER_NUMBER'],
      [mistakes.length + 7, 'SECOND_APPLICANT'],
    ]);
    expect(recipients.map(({ line }) => line)).toEqual([mistakes.length + 5]);
  });

  test('a person who has reached the age limit only since the benefit started is no problem', async () => {
    expect((await check(importFileOf([{ Geburtsdatum: '16.02.1957' }]))).problems).toEqual([]);
  });

  test('nobody has a benefit from before their birth', async () => {
    const { problems } = await check(
      importFileOf([{ Geburtsdatum: '01.05.2011', Kinder: '', 'Leistungsbezug seit': '01.07.2009' }]),
    );
    expect(problems).toMatchObject([{ column: 'Leistungsbezug seit', value: '01.07.2009', code: 'BEFORE_BIRTH' }]);
  });

  test.each(['first', 'last'])(
    'a child born into a unit has its benefit since then, with its line %s',
    async (place) => {
      const parent = { 'Leistungsbezug seit': '01.07.2009' };
      const child = {
        Kundennummer: '437D012346',
        Rolle: 'Kind',
        Geburtsdatum: '01.05.2011',
        Kinder: '',
        'Leistungsbezug seit': '01.05.2011',
      };
      const lines = place === 'first' ? [child, parent] : [parent, child];
      expect((await check(importFileOf(lines))).problems).toEqual([]);
    },
  );

  test('a contradiction within a benefit unit names the other line', async () => {
    const file = importFileOf([
      {},
      { Kundennummer: '437D012346', Rolle: 'Partnerin', 'Leistungsbezug seit': '01.02.2023' },
    ]);
    expect((await check(file)).problems).toEqual([
      {
        line: 3,
        column: 'Leistungsbezug seit',
        value: '01.02.2023',
        code: 'CONTRADICTS_BENEFIT_UNIT',
        expected: '01.01.2023, as for the same BG number in line 2',
      },
    ]);
  });
});
