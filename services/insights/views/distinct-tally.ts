import { Schema } from 'mongoose';
import type { ClosedPeriod } from '#shared/calendar/days.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import type { Condition } from '#shared/documents/query.ts';

/**
 * Counts once what may happen often: a person who was reached, a benefit unit that needs no more benefit. One
 * document for each of them, with every day on which it happened: so the distinct number for any period is one
 * indexed count, where days added up per month or per person would answer some periods only. It grows with the talks
 * of one person.
 */
export type DistinctTally = {
  /** Figure, project, and what counts once. */
  id: string;
  /** In the order of the days, so that it is the same in whichever order the events came. */
  happened: { at: string; eventId: string }[];
};

const text = { type: String, required: true };
const tallySchema = new Schema<DistinctTally>(
  { id: text, happened: [new Schema({ at: text, eventId: text }, { _id: false })] },
  { _id: false },
);
// Figure and project are part of the value, so that the range of a period touches nothing else.
tallySchema.index({ 'happened.at': 1 });

export type DistinctTallies = Collection<DistinctTally>;

export function distinctTallyView(documents: Pick<Documents, 'collection'>): DistinctTallies {
  return documents.collection('tallies', tallySchema);
}

/** Names the figure, by its code, and the project that a tally counts in. */
export type TalliedFigure = { figure: string; projectId: string };

const positionOf = ({ figure, projectId }: TalliedFigure, day: string): string => `${projectId} ${figure} ${day}`;

/** Finds the tallies with an event in the period. */
export function occursWithin(tallied: TalliedFigure, { from, to }: ClosedPeriod): Record<string, Condition> {
  return { 'happened.at': { from: positionOf(tallied, from), to: positionOf(tallied, to) } };
}

/** Returns the event that stands for all of the period: the first. */
export function firstEventWithin(
  { happened }: DistinctTally,
  tallied: TalliedFigure,
  { from, to }: ClosedPeriod,
): string | undefined {
  return happened.find(({ at }) => at >= positionOf(tallied, from) && at <= positionOf(tallied, to))?.eventId;
}

/** Returns the tally with one more event; the same event changes nothing. */
export function withOccurrence(
  tally: DistinctTally | null,
  id: string,
  { tallied, day, eventId }: { tallied: TalliedFigure; day: string; eventId: string },
): DistinctTally {
  if (tally?.happened.some((occurrence) => occurrence.eventId === eventId)) return tally;
  const happened = [...(tally?.happened ?? []), { at: positionOf(tallied, day), eventId }];
  return { id, happened: happened.toSorted((a, b) => (a.at + a.eventId < b.at + b.eventId ? -1 : 1)) };
}

/**
 * Returns the tally without an event. An empty one stays, so that it is the same in whichever order the events came.
 */
export function withoutOccurrence(tally: DistinctTally | null, id: string, eventId: string): DistinctTally {
  return { id, happened: (tally?.happened ?? []).filter((occurrence) => occurrence.eventId !== eventId) };
}
