import { describe, expect, test } from '@jest/globals';
import { adasCase, caseWith, closedCase, held, ofAda, today } from '../../cases.fixture.ts';
import { noteInterview } from './note-interview.ts';

const noting = { interviewId: 'i-1', notes: ' Wants to work in care ', notedOn: '2026-03-11', today };
const noted = { ...held, notes: 'Wants to work in care' };
const said = { type: 'interview.noted', data: { ...ofAda, interviewId: 'i-1', notedOn: '2026-03-11' } };

describe('noting what was talked about', () => {
  test('keeps the words and says only that there are some', () => {
    expect(noteInterview(caseWith({ ...held, notes: 'Wants to work' }), noting)).toEqual({
      state: caseWith(noted),
      events: [said],
    });
  });

  test('with nothing takes the notes away', () => {
    expect(noteInterview(caseWith(noted), { ...noting, notes: ' ' })).toEqual({
      state: caseWith(held),
      events: [said],
    });
  });

  test('the same again changes nothing', () => {
    expect(noteInterview(caseWith(noted), noting)).toEqual({ state: caseWith(noted), events: [] });
    expect(noteInterview(caseWith(held), { ...noting, notes: '' })).toEqual({ state: caseWith(held), events: [] });
  });

  test.each([
    ['NOT_FOUND', adasCase, {}],
    ['CASE_CLOSED', { ...closedCase, interviews: [held] }, {}],
    ['INVALID_INPUT', caseWith(held), { notedOn: '2026-02-28' }],
    ['INVALID_INPUT', caseWith(held), { notedOn: '2026-10-01' }],
  ])('is refused with %s', (code, known, changes) => {
    expect(() => noteInterview(known, { ...noting, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
