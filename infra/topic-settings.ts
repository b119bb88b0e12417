import { z } from 'zod';

/** How topics are made; read by `npm run provision` alone. */
export const topicSettings = {
  TOPIC_PARTITIONS: z.coerce.number().int().min(1).max(1000).optional(),
  TOPIC_REPLICATION: z.coerce.number().int().min(1).max(10).optional(),
};
