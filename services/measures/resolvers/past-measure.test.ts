import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { askers, openingOf, weldingOffer } from '../graph.fixture.ts';
import { measuresService } from '../service.ts';

const { miriam, anna, jonas, bildungswerk } = askers;
const recording = `mutation ($input: RecordPastMeasureInput!) {
  recordPastMeasure(input: $input) { pastMeasures { id from to instrument { version } } refusal { code } }
}`;
const removing = `mutation ($input: RemovePastMeasureInput!) {
  removePastMeasure(input: $input) { pastMeasures { id } refusal { code } }
}`;
const yard = { personId: 'p-ada', instrument: 'P16D', from: '2018-03-01', to: '2019-02-28' };
const ada = {
  __typename: 'Person',
  id: 'p-ada',
  birthDate: '1984-05-17',
  benefitPeriods: [{ from: '2015-01-01', to: null }],
  employments: [],
  severelyDisabled: false,
  minorChildInBenefitUnit: false,
  youngestChildOfAgeOn: null,
  fundedMonths16i: 0,
};

describe('a measure of a time long before the case', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('measures', measuresService);
    await subgraph.deliver(caseEvents, openingOf('p-ada'));
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const recorded = async (actor: Actor, changes: object = {}) =>
    (await subgraph.as(actor).run(recording, { input: { ...yard, ...changes } })).data as {
      recordPastMeasure: { pastMeasures: { id: string }[] | null; refusal: { code: string } | null };
    };
  const monthsUsed = async (): Promise<unknown> => {
    const selection = `{
      pastMeasures { from } eligibility(instrument: "P16D", startOn: "2020-11-01") {
        conditions { code unit actual actualDays }
      }
    }`;
    const { data } = await subgraph.as(anna).entity(ada, selection);
    const [{ pastMeasures, eligibility }] = (
      data as {
        _entities: [{ pastMeasures: object[]; eligibility: { conditions: { code: string; actual: number }[] } }];
      }
    )._entities;
    const condition = eligibility.conditions.find(({ code }) => code === 'BELOW_24_OF_60_MONTHS');
    return [pastMeasures.length, condition];
  };
  const used = (actual: number) => ({ code: 'BELOW_24_OF_60_MONTHS', unit: 'MONTHS', actual, actualDays: 0 });

  test('is recorded, counts in the months that the law gives, and can be taken back', async () => {
    const { recordPastMeasure } = await recorded(anna);
    expect(recordPastMeasure).toMatchObject({
      pastMeasures: [{ from: yard.from, to: yard.to, instrument: { version: 'P16D@2012-04-01' } }],
      refusal: null,
    });
    expect(await monthsUsed()).toEqual([1, used(12)]);
    expect(await subgraph.said()).toEqual([]);

    const pastMeasureId = recordPastMeasure.pastMeasures?.[0]?.id;
    const removal = await subgraph.as(anna).run(removing, { input: { personId: 'p-ada', pastMeasureId } });
    expect(removal.data).toEqual({ removePastMeasure: { pastMeasures: [], refusal: null } });
    expect(await monthsUsed()).toEqual([0, used(0)]);
  });

  test.each<[string, Actor, object, string]>([
    ['somebody who does not look after the person', jonas, {}, 'CASE_UNKNOWN'],
    ['a provider', bildungswerk, {}, 'FORBIDDEN'],
    ['a person without a case', anna, { personId: 'p-nobody' }, 'CASE_UNKNOWN'],
    ['a time that is still to come', anna, { to: '2999-12-31' }, 'INVALID_INPUT'],
  ])('is refused for %s', async (_, actor, ...[changes, code]) => {
    expect((await recorded(actor, changes)).recordPastMeasure).toEqual({ pastMeasures: null, refusal: { code } });
  });

  test('uses up the months of a place', async () => {
    const offering = 'mutation ($input: OfferMeasureInput!) { offerMeasure(input: $input) { measure { id } } }';
    const offered = await subgraph.as(miriam).run(offering, { input: { ...weldingOffer, instrument: 'P16D' } });
    const measureId = (offered.data as { offerMeasure: { measure: { id: string } } }).offerMeasure.measure.id;
    await recorded(anna, { from: '2017-03-01' });
    const enrolling = `mutation ($input: EnrolPersonInput!) {
      enrolPerson(input: $input) { enrolment { longerBecause latestEndOn } refusal { code } }
    }`;
    const enrolled = async (changes: object) =>
      (await subgraph.as(anna).run(enrolling, { input: { measureId, personId: 'p-ada', ...changes } })).data;
    const agreed = { agreedOn: '2020-08-01' };
    expect(await enrolled(agreed)).toEqual({ enrolPerson: { enrolment: null, refusal: { code: 'MONTHS_USED_UP' } } });
    expect(await enrolled({ ...agreed, longerBecause: 'STILL_LAST_RESORT' })).toEqual({
      enrolPerson: { enrolment: { longerBecause: 'STILL_LAST_RESORT', latestEndOn: '2020-11-30' }, refusal: null },
    });
  });
});
