import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoActors } from '#infra/demo/actor.ts';
import { playDemo } from '#infra/demo/play.ts';
import { at } from '#tests/support/at.ts';
import { browserIsThere, startBrowser } from '#tests/support/page/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { houseUnderTest, type HouseUnderTest } from '#tests/support/house.ts';
import { pageByHand, type PageByHand, type SeenAnswer } from '#tests/support/page/page-by-hand.ts';

jest.setTimeout(300_000);

/** What somebody reads in an answer, by the paths that matter. */
const read = ({ data }: SeenAnswer, ...paths: string[]): unknown[] => paths.map((path) => at(data, path));
const done = { outcome: 'Done.', codes: [] };

if (!browserIsThere) {
  describe.skip('the journey by hand in the page (install Chromium: /usr/bin/chromium)', () =>
    test('is not tried', () => undefined));
} else
  describe('one municipal project by hand in the page, on the demo data', () => {
    let house: HouseUnderTest;
    let browser: Browser;
    let page: PageByHand;
    /**
     * Runs an operation of the journey as it is filled in, and asks again while the services have not all heard what
     * was just done.
     */
    const shows = async (operation: string, expected: Record<string, unknown>): Promise<SeenAnswer> => {
      await page.opens(operation);
      return eventually(async () => {
        const answer = await page.runs();
        expect({
          outcome: answer.outcome,
          codes: answer.codes,
          ...Object.fromEntries(Object.keys(expected).map((path) => [path, at(answer.data, path)])),
        }).toEqual({ ...done, ...expected });
        return answer;
      });
    };

    beforeAll(async () => {
      house = await houseUnderTest();
      await playDemo({ actorOf: demoActors(house.url), onProgress: () => undefined });
      browser = await startBrowser();
      page = await pageByHand(browser, house.url);
    });
    afterAll(async () => {
      await browser.close();
      await house[Symbol.asyncDispose]();
    });

    test.each([
      ['Anna Berg · case manager, Groß-Rohrheim and Einhausen', ['Einhausen', 'Groß-Rohrheim']],
      ['Jonas Keller · case manager, Fürth and Rimbach', ['Fürth', 'Rimbach']],
      ['Miriam Vogt · team lead, all four municipalities', ['Einhausen', 'Fürth', 'Groß-Rohrheim', 'Rimbach']],
      ['Carla Stein · employer service', ['Einhausen', 'Fürth', 'Groß-Rohrheim', 'Rimbach']],
      ['Town hall Groß-Rohrheim', ['Groß-Rohrheim']],
      ['Town hall Einhausen', ['Einhausen']],
      ['Town hall Fürth', ['Fürth']],
      ['Town hall Rimbach', ['Rimbach']],
      ['Ada Lenz · analyst, figures only', ['Einhausen', 'Fürth', 'Groß-Rohrheim', 'Rimbach']],
    ])('%s reads what they may, and sees the projects of %j', async (label, towns) => {
      await page.opens('The project in the town hall');
      await page.isNow(label);
      const seen = await page.runs();
      expect(await page.whoIsPicked()).toEqual({ label, may: expect.stringMatching(/^[A-Z].+[.]$/) });
      expect(
        (read(seen, 'projects.edges')[0] as { node: { municipality: { name: string } } }[])
          .map(({ node }) => node.municipality.name)
          .sort(),
      ).toEqual(towns);
    });

    test.each(['Bildungswerk Bergstraße · measure provider', 'Olaf Brandt · operator, no personal data'])(
      '%s is refused the projects, and reads why',
      async (label) => {
        await page.opens('The project in the town hall');
        await page.isNow(label);
        expect(await page.runs()).toEqual({
          outcome: 'No answer. FORBIDDEN: Projects are for those who work in them.',
          codes: ['FORBIDDEN'],
          data: { projects: null },
        });
      },
    );

    test('1 the team lead has a list checked, mends its mistake, and takes it over whole', async () => {
      await shows('Begin a list', { 'startImport.import.state': 'RECEIVING' });
      await page.opens('Send the list');
      await page.writesList((list) => list.replace('14.02.1979', '31.02.1979'));
      expect(await page.runs()).toMatchObject(done);
      await shows('Have it checked', {});
      await shows('What is wrong with it', {
        'import.state': 'CHECKED',
        'import.problemCount': 1,
        'import.problems.edges.0.node.column': 'Geburtsdatum',
        'import.problems.edges.0.node.value': '31.02.1979',
      });
      expect(await page.does('Take it over')).toMatchObject({
        outcome: expect.stringMatching(/^Refused. IMPORT_HAS_PROBLEMS: /),
      });

      await shows('Begin a list', { 'startImport.import.state': 'RECEIVING' });
      await page.opens('Send the list');
      await page.writesList((list) => list.replace('31.02.1979', '14.02.1979'));
      expect(await page.runs()).toMatchObject(done);
      await shows('Have it checked', {});
      await shows('What is wrong with it', {
        'import.state': 'CHECKED',
        'import.problemCount': 0,
        'import.planned.created': 1,
      });
      await shows('Take it over', { 'confirmImport.import.confirmedBy': 'miriam.vogt' });
      await shows('Lists and how far they are', {
        'imports.edges.0.node.state': 'COMPLETED',
        'imports.edges.0.node.done': { created: 1, updated: 0, unchanged: 0, skipped: 0 },
      });
    });

    test(
      '2 the case manager sees the situation as it is, the mayor the last month and nothing about one or two ' +
        'people',
      async () => {
        const exact = await shows('Recipients in Rimbach', {
          'situation.protected': false,
          'situation.recipients.count': 46,
        });
        expect(read(exact, 'situation.byAge.0')).toEqual([{ label: '15 bis 24 Jahre', count: expect.any(Number) }]);
        const mayors = await shows('The same for the mayor', {
          'situation.protected': true,
          'situation.recipients': { count: expect.any(Number), suppressed: false },
        });
        expect(JSON.stringify(mayors.data)).not.toMatch(/"count":[12]\D/);
        expect(JSON.stringify(mayors.data)).toContain('"count":null,"suppressed":true');
      },
    );

    test('3 the team lead alone starts the project; the mayor sees it and records what was agreed', async () => {
      await page.opens('Start a project');
      await page.isNow('Jonas Keller · case manager, Fürth and Rimbach');
      expect(await page.runs()).toMatchObject({ outcome: expect.stringMatching(/^Refused. FORBIDDEN: /) });
      await shows('Start a project', { 'startProject.project.title': 'Kurze Wege Rimbach, second round' });
      const seen = await shows('The project in the town hall', {
        'projects.edges.0.node.title': 'Kurze Wege Rimbach, second round',
        'projects.edges.1.node.title': 'Kurze Wege Rimbach',
      });
      expect(read(seen, 'projects.edges.0.node.officeHours.0.room', 'projects.edges.2')).toEqual([
        'Rathaus, Zimmer 4',
        undefined,
      ]);
      await shows('Record an exchange meeting', {
        'holdExchange.meeting.items.0.what': 'Ask the day care about places before eight',
      });
    });

    test('4 the case manager opens a case, invites, talks, assesses, and sees it all in one answer', async () => {
      await shows('Who is not looked after yet', {
        'persons.edges.0.node.familyName': 'Abel',
        'persons.edges.0.node.longTermRecipient': true,
      });
      await shows('Open a case', {
        'openCase.case.status': 'OPEN',
        'openCase.case.person.givenName': 'Nadja',
        'openCase.case.project.title': 'Kurze Wege Rimbach, second round',
      });
      expect(await page.runs()).toMatchObject({ outcome: expect.stringMatching(/^Refused. CASE_ALREADY_OPEN: /) });
      await shows('Invite to the town hall', { 'inviteToInterview.interview.status': 'INVITED' });
      await shows('Hold the talk', { 'holdInterview.interview.status': 'HELD' });
      await shows('Strengths and obstacles', {
        'assessPotential.case.assessments.0.obstacles': [{ code: 'MOBILITY' }],
      });
      await shows('The case so far', {
        'case.person.obstacles': ['CHILDCARE'],
        'case.interviews.0.status': 'HELD',
        'case.plan': null,
        'case.enrolments': [],
      });
    });

    test('5 she asks what fits: the funding with each condition, and the measure that was just offered', async () => {
      const fits = await shows('Which instruments fit', {
        'person.givenName': 'Nadja',
        'person.eligibility.instrument.legalBasis': '§ 16i SGB II',
      });
      expect(read(fits, 'person.eligibility.conditions')[0]).toContainEqual(
        expect.objectContaining({ code: 'BENEFIT_72_OF_84_MONTHS', state: 'MET', required: 72, actual: 84 }),
      );
      await shows('Offer a measure', { 'offerMeasure.measure.freePlaces': 1 });
      const near = await shows('Free places nearby', {});
      expect(read(near, 'measures.edges')[0]).toContainEqual({
        node: expect.objectContaining({
          title: 'Aktiv vor Ort am Vormittag',
          freePlaces: 1,
          municipality: { name: 'Rimbach' },
        }),
      });
    });

    test('6 the plan is agreed and handed over, and the last place is given', async () => {
      await shows('Agree the plan', {
        'agreePlan.case.plan.current.version': 1,
        'agreePlan.case.plan.current.goal.kind': 'INSURED_WORK',
      });
      await shows('Hand the plan over', { 'handOverPlan.case.plan.handedOverOn': expect.any(String) });
      await shows('Enrol', { 'enrolPerson.enrolment.status': 'AGREED', 'enrolPerson.measure.freePlaces': 0 });
      await shows('Refer', {
        'sendReferral.referral.status': 'SENT',
        'sendReferral.referral.instrument.name': 'Förderung der beruflichen Weiterbildung',
      });
    });

    test('7 the mayor’s lead becomes a vacancy and a job, and the mayor reads that it did, but not whose', async () => {
      await shows('Leave a lead', { 'reportLead.lead.status': 'REPORTED' });
      await shows('The company joins the network', { 'registerEmployer.employer.name': 'Odenwald-Reinigung' });
      await shows('A vacancy', { 'registerVacancy.vacancy.freePosts': 1 });
      await shows('Tell the mayor', { 'answerLead.lead.answer': 'BECAME_VACANCY' });
      const matches = await shows('Which vacancies fit', { 'person.matches.0.possible': true });
      expect(JSON.stringify(matches.data)).toContain('Has worked in this occupation.');
      await shows('Propose it', { 'proposePlacement.proposal.vacancy.title': 'Reinigungskraft, vormittags' });
      await shows('Hired', {
        'answerProposal.proposal.person.familyName': 'Abel',
        'answerProposal.vacancy': { status: 'FILLED', freePosts: 0 },
      });
      await shows('The first day', { 'startPlacement.placement.countsAsIntegration': true });
      expect(await page.does('Still there?')).toMatchObject({
        outcome: expect.stringMatching(/^Refused. CONTINUITY_TOO_EARLY: Month 1 can be confirmed from /),
      });
      const leads = await shows('What became of the leads', {
        'leads.edges.0.node.vacancyTitle': 'Reinigungskraft, vormittags',
        'leads.edges.0.node.ledToPlacement': true,
      });
      expect(JSON.stringify(leads.data)).not.toMatch(/Abel|Nadja/);
    });

    test(
      '8 the report counts what was done, the mayors of 2013 read the published figures, and the case tells its ' +
        'way',
      async () => {
        const report = await shows('The report of a project', {
          'projectReports.0.project.title': 'Kurze Wege Rimbach, second round',
          'projectReports.0.talksHeld.count': 1,
          'projectReports.1.talksHeld.count': 30,
        });
        expect(read(report, 'projectReports.0.figures')[0]).toEqual(
          expect.arrayContaining(
            ['RECIPIENTS', 'PLACEMENTS'].map((code) =>
              expect.objectContaining({ code, count: code === 'RECIPIENTS' ? 49 : 1 }),
            ),
          ),
        );
        await shows('What the project of 2013 brought', {
          'projectReports.0.recipients.count': 77,
          'projectReports.0.talksHeld.count': 60,
          'projectReports.0.placements.count': 11,
        });
        const way = await shows('The way of one person', { 'case.timeline.edges.10.node.name': 'placement.started' });
        expect(
          (read(way, 'case.timeline.edges')[0] as { node: { name: string } }[]).map(({ node }) => node.name),
        ).toEqual([
          'case.opened',
          'interview.invited',
          'interview.held',
          'potential.assessed',
          'plan.agreed',
          'plan.handedOver',
          'enrolment.agreed',
          'referral.sent',
          'proposal.made',
          'proposal.answered',
          'placement.started',
        ]);
      },
    );

    test('everything came from the gateway’s own address, and the browser had nothing to complain about', async () => {
      for (const button of ['Show Documentation Explorer', 'Show History', 'Open short keys dialog'])
        await page.clicks(button);
      expect([page.elsewhere(), page.complaints()]).toEqual([[], []]);
    });
  });
