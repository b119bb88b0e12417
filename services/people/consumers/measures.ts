import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Disclosures, OfferedMeasures } from '../views/disclosure.ts';

type Offer = Received<typeof measureEvents, 'measure.offered' | 'measure.offeredOutside'>;
type Enrolment = Received<
  typeof measureEvents,
  'enrolment.agreed' | 'enrolment.started' | 'enrolment.ended' | 'enrolment.withdrawn'
>;

/** A provider learns the names of those who have a place in its measure, while they have it. A measure and its places are one aggregate: the offer is always heard first. */
export function measuresConsumer({
  disclosures,
  offered,
}: {
  disclosures: Disclosures;
  offered: OfferedMeasures;
}): Consumer {
  const keepOffer = (event: Offer): Promise<void> => {
    const { measureId: id, providerId } = event.data;
    return offered.project(id, event, () => ({ id, providerId }));
  };
  const disclose = async (event: Enrolment, active: boolean): Promise<void> => {
    const { measureId, enrolmentId, personId } = event.data;
    const providerId = (await offered.get(measureId))?.providerId;
    if (providerId === undefined) throw new Error('an enrolment in a measure that was never offered');
    const id = `${personId}/${enrolmentId}`;
    await disclosures.project(id, event, () => ({ id, personId, to: `PROVIDER/${providerId}`, active }));
  };
  return on(measureEvents, {
    'measure.offered': keepOffer,
    'measure.offeredOutside': keepOffer,
    'enrolment.agreed': (event) => disclose(event, true),
    'enrolment.started': (event) => disclose(event, true),
    'enrolment.ended': (event) => disclose(event, false),
    'enrolment.withdrawn': (event) => disclose(event, false),
  });
}
