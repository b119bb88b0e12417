import { runService } from '#shared/service/service.ts';
import { casesService } from './service.ts';

await runService('cases', casesService);
