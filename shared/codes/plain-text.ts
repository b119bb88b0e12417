/** Returns a text as it is stored: without spaces around it, and with one between words. */
export function plainText(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Returns a text of several lines without spaces around it; undefined where nothing but spaces is left. */
export function nonBlankText(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
