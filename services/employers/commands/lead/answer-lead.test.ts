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
  test('is kept for the reporter, and said without its words', () => {
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

  test('leaves who took it up', () => {
    expect(
      answerLead({ ...lead, takenUpBy: 'dora', takenUpOn: '2026-03-03' }, { answer: noNeed, by, today: testDay }).state,
    ).toMatchObject({ takenUpBy: 'dora', takenUpOn: '2026-03-03' });
  });

  test('says nothing the second time, also on another day', () => {
    expect(answerLead(answered, { answer: { ...becameVacancy, answeredOn: testDay }, by, today: testDay })).toEqual({
      state: answered,
      events: [],
    });
  });

  test('has no words where they are left empty', () => {
    expect(answerLead(lead, { answer: { ...noNeed, text: ' ' }, by, today: testDay }).state.answer).toEqual(noNeed);
  });

  test('is replaced by a later one', () => {
    expect(answerLead(answered, { answer: noNeed, by, today: testDay }).state.answer).toEqual(noNeed);
  });

  test.each([
    ['TEXT_HAS_PERSONAL_DATA', { ...noNeed, text: 'Frau Meier arbeitet jetzt dort' }, lead],
    ['INVALID_INPUT', { ...noNeed, code: 'BECAME_VACANCY' as const }, lead],
    ['INVALID_INPUT', { ...noNeed, answeredOn: '2026-03-11' }, lead],
    ['INVALID_INPUT', { ...noNeed, answeredOn: '2026-03-01' }, lead],
    ['INVALID_INPUT', { ...noNeed, answeredOn: '2026-03-03' }, { ...lead, takenUpBy: 'dora', takenUpOn: '2026-03-04' }],
  ])('is refused with %s', (code, answer, of) => {
    expect(() => answerLead(of, { answer, by, today: testDay })).toThrow(expect.objectContaining({ code }));
  });
});
