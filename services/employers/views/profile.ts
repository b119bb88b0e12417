import { Schema } from 'mongoose';
import { peopleEvents } from '#shared/contracts/people.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** The facts of a person that matching goes by: coded, and nothing else. */
export type Profile = {
  id: string;
  municipality: string;
  occupations: string[];
  qualification: string;
  mobility: string;
  hoursPerWeek: number;
  availableDayparts: string[];
};

const profileSchema = new Schema<Profile>(
  {
    id: { type: String, required: true },
    municipality: { type: String, required: true },
    occupations: { type: [String], required: true },
    qualification: { type: String, required: true },
    mobility: { type: String, required: true },
    hoursPerWeek: { type: Number, required: true },
    availableDayparts: { type: [String], required: true },
  },
  { _id: false },
);
// Candidates for a vacancy are looked for by what they have worked as.
profileSchema.index({ occupations: 1 });
profileSchema.index({ municipality: 1 });

export type Profiles = Collection<Profile>;

export function profileView(documents: Documents): Profiles {
  return documents.collection('profiles', profileSchema);
}

/** Makes the consumer that keeps the profile of a person as the people service told it last. */
export function profileConsumer(profiles: Profiles): Consumer {
  return on(peopleEvents, {
    'person.profiled': (event) => {
      const { data } = event;
      return profiles.project(data.personId, event, () => ({
        id: data.personId,
        municipality: data.municipality,
        occupations: data.occupations,
        qualification: data.qualification,
        mobility: data.mobility,
        hoursPerWeek: data.hoursPerWeek,
        availableDayparts: data.availableDayparts,
      }));
    },
  });
}
