import { describe, expect, test } from '@jest/globals';
import type { CareTeam } from '#shared/care-team.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { actorOf, careTeamOf, einhausen, rimbach, rolesThat } from '#tests/support/actors.ts';
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
import { baeckerei, hiredProposal, vacancy, vacancyWith } from './employers.fixture.ts';

const townHall = actorOf('TOWN_HALL');
const manager = actorOf('CASE_MANAGER');
const service = actorOf('EMPLOYER_SERVICE');
const jobCentre = ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE'];
const refusal = (code: string) => expect.objectContaining({ code });

describe('the network of employers', () => {
  test('is kept by the employer service and team leads of the municipality', () => {
    expect(rolesThat((who) => keepsNetwork(who, einhausen))).toEqual(['TEAM_LEAD', 'EMPLOYER_SERVICE']);
    expect(rolesThat((who) => keepsNetwork(who, rimbach))).toEqual([]);
    expect(keepsNetwork(service, rimbach, einhausen)).toBe(true);
  });

  test('is read by the job centre in the whole district, by a town hall at home', () => {
    expect(rolesThat((who) => maySeeEmployer(who, baeckerei))).toEqual([...jobCentre, 'TOWN_HALL']);
    expect(rolesThat((who) => maySeeEmployer(who, { ...baeckerei, municipality: rimbach }))).toEqual(jobCentre);
    expect(rolesThat((who) => employersFor(who) !== null)).toEqual([...jobCentre, 'TOWN_HALL']);
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
    expect(rolesThat(bringsToWork)).toEqual(jobCentre);
    expect(rolesThat(seesHealth)).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
    expect(rolesThat(seesCandidates)).toEqual(['TEAM_LEAD', 'EMPLOYER_SERVICE']);
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
      maySeeVacancy(actorOf('PROVIDER'), vacancy),
    ]).toEqual([{ municipality: { in: [rimbach] } }, true, false]);
  });

  test('takes leads of the own municipality', () => {
    expect(rolesThat((who) => maySeeLead(who, einhausen))).toEqual([...jobCentre, 'TOWN_HALL']);
    expect(rolesThat((who) => maySeeLead(who, rimbach))).toEqual([]);
  });
});

describe('proposals and placements of a person', () => {
  const caseInRimbach = careTeamOf(['jonas'], { id: 'c-2', municipality: rimbach });
  const cases: [string, Actor, CareTeam[], boolean][] = [
    ['the care team', manager, [careTeamOf(['anna'])], true],
    ['a case manager of another care team', manager, [careTeamOf(['jonas'])], false],
    ['the team lead of the municipality', actorOf('TEAM_LEAD'), [careTeamOf(['jonas'])], true],
    ['a team lead of elsewhere', actorOf('TEAM_LEAD', { municipalities: [rimbach] }), [careTeamOf(['jonas'])], false],
    ['the last care team, when no case is open any more', manager, [careTeamOf(['anna'], { open: false })], true],
    [
      'a former care team, once another one looks after the person',
      manager,
      [careTeamOf(['anna'], { open: false }), caseInRimbach],
      false,
    ],
    ['the employer service of the municipality', service, [careTeamOf(['jonas'])], true],
    [
      'the employer service of where the person was before',
      service,
      [careTeamOf(['jonas'], { open: false }), caseInRimbach],
      false,
    ],
    ['a town hall', townHall, [careTeamOf(['anna'])], false],
    ['a provider', actorOf('PROVIDER'), [careTeamOf(['anna'])], false],
    ['an operator', actorOf('OPERATOR'), [careTeamOf(['anna'])], false],
    ['an analyst', actorOf('ANALYST'), [careTeamOf(['anna'])], false],
    ['a case manager, where no case is known', manager, [], false],
  ];

  test.each(cases.map(([name, who, ofPerson, may]) => ({ name, who, ofPerson, may })))(
    'are seen by $name: $may',
    ({ who, ofPerson, may }) => {
      expect(maySeePlacements(who, ofPerson)).toBe(may);
    },
  );

  test('are begun by the employer service only from a proposal', () => {
    expect(caseToBeginIn(service, [careTeamOf(['jonas'])], { fromProposal: true }).id).toBe('c-ada');
    expect(() => caseToBeginIn(service, [careTeamOf(['jonas'])], { fromProposal: false })).toThrow(
      refusal('FORBIDDEN'),
    );
    expect(() => caseToBeginIn(service, [caseInRimbach], { fromProposal: true })).toThrow(refusal('CASE_UNKNOWN'));
    expect(() => caseToBeginIn(townHall, [careTeamOf(['jonas'])], { fromProposal: true })).toThrow(
      refusal('FORBIDDEN'),
    );
  });
});
