import { runService } from '#shared/service/service.ts';
import { employersService } from './service.ts';

await runService('employers', employersService);
