import { describe, expect, test } from '@jest/globals';
import { casesToday, meeting, meetingEvent, project } from '../../cases.fixture.ts';
import { holdExchange } from './hold-exchange.ts';

const { id: meetingId, projectId: _projectId, municipality: _municipality, ...about } = meeting;
const holding = { ...about, meetingId, project, today: casesToday };

describe('holding an exchange meeting', () => {
  test('notes what was agreed, and says topics and how much was agreed', () => {
    expect(holdExchange(null, { ...holding, participants: ['JOB_CENTRE', 'TOWN_HALL', 'TOWN_HALL'] })).toEqual({
      state: meeting,
      events: [meetingEvent('exchange.held', { heldOn: '2026-03-05', topics: ['CHILDCARE'], items: 1 })],
    });
  });

  test('twice changes nothing', () => {
    expect(holdExchange(meeting, { ...holding, heldOn: '2026-03-06' })).toEqual({ state: meeting, events: [] });
  });

  test.each([
    ['a day to come', { heldOn: '2026-10-01' }],
    ['a day before the project', { heldOn: '2001-03-05' }],
    ['nobody who took part', { participants: [] }],
    [
      'something due in another age',
      { items: [{ id: 'x-1.1', what: 'Ask', owner: 'TOWN_HALL' as const, dueOn: '9999-12-31' }] },
    ],
    ['something due before it was agreed', { heldOn: '2026-04-06' }],
    [
      'more items than a meeting can have',
      {
        items: Array.from({ length: 51 }, (_, number) => ({
          id: `x-1.${number}`,
          what: 'Ask',
          owner: 'TOWN_HALL' as const,
          dueOn: '2026-04-05',
        })),
      },
    ],
  ])('is refused with %s', (_, changes) => {
    expect(() => holdExchange(null, { ...holding, ...changes })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test('is refused with something agreed that tells of a person', () => {
    const items = [
      {
        id: 'x-1.1',
        what: 'Frau Mustermann (437D012345, geb. 14.02.1979) hat Schulden',
        owner: 'TOWN_HALL' as const,
        dueOn: '2026-04-05',
      },
    ];
    expect(() => holdExchange(null, { ...holding, items })).toThrow(
      expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }),
    );
  });
});
