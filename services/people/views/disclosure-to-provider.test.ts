import { expect, test } from '@jest/globals';
import { measureEvents } from '#shared/contracts/measures.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleService } from '../service.ts';
import { disclosureView } from './disclosure.ts';

const enrolment = { measureId: 'm-1', enrolmentId: 'e-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P45_MAT' };

test('a measure outside the district, offered twice, is known like any other', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  await subgraph.deliver(
    measureEvents,
    {
      subject: 'm-1',
      type: 'measure.offeredOutside',
      data: {
        measureId: 'm-1',
        providerId: 'bildungswerk',
        instrument: 'P45_MAT',
        startsOn: '2026-09-01',
        endsOn: '2026-11-30',
        places: 2,
        entry: 'FIXED',
      },
    },
    { times: 2 },
  );
  await subgraph.deliver(measureEvents, {
    subject: 'm-1',
    type: 'enrolment.agreed',
    data: { ...enrolment, agreedOn: '2026-08-02' },
  });
  expect(await disclosureView(subgraph.documents).get('p-ada/e-1')).toEqual({
    id: 'p-ada/e-1',
    personId: 'p-ada',
    to: 'PROVIDER/bildungswerk',
    active: true,
  });
});

test('a place agreed, delivered twice, tells the provider once who comes, until the measure has ended', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  const told = { subject: 'm-1' };
  const disclosures = async () =>
    (await disclosureView(subgraph.documents).find({ where: { personId: 'p-ada' }, first: 10 })).edges.map(
      ({ node }) => node,
    );

  await subgraph.deliver(
    measureEvents,
    {
      ...told,
      type: 'measure.offered',
      data: {
        measureId: 'm-1',
        providerId: 'bildungswerk',
        instrument: 'P45_MAT',
        municipality: '06431010',
        startsOn: '2026-09-01',
        endsOn: '2026-11-30',
        places: 2,
      },
    },
    { times: 2 },
  );
  await subgraph.deliver(
    measureEvents,
    { ...told, type: 'enrolment.proposed', data: { ...enrolment, proposedOn: '2026-08-01' } },
    { times: 2 },
  );
  expect(await disclosures()).toEqual([]);

  await subgraph.deliver(
    measureEvents,
    { ...told, type: 'enrolment.agreed', data: { ...enrolment, agreedOn: '2026-08-02' } },
    { times: 2 },
  );
  const disclosed = { id: 'p-ada/e-1', personId: 'p-ada', to: 'PROVIDER/bildungswerk', active: true };
  expect(await disclosures()).toEqual([disclosed]);

  await subgraph.deliver(
    measureEvents,
    { ...told, type: 'enrolment.started', data: { ...enrolment, startedOn: '2026-09-01' } },
    { times: 2 },
  );
  await subgraph.deliver(
    measureEvents,
    { ...told, type: 'enrolment.ended', data: { ...enrolment, endedOn: '2026-11-30', outcome: 'COMPLETED' } },
    { times: 2 },
  );
  expect(await disclosures()).toEqual([{ ...disclosed, active: false }]);
});

test('a place given back tells the provider nothing more', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  const told = { subject: 'm-1' };
  await subgraph.deliver(measureEvents, {
    ...told,
    type: 'measure.offered',
    data: {
      measureId: 'm-1',
      providerId: 'bildungswerk',
      instrument: 'P45_MAT',
      municipality: '06431010',
      startsOn: '2026-09-01',
      endsOn: '2026-11-30',
      places: 2,
    },
  });
  await subgraph.deliver(measureEvents, {
    ...told,
    type: 'enrolment.agreed',
    data: { ...enrolment, agreedOn: '2026-08-02' },
  });
  await subgraph.deliver(
    measureEvents,
    { ...told, type: 'enrolment.withdrawn', data: { ...enrolment, withdrawnOn: '2026-08-10', reason: 'FOUND_WORK' } },
    { times: 2 },
  );
  expect(await disclosureView(subgraph.documents).get('p-ada/e-1')).toMatchObject({ active: false });
});
