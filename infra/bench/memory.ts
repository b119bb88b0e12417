import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Measured } from './table.ts';

type Process = { name: string; pid: number; parent: number; residentMb: number };

/** Measures what a process and all it started hold in memory: in total, and each of them. */
export function residentMemory(pid: number): Measured[] {
  const all = processes();
  const house = familyOf(pid, all);
  const total = house.reduce((sum, { residentMb }) => sum + residentMb, 0);
  const once = house.map(({ pid }) => proportionalMb(pid));
  return [
    { figure: 'resident memory of the whole house', value: Math.round(total), unit: 'MB', limit: 1600 },
    ...house.map(({ name, residentMb }) => ({ figure: `  ${name}`, value: Math.round(residentMb), unit: 'MB' })),
    ...(once.every((mb) => mb !== undefined)
      ? [
          {
            figure: '  with what they share counted once',
            value: Math.round(once.reduce((sum, mb) => sum + mb, 0)),
            unit: 'MB',
          },
        ]
      : []),
  ];
}

function familyOf(pid: number, all: readonly Process[]): Process[] {
  return all
    .filter((each) => each.pid === pid)
    .concat(all.filter(({ parent }) => parent === pid).flatMap((child) => familyOf(child.pid, all)));
}

function processes(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid = '', parent = '', kilobytes = '', ...command] = line.trim().split(/\s+/);
    return {
      name: /(\w+)\/main\.ts$/.exec(command.join(' '))?.[1] ?? 'watching them',
      pid: Number(pid),
      parent: Number(parent),
      residentMb: Number(kilobytes) / 1024,
    };
  });
}

/** Reads the memory in which pages of several processes count by their part; Linux alone knows it. */
function proportionalMb(pid: number): number | undefined {
  const file = `/proc/${pid}/smaps_rollup`;
  const [, kilobytes] = existsSync(file) ? (/^Pss:\s+(\d+)/m.exec(readFileSync(file, 'utf8')) ?? []) : [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
