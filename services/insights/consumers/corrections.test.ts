import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { countFigure, eventsBehindFigure } from '../report/count-figure.ts';
import { figureRules, type FigureName } from '../report/figures.ts';
import { grossRohrheim, eventRecorder } from '../event-recorder.fixture.ts';
import { autumn } from '../project-events.fixture.ts';
import { insightViews, type Views } from '../views/views.ts';
import { reactionsOn } from './insights-consumer.ts';

const ofAda = { caseId: 'c-ada', personId: 'p-ada', projectId: 'gr', municipality: grossRohrheim };
const talk = { ...ofAda, interviewId: 'i-1' };
const project = { id: 'gr', municipality: grossRohrheim, startedOn: '2013-09-02', caseManagerIds: [] };
const who = { caseId: 'c-ada', personId: 'p-ada' };

type Recorder = ReturnType<typeof eventRecorder>;
const held = (recorder: Recorder, heldOn = '2013-10-01') =>
  recorder.record(caseEvents, 'c-ada', {
    type: 'interview.held',
    data: { ...talk, heldOn, place: 'TOWN_HALL', first: true },
  });
const missed = (recorder: Recorder) =>
  recorder.record(caseEvents, 'c-ada', {
    type: 'interview.missed',
    data: { ...talk, missedOn: '2013-10-01', missedInARow: 1 },
  });
const excused = (recorder: Recorder) =>
  recorder.record(caseEvents, 'c-ada', {
    type: 'interview.excused',
    data: { ...talk, excusedOn: '2013-10-02', reason: 'FAMILY' },
  });
const proposal = { ...who, proposalId: 'pr-1', vacancyId: 'v-1', employerId: 'e-1' };
const proposed = (recorder: Recorder) =>
  recorder.record(employerEvents, 'v-1', {
    type: 'proposal.made',
    data: { ...proposal, proposedOn: '2013-10-01', withLegalNotice: false },
  });
const withdrawn = (reason: string) => (recorder: Recorder) =>
  recorder.record(employerEvents, 'v-1', {
    type: 'proposal.withdrawn',
    data: { ...proposal, withdrawnOn: '2013-10-02', reason },
  });
const referral = { ...who, referralId: 'r-1', instrument: 'P16A' };
const sent = (recorder: Recorder) =>
  recorder.record(measureEvents, 'r-1', {
    type: 'referral.sent',
    data: { ...referral, recipient: 'OTHER', sentOn: '2013-10-01' },
  });
const revoked = (reason: string) => (recorder: Recorder) =>
  recorder.record(measureEvents, 'r-1', {
    type: 'referral.revoked',
    data: { ...referral, revokedOn: '2013-10-02', reason },
  });

describe('what is put right later', () => {
  let documents: Documents;
  let views: Views;
  beforeEach(() => {
    documents = sqliteDocuments(':memory:');
    views = insightViews(documents).a;
  });
  afterEach(() => documents.close());

  const count = (figure: FigureName) => countFigure(views, { rule: figureRules[figure], project }, autumn);
  const hear = async (steps: readonly ((recorder: Recorder) => void)[], times = 1): Promise<void> => {
    const recorder = eventRecorder();
    recorder.record(caseEvents, 'c-ada', {
      type: 'case.opened',
      data: { ...ofAda, contactId: 'anna', careTeam: ['anna'], openedOn: '2013-09-09' },
    });
    for (const step of steps) step(recorder);
    const reactions = reactionsOn(views);
    for (let time = 0; time < times; time += 1) {
      for (const { message } of recorder.messages)
        for (const react of reactions[message.type] ?? []) await react(message);
    }
  };

  test.each<[string, ((recorder: Recorder) => void)[], Partial<Record<FigureName, number>>]>([
    ['a talk that was missed counts as missed', [missed], { talksMissed: 1, talksHeld: 0 }],
    ['a talk that was excused afterwards was not missed', [missed, excused], { talksMissed: 0 }],
    [
      'a talk that took place after all was not missed',
      [missed, held],
      { talksMissed: 0, talksHeld: 1, peopleReached: 1 },
    ],
    [
      'a talk that did not take place reached nobody',
      [held, missed],
      { talksMissed: 1, talksHeld: 0, peopleReached: 0 },
    ],
    [
      'the last word holds, however many there were',
      [held, missed, held, excused, missed],
      { talksMissed: 1, talksHeld: 0, peopleReached: 0 },
    ],
    [
      'a talk on another day is one talk',
      [held, (recorder) => held(recorder, '2013-11-05')],
      { talksHeld: 1, peopleReached: 1 },
    ],
    ['what was proposed by mistake was not proposed', [proposed, withdrawn('MISTAKE')], { proposals: 0 }],
    ['what was withdrawn for another reason was proposed', [proposed, withdrawn('PERSON_PLACED')], { proposals: 1 }],
    ['what was sent by mistake is no referral', [sent, revoked('SENT_BY_MISTAKE')], { referralsSent: 0 }],
    ['what was revoked for another reason is one', [sent, revoked('FOUND_WORK')], { referralsSent: 1 }],
  ])('%s, delivered once or twice', async (_, steps, expected) => {
    for (const times of [1, 2]) {
      await hear(steps, times);
      const counted = await Promise.all(
        Object.keys(expected).map(async (figure) => [figure, await count(figure as FigureName)]),
      );
      expect(Object.fromEntries(counted)).toEqual(expected);
    }
  });

  test('is behind no figure, and stays on the timeline of the case', async () => {
    await hear([missed, held]);
    const behind = async (figure: FigureName) =>
      (
        await eventsBehindFigure(
          views,
          { figure: { rule: figureRules[figure], project }, period: autumn },
          { first: 10 },
        )
      ).edges.map(({ node }) => node.name);
    expect([await behind('talksMissed'), await behind('talksHeld'), await behind('peopleReached')]).toEqual([
      [],
      ['interview.held'],
      ['interview.held'],
    ]);
    expect(await views.entries.count({ caseId: 'c-ada' })).toBe(3);
  });
});
