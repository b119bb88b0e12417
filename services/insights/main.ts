import { runService } from '#shared/service/service.ts';
import { insightsService } from './service.ts';

await runService('insights', insightsService);
