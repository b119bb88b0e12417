import type { CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
import type { Actor } from '#shared/identity/identity.ts';
import type { BenefitUnit } from './benefit-unit/benefit-unit.ts';
import type { Importing } from './import/graph/import-context.ts';
import { peopleLoad, type Load } from './load.ts';
import type { Person } from './person/person.ts';
import type { SituationReleases } from './situation/release-situation.ts';
import type { Disclosures } from './views/disclosure.ts';

export type Stores = {
  persons: Collection<Person>;
  benefitUnits: Collection<BenefitUnit>;
  teams: CareTeams;
  disclosures: Disclosures;
  situationReleases: SituationReleases;
};

type PeopleContext = Stores & { load: Load };
export type Context = ServiceRequest & PeopleContext & { importing: Importing };

export function peopleContext(stores: Stores, actor: Actor): PeopleContext {
  return { ...stores, load: peopleLoad(stores, actor) };
}
