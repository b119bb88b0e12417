import { isSame, type ComparedView } from './compare-view-sets.ts';
import type { Rebuilt } from './rebuild.ts';

/** Returns what a shell is told: view by view, and whether it is the same result. */
export function rebuildReport({ events, leftOut, compared, unheard }: Rebuilt): string {
  const same = compared.every(isSame);
  const lines = [
    `${events} events from the first one on; the views they make now answer.`,
    '',
    ...compared.map(line),
    '',
    same
      ? 'Same result: the former views and the new ones hold the same.'
      : `Different: ${compared
          .filter((each) => !isSame(each))
          .map(({ view }) => view)
          .join(', ')}. ${because(unheard)}`,
    ...(leftOut > 0
      ? [
          `What follows an event that cannot be handled was left out for ${leftOut} aggregates; ` +
            '"npm run dead-letters" shows which.',
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function line(compared: ComparedView): string {
  const { view, before, after } = compared;
  const print = ({ count, hash }: ComparedView['before']): string => `${String(count).padStart(8)}  ${hash}`;
  const verdict = isSame(compared) ? 'same' : 'different';
  return `  ${view.padEnd(9)} before ${print(before)}   now ${print(after)}   ${verdict}`;
}

function because(unheard: number): string {
  if (unheard === 0)
    return 'The events are what counts: the former views were wrong, or were made by an older version.';
  return `The former views had not heard of ${unheard} event${unheard === 1 ? '' : 's'} yet; the new ones have.`;
}
