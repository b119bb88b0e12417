import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { PlacementsSeen } from '../views/placement.ts';

type Data<Name extends keyof (typeof employerEvents)['data']> = Received<typeof employerEvents, Name>['data'];

/** Nothing else of what pays for a job is asked for here, and some of it would tell of a disability. */
const ASKED_FOR = ['P16D', 'P16E', 'P16I'];

/** Employers say who works since when, and until when: §§ 16e, 16i ask for it. */
export function employersConsumer(placements: PlacementsSeen): Consumer {
  const started: Reaction = (event) => {
    const { placementId: id, personId, kind, subsidisedBy, startedOn } = event.data as Data<'integration.started'>;
    return placements.project(id, event, () => ({
      id,
      personId,
      kind,
      fundedBy: subsidisedBy.filter((code) => ASKED_FOR.includes(code)),
      startedOn,
    }));
  };
  const ended: Reaction = (event) => {
    const { placementId: id, personId, endedOn } = event.data as Data<'integration.ended'>;
    return placements.project(id, event, (known) => ({
      ...(known ?? { id, personId, kind: 'INSURED_JOB', fundedBy: [], startedOn: endedOn }),
      endedOn,
    }));
  };
  const withdrawn: Reaction = (event) => {
    const { placementId: id, personId, withdrawnOn } = event.data as Data<'integration.withdrawn'>;
    return placements.project(id, event, (known) => ({
      ...(known ?? { id, personId, kind: 'INSURED_JOB', fundedBy: [], startedOn: withdrawnOn }),
      withdrawn: true,
    }));
  };
  return {
    contracts: [employerEvents],
    reactions: { 'integration.started': [started], 'integration.ended': [ended], 'integration.withdrawn': [withdrawn] },
  };
}
