import { runService } from '#shared/service/service.ts';
import { peopleService } from './service.ts';

await runService('people', peopleService);
