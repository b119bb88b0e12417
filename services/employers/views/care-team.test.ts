import { careTeamContract } from '#tests/support/care-team.contract.ts';
import { employersService } from '../service.ts';

careTeamContract('employers', employersService);
