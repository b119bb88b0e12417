import type { ServiceName } from '#shared/settings/settings.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Log } from '#shared/log.ts';
import { casesService } from '../../services/cases/service.ts';
import { employersService } from '../../services/employers/service.ts';
import { insightsService } from '../../services/insights/service.ts';
import { measuresService } from '../../services/measures/service.ts';
import { peopleService } from '../../services/people/service.ts';

type Build = (documents: Documents, log: Log) => unknown;

/** What each service declares when it starts, for those who look after its store while it does not run. */
export const serviceBuilders: Record<ServiceName, Build> = {
  people: peopleService,
  cases: casesService,
  measures: measuresService,
  employers: employersService,
  insights: insightsService,
};
