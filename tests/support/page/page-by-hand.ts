import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { around, inEditor, type Around } from './around-page.ts';

/** What a person sees after Run: the sentence beside it, and the answer on the right. */
export type SeenAnswer = { outcome: string; data: unknown; codes: (string | undefined)[] };

/** What is done with the editors and by the keyboard. */
type Hands = {
  presses: (...keys: string[]) => Promise<void>;
  clicks: (button: string) => Promise<void>;
  /** Replaces what is in the editor by something of one's own. */
  writes: (operation: string) => Promise<void>;
  /** What is in the editor. */
  written: () => Promise<string>;
  comesBackToTab: (number: number) => Promise<void>;
  /** Puts the cursor into the editor of that name. */
  enters: (editor: string) => Promise<void>;
  /** The name of where the cursor is. */
  cursor: () => Promise<string>;
};

export type PageByHand = AsyncDisposable &
  Hands &
  Around & {
    /** Picks somebody in the list at the top. */
    isNow: (label: string) => Promise<void>;
    /** Who is picked, and the sentence on what they may. */
    whoIsPicked: () => Promise<{ label: string; may: string }>;
    opens: (operation: string) => Promise<void>;
    runs: () => Promise<SeenAnswer>;
    /** Opens an operation and runs it. */
    does: (operation: string) => Promise<SeenAnswer>;
    /** The answer to what was run in whichever way. */
    shown: () => Promise<SeenAnswer>;
    /** What stands below the operation that is open; nothing where there is none. */
    note: () => Promise<string>;
    writesList: (write: (list: string) => string) => Promise<void>;
  };

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
});

/** Opens the page at a house's address, to use it as a person does: by what is written on it. */
export async function pageByHand(browser: Browser, url: string): Promise<PageByHand> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const surroundings = around(page, url);
  await page.goto(url);
  const journey = page.getByRole('region', { name: 'The journey' });
  await journey.waitFor();
  const picker = page.getByRole('combobox', { name: 'You are' });
  const opens = (operation: string): Promise<void> =>
    journey
      .getByRole('button')
      .filter({ has: page.getByText(operation, { exact: true }) })
      .click();
  const runs = async (): Promise<SeenAnswer> => {
    await journey.getByRole('button', { name: 'Run', exact: true }).click();
    return shownIn(page, journey);
  };
  return {
    ...surroundings,
    ...hands(page),
    opens,
    runs,
    shown: () => shownIn(page, journey),
    isNow: async (label) => void (await picker.selectOption({ label })),
    whoIsPicked: async () => ({
      label: await picker.locator('option:checked').innerText(),
      may: await page.locator('#may').innerText(),
    }),
    does: async (operation) => {
      await opens(operation);
      return runs();
    },
    note: async () => (await journey.locator('.note').allInnerTexts()).join(),
    writesList: async (write) => {
      const list = journey.getByRole('textbox', { name: 'The list that is sent' });
      await list.fill(write(await list.inputValue()));
    },
    [Symbol.asyncDispose]: () => page.close(),
  };
}

function hands(page: Page): Hands {
  const editor = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  return {
    presses: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    clicks: (button) => page.getByRole('button', { name: button }).click(),
    writes: async (operation) => {
      await editor('Query').focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(operation);
    },
    written: () => page.evaluate<string>(inEditor),
    comesBackToTab: (number) =>
      page
        .getByRole('tab')
        .nth(number - 1)
        .click(),
    enters: (name) => editor(name).focus(),
    cursor: () => page.evaluate<string>("document.activeElement.getAttribute('aria-label')"),
  };
}

async function shownIn(page: Page, journey: Locator): Promise<SeenAnswer> {
  // While an answer is awaited, the button is not to be pressed.
  await journey.locator('button.run:enabled').waitFor();
  // The editor draws the lines that are in sight; a person scrolls to the others.
  const text = await page.evaluate<string>(
    "document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()",
  );
  const { data, errors = [] } = answerSchema.parse(JSON.parse(text));
  return {
    outcome: await journey.getByRole('status').innerText(),
    data,
    codes: errors.map(({ extensions }) => extensions?.code),
  };
}
