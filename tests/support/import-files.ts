/** A complete line of a list of recipients, as the columns of an import file call it. */
const ada = {
  Kundennummer: '437D012345',
  'BG-Nummer': '43705BG0001234',
  Rolle: 'Antragstellerin',
  Vorname: 'Ada',
  Nachname: 'Groß',
  Geburtsdatum: '01.03.1980',
  Geschlecht: 'weiblich',
  AGS: '06431010',
  Straße: 'Hauptstraße 7',
  PLZ: '68649',
  Ort: 'Groß-Rohrheim',
  Telefon: '06245 908770',
  'E-Mail': 'ada@example.org',
  Schulabschluss: 'mittlere Reife',
  Berufsabschluss: 'Ausbildung',
  Berufe: '51311|54101',
  Sprachen: 'de:C2|tr:B1',
  Mobilität: 'Bus und Bahn',
  Stunden: '19,5',
  Kinder: '07.05.2019',
  Hemmnisse: 'Schulden|CHILDCARE',
  Schwerbehinderung: 'nein',
  'Leistungsbezug seit': '01.01.2023',
  'Leistungsbezug bis': '30.06.2024',
};

export type ListLine = Partial<typeof ada>;

/** Returns one line of the list: Ada's, but for the changes. */
export function listLine(changes: ListLine, separator = ';'): string {
  return Object.values({ ...ada, ...changes }).join(separator);
}

/** Returns a whole file with header, one line for each entry. */
export function importFileOf(lines: readonly ListLine[], separator = ';'): string {
  return [Object.keys(ada).join(separator), ...lines.map((line) => listLine(line, separator)), ''].join('\n');
}
