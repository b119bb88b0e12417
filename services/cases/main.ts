import { runService } from '#shared/service.ts';
import { casesService } from './service.ts';

await runService('cases', casesService);
