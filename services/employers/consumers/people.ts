import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Profiles } from '../views/profile.ts';

/** People say what matching may know of them. */
export function peopleConsumer(profiles: Profiles): Consumer {
  const profiled: Reaction = (event) => {
    const {
      personId: id,
      municipality,
      occupations,
      qualification,
      mobility,
      hoursPerWeek,
      availableDayparts,
    } = event.data as Received<typeof peopleEvents, 'person.profiled'>['data'];
    return profiles.project(id, event, () => ({
      id,
      municipality,
      occupations,
      qualification,
      mobility,
      hoursPerWeek,
      availableDayparts,
    }));
  };
  return { contracts: [peopleEvents], reactions: { 'person.profiled': [profiled] } };
}
