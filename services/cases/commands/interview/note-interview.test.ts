import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWith, closedCase, talk } from '../../cases.fixture.ts';
import { noteInterview } from './note-interview.ts';

const noting = { interviewId: 'i-1', notes: ' Wants to work in care ', notedOn: '2026-03-11', today: casesToday };
const noted = { ...talk, notes: 'Wants to work in care' };
const notedEvent = adasEvent('interview.noted', { interviewId: 'i-1', notedOn: '2026-03-11' });

describe('noting what was talked about', () => {
  test('keeps the words and says only that there are some', () => {
    expect(noteInterview(caseWith({ ...talk, notes: 'Wants to work' }), noting)).toEqual({
      state: caseWith(noted),
      events: [notedEvent],
    });
  });

  test('with nothing takes the notes away', () => {
    expect(noteInterview(caseWith(noted), { ...noting, notes: ' ' })).toEqual({
      state: caseWith(talk),
      events: [notedEvent],
    });
  });

  test('the same again changes nothing', () => {
    expect(noteInterview(caseWith(noted), noting)).toEqual({ state: caseWith(noted), events: [] });
    expect(noteInterview(caseWith(talk), { ...noting, notes: '' })).toEqual({
      state: caseWith(talk),
      events: [],
    });
  });

  test.each([
    ['in a talk that nobody was invited to', 'NOT_FOUND', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, interviews: [talk] }, {}],
    ['for a day before the invitation', 'INVALID_INPUT', caseWith(talk), { notedOn: '2026-02-28' }],
    ['for a day to come', 'INVALID_INPUT', caseWith(talk), { notedOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => noteInterview(state, { ...noting, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
