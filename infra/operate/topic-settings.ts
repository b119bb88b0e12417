import { z } from 'zod';

const whole = (most: number) => {
  const text = `must be a whole number from 1 to ${most}`;
  return z.coerce.number(text).int(text).min(1, text).max(most, text).optional();
};

/** Settings of how topics are made; read by `npm run provision` alone. */
export const topicSettings = {
  TOPIC_PARTITIONS: whole(1000),
  TOPIC_REPLICATION: whole(10),
};
