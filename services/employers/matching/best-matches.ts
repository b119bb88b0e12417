import type { Collection, Identified } from '#shared/documents/documents.ts';
import { documentBatches } from '#shared/documents/find-all.ts';
import type { Where } from '#shared/documents/query.ts';
import { byFit, type Match } from './match.ts';

/** Which documents are matched, and how. */
type Candidates<State> = {
  where: Where;
  matchOf: (state: State) => Match;
  /** Orders matches of the same score. */
  idOf: (match: Match) => string;
  /** True when a match is asked for; left out, every one is. */
  wanted?: (match: Match) => boolean;
};

/**
 * Returns the best matches among all that meet the condition, however many: it holds no more than a batch and the best
 * so far.
 */
export async function bestMatches<State extends Identified>(
  collection: Pick<Collection<State>, 'find'>,
  { where, matchOf, idOf, wanted = () => true }: Candidates<State>,
  most: number,
): Promise<Match[]> {
  let best: Match[] = [];
  for await (const batch of documentBatches(collection, where)) {
    best = [...best, ...batch.map(matchOf).filter(wanted)].sort(byFit(idOf)).slice(0, most);
  }
  return best;
}
