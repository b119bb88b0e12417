import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { here, carryOut, deliverCaseOpened, peopleUnderTest, registerAda, staff } from './people.fixture.ts';

const { anna, jonas, miriam } = staff;

describe('somebody who belongs to a benefit unit', () => {
  let subgraph: SubgraphUnderTest;
  let ada = '';
  let ben = '';
  const form = (number: number, formedOn: string, ...personIds: string[]) =>
    carryOut(subgraph, [miriam, 'formBenefitUnit'], {
      number: `43705BG010000${number}`,
      municipality: here,
      formedOn,
      members: personIds.map((personId, index) => ({ personId, role: index === 0 ? 'APPLICANT' : 'PARTNER' })),
    });
  const join = (benefitUnitId: string, personId: string, days: { joinedOn: string; leftOn?: string }) =>
    carryOut(subgraph, [miriam, 'joinBenefitUnit'], { benefitUnitId, personId, role: 'PARTNER', ...days });
  const leave = (benefitUnitId: string, personId: string, leftOn: string) =>
    carryOut(subgraph, [miriam, 'leaveBenefitUnit'], { benefitUnitId, personId, leftOn });

  beforeEach(async () => {
    subgraph = await peopleUnderTest();
    ada = await registerAda(subgraph);
    ben = await registerAda(subgraph, { customerNumber: '437D010002', givenName: 'Ben' });
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  test('leaves it before they join another one', async () => {
    const first = await form(1, '2020-01-01', ada);
    const second = await form(2, '2022-01-01', ben);
    expect(await join(second, ada, { joinedOn: '2024-01-01' })).toBe('MEMBER_OF_ANOTHER_UNIT');
    await leave(first, ada, '2024-03-31');
    expect(await join(second, ada, { joinedOn: '2024-03-31' })).toBe('MEMBER_OF_ANOTHER_UNIT');
    expect(await join(second, ada, { joinedOn: '2024-04-01' })).toBe(second);
    expect(await form(3, '2025-01-01', ada)).toBe('MEMBER_OF_ANOTHER_UNIT');
    const eva = await registerAda(subgraph, { customerNumber: '437D010003', givenName: 'Eva' });
    expect(await form(2, '2025-01-01', eva)).toBe('ALREADY_EXISTS');
  });

  test('joins one of several that ask at once; the others are refused', async () => {
    const units = await Promise.all(
      [1, 2, 3].map(async (number) =>
        form(
          number,
          '2020-01-01',
          await registerAda(subgraph, { customerNumber: `437D01001${number}`, givenName: 'Eva' }),
        ),
      ),
    );
    const answers = await Promise.all([
      ...units.map((unit) => join(unit, ada, { joinedOn: '2024-01-01' })),
      form(4, '2020-01-01', ben, ada),
      form(5, '2020-01-01', ada),
    ]);
    expect(answers.filter((answer) => answer === 'MEMBER_OF_ANOTHER_UNIT')).toHaveLength(4);
    const { data } = await subgraph
      .as(miriam)
      .run('query ($id: ID!) { person(id: $id) { benefitUnits { id } } }', { id: ada });
    expect(data).toEqual({
      person: { benefitUnits: [{ id: answers.find((answer) => answer !== 'MEMBER_OF_ANOTHER_UNIT') }] },
    });
  });

  test('is in receipt as long as the law asks, earlier times here or in a former unit included', async () => {
    const receipt = async () => {
      const query = `query ($id: ID!) {
        person(id: $id) { benefitPeriods { from to } monthsOfReceipt(from: "2019-01-01", to: "2025-12-31") }
      }`;
      return (await subgraph.as(miriam).run(query, { id: ada })).data?.person;
    };
    const parents = await form(1, '2010-01-01', ben);
    const own = await form(2, '2023-01-01', ada);
    await carryOut(subgraph, [miriam, 'startBenefit'], { benefitUnitId: own, startedOn: '2023-01-01' });
    expect(await receipt()).toEqual({ benefitPeriods: [{ from: '2023-01-01', to: null }], monthsOfReceipt: 36 });

    expect(
      await carryOut(subgraph, [miriam, 'recordBenefits'], {
        benefitUnitId: own,
        benefits: [{ from: '2023-01-01' }, { from: '2021-01-01', to: '2022-10-31', reason: 'WORK' }],
      }),
    ).toBe(own);
    expect(await join(own, ada, { joinedOn: '2021-01-01' })).toBe(own);
    expect(
      await carryOut(subgraph, [miriam, 'recordBenefits'], {
        benefitUnitId: parents,
        benefits: [{ from: '2010-01-01', to: '2020-12-31' }],
      }),
    ).toBe(parents);
    expect(await join(parents, ada, { joinedOn: '2019-01-01', leftOn: '2020-12-31' })).toBe(parents);
    expect(await receipt()).toEqual({
      benefitPeriods: [
        { from: '2019-01-01', to: '2022-10-31' },
        { from: '2023-01-01', to: null },
      ],
      monthsOfReceipt: 82,
    });
  });

  test('shows nothing of how it went on once they have left', async () => {
    const unit = await form(1, '2020-01-01', ada, ben);
    await carryOut(subgraph, [miriam, 'startBenefit'], { benefitUnitId: unit, startedOn: '2020-01-01' });
    await leave(unit, ben, '2022-12-31');
    await carryOut(subgraph, [miriam, 'endBenefit'], { benefitUnitId: unit, endedOn: '2025-08-31', reason: 'UNKNOWN' });
    await carryOut(subgraph, [miriam, 'endBenefit'], {
      benefitUnitId: unit,
      endedOn: '2025-08-31',
      reason: 'DECEASED',
    });
    await deliverCaseOpened(subgraph, { caseId: 'c-anna', personId: ada, contactId: 'anna' });
    await deliverCaseOpened(subgraph, { caseId: 'c-jonas', personId: ben, contactId: 'jonas' });
    const fields = '{ municipality { ags } benefits { from to reason } members { to } }';
    const whole = {
      municipality: { ags: here },
      benefits: [{ from: '2020-01-01', to: '2025-08-31', reason: 'DECEASED' }],
      members: [{ to: null }, { to: '2022-12-31' }],
    };
    const cut = {
      municipality: null,
      benefits: [{ from: '2020-01-01', to: '2022-12-31', reason: null }],
      members: [{ to: '2022-12-31' }, { to: '2022-12-31' }],
    };
    const unitAs = async (actor: Actor, of: string) => [
      (await subgraph.as(actor).entity({ __typename: 'BenefitUnit', id: unit }, fields)).data,
      (await subgraph.as(actor).run(`query ($id: ID!) { person(id: $id) { benefitUnits ${fields} } }`, { id: of }))
        .data,
    ];
    expect(await unitAs(anna, ada)).toEqual([{ _entities: [whole] }, { person: { benefitUnits: [whole] } }]);
    expect(await unitAs(jonas, ben)).toEqual([{ _entities: [cut] }, { person: { benefitUnits: [cut] } }]);
    expect(
      await carryOut(subgraph, [jonas, 'endBenefit'], { benefitUnitId: unit, endedOn: '2025-08-31', reason: 'WORK' }),
    ).toBe('FORBIDDEN');
    expect(
      await carryOut(subgraph, [anna, 'endBenefit'], { benefitUnitId: unit, endedOn: '2025-08-31', reason: 'WORK' }),
    ).toBe(unit);

    await leave(unit, ada, '2025-08-31');
    expect(
      await carryOut(subgraph, [anna, 'endBenefit'], {
        benefitUnitId: unit,
        endedOn: '2025-08-31',
        reason: 'OTHER_INCOME',
      }),
    ).toBe(unit);
  });
});
