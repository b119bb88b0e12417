import { describe, expect, test } from '@jest/globals';
import { assertNoPersonalData, personalDataIn } from './no-personal-data.ts';

describe('text that others read', () => {
  test.each([
    ['an e-mail address', 'Bitte bei m.meier@example.org melden'],
    ['a telephone number', 'Tel. 06251 123456'],
    ['a telephone number', 'mobil 0170/1234567'],
    ['a telephone number', '(06206) 12 34-0, ab acht'],
    ['a telephone number', '+49 6206 12345'],
    ['a telephone number', '0049-6206-123 45'],
    ['a telephone number', '0 62 06 - 1 23 45 6'],
    ['a telephone number', 'Handy: 12345'],
    ['a date of birth', 'geboren am 03.04.2018'],
    ['a date of birth', 'geb. 14.2.1979'],
    ['a date of birth', 'Mustermann, 14.02.1979'],
    ['a date of birth', 'am 14. Februar 1979'],
    ['a date of birth', '1979-02-14'],
    ['a date of birth', 'Kind (*03.05.2019)'],
    ['a customer or BG number', 'Kundennummer 437D010001'],
    ['a customer or BG number', 'wegen 437 d 010001'],
    ['a customer or BG number', 'BG 43705BG0001234'],
    ['a social insurance number', 'RV 65 140279 M 003'],
    ['a bank account', 'auf DE89 3704 0044 0532 0130 00'],
    ['the name of a person', 'Frau Meier sucht dort Arbeit'],
    ['the name of a person', 'mit Herrn Yılmaz sprechen'],
    ['the name of a person', 'HERR ÖZTÜRK'],
    ['the name of a person', 'Frau Dr. Çelik'],
    ['the name of a person', 'Fr. Müller, Fam. Kaya'],
    ['the name of a person', 'Familie Nowak hat Schulden'],
    ['the name of a person', 'ask Mrs Meier'],
  ])('with %s is told by it: %s', (kind, text) => {
    expect(personalDataIn(text)).toBe(kind);
  });

  test.each([
    '', 'Bäckerei Meier', 'Autohaus Schmidt GmbH', 'Heinz Müller & Söhne KG', 'Gasthaus Zur Linde', 'Weschnitztal Gebäudeservice Rimbach',
    'Gemeinde Groß-Rohrheim', 'Neue Wege Kreis Bergstraße', 'Turnverein 1891 Einhausen', 'Schuldnerberatung der Diakonie', 'Familienzentrum', 'Arbeitskreis Frau und Beruf', 'FRAU UND BERUF', 'Familie & Beruf', 'Frauenhaus Bergstraße',
    'Rathaus, Zimmer 4', 'Kurze Wege Rimbach 2026/27', 'Sucht Leute für die Schule, vormittags', 'Ab 1.9. zwei Stellen mit 20 bis 30 Stunden', '64683 Einhausen, Hauptstraße 12', '01067 Dresden, Markt 3',
    'Bus 667 um 06:12 und 06:42', 'Mo. bis Fr. Vormittag, 08:00-12:00', 'Fr. 9-12 Uhr', 'bis 30.04.2027', 'vom 01.10.2026 bis 31.03.2027', 'am 12. Oktober 2026', '2026-10-01 09:00', 'Herr Bürgermeister fragt den Kreistag',
    '1.450 Euro im Monat, 13,90 Euro in der Stunde', 'Halle 3 mit 12000 Quadratmetern', '§16i Abs. 1 SGB II', 'Ask the day care about places before eight', 'A5, Abfahrt 28',
  ])('about companies, places and times tells of nobody: %s', (text) => {
    expect(personalDataIn(text)).toBeUndefined();
  });

  test('is refused without being repeated', () => {
    expect(() => assertNoPersonalData('items.what', 'Frau Mustermann (437D012345, geb. 14.02.1979) hat Schulden')).toThrow(
      expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA', message: expect.not.stringContaining('Mustermann') }),
    );
    for (const text of ['Plätze vor acht', undefined, null]) expect(() => assertNoPersonalData('items.what', text)).not.toThrow();
  });
});
