/** Returns a text as it is stored: without spaces around it, and with one between words. */
export function plainText(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
