import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { recordCorrectionsOfBen } from './corrections-of-ben.fixture.ts';
import { recordEndsOfBenefit } from './ends-of-benefit.fixture.ts';
import { eventRecorder, fuerth, grossRohrheim, type Committed, type EventRecorder } from './event-recorder.fixture.ts';

export const autumn = { from: '2013-09-01', to: '2014-04-30' };

const ofCase = (name: string) => ({
  caseId: `c-${name}`,
  personId: `p-${name}`,
  projectId: 'gr',
  municipality: grossRohrheim,
});
type RecordEvent = EventRecorder['record'];
const team = { contactId: 'anna', careTeam: ['anna'] };

/**
 * Returns the events of a project: Ada and Ben in one household, Cem alone, Dora in another village and project. Two
 * talks with Ada, a measure, mistakes about Ben, two placements, one of Ben that was withdrawn, a unit without
 * benefit, and one of which it was said wrongly.
 */
export function projectEvents(): Committed[] {
  const { messages, record } = eventRecorder();
  recordProjects(record);
  recordTalks(record);
  recordCorrectionsOfBen(record);
  recordMeasure(record);
  recordPlacements(record);
  recordWithdrawnPlacement(record);
  record(employerEvents, 'l-1', {
    type: 'employer.leadReported',
    data: { leadId: 'l-1', municipality: grossRohrheim, reportedOn: '2013-12-01' },
  });
  recordEndsOfBenefit(record);
  return messages;
}

function recordProjects(record: RecordEvent): void {
  record(caseEvents, 'gr', {
    type: 'project.started',
    data: { projectId: 'gr', municipality: grossRohrheim, startedOn: '2013-09-02', caseManagerIds: ['anna'] },
  });
  record(caseEvents, 'fue', {
    type: 'project.started',
    data: { projectId: 'fue', municipality: fuerth, startedOn: '2013-09-02', caseManagerIds: ['jonas'] },
  });
  for (const [unit, municipality, memberIds] of [
    ['u-1', grossRohrheim, ['p-ada', 'p-ben']],
    ['u-2', grossRohrheim, ['p-cem']],
    ['u-3', fuerth, ['p-dora']],
  ] as const) {
    record(peopleEvents, unit, {
      type: 'benefitUnit.formed',
      data: { benefitUnitId: unit, municipality, formedOn: '2010-01-01', memberIds: [...memberIds] },
    });
    record(peopleEvents, unit, {
      type: 'benefitUnit.benefitStarted',
      data: { benefitUnitId: unit, municipality, startedOn: '2010-01-01' },
    });
  }
}

function recordTalks(record: RecordEvent): void {
  for (const name of ['ada', 'ben', 'cem'])
    record(caseEvents, `c-${name}`, {
      type: 'case.opened',
      data: { ...ofCase(name), ...team, openedOn: '2013-09-09' },
    });
  record(caseEvents, 'c-dora', {
    type: 'case.opened',
    data: {
      ...ofCase('dora'),
      projectId: 'fue',
      municipality: fuerth,
      contactId: 'jonas',
      careTeam: ['jonas'],
      openedOn: '2013-09-09',
    },
  });
  for (const [name, heldOn, first] of [
    ['ada', '2013-09-16', true],
    ['ada', '2013-11-04', false],
    ['cem', '2013-10-07', true],
  ] as const) {
    record(caseEvents, `c-${name}`, {
      type: 'interview.held',
      data: { ...ofCase(name), interviewId: `i-${name}-${heldOn}`, heldOn, place: 'TOWN_HALL', first },
    });
  }
}

function recordMeasure(record: RecordEvent): void {
  const welding = { measureId: 'm-1', instrument: 'P45_MAT' };
  record(measureEvents, 'm-1', {
    type: 'enrolment.agreed',
    data: { ...welding, enrolmentId: 'e-1', personId: 'p-ada', caseId: 'c-ada', agreedOn: '2013-10-01' },
  });
  record(measureEvents, 'm-1', {
    type: 'enrolment.started',
    data: { ...welding, enrolmentId: 'e-1', personId: 'p-ada', caseId: 'c-ada', startedOn: '2013-10-14' },
  });
}

const placed = (name: string, kind: string) => ({
  placementId: `pl-${name}-${kind}`,
  employerId: 'em-1',
  personId: `p-${name}`,
  caseId: `c-${name}`,
  kind,
  subsidisedBy: [],
});

function recordPlacements(record: RecordEvent): void {
  record(employerEvents, 'pl-1', {
    type: 'placement.started',
    data: { ...placed('ada', 'INSURED_JOB'), startedOn: '2014-01-02' },
  });
  record(employerEvents, 'pl-1', {
    type: 'placement.continuityConfirmed',
    data: {
      placementId: 'pl-1',
      employerId: 'em-1',
      personId: 'p-ada',
      caseId: 'c-ada',
      month: 6,
      confirmedOn: '2014-04-28',
    },
  });
  record(employerEvents, 'pl-2', {
    type: 'placement.started',
    data: { ...placed('ada', 'TRAINING'), startedOn: '2014-01-20' },
  });
  record(employerEvents, 'pl-3', {
    type: 'placement.started',
    data: { ...placed('cem', 'INSURED_JOB'), subsidisedBy: ['P16I'], startedOn: '2014-02-03' },
  });
  record(employerEvents, 'pl-4', {
    type: 'placement.started',
    data: { ...placed('dora', 'INSURED_JOB'), startedOn: '2014-02-03' },
  });
}

/** Ben never came to work, as it turned out. */
function recordWithdrawnPlacement(record: RecordEvent): void {
  const ofBen = placed('ben', 'INSURED_JOB');
  const confirmed = { placementId: ofBen.placementId, employerId: 'em-1', personId: 'p-ben', caseId: 'c-ben' };
  record(employerEvents, 'pl-5', { type: 'placement.started', data: { ...ofBen, startedOn: '2013-10-01' } });
  record(employerEvents, 'pl-5', {
    type: 'placement.continuityConfirmed',
    data: { ...confirmed, month: 6, confirmedOn: '2014-04-02' },
  });
  record(employerEvents, 'pl-5', {
    type: 'placement.withdrawn',
    data: { ...confirmed, withdrawnOn: '2014-04-10', reason: 'NEVER_BEGUN' },
  });
}
