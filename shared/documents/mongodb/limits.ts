/** Bounds one query, so that none holds the store for longer. */
export const QUERY_LIMIT = { maxTimeMS: 5000 } as const;
/** The records that one query reads, or one command removes, where all of a collection is meant. */
export const BATCH = 500;
