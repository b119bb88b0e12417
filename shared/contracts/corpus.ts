import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { underPresentName, type Contract } from './contract.ts';
import { contracts as contractsOfToday } from './contracts.ts';

/** An event as it was once published, kept for good: whoever reads the log from the beginning meets it again. */
export type Example = {
  topic: string;
  /** The name of today, whatever it was called then. */
  name: string;
  file: string;
  text: string;
  message: { type: string; data: Record<string, unknown> };
};

const folder = new URL('./corpus/', import.meta.url);
const listFile = new URL('./frozen.txt', folder);

export function readCorpus(): Example[] {
  const topics = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return topics.flatMap((topic) =>
    readdirSync(new URL(`./${topic}/`, folder))
      .sort()
      .map((name) => exampleIn(topic, `${topic}/${name}`)),
  );
}

function exampleIn(topic: string, file: string): Example {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const message = JSON.parse(text) as Example['message'];
  const contract = contractsOfToday.find((each) => each.topic === topic);
  const { type: name } = contract ? underPresentName(contract, message) : message;
  return { topic, name, file, text, message };
}

/** Returns the examples that a reader of today would not understand any more, with the reason. */
export function brokenExamples(contracts: readonly Contract[], corpus: readonly Example[]): string[] {
  return corpus.flatMap(({ topic, name, file, message }) => {
    const contract = contracts.find((each) => each.topic === topic);
    const event = contract && underPresentName(contract, message);
    const rule = event && contract.events[event.type];
    if (!rule) return [`${file}: nobody knows ${name} any more`];
    const { error } = rule.data.safeParse(event.data);
    return error
      ? [`${file}: ${error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`]
      : [];
  });
}

/** Returns the hash of each example from the day it was taken in. */
export function frozenHashes(): ReadonlyMap<string, string> {
  return new Map(
    readFileSync(listFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('  '))
      .map(([hash = '', file = '']) => [file, hash]),
  );
}

export const hashOf = ({ text }: Example): string => createHash('sha256').update(text).digest('hex');

/** Adds new examples to the list; those on it stay as they are. */
export function freeze(corpus: readonly Example[]): void {
  const hashes = new Map(corpus.map((example) => [example.file, hashOf(example)]));
  for (const [file, hash] of frozenHashes()) hashes.set(file, hash);
  writeFileSync(
    listFile,
    [...hashes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, hash]) => `${hash}  ${file}\n`)
      .join(''),
  );
}
