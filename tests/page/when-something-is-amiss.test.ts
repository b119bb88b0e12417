import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserIsThere, startBrowser } from '#tests/support/page/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { houseUnderTest, type HouseUnderTest } from '#tests/support/house.ts';
import { pageByHand } from '#tests/support/page/page-by-hand.ts';

jest.setTimeout(120_000);

if (!browserIsThere) {
  describe.skip('the page when something is amiss (install Chromium: /usr/bin/chromium)', () =>
    test('is not tried', () => undefined));
} else
  describe('the page when something is amiss', () => {
    let house: HouseUnderTest;
    let browser: Browser;

    beforeAll(async () => {
      house = await houseUnderTest();
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await house[Symbol.asyncDispose]();
    });

    test('an operation that comes too early says which one to run first', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.opens('Open a case');
      expect(await page.note()).toContain(
        'projectId is still empty. Run “Start a project” first; then open this one again.',
      );
      expect(await page.note()).toContain(
        'personId is still empty. Run “Who is not looked after yet” first; then open this one again.',
      );
      expect(await page.does('Who is not looked after yet')).toMatchObject({ outcome: 'Done.' });
    });

    test('who works without a mouse opens, runs and reads an operation, and leaves the editors again', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.opens('Begin a list');
      await page.presses('Tab', 'Enter');
      expect(await page.shown()).toMatchObject({
        outcome: 'Done.',
        data: { startImport: { import: { state: 'RECEIVING' } } },
      });
      await page.enters('Variables');
      await page.presses('Tab');
      expect(await page.cursor()).toBe('Answer');
      await page.presses('Shift+Tab');
      expect(await page.cursor()).toBe('Variables');
      await page.enters('Query');
      await page.presses('Tab');
      expect(await page.cursor()).toBe('Execute query (Ctrl-Enter)');
    });

    test('a token that the house does not know any more is replaced, and the operation runs', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.isAnsweredOnce('/dev/token', { token: 'of-a-house-before', expiresAt: '2999-01-01T00:00:00Z' });
      await page.isNow('Town hall Einhausen');
      await page.opens('What became of the leads');
      expect(await page.runs()).toMatchObject({ outcome: 'Done.', codes: [] });
    });

    test('who loads the page again goes on where they were, and finds in its tab what they have written', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.does('Begin a list');
      await page.opens('Leave a lead');
      await page.isLoadedAgain();
      expect([await page.note(), await page.whoIsPicked()]).toEqual([
        expect.stringContaining('The mayor has heard of a company'),
        expect.objectContaining({ label: 'Town hall Rimbach' }),
      ]);
      expect(await page.does('Send the list')).toMatchObject({ outcome: 'Done.' });

      await page.writes('query Mine { __typename }');
      expect(await page.does('Leave a lead')).toMatchObject({
        outcome: 'Done.',
        data: { reportLead: { lead: { status: 'REPORTED' } } },
      });
      await page.comesBackToTab(1);
      await eventually(async () =>
        expect([await page.written(), await page.note()]).toEqual(['query Mine { __typename }', '']),
      );
    });

    test('what a stranger gets into the page neither runs nor calls home', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.suffers(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.stranger " +
          "= true' }))",
      );
      await page.suffers("void fetch('https://stranger.example/').catch(() => undefined)");
      expect(await page.suffers('window.stranger')).toBeUndefined();
      await eventually(() =>
        expect(page.complaints()).toEqual(
          expect.arrayContaining([
            expect.stringContaining("script-src 'self'"),
            expect.stringContaining("connect-src 'self'"),
          ]),
        ),
      );
    });

    test('a service that hangs costs its own part of the answer, and is named until it is back', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.does('Start a project');
      const people = house.pids().people ?? 0;
      process.kill(people, 'SIGSTOP');
      const answer = await page.does('The project in the town hall').finally(() => process.kill(people, 'SIGCONT'));
      expect(answer).toMatchObject({
        outcome: expect.stringMatching(/^Answered in part. SERVICE_UNAVAILABLE: /),
        data: { projects: { edges: [{ node: { title: 'Kurze Wege Rimbach, second round', municipality: null } }] } },
      });
      await eventually(async () =>
        expect(await page.runs()).toMatchObject({
          outcome: 'Done.',
          data: { projects: { edges: [{ node: { municipality: { name: 'Rimbach' } } }] } },
        }),
      );
    });

    test('a house that has stopped is named as the reason, and the page goes on when it is back', async () => {
      await using page = await pageByHand(browser, house.url);
      await page.opens('Begin a list');
      await page.losesHouse(true);
      expect(await page.runs()).toMatchObject({
        outcome:
          'No answer. The gateway does not answer. Is the house still running? Start it again with npm start, ' +
          'then run this once more.',
        codes: [undefined],
      });
      await page.losesHouse(false);
      expect(await page.runs()).toMatchObject({ outcome: 'Done.' });
    });
  });
