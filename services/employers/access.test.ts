import { describe, expect, test } from '@jest/globals';
import type { CareTeam } from '#shared/care-team.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import {
  bringsToWork,
  caseToBeginIn,
  employersFor,
  keepsNetwork,
  maySeeEmployer,
  maySeeLead,
  maySeePlacements,
  maySeeVacancy,
  seesCandidates,
  seesHealth,
  vacanciesFor,
} from './access.ts';
import { baeckerei, einhausen, hiredProposal, rimbach, vacancy, vacancyWith } from './employers.fixture.ts';

const roles: Role[] = ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE', 'TOWN_HALL', 'PROVIDER', 'OPERATOR', 'ANALYST'];
const actor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  id: 'anna',
  role,
  municipalities: [einhausen],
  ...changes,
});
const team = (careTeam: string[], changes: Partial<CareTeam> = {}): CareTeam => ({
  id: 'c-ada',
  personId: 'p-ada',
  projectId: 'eh',
  municipality: einhausen,
  contactId: 'anna',
  careTeam,
  open: true,
  ...changes,
});
const only = (may: (who: Actor) => boolean) => roles.filter((role) => may(actor(role)));
const townHall = actor('TOWN_HALL');
const manager = actor('CASE_MANAGER');
const service = actor('EMPLOYER_SERVICE');
const refusal = (code: string) => expect.objectContaining({ code });

describe('the network of employers', () => {
  test('is kept by the employer service and team leads of the municipality', () => {
    expect(only((who) => keepsNetwork(who, einhausen))).toEqual(['TEAM_LEAD', 'EMPLOYER_SERVICE']);
    expect(only((who) => keepsNetwork(who, rimbach))).toEqual([]);
    expect(keepsNetwork(service, rimbach, einhausen)).toBe(true);
  });

  test('is read by the job centre in the whole district, by a town hall at home', () => {
    expect(only((who) => maySeeEmployer(who, baeckerei))).toEqual([
      'CASE_MANAGER',
      'TEAM_LEAD',
      'EMPLOYER_SERVICE',
      'TOWN_HALL',
    ]);
    expect(only((who) => maySeeEmployer(who, { ...baeckerei, municipality: rimbach }))).toEqual([
      'CASE_MANAGER',
      'TEAM_LEAD',
      'EMPLOYER_SERVICE',
    ]);
    expect(roles.filter((role) => employersFor(actor(role)))).toEqual([
      'CASE_MANAGER',
      'TEAM_LEAD',
      'EMPLOYER_SERVICE',
      'TOWN_HALL',
    ]);
    expect([
      employersFor(manager),
      employersFor(manager, [rimbach]),
      employersFor(townHall),
      employersFor(townHall, [rimbach]),
    ]).toEqual([
      {},
      { municipality: { in: [rimbach] } },
      { municipality: { in: [einhausen] } },
      { municipality: { in: [] } },
    ]);
  });

  test('holds people and talks that are for the job centre alone', () => {
    expect(only(bringsToWork)).toEqual(['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE']);
    expect(only(seesHealth)).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
    expect(only(seesCandidates)).toEqual(['TEAM_LEAD', 'EMPLOYER_SERVICE']);
  });

  test('shows a town hall the vacancies that are open: a filled one would tell by whom', () => {
    expect(vacanciesFor(townHall)).toEqual({
      municipality: { in: [einhausen] },
      freePosts: { from: 1 },
      'closed.reason': null,
    });
    expect(
      [
        vacancy,
        vacancyWith(hiredProposal),
        { ...vacancy, closed: { reason: 'EXPIRED' as const, closedOn: '2026-03-05' } },
        { ...vacancy, municipality: rimbach },
      ].map((each) => maySeeVacancy(townHall, each)),
    ).toEqual([true, false, false, false]);
    const { municipality: _here, ...outside } = vacancy;
    expect([
      maySeeVacancy(townHall, outside),
      maySeeVacancy(manager, outside),
      keepsNetwork(service, undefined, einhausen),
    ]).toEqual([false, true, true]);
    expect([
      vacanciesFor(manager, [rimbach]),
      maySeeVacancy(manager, vacancyWith(hiredProposal)),
      maySeeVacancy(actor('PROVIDER'), vacancy),
    ]).toEqual([{ municipality: { in: [rimbach] } }, true, false]);
  });

  test('takes leads of the own municipality', () => {
    expect(only((who) => maySeeLead(who, einhausen))).toEqual([
      'CASE_MANAGER',
      'TEAM_LEAD',
      'EMPLOYER_SERVICE',
      'TOWN_HALL',
    ]);
    expect(only((who) => maySeeLead(who, rimbach))).toEqual([]);
  });
});

describe('proposals and placements of a person', () => {
  const elsewhere = team(['jonas'], { id: 'c-2', municipality: rimbach });
  const cases: [string, Actor, CareTeam[], boolean][] = [
    ['the care team', manager, [team(['anna'])], true],
    ['another case manager', manager, [team(['jonas'])], false],
    ['the team lead of the municipality', actor('TEAM_LEAD'), [team(['jonas'])], true],
    ['a team lead of elsewhere', actor('TEAM_LEAD', { municipalities: [rimbach] }), [team(['jonas'])], false],
    ['the last care team, when no case is open any more', manager, [team(['anna'], { open: false })], true],
    [
      'a former care team, once another one looks after the person',
      manager,
      [team(['anna'], { open: false }), elsewhere],
      false,
    ],
    ['the employer service of the municipality', service, [team(['jonas'])], true],
    [
      'the employer service of where the person was before',
      service,
      [team(['jonas'], { open: false }), elsewhere],
      false,
    ],
    ['a town hall', townHall, [team(['anna'])], false],
    ['a provider', actor('PROVIDER'), [team(['anna'])], false],
    ['an operator', actor('OPERATOR'), [team(['anna'])], false],
    ['an analyst', actor('ANALYST'), [team(['anna'])], false],
    ['anybody, of whom no case is known', manager, [], false],
  ];

  test.each(cases.map(([name, who, known, may]) => ({ name, who, known, may })))(
    'seen by $name: $may',
    ({ who, known, may }) => {
      expect(maySeePlacements(who, known)).toBe(may);
    },
  );

  test('begin by the employer service only from a proposal', () => {
    expect(caseToBeginIn(service, [team(['jonas'])], { fromProposal: true }).id).toBe('c-ada');
    expect(() => caseToBeginIn(service, [team(['jonas'])], { fromProposal: false })).toThrow(refusal('FORBIDDEN'));
    expect(() => caseToBeginIn(service, [elsewhere], { fromProposal: true })).toThrow(refusal('CASE_UNKNOWN'));
    expect(() => caseToBeginIn(townHall, [team(['jonas'])], { fromProposal: true })).toThrow(refusal('FORBIDDEN'));
  });
});
