import { careTeamContract } from '#tests/support/care-team.contract.ts';
import { peopleService } from '../service.ts';

careTeamContract('people', peopleService);
