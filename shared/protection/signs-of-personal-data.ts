// Patterns are read without regard to case, but for names. `\b` knows no umlauts: where letters meet letters,
// `(?<!\p{L})` and `(?!\p{L})` do.
const anyOf = (patterns: readonly string[], flags: string): RegExp => new RegExp(patterns.join('|'), flags);

const EMAIL = [
  String.raw`[^\s@]@[^\s@]+\.[^\s@]`,
  // With spaces, or so that no machine reads it: m.meier @ example.org, m.meier(at)example.org, m.meier at example dot
  // org.
  String.raw`\S\s?@\s?[\p{L}\d.-]+\.\p{L}{2}`,
  String.raw`\S\s?[([{]\s?(?:at|ät)\s?[)\]}]\s?[\p{L}\d]`,
  String.raw`\sat\s[\p{L}\d-]+\s(?:dot|punkt)\s(?:de|com|org|net|eu|info)(?!\p{L})`,
];

const ACCOUNT = [
  // In fours, of any country that writes them so; a VAT number is shorter.
  String.raw`\b[A-Z]{2}\d{2}(?:[\s.-]?[A-Z]{4})?(?:[\s.-]?\d{4}){2,}[\s.-]?[A-Z\d]{2}`,
  String.raw`\bIBAN\b[.:\s]*[A-Z]{2}\s?\d{2}`,
  String.raw`\bkonto[-.\s]{0,2}(?:nr|nummer)\b[.:\s]*\d{4}`,
];

const CUSTOMER = [
  // 437D010001, 437 D 010 001; 43705BG0001234, 43705//0001234.
  String.raw`\b\d{3}[\s-]?[A-Z][\s-]?(?:\d[\s-]?){5}\d\b`,
  String.raw`\b\d{5}[\s-]?(?:BG|//)[\s-]?(?:\d[\s-]?){6}\d\b`,
  // Nearly one of them; between H, M and X stand times and measures.
  String.raw`\b\d{3,5}\s?(?:BG|[A-GI-LN-WYZ])\s?\d{4,}\b`,
  String.raw`\b(?:kunden|kd|bg|bedarfsgemeinschafts?)[-.\s]{0,2}(?:nr|nummer)\b[.:\s]*[A-Z]?\d(?:\s?\d){3}`,
  String.raw`\bbedarfsgemeinschaft\s?\d{4}`,
];

const PHONE = [
  // With the country: +49 6206 12345, 0049-6206-12345.
  String.raw`(?:\+|\b00)\d{2}(?:[\s/().-]{0,3}\d){6,}`,
  // 06206/12345, (06206) 12 34-0, 06206.12.34.5; in pairs: 0 62 06 - 1 23 45. From 09/2026 to 06/2027 is a time.
  String.raw`\b0\d{2,4}[\s/().-]*\d[\d\s-]{3,}\d`,
  String.raw`\b0\d{2,4}(?:\.\d{2,}){2}`,
  String.raw`\b0(?!\d\s?[/-]\s?(?:\d{1,2}\s?[/-]\s?)?(?:19|20)\d\d\b)(?:[\s/()-]{0,3}\d){8,}`,
  String.raw`\b(?:tel|telefon|handy|mobil|fon|phone|ruf(?=n)|whatsapp)[-.\s]{0,2}(?:nr|nummer)?\b[.:\s]*(?:\d{4}|` +
    String.raw`\d(?:[\s/-]?\d){4})`,
];

// Who is of an age to work was born by then; a later day is one to meet or to be done by, unless it says otherwise.
const BIRTH_YEAR = String.raw`(?:19\d\d|200\d|201[0-5])`;
const MONTH =
  String.raw`(?:jan(?:uary?)?|feb(?:ruary?)?|märz?|maerz|mrz|march|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|` +
  String.raw`sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)(?!\p{L})`;
const BORN = [
  String.raw`\b\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9}\.?)\s?${BIRTH_YEAR}\b`,
  String.raw`\b\d{1,2}(?:\s?${MONTH}\.?\s?|[/-]\d{1,2}[/-])${BIRTH_YEAR}\b`,
  String.raw`\b${BIRTH_YEAR}[/-]\d{1,2}[/-]\d{1,2}\b`,
  // 3.5.80: no day of today, nor a number of a chapter or a machine.
  String.raw`(?<![\d.]|(?:§|\b(?:nr|kapitel|abschnitt|ziffer|version)\b)\.?\s?)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|` +
    String.raw`1[0-2])\.[4-9]\d\b(?!\.\d)`,
  // Geb. 12 is a building.
  String.raw`(?<!\p{L})geb(?:\.|oren)?:?\s?(?:[ai]m\s|in\s)?` +
    String.raw`(?:\d{1,2}(?:\.\s?(?:\d{1,2}\.|${MONTH})|[/-]\d)|${MONTH}|(?:19|20)\d\d\b)`,
  String.raw`\b(?:19|20)\d\d\sgeboren`,
  String.raw`(?<!\p{L})(?:born(?:\s(?:on|in))?|geburts(?:datum|tag|jahr)|geb[.-]{0,2}\s?dat(?:um)?)(?!\p{L})[.:\s]*\d`,
  String.raw`(?<!\p{L})(?:jahrgang|jg)\b[.:]?\s?(?:19\d\d|200\d|[4-9]\d)\b`,
  String.raw`(?:^|[\s(])\*\s?(?:\d{1,2}\.\s?(?:\d{1,2}\.|${MONTH})|${BIRTH_YEAR}\s?(?:[),;]|$))`,
];

// "FRAU UND BERUF" and "HERR IST" are no names, "Herr Bürgermeister" is an office, and "Fr. Vormittag" a Friday.
const NO_NAME = [
  String.raw`B[Üü](?:RGERMEISTER|rgermeister)|L(?:ANDR[AÄ]T|andr[aä]t)`,
  String.raw`(?:UND|ODER|MIT|OHNE|IM|IN|AM|AN|AUF|FÜR|BEI|ALS|IST|SIND|HAT|SUCHT|GESUCHT|ZU|ZUM|ZUR|AB|BIS|Beruf|` +
    String.raw`BERUF)(?!\p{L})`,
  String.raw`(?:(?:Vor|Nach)?[Mm]ittags?|Morgens?|Abends?|Früh|Spät|Nacht|(?:Früh|Spät|Nacht|Tag)?(?:[Ss]chicht|` +
    String.raw`[Dd]ienst)|Ruhetag|VORMITTAG|NACHMITTAG|MITTAG|ABEND|RUHETAG)(?!\p{L})`,
  String.raw`(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch`,
];
// Frau von Berg, Frau v. d. Heide, Frau zu Guttenberg, Herr de Vries, HERR VAN DER BERG, Herr d'Angelo. Who is zu Hause
// has no name.
const BEFORE_NAME =
  String.raw`(?:(?:(?:von|van|de|del|della|di|da|do|dos|du|el|al|le|la|ten|ter|te|VON|VAN|DE|DEL|DI|DA|DU|EL|AL)\s+|` +
  String.raw`(?:v|V)\.\s?|von\s+und\s+zu\s+|zu\s+(?!Hause|Beginn|Fuß|Gast|Recht|Zweit|Dritt)|v\.?d\.\s?)` +
  String.raw`(?:(?:der|den|dem|la|DER|DEN|LA)\s+|d\.\s?)?|d['’])?`;
const NAME = String.raw`${BEFORE_NAME}(?!${NO_NAME.join('|')})\p{Lu}\p{L}*`;
const ADDRESSED = [
  // A Kaufmann/-frau has a trade, and no name.
  String.raw`(?<!\p{L})(?:Herrn?|HERRN?|Frau|FRAU|Familie|FAMILIE|Eheleute|EHELEUTE|Ehepaar|EHEPAAR|Mrs|Mr|Ms|` +
    String.raw`(?<![/-])(?:herrn?|frau|familie))[.:]?\s+${NAME}`,
  String.raw`(?<!\p{L})(?:(?:Hrn?|HRN?|Fam|FAM)\.\s?|(?:Hrn?|Fam)\s|` +
    String.raw`(?<!(?:\b(?:Mo|Di|Mi|Do|MO|DI|MI|DO)\.?\s?(?:-|/|,|bis|BIS|und|u\.)|\b(?:am|jeden))\s?)` +
    String.raw`F[rR]\.\s?)${NAME}`,
  String.raw`(?<!\p{L})(?:geborener?\s|geb\.\s?)${NAME}`,
];

const HOUR = String.raw`(?:(?:[01]\d|2[0-4])[0-5]\d|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?)`;
const SHIFT = String.raw`${HOUR}\s?-\s?${HOUR}(?:\s?Uhr|h)?`;
/** Times of shifts one after the other, such as 06-14/14-22/22-06: digits that are no telephone number. */
export const shiftTimes = new RegExp(String.raw`(?<![\d/.-])${SHIFT}(?:\s?[/,;|]\s?${SHIFT})+(?!\s?[\d/-])`, 'gu');

/**
 * The signs of personal data, each with its name in a refusal. Companies called after somebody, places, times, measures
 * and sums of money are none.
 */
export const signs: readonly (readonly [RegExp, string])[] = [
  [anyOf(EMAIL, 'iu'), 'an e-mail address'],
  [anyOf(ACCOUNT, 'iu'), 'a bank account'],
  [anyOf(CUSTOMER, 'iu'), 'a customer or BG number'],
  [/\b\d{2}\s?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[A-Z]\s?\d{3}\b/iu, 'a social insurance number'],
  [anyOf(PHONE, 'iu'), 'a telephone number'],
  [anyOf(BORN, 'iu'), 'a date of birth'],
  [anyOf(ADDRESSED, 'u'), 'the name of a person'],
];
