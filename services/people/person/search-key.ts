const spelledOut: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
};

/** Letters as people sort and type them: lower case, umlauts written out, without accents. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßøłıđæœ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim();
}

/** A word without what people write in between or leave out: `Kunden-Nr.` is `kundennr`. */
export function foldedWord(text: string): string {
  return folded(text).replace(/[\s_\-.]+/g, '');
}
