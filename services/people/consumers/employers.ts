import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { Disclosures } from '../views/disclosure.ts';

type Data<Name extends keyof (typeof employerEvents)['data']> = Received<typeof employerEvents, Name>['data'];

const refusals = ['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER'];

/** A proposal names the person to the employer service, until it is withdrawn or one of the two said no. */
export function employersConsumer(disclosures: Disclosures): Consumer {
  const disclose = (active: boolean): Reaction => (event) => {
    const { proposalId, personId } = event.data as Data<'placement.proposed'>;
    const id = `${personId}/${proposalId}`;
    return disclosures.project(id, event, () => ({ id, personId, to: 'EMPLOYER_SERVICE', active }));
  };
  const answered: Reaction = (event) => disclose(!refusals.includes((event.data as Data<'placement.answered'>).answer))(event);
  const started: Reaction = (event) => {
    const { placementId, personId } = event.data as Data<'integration.started'>;
    const id = `${personId}/${placementId}`;
    return disclosures.project(id, event, () => ({ id, personId, to: 'EMPLOYER_SERVICE', active: true }));
  };
  return {
    contracts: [employerEvents],
    reactions: { 'placement.proposed': [disclose(true)], 'placement.answered': [answered], 'placement.withdrawn': [disclose(false)], 'integration.started': [started] },
  };
}
