import { distance } from 'fastest-levenshtein';

export type FullName = { givenName: string; familyName: string };

/** Whether two names may be one person's: a slip of the pen, umlauts written in another way, a hyphenated name, given and family name swapped. */
export function similarNames(one: FullName, other: FullName): boolean {
  return alike(one, other) || alike(one, { givenName: other.familyName, familyName: other.givenName });
}

function alike(one: FullName, other: FullName): boolean {
  return anyPartAlike(one.givenName, other.givenName) && anyPartAlike(one.familyName, other.familyName);
}

function anyPartAlike(one: string, other: string): boolean {
  const [left, right] = [partsOf(one), partsOf(other)];
  return left.some((part) => right.some((candidate) => close(part, candidate))) || close(left.join(''), right.join(''));
}

/** One slip in four letters: Maier and Meyer differ too much, Schmidt and Schmitt do not. */
function close(one: string, other: string): boolean {
  return distance(one, other) <= Math.floor(Math.min(one.length, other.length) / 4);
}

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe' };
/** Parts that many share; they make nobody similar. */
const particles = new Set(['von', 'van', 'der', 'den', 'de', 'zu', 'al', 'el', 'bin']);

function partsOf(name: string): string[] {
  const plain = name.toLowerCase().replace(/[äöüßıłøđæœ]/g, (letter) => spelledOut[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '');
  const parts = plain.replaceAll('ph', 'f').replaceAll('th', 't').split(/[^\p{L}]+/u).filter((part) => part !== '');
  const own = parts.filter((part) => !particles.has(part));
  return own.length > 0 ? own : parts;
}
