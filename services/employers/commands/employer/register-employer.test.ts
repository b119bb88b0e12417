import { describe, expect, test } from '@jest/globals';
import { einhausen } from '#tests/support/actors.ts';
import { baeckerei, testDay } from '../../employers.fixture.ts';
import { registerEmployer } from './register-employer.ts';

const { sortName: _sortName, contacts: _contacts, ...employer } = baeckerei;

describe('an employer who comes into the network', () => {
  test('is kept, and told without its name', () => {
    expect(registerEmployer(null, { employer: { ...employer, name: ' Bäckerei  Roßmann ' }, today: testDay })).toEqual({
      state: { ...employer, sortName: 'baeckerei rossmann', contacts: [] },
      events: [
        {
          type: 'employer.registered',
          data: { employerId: 'e-1', municipality: einhausen, registeredOn: '2026-01-12' },
        },
      ],
    });
  });

  test('is registered once', () => {
    expect(registerEmployer(baeckerei, { employer, today: testDay })).toEqual({ state: baeckerei, events: [] });
  });

  test('has no number where that is left empty', () => {
    expect(
      registerEmployer(null, { employer: { ...employer, number: ' ', branch: '' }, today: testDay }).state,
    ).toEqual(baeckerei);
  });

  test.each(['2026-03-11', '2004-12-31'])(
    'is not registered on a day to come, nor before there were job centres: %s',
    (registeredOn) => {
      expect(() => registerEmployer(null, { employer: { ...employer, registeredOn }, today: testDay })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );
});
