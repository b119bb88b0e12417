import { describe, expect, test } from '@jest/globals';
import { einhausen } from '#tests/support/actors.ts';
import { lead, testDay } from '../../employers.fixture.ts';
import type { LeadAnswer } from '../../lead/lead.ts';
import { answerLead } from './answer-lead.ts';

const becameVacancy: LeadAnswer = {
  code: 'BECAME_VACANCY',
  answeredOn: '2026-03-05',
  vacancyId: 'v-1',
  text: 'Danke!',
};
const noNeed: LeadAnswer = { code: 'NO_NEED_NOW', answeredOn: testDay };
const by = 'carla';
const answered = answerLead(lead, { answer: becameVacancy, by, today: testDay }).state;

describe('the answer to a lead', () => {
  test('is kept for the reporter, and told without its text', () => {
    expect(answerLead(lead, { answer: becameVacancy, by, today: testDay })).toEqual({
      state: { ...lead, takenUpBy: 'carla', takenUpOn: '2026-03-05', answer: becameVacancy },
      events: [
        {
          type: 'employer.leadAnswered',
          data: {
            leadId: 'l-1',
            municipality: einhausen,
            answeredOn: '2026-03-05',
            answer: 'BECAME_VACANCY',
            vacancyId: 'v-1',
          },
        },
      ],
    });
  });

  test('leaves the colleague who took the lead up', () => {
    expect(
      answerLead({ ...lead, takenUpBy: 'dora', takenUpOn: '2026-03-03' }, { answer: noNeed, by, today: testDay }).state,
    ).toMatchObject({ takenUpBy: 'dora', takenUpOn: '2026-03-03' });
  });

  test('makes no event the second time, also on another day', () => {
    expect(answerLead(answered, { answer: { ...becameVacancy, answeredOn: testDay }, by, today: testDay })).toEqual({
      state: answered,
      events: [],
    });
  });

  test('has no text where that is left empty', () => {
    expect(answerLead(lead, { answer: { ...noNeed, text: ' ' }, by, today: testDay }).state.answer).toEqual(noNeed);
  });

  test('is replaced by a later one', () => {
    expect(answerLead(answered, { answer: noNeed, by, today: testDay }).state.answer).toEqual(noNeed);
  });

  test.each([
    {
      name: 'with a name in its text',
      code: 'TEXT_HAS_PERSONAL_DATA',
      answer: { ...noNeed, text: 'Frau Meier arbeitet jetzt dort' },
      reported: lead,
    },
    {
      name: 'as a vacancy that is not named',
      code: 'INVALID_INPUT',
      answer: { ...noNeed, code: 'BECAME_VACANCY' as const },
      reported: lead,
    },
    {
      name: 'on a day to come',
      code: 'INVALID_INPUT',
      answer: { ...noNeed, answeredOn: '2026-03-11' },
      reported: lead,
    },
    {
      name: 'before the lead was reported',
      code: 'INVALID_INPUT',
      answer: { ...noNeed, answeredOn: '2026-03-01' },
      reported: lead,
    },
    {
      name: 'before the lead was taken up',
      code: 'INVALID_INPUT',
      answer: { ...noNeed, answeredOn: '2026-03-03' },
      reported: { ...lead, takenUpBy: 'dora', takenUpOn: '2026-03-04' },
    },
  ])('is refused $name: $code', ({ code, answer, reported }) => {
    expect(() => answerLead(reported, { answer, by, today: testDay })).toThrow(expect.objectContaining({ code }));
  });
});
