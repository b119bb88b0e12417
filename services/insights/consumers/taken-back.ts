import type { Consumer, Reaction } from '#shared/delivery/consume.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { takingBack, type TakingBack } from '../taken-back.ts';
import { asWithdrawn, factOf, type Entry } from '../views/entry.ts';
import type { Views } from '../views/views.ts';
import { settle } from './settle.ts';

/** What was put right later counts for nothing any more; a timeline goes on showing that it was said. */
export function takingBackReactions(views: Views): Consumer['reactions'] {
  return Object.fromEntries(Object.entries(takingBack).map(([name, rule]) => [name, [reactionOf(views, rule)]]));
}

function reactionOf(views: Views, rule: TakingBack): Reaction {
  return async (event) => {
    if (rule.because !== undefined && event.data.reason !== rule.because) return;
    for (const entry of await saidBefore(views, event, rule)) {
      // What the same aggregate says later has seen this event, and stays: also when this one comes once more.
      await views.entries.project(entry.id, event, (known) => asWithdrawn(known ?? entry));
      await settle(views, entry);
    }
  };
}

/** One aggregate is heard in order: all that it said before is there. */
async function saidBefore({ entries }: Views, { id, data }: Message, { names, same }: TakingBack): Promise<Entry[]> {
  const said = await findAll(entries, { caseId: String(data.caseId), name: { in: names } });
  return said.filter((entry) => entry.id !== id && factOf(entry, same) === data[same]);
}
