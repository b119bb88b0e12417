import type { Collection, Identified } from '#shared/documents/documents.ts';
import { documentBatches } from '#shared/documents/find-all.ts';
import type { Where } from '#shared/documents/query.ts';
import { byFit, type Match } from './match.ts';

type Among<State> = {
  where: Where;
  matchOf: (state: State) => Match;
  /** What tells ties apart. */
  idOf: (match: Match) => string;
  /** Whether a match is asked for; left out: every one. */
  wanted?: (match: Match) => boolean;
};

/** The best matches among all that meet the condition, however many: no more than a batch and the best so far are held. */
export async function bestMatches<State extends Identified>(
  collection: Pick<Collection<State>, 'find'>,
  { where, matchOf, idOf, wanted = () => true }: Among<State>,
  most: number,
): Promise<Match[]> {
  let best: Match[] = [];
  for await (const batch of documentBatches(collection, where)) {
    best = [...best, ...batch.map(matchOf).filter(wanted)].sort(byFit(idOf)).slice(0, most);
  }
  return best;
}
