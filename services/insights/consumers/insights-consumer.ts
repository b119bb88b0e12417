import { careTeamConsumer } from '#shared/care-team.ts';
import { combineConsumers, type Consumer, type Reaction } from '#shared/delivery/consume.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { knownCaseConsumer } from '../views/known-case.ts';
import { knownProjectConsumer } from '../views/known-project.ts';
import { knownUnitConsumer } from '../views/known-unit.ts';
import type { Views } from '../views/views.ts';
import { correctionReactions } from './corrections.ts';
import { openedCaseConsumer } from './opened-cases.ts';
import { timelineEntryReactions } from './timeline-entries.ts';
import { withdrawnBenefitConsumer } from './withdrawn-benefits.ts';

/**
 * What an event does to a set of views, in this order. Topics are not ordered among each other: no reaction relies on
 * what another topic has said before; any interleaving builds the same views.
 */
export function reactionsOn(views: Views): Consumer['reactions'] {
  return combineConsumers(
    knownProjectConsumer(views.projects),
    knownCaseConsumer(views.cases),
    openedCaseConsumer(views),
    careTeamConsumer(views.teams),
    withdrawnBenefitConsumer(views),
    knownUnitConsumer(views.units),
    { contracts, reactions: correctionReactions(views) },
    { contracts, reactions: timelineEntryReactions(views) },
  ).reactions;
}

/** Listens to everything. `views` answers anew for each event, so that a rebuild can put others in their place. */
export function insightsConsumer(views: () => Promise<Views>): Consumer {
  const made = new WeakMap<Views, Consumer['reactions']>();
  const reactionsOf = (current: Views): Consumer['reactions'] => {
    const reactions = made.get(current) ?? reactionsOn(current);
    made.set(current, reactions);
    return reactions;
  };
  const react =
    (name: string): Reaction =>
    async (event) => {
      for (const reaction of reactionsOf(await views())[name] ?? []) await reaction(event);
    };
  return {
    contracts,
    reactions: Object.fromEntries(
      contracts.flatMap(({ events }) => Object.keys(events)).map((name) => [name, [react(name)]]),
    ),
  };
}
