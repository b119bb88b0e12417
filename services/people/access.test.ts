import { describe, expect, test } from '@jest/globals';
import { roles, type Actor } from '#shared/identity/identity.ts';
import { actorOf, careTeamOf, einhausen, rimbach, rolesThat } from '#tests/support/actors.ts';
import { assertMayRegister, factGroupsFor, learnsByDisclosure, mayRegister, type AccessGrounds } from './access.ts';

const toEmployers = { id: 'p-ada/1', personId: 'p-ada', to: 'EMPLOYER_SERVICE', active: true };
const toProvider = { id: 'p-ada/2', personId: 'p-ada', to: 'PROVIDER/bildungswerk', active: true };
const grounds = (changes: Partial<AccessGrounds> = {}): AccessGrounds => ({
  municipality: einhausen,
  cases: [],
  disclosures: [],
  ...changes,
});

const all = ['NAME', 'CONTACT', 'PROFILE', 'SENSITIVE'];
const withoutSensitive = ['NAME', 'CONTACT', 'PROFILE'];
const manager = actorOf('CASE_MANAGER');
const employerService = actorOf('EMPLOYER_SERVICE');
const provider = actorOf('PROVIDER', { municipalities: [], providerId: 'bildungswerk' });

describe('what an actor may know of a person', () => {
  const cases: [title: string, who: Actor, person: AccessGrounds, groups: string[]][] = [
    ['the team lead of the municipality: everything', actorOf('TEAM_LEAD'), grounds(), all],
    [
      'the team lead of the case: everything, wherever the person lives now',
      actorOf('TEAM_LEAD'),
      grounds({ municipality: rimbach, cases: [careTeamOf(['jonas'])] }),
      all,
    ],
    [
      'a team lead of elsewhere: nothing',
      actorOf('TEAM_LEAD', { municipalities: [rimbach] }),
      grounds({ cases: [careTeamOf(['jonas'])] }),
      [],
    ],
    ['the care team: everything', manager, grounds({ cases: [careTeamOf(['jonas', 'anna'])] }), all],
    [
      'the care team, when the person has moved away: everything',
      manager,
      grounds({ municipality: rimbach, cases: [careTeamOf(['anna'])] }),
      all,
    ],
    [
      'a case manager einhausen, while nobody looks after the person: all but the sensitive',
      manager,
      grounds(),
      withoutSensitive,
    ],
    [
      'a case manager einhausen, after the case was closed: the same',
      manager,
      grounds({ cases: [careTeamOf(['jonas'], { open: false })] }),
      withoutSensitive,
    ],
    [
      'a former care team after the case was closed: the same',
      manager,
      grounds({ cases: [careTeamOf(['anna'], { open: false })] }),
      withoutSensitive,
    ],
    [
      'a case manager einhausen, once somebody else looks after the person: nothing',
      manager,
      grounds({ cases: [careTeamOf(['anna'], { open: false }), careTeamOf(['jonas'], { id: 'c-2' })] }),
      [],
    ],
    ['a case manager of elsewhere: nothing', actorOf('CASE_MANAGER', { municipalities: [rimbach] }), grounds(), []],
    ['the employer service, without a proposal: nothing', employerService, grounds({ disclosures: [toProvider] }), []],
    [
      'the employer service, with a proposal: name and contact',
      employerService,
      grounds({ disclosures: [toEmployers] }),
      ['NAME', 'CONTACT'],
    ],
    [
      'the employer service of elsewhere: nothing',
      actorOf('EMPLOYER_SERVICE', { municipalities: [rimbach] }),
      grounds({ disclosures: [toEmployers] }),
      [],
    ],
    [
      'the employer service, after the proposal was withdrawn: nothing',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, active: false }] }),
      [],
    ],
    [
      'the employer service, with a proposal in an open case: name and contact',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, caseId: 'c-ada' }], cases: [careTeamOf(['jonas'])] }),
      ['NAME', 'CONTACT'],
    ],
    [
      'the employer service, once that case was closed: nothing',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, caseId: 'c-ada' }], cases: [careTeamOf(['jonas'], { open: false })] }),
      [],
    ],
    [
      'the employer service, with another case open: nothing',
      employerService,
      grounds({
        disclosures: [{ ...toEmployers, caseId: 'c-ada' }],
        cases: [careTeamOf(['jonas'], { open: false }), careTeamOf(['jonas'], { id: 'c-2' })],
      }),
      [],
    ],
    [
      'the employer service, with a proposal in a case not heard of yet: nothing',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, caseId: 'c-ada' }] }),
      [],
    ],
    [
      'the employer service, while it follows up a placement beyond the case: name and contact',
      employerService,
      grounds({ disclosures: [toEmployers], cases: [careTeamOf(['jonas'], { open: false })] }),
      ['NAME', 'CONTACT'],
    ],
    [
      'the employer service, after the placement of the proposal: nothing',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, over: true }] }),
      [],
    ],
    ['the provider of the measure: the name', provider, grounds({ disclosures: [toProvider] }), ['NAME']],
    [
      'the provider, after the measure ended: nothing',
      provider,
      grounds({ disclosures: [{ ...toProvider, active: false }] }),
      [],
    ],
    [
      'another provider: nothing',
      actorOf('PROVIDER', { providerId: 'other' }),
      grounds({ disclosures: [toProvider, toEmployers] }),
      [],
    ],
    [
      'a provider without a company: nothing',
      actorOf('PROVIDER'),
      grounds({ disclosures: [{ ...toProvider, to: 'PROVIDER/' }] }),
      [],
    ],
    ['the town hall: nothing', actorOf('TOWN_HALL'), grounds({ disclosures: [toEmployers, toProvider] }), []],
    ['an operator: nothing', actorOf('OPERATOR'), grounds({ cases: [careTeamOf(['anna'])] }), []],
    ['an analyst: nothing', actorOf('ANALYST'), grounds({ cases: [careTeamOf(['anna'])] }), []],
  ];

  test.each(cases.map(([title, ...row]) => ({ title, row })))('$title', ({ row: [who, person, groups] }) => {
    expect([...factGroupsFor(who, person)]).toEqual(groups);
  });
});

test('people are registered by case managers and team leads of the municipality', () => {
  expect(rolesThat((actor) => mayRegister(actor, einhausen))).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
  expect(rolesThat((actor) => mayRegister(actor, rimbach))).toEqual([]);
});

test('nobody knows a person by their role alone, or by a municipality other than the person’s', () => {
  const elsewhere = grounds({ municipality: rimbach, disclosures: [toEmployers, toProvider] });
  expect(rolesThat((actor) => factGroupsFor(actor, elsewhere).size > 0)).toEqual([]);
});

test('a person is known by disclosure to the employer service and to providers, and to no other role', () => {
  expect(roles.filter((role) => learnsByDisclosure({ role }))).toEqual(['EMPLOYER_SERVICE', 'PROVIDER']);
});

test('a refusal to register tells whether it is for the role or for the municipality', () => {
  expect(() => assertMayRegister(actorOf('TOWN_HALL'), einhausen)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', message: 'Only case managers and team leads may do this.' }),
  );
  expect(() => assertMayRegister(actorOf('CASE_MANAGER'), rimbach)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', message: 'You do not work for this municipality.' }),
  );
  expect(() => assertMayRegister(actorOf('CASE_MANAGER'), einhausen)).not.toThrow();
});
