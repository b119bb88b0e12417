import { describe, expect, test } from '@jest/globals';
import { today, vacancy } from '../../employers.fixture.ts';
import { closeVacancy } from './close-vacancy.ts';

const closing = { reason: 'FILLED_ELSEWHERE' as const, closedOn: '2026-03-08', today };
const { state: closed } = closeVacancy(vacancy, closing);

describe('closing a vacancy', () => {
  test('keeps why, and says so', () => {
    expect(closeVacancy(vacancy, closing)).toEqual({
      state: { ...vacancy, closed: { reason: 'FILLED_ELSEWHERE', closedOn: '2026-03-08' } },
      events: [{ type: 'vacancy.closed', data: { vacancyId: 'v-1', employerId: 'e-1', closedOn: '2026-03-08', reason: 'FILLED_ELSEWHERE' } }],
    });
  });

  test('a second time changes nothing, whatever the reason', () => {
    expect(closeVacancy(closed, { ...closing, reason: 'EXPIRED' })).toEqual({ state: closed, events: [] });
  });

  test.each(['2026-03-11', '2026-02-28'])('is refused for a day that cannot be: %s', (closedOn) => {
    expect(() => closeVacancy(vacancy, { ...closing, closedOn })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
