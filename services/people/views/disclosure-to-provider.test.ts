import { expect, test } from '@jest/globals';
import type { EventOf } from '#shared/contracts/contract.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleUnderTest } from '../resolvers/people.fixture.ts';
import { disclosureView } from './disclosure.ts';

const measure = {
  measureId: 'm-1',
  providerId: 'bildungswerk',
  instrument: 'P45_MAT',
  startsOn: '2026-09-01',
  endsOn: '2026-11-30',
  places: 2,
};
const enrolment = { measureId: 'm-1', enrolmentId: 'e-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P45_MAT' };
const disclosed = { id: 'p-ada/e-1', personId: 'p-ada', to: 'PROVIDER/bildungswerk', active: true };

const tell = (subgraph: SubgraphUnderTest, event: EventOf<typeof measureEvents>, options?: { times: number }) =>
  subgraph.deliver(measureEvents, { subject: 'm-1', ...event }, options);
const tellTwice = (subgraph: SubgraphUnderTest, event: EventOf<typeof measureEvents>) =>
  tell(subgraph, event, { times: 2 });

test('a measure outside the district, offered twice, is known like any other', async () => {
  await using subgraph = await peopleUnderTest();
  await tellTwice(subgraph, { type: 'measure.offeredOutside', data: { ...measure, entry: 'FIXED' } });
  await tell(subgraph, { type: 'enrolment.agreed', data: { ...enrolment, agreedOn: '2026-08-02' } });
  expect(await disclosureView(subgraph.documents).get('p-ada/e-1')).toEqual(disclosed);
});

test('a place agreed, told twice, names the person to the provider once, until the measure has ended', async () => {
  await using subgraph = await peopleUnderTest();
  const disclosures = async () =>
    (await disclosureView(subgraph.documents).find({ where: { personId: 'p-ada' }, first: 10 })).edges.map(
      ({ node }) => node,
    );

  await tellTwice(subgraph, { type: 'measure.offered', data: { ...measure, municipality: '06431010' } });
  await tellTwice(subgraph, { type: 'enrolment.proposed', data: { ...enrolment, proposedOn: '2026-08-01' } });
  expect(await disclosures()).toEqual([]);

  await tellTwice(subgraph, { type: 'enrolment.agreed', data: { ...enrolment, agreedOn: '2026-08-02' } });
  expect(await disclosures()).toEqual([disclosed]);

  await tellTwice(subgraph, { type: 'enrolment.started', data: { ...enrolment, startedOn: '2026-09-01' } });
  await tellTwice(subgraph, {
    type: 'enrolment.ended',
    data: { ...enrolment, endedOn: '2026-11-30', outcome: 'COMPLETED' },
  });
  expect(await disclosures()).toEqual([{ ...disclosed, active: false }]);
});

test('a place given back names the person to the provider no more', async () => {
  await using subgraph = await peopleUnderTest();
  await tell(subgraph, { type: 'measure.offered', data: { ...measure, municipality: '06431010' } });
  await tell(subgraph, { type: 'enrolment.agreed', data: { ...enrolment, agreedOn: '2026-08-02' } });
  await tellTwice(subgraph, {
    type: 'enrolment.withdrawn',
    data: { ...enrolment, withdrawnOn: '2026-08-10', reason: 'FOUND_WORK' },
  });
  expect(await disclosureView(subgraph.documents).get('p-ada/e-1')).toMatchObject({ active: false });
});
