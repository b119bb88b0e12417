import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWith, closedCase, talk } from '../../cases.fixture.ts';
import { closeCase } from './close-case.ts';

describe('closing a case', () => {
  test('notes the reason, frees the person for another case, and says so', () => {
    expect(closeCase(adasCase, { closedOn: '2026-08-31', reason: 'INTEGRATED', today: casesToday })).toEqual({
      state: closedCase,
      events: [adasEvent('case.closed', { closedOn: '2026-08-31', reason: 'INTEGRATED' })],
    });
  });

  test('twice changes nothing', () => {
    expect(closeCase(closedCase, { reason: 'INTEGRATED', today: casesToday })).toEqual({
      state: closedCase,
      events: [],
    });
    expect(closeCase(closedCase, { reason: 'INTEGRATED', closedOn: '2026-08-31', today: casesToday })).toEqual({
      state: closedCase,
      events: [],
    });
  });

  test.each([
    ['for another reason', { reason: 'OTHER' as const }],
    ['on another day', { reason: 'INTEGRATED' as const, closedOn: '2026-08-30' }],
  ])('that is closed already is refused %s', (_, otherwise) => {
    expect(() => closeCase(closedCase, { ...otherwise, today: casesToday })).toThrow(
      expect.objectContaining({
        code: 'CASE_CLOSED',
        message: expect.stringContaining('on 2026-08-31 with INTEGRATED'),
      }),
    );
  });

  test('is refused for a day before something that happened in it, which is named', () => {
    expect(() => closeCase(caseWith(talk), { closedOn: '2026-03-09', reason: 'OTHER', today: casesToday })).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('2026-03-10, the day of a talk'),
      }),
    );
    expect(
      closeCase(caseWith(talk), { closedOn: '2026-03-10', reason: 'OTHER', today: casesToday }).events.length,
    ).toBe(1);
  });

  test.each(['2026-02-01', '2026-10-01'])('is refused for %s, before it was opened or still to come', (closedOn) => {
    expect(() => closeCase(adasCase, { closedOn, reason: 'OTHER', today: casesToday })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
