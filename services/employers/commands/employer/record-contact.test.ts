import { describe, expect, test } from '@jest/globals';
import type { EmployerContact } from '../../employer/employer.ts';
import { baeckerei, testDay } from '../../employers.fixture.ts';
import { recordContact } from './record-contact.ts';

const called: EmployerContact = {
  id: 'ct-1',
  contactedOn: '2026-03-02',
  channel: 'PHONE',
  outcome: 'CALL_AGAIN',
  callAgainOn: '2026-03-20',
  note: 'After the holidays',
};
const visited: EmployerContact = { id: 'ct-2', contactedOn: '2026-03-05', channel: 'VISIT', outcome: 'INTERESTED' };
const promised = recordContact(baeckerei, { contact: called, today: testDay }).state;

describe('a contact with an employer', () => {
  test('is kept with the day promised, and told without the note', () => {
    expect(recordContact(baeckerei, { contact: called, today: testDay })).toEqual({
      state: { ...baeckerei, contacts: [called], callAgainOn: '2026-03-20' },
      events: [
        {
          type: 'employer.contacted',
          data: { employerId: 'e-1', contactId: 'ct-1', contactedOn: '2026-03-02', outcome: 'CALL_AGAIN' },
        },
      ],
    });
  });

  test('that came later settles what was promised', () => {
    expect(recordContact(promised, { contact: visited, today: testDay }).state).toEqual({
      ...baeckerei,
      contacts: [called, visited],
    });
  });

  test('recorded late does not take back what was promised since', () => {
    expect(
      recordContact(promised, { contact: { ...visited, contactedOn: '2026-02-01' }, today: testDay }).state.callAgainOn,
    ).toBe('2026-03-20');
  });

  test('has no note where that is left empty', () => {
    expect(recordContact(baeckerei, { contact: { ...visited, note: ' ' }, today: testDay }).state.contacts).toEqual([
      visited,
    ]);
  });

  test('makes no event the second time', () => {
    expect(recordContact(promised, { contact: called, today: testDay })).toEqual({ state: promised, events: [] });
  });

  test.each([
    ['on a day to come', { ...called, contactedOn: '2026-03-11' }],
    ['before there were job centres', { ...called, contactedOn: '1990-01-01' }],
    ['that promises a call and no day', { ...visited, outcome: 'CALL_AGAIN' as const }],
    ['that promises a day before it', { ...called, callAgainOn: '2026-03-01' }],
  ])('%s is refused', (_, contact) => {
    expect(() => recordContact(baeckerei, { contact, today: testDay })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
