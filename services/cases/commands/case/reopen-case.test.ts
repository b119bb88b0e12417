import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, closedCase } from '../../cases.fixture.ts';
import { reopenCase } from './reopen-case.ts';

describe('reopening a case', () => {
  test('goes on with the same team and keeps what was before', () => {
    expect(reopenCase(closedCase, { reopenedOn: '2026-09-15', today: casesToday })).toEqual({
      state: {
        ...closedCase,
        openFor: 'p-ada',
        history: [...closedCase.history, { status: 'OPEN', on: '2026-09-15' }],
      },
      events: [adasEvent('case.reopened', { contactId: 'anna', careTeam: ['anna', 'ben'], reopenedOn: '2026-09-15' })],
    });
  });

  test('that is open changes nothing, and is refused for another day', () => {
    expect(reopenCase(adasCase, { today: casesToday })).toEqual({ state: adasCase, events: [] });
    expect(() => reopenCase(adasCase, { reopenedOn: '2026-05-04', today: casesToday })).toThrow(
      expect.objectContaining({ code: 'CASE_ALREADY_OPEN' }),
    );
  });

  test.each(['2026-08-30', '2026-10-01'])('is refused for %s, before it was closed or still to come', (reopenedOn) => {
    expect(() => reopenCase(closedCase, { reopenedOn, today: casesToday })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
