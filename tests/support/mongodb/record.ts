import { rules } from './rules.ts';
import { inWords, shapeOf, type Shape } from './shapes.ts';
import type { Command } from './wire.ts';

/** What was sent to a server, held against the rules as it came. */
export type Record = {
  hear: (command: Command) => void;
  /** How many of each command. */
  counts: Map<string, number>;
  /** What broke a rule, said once each. */
  faults: Set<string>;
  shapes: Map<string, Shape>;
  largest: () => number;
};

export function newRecord(): Record {
  const [counts, faults, shapes] = [new Map<string, number>(), new Set<string>(), new Map<string, Shape>()];
  let largest = 0;
  const hear = (command: Command): void => {
    counts.set(command.name, (counts.get(command.name) ?? 0) + 1);
    largest = Math.max(largest, command.bytes);
    for (const { name, wrong } of rules) {
      const fault = wrong(command);
      if (fault !== undefined) faults.add(`${name}: ${fault} (${String(command.body[command.name])})`);
    }
    const shape = shapeOf(command);
    if (shape) shapes.set(inWords(shape), shape);
  };
  return { hear, counts, faults, shapes, largest: () => largest };
}
