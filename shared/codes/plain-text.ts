/** Signs that take no room and have no form: soft hyphens, zero widths, signs of the reading direction, selectors. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
const DASHES = /[\p{Pd}\u2043\u2212\u02d7]/gu;
const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bb-\u02bd\u2032\u00b4\u0060\u02ca\u02cb\uff07\u055a\ua78c]/gu;

/**
 * Returns a text of one line as it is stored and looked for: letters composed, nothing invisible, spaces, dashes and
 * apostrophes of one kind each, without spaces around it and with one between words. Lists, forms and searches share
 * it.
 */
export function plainText(text: string): string {
  return visibleText(text).replace(DASHES, '-').replace(APOSTROPHES, "'").replace(/\s+/g, ' ').trim();
}

/** Returns a text of several lines without spaces around it; undefined where nothing but spaces is left. */
export function nonBlankText(text: string | undefined): string | undefined {
  const visible = visibleText(text ?? '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .trim();
  return visible === '' ? undefined : visible;
}

/** True when a text holds control signs, or a sign that stands where a letter was lost, and cannot be stored. */
export function isUnreadable(text: string): boolean {
  return /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffd]/u.test(text);
}

/** Returns the text with its letters composed (NFC) and without what no eye sees: soft hyphens, zero widths. */
export function visibleText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').normalize('NFC');
}
