import { describe, expect, test } from '@jest/globals';
import { baeckerei, here, today } from '../../employers.fixture.ts';
import { registerEmployer } from './register-employer.ts';

const { sortName: _sortName, contacts: _contacts, ...employer } = baeckerei;

describe('an employer who comes into the network', () => {
  test('is kept and said, without its name', () => {
    expect(registerEmployer(null, { employer: { ...employer, name: ' Bäckerei  Roßmann ' }, today })).toEqual({
      state: { ...employer, sortName: 'baeckerei rossmann', contacts: [] },
      events: [{ type: 'employer.registered', data: { employerId: 'e-1', municipality: here, registeredOn: '2026-01-12' } }],
    });
  });

  test('comes once', () => {
    expect(registerEmployer(baeckerei, { employer, today })).toEqual({ state: baeckerei, events: [] });
  });

  test('does not come tomorrow', () => {
    expect(() => registerEmployer(null, { employer: { ...employer, registeredOn: '2026-03-11' }, today })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
