import { Refusal } from '#shared/refusal.ts';

/**
 * What the insights service says no with; a field of an answer besides FORBIDDEN and NOT_FOUND, as in every service.
 */
export const insightRefusalCodes = ['INVALID_INPUT'] as const;
export type InsightRefusalCode = (typeof insightRefusalCodes)[number];

export class InsightRefusal extends Refusal<InsightRefusalCode> {}
