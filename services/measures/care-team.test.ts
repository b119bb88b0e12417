import { careTeamContract } from '#tests/support/care-team.contract.ts';
import { measuresService } from './service.ts';

careTeamContract('measures', measuresService);
