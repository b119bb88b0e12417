import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Disclosures, OfferedMeasures } from '../views/disclosure.ts';

type Data<Name extends keyof (typeof measureEvents)['data']> = Received<typeof measureEvents, Name>['data'];

/** A provider learns the names of those who have a place in its measure, while they have it. A measure and its places are one aggregate: the offer is always heard first. */
export function measuresConsumer({
  disclosures,
  offered,
}: {
  disclosures: Disclosures;
  offered: OfferedMeasures;
}): Consumer {
  const disclose =
    (active: boolean): Reaction =>
    async (event) => {
      const { measureId, enrolmentId, personId } = event.data as Data<'measure.agreed'>;
      const providerId = (await offered.get(measureId))?.providerId;
      if (providerId === undefined) throw new Error('an enrolment in a measure that was never offered');
      const id = `${personId}/${enrolmentId}`;
      await disclosures.project(id, event, () => ({ id, personId, to: `PROVIDER/${providerId}`, active }));
    };
  const offer: Reaction = (event) => {
    const { measureId: id, providerId } = event.data as Data<'measure.offered' | 'measure.offeredOutside'>;
    return offered.project(id, event, () => ({ id, providerId }));
  };
  return {
    contracts: [measureEvents],
    reactions: {
      'measure.offered': [offer],
      'measure.offeredOutside': [offer],
      'measure.agreed': [disclose(true)],
      'measure.started': [disclose(true)],
      'measure.ended': [disclose(false)],
      'measure.withdrawn': [disclose(false)],
    },
  };
}
