import type { Case } from './case/case.ts';
import type { Interview } from './case/interview.ts';
import type { Plan } from './case/plan.ts';
import type { ExchangeMeeting } from './exchange/exchange-meeting.ts';
import type { Project } from './project/project.ts';

/** The day on which tests ask, long after everything in their project, case and meeting. */
export const casesToday = '2026-09-30';

export const project: Project = {
  id: 'gr',
  municipality: '06431010',
  title: 'Kurze Wege Groß-Rohrheim',
  startedOn: '2026-01-12',
  caseManagerIds: ['anna'],
  partners: [{ kind: 'TOWN_HALL', name: 'Gemeinde Groß-Rohrheim' }],
  goals: [{ code: 'TALKS_HELD', target: 60, dueOn: '2026-12-31' }],
  officeHours: [{ weekday: 'TUESDAY', from: '09:00', to: '12:00', room: 'Zimmer 4', validFrom: '2026-01-12' }],
};

/** Returns an event about the project. */
export function projectEvent(type: string, data: object): { type: string; data: object } {
  return { type, data: { projectId: 'gr', municipality: '06431010', ...data } };
}

export const adasCase: Case = {
  id: 'c-ada',
  personId: 'p-ada',
  projectId: 'gr',
  municipality: '06431010',
  openedOn: '2026-02-02',
  openFor: 'p-ada',
  contactId: 'anna',
  careTeam: ['anna', 'ben'],
  history: [{ status: 'OPEN', on: '2026-02-02' }],
  interviews: [],
  assessments: [],
  notAgreed: [],
};

const ofAdasCase = { caseId: 'c-ada', personId: 'p-ada', projectId: 'gr', municipality: '06431010' };

/** Returns an event about Ada's case. */
export function adasEvent(type: string, data: object): { type: string; data: object } {
  return { type, data: { ...ofAdasCase, ...data } };
}

const { openFor: _openFor, ...notOpen } = adasCase;
export const closedCase: Case = {
  ...notOpen,
  history: [...adasCase.history, { status: 'CLOSED', on: '2026-08-31', reason: 'INTEGRATED' }],
};

export const invitation: Interview = {
  id: 'i-1',
  status: 'INVITED',
  scheduledAt: '2026-03-10T08:00:00Z',
  invitedOn: '2026-03-01',
  place: 'TOWN_HALL',
};
export const talk: Interview = { ...invitation, status: 'HELD', heldOn: '2026-03-10' };

export function caseWith(...interviews: Interview[]): Case {
  return { ...adasCase, interviews };
}

export const plan: Plan = {
  id: 'plan-1',
  agreedOn: '2026-04-01',
  reviewDueOn: '2026-10-01',
  versions: [
    {
      version: 1,
      from: '2026-04-01',
      goal: { kind: 'INSURED_WORK', text: 'Work near home' },
      steps: [{ id: 's-1', what: 'Bring the papers up to date', owner: 'PERSON', dueOn: '2026-04-20', status: 'OPEN' }],
    },
  ],
};
export const caseWithPlan: Case = { ...adasCase, plan };

export const meeting: ExchangeMeeting = {
  id: 'x-1',
  projectId: 'gr',
  municipality: '06431010',
  heldOn: '2026-03-05',
  participants: ['JOB_CENTRE', 'TOWN_HALL'],
  topics: ['CHILDCARE'],
  items: [{ id: 'x-1.1', what: 'Ask the day care about places before eight', owner: 'TOWN_HALL', dueOn: '2026-04-05' }],
};

/** Returns an event about the meeting. */
export function meetingEvent(type: string, data: object): { type: string; data: object } {
  return { type, data: { meetingId: 'x-1', projectId: 'gr', municipality: '06431010', ...data } };
}
