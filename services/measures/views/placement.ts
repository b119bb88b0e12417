import type DataLoader from 'dataloader';
import { Schema } from 'mongoose';
import { employerEvents } from '#shared/contracts/employers.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { byKey } from '#shared/documents/by-key.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/**
 * Work that the employers service has reported of a person: what the conditions of instruments ask about it, and no
 * more.
 */
export type ReportedPlacement = {
  /** The placement's id. */
  id: string;
  personId: string;
  kind: string;
  /** Of the instruments that pay for it, the codes that conditions ask for. */
  fundedBy: string[];
  startedOn: string;
  endedOn?: string;
  /** Taken back: nothing asks for it any more. */
  withdrawn?: boolean;
};

const placementSchema = new Schema<ReportedPlacement>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    fundedBy: { type: [String], required: true },
    startedOn: { type: String, required: true },
    endedOn: { type: String },
    withdrawn: Boolean,
  },
  { _id: false },
);
// Every answer about eligibility asks for a person's work.
placementSchema.index({ personId: 1 });

export type ReportedPlacements = Collection<ReportedPlacement>;

export function reportedPlacements(documents: Documents): ReportedPlacements {
  return documents.collection('placements', placementSchema);
}

/** Loads the work of a person; what was withdrawn is none. */
export function placementsByPerson(placements: ReportedPlacements): DataLoader<string, ReportedPlacement[]> {
  return byKey(placements, 'personId', ({ personId, withdrawn }) => (withdrawn ? [] : [personId]));
}

/** Reads the work of a person anew, for a rule; what was withdrawn is none. */
export async function countingPlacements(
  placements: ReportedPlacements,
  personId: string,
): Promise<ReportedPlacement[]> {
  return (await findAll(placements, { personId })).filter(({ withdrawn }) => !withdrawn);
}

/** No other instrument is asked for here, and some of them would tell of a disability. */
const FUNDING_ASKED_FOR = ['P16D', 'P16E', 'P16I'];

/** Keeps who works since when, and until when: §§ 16d, 16e, 16i ask for it. */
export function placementConsumer(placements: ReportedPlacements): Consumer {
  return on(employerEvents, {
    'placement.started': (event) => {
      const { placementId: id, personId, kind, subsidisedBy, startedOn } = event.data;
      const fundedBy = subsidisedBy.filter((code) => FUNDING_ASKED_FOR.includes(code));
      return placements.project(id, event, () => ({ id, personId, kind, fundedBy, startedOn }));
    },
    'placement.ended': (event) => {
      const { endedOn } = event.data;
      return placements.project(event.data.placementId, event, (placement) => ({
        ...(placement ?? startUnheard(event.data, endedOn)),
        endedOn,
      }));
    },
    'placement.withdrawn': (event) =>
      placements.project(event.data.placementId, event, (placement) => ({
        ...(placement ?? startUnheard(event.data, event.data.withdrawnOn)),
        withdrawn: true,
      })),
  });
}

/** Stands in for a start that was skipped at an operator's request. */
function startUnheard(
  { placementId: id, personId }: { placementId: string; personId: string },
  startedOn: string,
): ReportedPlacement {
  return { id, personId, kind: 'INSURED_JOB', fundedBy: [], startedOn };
}
