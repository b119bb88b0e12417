import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually.ts';

/** What happens to a page and what it makes happen, beside what a person does in it. */
export type Around = {
  /** What nobody should see or pay for: errors in the console, among them whatever the page's policy forbids. */
  complaints: () => string[];
  /** Addresses beyond the gateway's own that were asked for anything. */
  elsewhere: () => string[];
  /** Runs a script in the page, as a stranger's would who found a way in. */
  suffers: (script: string) => Promise<unknown>;
  /** The next request to a path is answered like this, and not by the house. */
  isAnsweredOnce: (path: string, answer: object) => Promise<void>;
  losesHouse: (lost: boolean) => Promise<void>;
  isLoadedAgain: () => Promise<void>;
};

/** A script that answers what is in the editor, of which it draws only the lines in sight. */
export const inEditor = "document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.getValue()";

/** From before the page is loaded, so that nothing is missed. */
export function around(page: Page, url: string): Around {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', ({ message }) => void complaints.push(message));
  page.on('request', (request) => void (new URL(request.url()).origin !== url && elsewhere.push(request.url())));
  return {
    complaints: () => complaints,
    elsewhere: () => elsewhere,
    suffers: (script) => page.evaluate(script),
    isAnsweredOnce: async (path, answer) =>
      void (await page.route(`${url}${path}`, (route) => route.fulfill({ json: answer }), { times: 1 })),
    losesHouse: (lost) => page.context().setOffline(lost),
    isLoadedAgain: async () => {
      // GraphiQL puts away what is in the editor a moment after it changed: later than a test would load the page
      // again.
      await eventually(async () =>
        expect(await page.evaluate<string>("localStorage.getItem('graphiql:tabState') ?? ''")).toContain(
          JSON.stringify(await page.evaluate(inEditor)),
        ),
      );
      await page.reload();
      await page.getByRole('region', { name: 'The journey' }).waitFor();
    },
  };
}
