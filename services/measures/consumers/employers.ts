import { on, type Consumer } from '#shared/delivery/consume.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { ReportedPlacements } from '../views/placement.ts';

/** Nothing else of what pays for a job is asked for here, and some of it would tell of a disability. */
const ASKED_FOR = ['P16D', 'P16E', 'P16I'];

/** Employers say who works since when, and until when: §§ 16e, 16i ask for it. */
export function employersConsumer(placements: ReportedPlacements): Consumer {
  return on(employerEvents, {
    'placement.started': (event) => {
      const { placementId: id, personId, kind, subsidisedBy, startedOn } = event.data;
      return placements.project(id, event, () => ({
        id,
        personId,
        kind,
        fundedBy: subsidisedBy.filter((code) => ASKED_FOR.includes(code)),
        startedOn,
      }));
    },
    'placement.ended': (event) => {
      const { placementId: id, personId, endedOn } = event.data;
      return placements.project(id, event, (known) => ({
        ...(known ?? { id, personId, kind: 'INSURED_JOB', fundedBy: [], startedOn: endedOn }),
        endedOn,
      }));
    },
    'placement.withdrawn': (event) => {
      const { placementId: id, personId, withdrawnOn } = event.data;
      return placements.project(id, event, (known) => ({
        ...(known ?? { id, personId, kind: 'INSURED_JOB', fundedBy: [], startedOn: withdrawnOn }),
        withdrawn: true,
      }));
    },
  });
}
