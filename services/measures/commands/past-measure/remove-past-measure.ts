import type { PastMeasures } from '../../past-measure/past-measure.ts';

/** Takes back what was recorded by mistake: it never counted. What is not there any more stays away. */
export function removePastMeasure(
  existing: PastMeasures | null,
  { personId, pastMeasureId }: { personId: string; pastMeasureId: string },
): PastMeasures {
  if (!existing) return { id: personId, measures: [] };
  return { ...existing, measures: existing.measures.filter(({ id }) => id !== pastMeasureId) };
}
