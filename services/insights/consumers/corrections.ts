import type { Message } from '#shared/contracts/contract.ts';
import type { Consumer, Reaction } from '#shared/delivery/consume.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { factOf, withdrawnEntry, type TimelineEntry } from '../views/timeline-entry.ts';
import type { Views } from '../views/views.ts';
import { correctionRules, type CorrectionRule } from './correction-rules.ts';
import { countInProjects } from './count-in-projects.ts';

/**
 * Takes back what a later event puts right: it counts for nothing any more; a timeline goes on showing that it was
 * said.
 */
export function correctionReactions(views: Views): Consumer['reactions'] {
  return Object.fromEntries(Object.entries(correctionRules).map(([name, rule]) => [name, [reactionBy(views, rule)]]));
}

function reactionBy(views: Views, rule: CorrectionRule): Reaction {
  return async (event) => {
    if (rule.because !== undefined && event.data.reason !== rule.because) return;
    for (const corrected of await correctedEntries(views, event, rule)) {
      // What the same aggregate says later has seen this event, and stays: also when this one comes once more.
      await views.entries.project(corrected.id, event, (entry) => withdrawnEntry(entry ?? corrected));
      await countInProjects(views, corrected);
    }
  };
}

/** Returns what the aggregate said before. All of it is there: one aggregate is heard in order. */
async function correctedEntries(
  { entries }: Views,
  { id, data }: Message,
  { names, same }: CorrectionRule,
): Promise<TimelineEntry[]> {
  const ofCase = await findAll(entries, { caseId: String(data.caseId), name: { in: names } });
  return ofCase.filter((entry) => entry.id !== id && factOf(entry, same) === data[same]);
}
