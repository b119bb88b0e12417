import { on, type Consumer } from '#shared/delivery/consume.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Profiles } from '../views/profile.ts';

/** People say what matching may know of them. */
export function profileConsumer(profiles: Profiles): Consumer {
  return on(peopleEvents, {
    'person.profiled': (event) => {
      const {
        personId: id,
        municipality,
        occupations,
        qualification,
        mobility,
        hoursPerWeek,
        availableDayparts,
      } = event.data;
      return profiles.project(id, event, () => ({
        id,
        municipality,
        occupations,
        qualification,
        mobility,
        hoursPerWeek,
        availableDayparts,
      }));
    },
  });
}
