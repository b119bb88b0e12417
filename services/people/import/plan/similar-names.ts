import { distance } from 'fastest-levenshtein';
import { searchKey } from '../../person/search-key.ts';

type FullName = { givenName: string; familyName: string };

/** A name made ready to be compared with many others. */
export type ComparableName = { given: string[]; family: string[] };

export function comparableName({ givenName, familyName }: FullName): ComparableName {
  return { given: partsOf(givenName), family: partsOf(familyName) };
}

/**
 * True when two names may be one person's: a slip of the pen, umlauts written in another way, a hyphenated name, given
 * and family name swapped.
 */
export function similarNames(a: ComparableName, b: ComparableName): boolean {
  return bothAlike(a, b) || bothAlike(a, { given: b.family, family: b.given });
}

function bothAlike(a: ComparableName, b: ComparableName): boolean {
  return similarParts(a.family, b.family) && similarParts(a.given, b.given);
}

/** True when any part of two names is alike, or both together. */
export function similarParts(a: string[], b: string[]): boolean {
  return (
    a.some((part) => b.some((candidate) => differByASlip(part, candidate))) || differByASlip(a.join(''), b.join(''))
  );
}

/**
 * True for one slip in four letters: Schmidt and Schmitt, Ada and Adda. Tim and Tom, or Maier and Meyer, are different
 * names.
 */
function differByASlip(a: string, b: string): boolean {
  return distance(a, b) <= Math.floor(Math.max(a.length, b.length) / 4);
}

/** Parts that many names share; they make nobody similar. */
const particles = new Set(['von', 'van', 'der', 'den', 'de', 'zu', 'al', 'el', 'bin']);

/** Returns the parts of a name as it sounds: `mueller`, `stefan`. */
function partsOf(name: string): string[] {
  const parts = searchKey(name)
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  const significant = parts.filter((part) => !particles.has(part));
  return significant.length > 0 ? significant : parts;
}
