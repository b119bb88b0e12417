import { describe, expect, test } from '@jest/globals';
import { contracts } from '#shared/contracts/contracts.ts';
import { dayFields, entryOf } from './timeline-entries.ts';
import { countedEventNames } from '../report/figures.ts';

const talk = {
  id: 'c-ada.4',
  type: 'interview.held',
  source: '/cases',
  subject: 'c-ada',
  sequence: 4,
  time: '2026-08-25T09:30:00.000Z',
  requestid: 'r-1',
  data: {
    caseId: 'c-ada',
    personId: 'p-ada',
    projectId: 'gr',
    municipality: '06431010',
    interviewId: 'i-1',
    heldOn: '2013-09-16',
    place: 'TOWN_HALL',
    first: true,
  },
};

describe('an event', () => {
  test('is kept under the day it is about, with its coded facts', () => {
    expect(entryOf(talk)).toEqual({
      id: 'c-ada.4',
      name: 'interview.held',
      occurredOn: '2013-09-16',
      recordedAt: '2026-08-25T09:30:00.000Z',
      order: '2013-09-16 2026-08-25T09:30:00.000Z c-ada 000004',
      caseId: 'c-ada',
      personId: 'p-ada',
      projectId: 'gr',
      municipality: '06431010',
      facts: [
        { name: 'interviewId', value: 'i-1' },
        { name: 'place', value: 'TOWN_HALL' },
        { name: 'first', value: 'true' },
      ],
    });
  });

  test('shows what is coded in it, and leaves out what is made of several facts', () => {
    const data = {
      projectId: 'gr',
      municipality: '06431010',
      startedOn: '2013-09-02',
      caseManagerIds: ['anna'],
      changed: ['GOALS', 'TITLE'],
      goals: [{ code: 'TALKS_HELD', target: 60 }],
    };
    expect(entryOf({ ...talk, type: 'project.started', data })?.facts).toEqual([
      { name: 'changed', value: 'GOALS, TITLE' },
    ]);
  });

  test('that neither a report nor a timeline shows is not kept', () => {
    expect(
      entryOf({
        ...talk,
        type: 'person.registered',
        data: { personId: 'p-ada', municipality: '06431010', registeredOn: '2026-01-01' },
      }),
    ).toBeUndefined();
  });
});

test('whatever is said about a case is on its timeline', () => {
  const aboutCases = contracts.flatMap(({ events }) =>
    Object.entries(events)
      .filter(([, { data }]) => 'caseId' in data.shape)
      .map(([name]) => name),
  );
  expect(aboutCases.filter((name) => !dayFields.has(name))).toEqual([]);
});

test('every figure counts events that somebody says', () => {
  const said = contracts.flatMap(({ events }) => Object.keys(events));
  expect([...countedEventNames].filter((name) => !said.includes(name) || !dayFields.has(name))).toEqual([]);
});

test('the day of an event is the one on which it happened, not one that it names besides', () => {
  expect(
    [...dayFields].filter(([, day]) => ['reviewDueOn', 'scheduledOn', 'startsOn', 'endsOn'].includes(day)),
  ).toEqual([]);
});
