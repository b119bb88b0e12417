import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Whether the page can be tried as people see it. */
export const browserIsThere = existsSync(executablePath);

/** A browser that asks for nothing by itself: what it asks for is what the page makes it ask for. */
export function startBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet],
  });
}
