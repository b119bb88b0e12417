import { runService } from '#shared/service/service.ts';
import { measuresService } from './service.ts';

await runService('measures', measuresService);
