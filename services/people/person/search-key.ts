import { plainText } from '#shared/codes/plain-text.ts';

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

/** Returns a text as people sort and type it: in lower case, umlauts written out, without accents. */
export function searchKey(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[äöüßøłıđæœ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim();
}

/** Returns the search key of one word, without signs that people write or leave out: of `Kunden-Nr.`, `kundennr`. */
export function wordKey(text: string): string {
  return searchKey(text).replace(/[\s_\-.]+/g, '');
}
