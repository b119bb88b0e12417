import { describe, expect, test } from '@jest/globals';
import type { CareTeam } from '#shared/care-team.ts';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';
import { assertMayRegister, factGroupsFor, learnsByDisclosure, mayRegister, type AccessGrounds } from './access.ts';

const here = '06431010';
const there = '06431019';
const actor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  id: 'anna',
  role,
  municipalities: [here],
  ...changes,
});
const team = (careTeam: string[], changes: Partial<CareTeam> = {}): CareTeam => ({
  id: 'c-1',
  personId: 'p-ada',
  projectId: 'gr',
  municipality: here,
  contactId: 'anna',
  careTeam,
  open: true,
  ...changes,
});
const toEmployers = { id: 'p-ada/1', personId: 'p-ada', to: 'EMPLOYER_SERVICE', active: true };
const toProvider = { id: 'p-ada/2', personId: 'p-ada', to: 'PROVIDER/bildungswerk', active: true };
const grounds = (changes: Partial<AccessGrounds> = {}): AccessGrounds => ({
  municipality: here,
  cases: [],
  disclosures: [],
  ...changes,
});

const all = ['NAME', 'CONTACT', 'PROFILE', 'SENSITIVE'];
const withoutSensitive = ['NAME', 'CONTACT', 'PROFILE'];
const manager = actor('CASE_MANAGER');
const employerService = actor('EMPLOYER_SERVICE');
const provider = actor('PROVIDER', { municipalities: [], providerId: 'bildungswerk' });

describe('what an actor may know of a person', () => {
  const cases: [title: string, who: Actor, person: AccessGrounds, groups: string[]][] = [
    ['the team lead of the municipality: everything', actor('TEAM_LEAD'), grounds(), all],
    [
      'the team lead of the case: everything, wherever the person lives now',
      actor('TEAM_LEAD'),
      grounds({ municipality: there, cases: [team(['jonas'])] }),
      all,
    ],
    [
      'a team lead of elsewhere: nothing',
      actor('TEAM_LEAD', { municipalities: [there] }),
      grounds({ cases: [team(['jonas'])] }),
      [],
    ],
    ['the care team: everything', manager, grounds({ cases: [team(['jonas', 'anna'])] }), all],
    [
      'the care team, when the person has moved away: everything',
      manager,
      grounds({ municipality: there, cases: [team(['anna'])] }),
      all,
    ],
    [
      'a case manager here, while nobody looks after the person: all but the sensitive',
      manager,
      grounds(),
      withoutSensitive,
    ],
    [
      'a case manager here, after the case was closed: the same',
      manager,
      grounds({ cases: [team(['jonas'], { open: false })] }),
      withoutSensitive,
    ],
    [
      'a former care team after the case was closed: the same',
      manager,
      grounds({ cases: [team(['anna'], { open: false })] }),
      withoutSensitive,
    ],
    [
      'a case manager here, once somebody else looks after the person: nothing',
      manager,
      grounds({ cases: [team(['anna'], { open: false }), team(['jonas'], { id: 'c-2' })] }),
      [],
    ],
    ['a case manager of elsewhere: nothing', actor('CASE_MANAGER', { municipalities: [there] }), grounds(), []],
    ['the employer service, without a proposal: nothing', employerService, grounds({ disclosures: [toProvider] }), []],
    [
      'the employer service, with a proposal: name and contact',
      employerService,
      grounds({ disclosures: [toEmployers] }),
      ['NAME', 'CONTACT'],
    ],
    [
      'the employer service of elsewhere: nothing',
      actor('EMPLOYER_SERVICE', { municipalities: [there] }),
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
      grounds({ disclosures: [{ ...toEmployers, caseId: 'c-1' }], cases: [team(['jonas'])] }),
      ['NAME', 'CONTACT'],
    ],
    [
      'the employer service, once that case was closed: nothing',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, caseId: 'c-1' }], cases: [team(['jonas'], { open: false })] }),
      [],
    ],
    [
      'the employer service, with another case open: nothing',
      employerService,
      grounds({
        disclosures: [{ ...toEmployers, caseId: 'c-1' }],
        cases: [team(['jonas'], { open: false }), team(['jonas'], { id: 'c-2' })],
      }),
      [],
    ],
    [
      'the employer service, with a proposal in a case not heard of yet: nothing',
      employerService,
      grounds({ disclosures: [{ ...toEmployers, caseId: 'c-1' }] }),
      [],
    ],
    [
      'the employer service, while it follows up a placement beyond the case: name and contact',
      employerService,
      grounds({ disclosures: [toEmployers], cases: [team(['jonas'], { open: false })] }),
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
      actor('PROVIDER', { providerId: 'other' }),
      grounds({ disclosures: [toProvider, toEmployers] }),
      [],
    ],
    [
      'a provider without a company: nothing',
      actor('PROVIDER'),
      grounds({ disclosures: [{ ...toProvider, to: 'PROVIDER/' }] }),
      [],
    ],
    ['the town hall: nothing', actor('TOWN_HALL'), grounds({ disclosures: [toEmployers, toProvider] }), []],
    ['an operator: nothing', actor('OPERATOR'), grounds({ cases: [team(['anna'])] }), []],
    ['an analyst: nothing', actor('ANALYST'), grounds({ cases: [team(['anna'])] }), []],
  ];

  test.each(cases.map(([title, ...row]) => ({ title, row })))('$title', ({ row: [who, person, groups] }) => {
    expect([...factGroupsFor(who, person)]).toEqual(groups);
  });
});

test('people are registered by case managers and team leads of the municipality', () => {
  expect(roles.filter((role) => mayRegister(actor(role), here))).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
  expect(roles.filter((role) => mayRegister(actor(role), there))).toEqual([]);
});

test('nobody knows a person by their role alone, or by a municipality other than the person’s', () => {
  const elsewhere = grounds({ municipality: there, disclosures: [toEmployers, toProvider] });
  expect(roles.filter((role) => factGroupsFor(actor(role), elsewhere).size > 0)).toEqual([]);
});

test('a person is known by disclosure to the employer service and to providers, and to no other role', () => {
  expect(roles.filter((role) => learnsByDisclosure({ role }))).toEqual(['EMPLOYER_SERVICE', 'PROVIDER']);
});

test('a refusal to register tells whether it is for the role or for the municipality', () => {
  expect(() => assertMayRegister(actor('TOWN_HALL'), here)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', message: 'Only case managers and team leads may do this.' }),
  );
  expect(() => assertMayRegister(actor('CASE_MANAGER'), there)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', message: 'You do not work for this municipality.' }),
  );
  expect(() => assertMayRegister(actor('CASE_MANAGER'), here)).not.toThrow();
});
