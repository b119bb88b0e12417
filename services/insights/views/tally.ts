import { Schema } from 'mongoose';
import type { Collection } from '#shared/documents/documents.ts';
import type { WhereCondition } from '#shared/documents/query.ts';
import type { Declares } from './views.ts';

/**
 * What counts once however often it happens: a person who was reached, a benefit unit that needs no more benefit. One
 * document for each of them, with every day on which it happened: so the distinct number for any period is one indexed
 * count, where days added up per month or per person would answer some periods only. It grows with the talks of one person.
 */
export type Tally = {
  /** Figure, project, and what counts once. */
  id: string;
  /** In the order of the days, so that it is the same in whichever order the events came. */
  happened: { at: string; eventId: string }[];
};

const tallySchema = new Schema<Tally>(
  {
    id: { type: String, required: true },
    happened: [
      new Schema({ at: { type: String, required: true }, eventId: { type: String, required: true } }, { _id: false }),
    ],
  },
  { _id: false },
);
// Figure and project are part of the value, so that the range of a period touches nothing else.
tallySchema.index({ 'happened.at': 1 });

export type Tallies = Collection<Tally>;

export function tallyView(documents: Declares): Tallies {
  return documents.collection('tallies', tallySchema);
}

export type Counted = { figure: string; projectId: string };
export type Period = { from: string; to: string };

const placeOf = ({ figure, projectId }: Counted, day: string): string => `${projectId} ${figure} ${day}`;

export function happenedIn(counted: Counted, { from, to }: Period): Record<string, WhereCondition> {
  return { 'happened.at': { from: placeOf(counted, from), to: placeOf(counted, to) } };
}

/** The event that stands for all of the period: the first. */
export function firstEventIn({ happened }: Tally, counted: Counted, { from, to }: Period): string | undefined {
  return happened.find(({ at }) => at >= placeOf(counted, from) && at <= placeOf(counted, to))?.eventId;
}

/** Notes that it happened; the same event changes nothing. */
export function noted(
  tally: Tally | null,
  id: string,
  { counted, day, eventId }: { counted: Counted; day: string; eventId: string },
): Tally {
  if (tally?.happened.some((known) => known.eventId === eventId)) return tally;
  const happened = [...(tally?.happened ?? []), { at: placeOf(counted, day), eventId }];
  return {
    id,
    happened: happened.toSorted((one, other) => (one.at + one.eventId < other.at + other.eventId ? -1 : 1)),
  };
}

/** It did not happen after all. What nothing is left of stays as an empty tally, in whichever order the events came. */
export function takenBack(tally: Tally | null, id: string, eventId: string): Tally {
  return { id, happened: (tally?.happened ?? []).filter((known) => known.eventId !== eventId) };
}
