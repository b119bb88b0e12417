import { wordKey } from '../../person/search-key.ts';

/** The columns of a list of recipients, in the order a new list would have them. */
export const listColumns = [
  'Kundennummer',
  'BG-Nummer',
  'Rolle',
  'Vorname',
  'Nachname',
  'Geburtsdatum',
  'Geschlecht',
  'AGS',
  'Straße',
  'PLZ',
  'Ort',
  'Telefon',
  'E-Mail',
  'Schulabschluss',
  'Berufsabschluss',
  'Berufe',
  'Sprachen',
  'Mobilität',
  'Stunden',
  'Kinder',
  'Hemmnisse',
  'Schwerbehinderung',
  'Leistungsbezug seit',
  'Leistungsbezug bis',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** Other names that lists in practice use for the columns. */
const otherNames: Record<string, ListColumn> = {
  'Kunden-Nr.': 'Kundennummer',
  'Kd.-Nr.': 'Kundennummer',
  'BG-Nr.': 'BG-Nummer',
  Bedarfsgemeinschaft: 'BG-Nummer',
  'Rolle in BG': 'Rolle',
  Name: 'Nachname',
  Familienname: 'Nachname',
  'geboren am': 'Geburtsdatum',
  'Geb.-Datum': 'Geburtsdatum',
  Gemeindeschlüssel: 'AGS',
  Gemeinde: 'AGS',
  Strasse: 'Straße',
  'Straße und Hausnummer': 'Straße',
  Postleitzahl: 'PLZ',
  Wohnort: 'Ort',
  Telefonnummer: 'Telefon',
  Mail: 'E-Mail',
  'Berufe (KldB)': 'Berufe',
  KldB: 'Berufe',
  'Kinder (Geburtsdaten)': 'Kinder',
  'Stunden pro Woche': 'Stunden',
  Wochenstunden: 'Stunden',
  'Leistungsbezug ab': 'Leistungsbezug seit',
  schwerbehindert: 'Schwerbehinderung',
};

const byName = new Map([
  ...listColumns.map((column) => [wordKey(column), column] as const),
  ...Object.entries(otherNames).map(([name, column]) => [wordKey(name), column] as const),
]);

/** Returns the column that a heading means. */
export function columnOf(heading: string): ListColumn | undefined {
  return byName.get(wordKey(heading));
}
