import { careTeamConsumer } from '#shared/care-team.ts';
import { combineConsumers, type Consumer, type Reaction } from '#shared/delivery/consume.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import type { Views } from '../views/views.ts';
import { casesConsumer } from './cases.ts';
import { entryReactions } from './entries.ts';
import { peopleConsumer } from './people.ts';
import { takingBackReactions } from './taken-back.ts';

/**
 * What an event does to a set of views. Topics are not ordered among each other: no reaction relies on what another topic
 * has said before; any interleaving builds the same views.
 */
export function reactionsOn(views: Views): Consumer['reactions'] {
  return combineConsumers(
    casesConsumer(views),
    careTeamConsumer(views.teams),
    peopleConsumer(views),
    { contracts, reactions: takingBackReactions(views) },
    { contracts, reactions: entryReactions(views) },
  ).reactions;
}

/** Insights listens to everything. `views` answers anew for each event, so that a rebuild can put others in their place. */
export function insightsConsumer(views: () => Promise<Views>): Consumer {
  const made = new WeakMap<Views, Consumer['reactions']>();
  const of = (current: Views): Consumer['reactions'] => {
    const reactions = made.get(current) ?? reactionsOn(current);
    made.set(current, reactions);
    return reactions;
  };
  const react =
    (name: string): Reaction =>
    async (event) => {
      for (const reaction of of(await views())[name] ?? []) await reaction(event);
    };
  return {
    contracts,
    reactions: Object.fromEntries(
      contracts.flatMap(({ events }) => Object.keys(events)).map((name) => [name, [react(name)]]),
    ),
  };
}
