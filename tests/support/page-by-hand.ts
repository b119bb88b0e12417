import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })).optional(),
});

/** What a person sees after Run: the sentence beside it, and the answer on the right. */
export type SeenAnswer = { outcome: string; data: unknown; codes: (string | undefined)[] };

export type PageByHand = AsyncDisposable & {
  /** Picks somebody in the list at the top. */
  isNow: (label: string) => Promise<void>;
  /** Who is picked, and the sentence on what they may. */
  whoIsPicked: () => Promise<{ label: string; may: string }>;
  opens: (operation: string) => Promise<void>;
  runs: () => Promise<SeenAnswer>;
  /** The answer to what was run in whichever way. */
  shown: () => Promise<SeenAnswer>;
  /** Opens an operation and runs it. */
  does: (operation: string) => Promise<SeenAnswer>;
  writesList: (write: (list: string) => string) => Promise<void>;
  note: () => Promise<string>;
  presses: (...keys: string[]) => Promise<void>;
  clicks: (button: string) => Promise<void>;
  /** Puts the cursor into the editor of that name, and says where the cursor is. */
  enters: (editor: string) => Promise<void>;
  cursor: () => Promise<string>;
  /** The next request to a path is answered like this, and not by the house. */
  answersOnce: (path: string, answer: object) => Promise<void>;
  losesHouse: (lost: boolean) => Promise<void>;
  /** Runs a script in the page, as somebody else's would who found a way in. */
  suffers: (script: string) => Promise<unknown>;
  /** What nobody should see or pay for: errors in the console, among them whatever the page's policy forbids. */
  complaints: () => string[];
  /** Addresses beyond the gateway's own that were asked for anything. */
  elsewhere: () => string[];
};

/** The page at a house's address, used as a person uses it: by what is written on it. */
export async function pageByHand(browser: Browser, url: string): Promise<PageByHand> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const heard = listening(page, url);
  await page.goto(url);
  const journey = page.getByRole('region', { name: 'The journey' });
  await journey.waitFor();
  const picker = page.getByRole('combobox', { name: 'You are' });
  const opens = (operation: string): Promise<void> => journey.getByRole('button').filter({ has: page.getByText(operation, { exact: true }) }).click();
  const runs = async (): Promise<SeenAnswer> => {
    await journey.getByRole('button', { name: 'Run', exact: true }).click();
    return shownIn(page, journey);
  };
  return {
    ...heard,
    opens,
    runs,
    shown: () => shownIn(page, journey),
    isNow: async (label) => void (await picker.selectOption({ label })),
    whoIsPicked: async () => ({ label: await picker.locator('option:checked').innerText(), may: await page.locator('#may').innerText() }),
    does: async (operation) => {
      await opens(operation);
      return runs();
    },
    writesList: async (write) => {
      const list = journey.getByRole('textbox', { name: 'The list that is sent' });
      await list.fill(write(await list.inputValue()));
    },
    note: () => journey.locator('.note').innerText(),
    presses: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    clicks: (button) => page.getByRole('button', { name: button }).click(),
    enters: (editor) => page.getByRole('textbox', { name: editor, exact: true }).focus(),
    cursor: () => page.evaluate<string>("document.activeElement.getAttribute('aria-label')"),
    answersOnce: async (path, answer) => void (await page.route(`${url}${path}`, (route) => route.fulfill({ json: answer }), { times: 1 })),
    losesHouse: (lost) => page.context().setOffline(lost),
    suffers: (script) => page.evaluate(script),
    [Symbol.asyncDispose]: () => page.close(),
  };
}

function listening(page: Page, url: string): Pick<PageByHand, 'complaints' | 'elsewhere'> {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', ({ message }) => void complaints.push(message));
  page.on('request', (request) => void (new URL(request.url()).origin !== url && elsewhere.push(request.url())));
  return { complaints: () => complaints, elsewhere: () => elsewhere };
}

async function shownIn(page: Page, journey: Locator): Promise<SeenAnswer> {
  // While an answer is awaited, the button is not to be pressed.
  await journey.locator('button.run:enabled').waitFor();
  // The editor draws the lines that are in sight; a person scrolls to the others.
  const text = await page.evaluate<string>("document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()");
  const { data, errors = [] } = answerSchema.parse(JSON.parse(text));
  return { outcome: await journey.getByRole('status').innerText(), data, codes: errors.map(({ extensions }) => extensions?.code) };
}
