import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, type AskGraph } from '#infra/operate/import/import-file.ts';
import { csvText } from '#infra/demo/csv.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asked, done } from '#tests/support/graph-of.ts';
import type { HouseUnderTest } from '#tests/support/house.ts';
import { at } from '#tests/support/at.ts';

const EINHAUSEN = '06431006';

export type JourneyOf = {
  open: () => Promise<HouseUnderTest>;
  /** What else is asked when the last step is done. */
  afterwards?: (house: HouseUnderTest) => Promise<void>;
};

/**
 * The journey that must always work, whatever the house stands on, each step as the user concerned. A step stands on
 * the ones before it.
 */
export const oneMunicipalProject = (where: string, { open, afterwards }: JourneyOf): void =>
  describe(`one municipal project, from the first list to the report, ${where}`, () => {
    let house: HouseUnderTest;
    const known: Record<string, string> = {};
    const as = (user: string) => house.as(user);
    const ask =
      (user: string): AskGraph =>
      (query, variables) =>
        asked(house, user, query, variables);
    // eslint-disable-next-line max-params -- reads as a sentence: who does what, with what, to see what
    const command = (user: string, name: string, input: Record<string, unknown>, selection: string): Promise<unknown> =>
      done(house, user, { name, input, selection });

    beforeAll(async () => {
      house = await open();
    });
    afterAll(async () => {
      await afterwards?.(house);
      await house[Symbol.asyncDispose]();
    });

    test('1 the team lead takes over the list of recipients', async () => {
      const rows = [
        [
          'Kundennummer',
          'BG-Nummer',
          'Rolle',
          'Vorname',
          'Nachname',
          'Geburtsdatum',
          'Geschlecht',
          'AGS',
          'Berufsabschluss',
          'Berufe',
          'Mobilität',
          'Stunden',
          'Kinder',
          'Hemmnisse',
          'Leistungsbezug seit',
        ],
        [
          '437D900001',
          '43705BG9000001',
          'Antragsteller',
          'Bärbel',
          'Öztürk',
          '14.02.1979',
          'weiblich',
          EINHAUSEN,
          'Ausbildung',
          '54101',
          'Bus und Bahn',
          '30',
          '03.05.2019',
          'Kinderbetreuung',
          '01.03.2018',
        ],
        [
          '437D900002',
          '43705BG9000002',
          'Antragsteller',
          'Jürgen',
          'Weiß',
          '30.09.1968',
          'männlich',
          EINHAUSEN,
          'ohne',
          '51311',
          'Auto',
          '39',
          '',
          'lange Arbeitslosigkeit',
          '01.01.2015',
        ],
      ];
      const report = await importFile(
        ask('miriam.vogt'),
        { bytes: new TextEncoder().encode(csvText(rows)), municipality: EINHAUSEN, confirm: true },
        () => undefined,
      );
      expect([report.problems, report.status.state, report.status.done]).toEqual([
        [],
        'COMPLETED',
        expect.objectContaining({ created: 2 }),
      ]);

      const people = await ask('anna.berg')(
        'query($ags: ID!) { persons(filter: { municipality: $ags }) { edges { ' +
          'node { id familyName longTermRecipient } } } }',
        { ags: EINHAUSEN },
      );
      expect(at(people, 'persons.edges')).toMatchObject([
        { node: { familyName: 'Öztürk', longTermRecipient: true } },
        { node: { familyName: 'Weiß', longTermRecipient: true } },
      ]);
      known.baerbel = String(at(people, 'persons.edges.0.node.id'));
      known.juergen = String(at(people, 'persons.edges.1.node.id'));
    });

    test('2 the case manager sees the situation as it is, the mayor protected', async () => {
      const situation =
        'query($ags: ID!, $on: Date!) { situation(municipality: $ags, on: $on) { recipients { count suppressed } } }';
      const variables = { ags: EINHAUSEN, on: '2026-06-30' };
      expect([
        at(await ask('anna.berg')(situation, variables), 'situation.recipients'),
        at(await ask('rathaus.einhausen')(situation, variables), 'situation.recipients'),
      ]).toEqual([
        { count: 2, suppressed: false },
        { count: null, suppressed: true },
      ]);
    });

    test('3 the team lead starts the project with partners and office hours, and the mayor sees it', async () => {
      const payload = await command(
        'miriam.vogt',
        'startProject',
        {
          municipality: EINHAUSEN,
          title: 'Kurze Wege Einhausen',
          caseManagerIds: ['anna.berg'],
          startedOn: '2026-08-03',
          partners: [{ kind: 'TOWN_HALL', name: 'Gemeinde Einhausen' }],
          officeHours: [
            { weekday: 'TUESDAY', from: '09:00', to: '12:00', room: 'Rathaus, Zimmer 4', validFrom: '2026-08-03' },
          ],
        },
        'project { id }',
      );
      known.project = String(at(payload, 'project.id'));
      const seen = await ask('rathaus.einhausen')(
        'query($id: ID!) { project(id: $id) { title municipality { name } officeHours { weekday room } } }',
        { id: known.project },
      );
      expect(at(seen, 'project')).toEqual({
        title: 'Kurze Wege Einhausen',
        municipality: { name: 'Einhausen' },
        officeHours: [{ weekday: 'TUESDAY', room: 'Rathaus, Zimmer 4' }],
      });
    });

    test('4 the case manager opens a case, invites, talks and assesses', async () => {
      const opened = await command(
        'anna.berg',
        'openCase',
        {
          projectId: known.project,
          personId: known.baerbel,
          contactId: 'anna.berg',
          careTeam: ['anna.berg'],
          openedOn: '2026-08-10',
        },
        'case { id }',
      );
      known.case = String(at(opened, 'case.id'));
      const invitation = {
        caseId: known.case,
        scheduledAt: '2026-08-25T08:00:00Z',
        place: 'TOWN_HALL',
        invitedOn: '2026-08-12',
      };
      const first = await as('anna.berg')(
        'mutation($input: InviteToInterviewInput!) { inviteToInterview(input: $input) { refusal { code } } }',
        { input: invitation },
      );
      expect(at(first.data, 'inviteToInterview.refusal.code')).toBe('PLACE_REASON_REQUIRED');

      const invited = await command(
        'anna.berg',
        'inviteToInterview',
        { ...invitation, placeReason: 'No bus to the job centre in the morning' },
        'interview { id }',
      );
      await command(
        'anna.berg',
        'holdInterview',
        { caseId: known.case, interviewId: at(invited, 'interview.id'), heldOn: '2026-08-25' },
        'case { id }',
      );
      const assessed = await command(
        'anna.berg',
        'assessPotential',
        {
          caseId: known.case,
          assessedOn: '2026-08-25',
          strengths: [{ code: 'RELIABLE' }],
          obstacles: [{ code: 'CHILDCARE' }],
        },
        'case { interviews { status place } assessments { strengths { code } obstacles { code } } }',
      );
      expect(at(assessed, 'case')).toEqual({
        interviews: [{ status: 'HELD', place: 'TOWN_HALL' }],
        assessments: [{ strengths: [{ code: 'RELIABLE' }], obstacles: [{ code: 'CHILDCARE' }] }],
      });
    });

    test('5 she asks what fits: funding by condition, and measures with childcare at fitting hours', async () => {
      const offer = await command(
        'miriam.vogt',
        'offerMeasure',
        {
          title: 'Aktiv vor Ort',
          provider: { id: 'bildungswerk-bergstrasse', name: 'Bildungswerk Bergstraße' },
          instrument: 'P45_MAT',
          municipality: EINHAUSEN,
          place: { postcode: '64683', town: 'Einhausen' },
          startsOn: '2026-10-01',
          endsOn: '2026-12-18',
          hoursPerWeek: 20,
          dayparts: ['MORNING'],
          childcareOffered: true,
          places: 1,
          approvedUntil: '2027-12-31',
        },
        'measure { id }',
      );
      known.measure = String(at(offer, 'measure.id'));
      // Whoever looks after her is known to measures and people a moment after the case was opened.
      const fits = await eventually(() =>
        ask('anna.berg')(
          `query($id: ID!) {
      person(id: $id) {
        eligibility(instrument: "P16I", startOn: "2026-10-01") { verdict conditions { code state metOn } }
      }
      measures(filter: {
        childcareOffered: true, maxHoursPerWeek: 25, dayparts: [MORNING], withFreePlaces: true, enterOn: "2026-09-02"
      }) { edges { node { title freePlaces } } }
    }`,
          { id: known.baerbel },
        ),
      );
      expect(at(fits, 'measures.edges')).toEqual([{ node: { title: 'Aktiv vor Ort', freePlaces: 1 } }]);
      expect(at(fits, 'person.eligibility.conditions')).toEqual(
        expect.arrayContaining([expect.objectContaining({ state: 'MET' })]),
      );
    });

    test('6 the plan is agreed and handed over; the last place is given once', async () => {
      const plan = await command(
        'anna.berg',
        'agreePlan',
        {
          caseId: known.case,
          agreedOn: '2026-09-01',
          goal: { kind: 'INSURED_WORK', text: 'Part-time work in the mornings' },
          offer: { kind: 'SUPPORT', text: 'A place in Aktiv vor Ort' },
          steps: [{ what: 'Begin Aktiv vor Ort', owner: 'PERSON', dueOn: '2026-10-01' }],
        },
        'case { plan { reviewDueOn current { offer { kind } } } }',
      );
      expect(at(plan, 'case.plan')).toEqual({ reviewDueOn: '2027-03-01', current: { offer: { kind: 'SUPPORT' } } });
      await command('anna.berg', 'handOverPlan', { caseId: known.case, handedOverOn: '2026-09-01' }, 'case { id }');
      await command(
        'anna.berg',
        'enrolPerson',
        { measureId: known.measure, personId: known.baerbel, agreedOn: '2026-09-02' },
        'enrolment { status }',
      );

      await command(
        'anna.berg',
        'openCase',
        {
          projectId: known.project,
          personId: known.juergen,
          contactId: 'anna.berg',
          careTeam: ['anna.berg'],
          openedOn: '2026-08-11',
        },
        'case { id }',
      );
      await eventually(async () => {
        const full = await as('anna.berg')(
          'mutation($input: EnrolPersonInput!) { enrolPerson(input: $input) { refusal { code } } }',
          { input: { measureId: known.measure, personId: known.juergen, agreedOn: '2026-09-02' } },
        );
        expect(at(full.data, 'enrolPerson.refusal.code')).toBe('MEASURE_FULL');
      });
      const referral = await command(
        'anna.berg',
        'sendReferral',
        { personId: known.juergen, instrument: 'P81_FBW', recipient: 'AGENTUR', sentOn: '2026-09-03' },
        'referral { status }',
      );
      expect(at(referral, 'referral.status')).toBe('SENT');
    });

    test("7 the mayor's lead becomes a vacancy, a proposal, a lasting placement, and nobody is named", async () => {
      const lead = await command(
        'rathaus.einhausen',
        'reportLead',
        {
          municipality: EINHAUSEN,
          company: 'Ried-Reinigung',
          kind: 'EXPANSION',
          note: 'Sucht Leute für die Schule',
          reportedOn: '2026-08-20',
        },
        'lead { id }',
      );
      await command(
        'carla.stein',
        'takeUpLead',
        { leadId: at(lead, 'lead.id'), takenUpOn: '2026-08-21' },
        'lead { status }',
      );
      const employer = await command(
        'carla.stein',
        'registerEmployer',
        { kind: 'COMPANY', name: 'Ried-Reinigung', municipality: EINHAUSEN, registeredOn: '2026-08-21' },
        'employer { id }',
      );
      const employerId = at(employer, 'employer.id');
      const vacancy = await command(
        'carla.stein',
        'registerVacancy',
        {
          employerId,
          title: 'Reinigungskraft',
          occupation: '54101',
          municipality: EINHAUSEN,
          hoursPerWeek: 20,
          dayparts: ['MORNING'],
          startsOn: '2026-09-14',
          posts: 1,
          refreshOn: '2026-10-31',
          registeredOn: '2026-08-24',
        },
        'vacancy { id }',
      );
      const vacancyId = at(vacancy, 'vacancy.id');
      await command(
        'carla.stein',
        'answerLead',
        { leadId: at(lead, 'lead.id'), answer: 'BECAME_VACANCY', vacancyId, employerId, answeredOn: '2026-08-24' },
        'lead { status }',
      );

      const matches = await eventually(async () => {
        const found = await ask('anna.berg')(
          'query($id: ID!) { person(id: $id) { matches { score possible points { ' +
            'code points explanation } vacancy { title } } } }',
          { id: known.baerbel },
        );
        expect(at(found, 'person.matches.0')).toBeDefined();
        return found;
      });
      expect(at(matches, 'person.matches.0')).toMatchObject({
        possible: true,
        vacancy: { title: 'Reinigungskraft' },
        points: expect.arrayContaining([expect.objectContaining({ code: 'OCCUPATION', points: 50 })]),
      });

      const proposal = await command(
        'anna.berg',
        'proposePlacement',
        { vacancyId, personId: known.baerbel, withLegalNotice: false, proposedOn: '2026-09-04' },
        'proposal { id }',
      );
      const proposalId = at(proposal, 'proposal.id');
      await eventually(async () => {
        const named = await as('carla.stein')('query($id: ID!) { person(id: $id) { givenName obstacles } }', {
          id: known.baerbel,
        });
        expect([at(named.data, 'person'), named.errors.map(({ path, code }) => [path, code])]).toEqual([
          { givenName: 'Bärbel', obstacles: null },
          [['person.obstacles', 'FORBIDDEN']],
        ]);
      });
      await command(
        'anna.berg',
        'answerProposal',
        { proposalId, answer: 'HIRED', answeredOn: '2026-09-10' },
        'vacancy { status }',
      );
      const placement = await command(
        'anna.berg',
        'startPlacement',
        {
          personId: known.baerbel,
          employerId,
          vacancyId,
          proposalId,
          kind: 'INSURED_JOB',
          hoursPerWeek: 20,
          startedOn: '2026-09-14',
        },
        'placement { id countsAsIntegration }',
      );
      const early = await as('anna.berg')(
        'mutation($input: ConfirmContinuityInput!) { confirmContinuity(input: $input) { refusal { code } } }',
        { input: { placementId: at(placement, 'placement.id'), month: 1, confirmedOn: '2026-10-13' } },
      );
      expect(at(early.data, 'confirmContinuity.refusal.code')).toBe('CONTINUITY_TOO_EARLY');
      await command(
        'anna.berg',
        'confirmContinuity',
        { placementId: at(placement, 'placement.id'), month: 1, confirmedOn: '2026-10-14' },
        'placement { id }',
      );
      const due = await ask('carla.stein')(
        '{ placements { edges { node { person { givenName } continuityDueMonth continuityDueOn } } } }',
        {},
      );
      expect(at(due, 'placements.edges')).toEqual([
        { node: { person: { givenName: 'Bärbel' }, continuityDueMonth: 2, continuityDueOn: '2026-11-14' } },
      ]);

      const mayor = await as('rathaus.einhausen')(
        'query($id: ID!) { leads { edges { node { status answer vacancyTitle ledToPlacement } } } ' +
          'person(id: $id) { givenName cases { id } proposals { id } enrolments { id } } }',
        { id: known.baerbel },
      );
      expect(at(mayor.data, 'leads.edges')).toEqual([
        {
          node: { status: 'ANSWERED', answer: 'BECAME_VACANCY', vacancyTitle: 'Reinigungskraft', ledToPlacement: true },
        },
      ]);
      expect([at(mayor.data, 'person'), mayor.errors.map(({ code }) => code)]).toEqual([null, ['FORBIDDEN']]);
    });

    test('8 the report shows it, each figure with its events, and the timeline of the case tells the way', async () => {
      const query = `query($project: ID!) { project(id: $project) { report(from: "2026-08-01", to: "2026-10-31") {
      recipients { count } talksHeld { count events { edges { node { name occurredOn } } } }
      peopleReached { count } plansAgreed { count } measuresAgreed { count }
      referralsSent { count } placements { count } integrations { count } leadsAnswered { count }
    } } }`;
      // What each service said last is heard a moment later, and not all at the same one.
      await eventually(async () =>
        expect(at(await ask('miriam.vogt')(query, { project: known.project }), 'project.report')).toEqual({
          recipients: { count: 2 },
          talksHeld: { count: 1, events: { edges: [{ node: { name: 'interview.held', occurredOn: '2026-08-25' } }] } },
          peopleReached: { count: 1 },
          plansAgreed: { count: 1 },
          measuresAgreed: { count: 1 },
          referralsSent: { count: 1 },
          placements: { count: 1 },
          integrations: { count: 1 },
          leadsAnswered: { count: 1 },
        }),
      );
      await eventually(async () => {
        const timeline = await ask('anna.berg')(
          'query($id: ID!) { case(id: $id) { timeline(first: 50) { edges { node { name } } } } }',
          { id: known.case },
        );
        expect(
          (at(timeline, 'case.timeline.edges') as { node: { name: string } }[]).map(({ node }) => node.name),
        ).toEqual([
          'case.opened',
          'interview.invited',
          'interview.held',
          'potential.assessed',
          'plan.agreed',
          'plan.handedOver',
          'enrolment.agreed',
          'proposal.made',
          'proposal.answered',
          'placement.started',
          'placement.continuityConfirmed',
        ]);
      });
    });
  });
