import { describe, expect, test } from '@jest/globals';
import { household, aboutHousehold } from '../ada.fixture.ts';
import { formBenefitUnit } from './form-benefit-unit.ts';

const forming = {
  id: 'bg-1',
  number: '43705BG0100001',
  municipality: '06431010',
  formedOn: '2024-03-01',
  members: [
    { personId: 'p-ada', role: 'APPLICANT' as const },
    { personId: 'p-ben', role: 'PARTNER' as const },
  ],
  today: '2024-03-05',
};

describe('forming a benefit unit', () => {
  test('puts its members together from that day on, without benefit yet', () => {
    expect(formBenefitUnit(null, forming)).toEqual({
      state: { ...household, benefits: [] },
      events: [
        {
          type: 'benefitUnit.formed',
          data: { ...aboutHousehold, formedOn: '2024-03-01', memberIds: ['p-ada', 'p-ben'] },
        },
      ],
    });
  });

  test('announces nothing the second time', () => {
    expect(formBenefitUnit(household, forming)).toEqual({ state: household, events: [] });
  });

  test('is refused with somebody who belongs to another unit then, or later', () => {
    const withAda = (elsewhere: { from: string; to?: string }[]) => () =>
      formBenefitUnit(null, { ...forming, members: [{ personId: 'p-ada', role: 'APPLICANT', elsewhere }] });
    expect(withAda([{ from: '2020-01-01', to: '2024-03-01' }])).toThrow(
      expect.objectContaining({ code: 'MEMBER_OF_ANOTHER_UNIT' }),
    );
    expect(withAda([{ from: '2020-01-01', to: '2024-02-29' }])().state.present).toEqual(['p-ada']);
  });

  test.each(['12345', '43705BG010001', '43705bg0100001'])(
    'is refused under a number that no list has: %s',
    (number) => {
      expect(() => formBenefitUnit(null, { ...forming, number })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );

  test('is refused for a day to come', () => {
    expect(() => formBenefitUnit(null, { ...forming, formedOn: '2024-03-06' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
