import { describe, expect, test } from '@jest/globals';
import { household, ofHousehold } from './ada.fixture.ts';
import { formBenefitUnit } from './form-benefit-unit.ts';

const forming = { id: 'bg-1', number: '43705BG0100001', municipality: '06431010', formedOn: '2024-03-01', members: [{ personId: 'p-ada', role: 'APPLICANT' as const }, { personId: 'p-ben', role: 'PARTNER' as const }], today: '2024-03-05' };

describe('forming a benefit unit', () => {
  test('puts its members together from that day on, without benefit yet', () => {
    expect(formBenefitUnit(null, forming)).toEqual({
      state: { ...household, benefits: [] },
      events: [{ type: 'benefitUnit.formed', data: { ...ofHousehold, formedOn: '2024-03-01', memberIds: ['p-ada', 'p-ben'] } }],
    });
  });

  test('says nothing the second time', () => {
    expect(formBenefitUnit(household, forming)).toEqual({ state: household, events: [] });
  });

  test('is refused for a day to come', () => {
    expect(() => formBenefitUnit(null, { ...forming, formedOn: '2024-03-06' })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
