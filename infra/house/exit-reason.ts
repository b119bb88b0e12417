const KEPT = 4000;
const LONGEST = 500;

/** What a process has written to its error output lately, which says why it ended better than its exit code. */
export type ErrorOutput = {
  add: (chunk: Buffer) => void;
  exitReason: (code: number | null, signal: NodeJS.Signals | null) => string;
};

export function errorOutput(processName: string): ErrorOutput {
  let text = '';
  return {
    add: (chunk) => void (text = (text + chunk.toString()).slice(-KEPT)),
    exitReason: (code, signal) => {
      if (signal === 'SIGKILL') return 'it was killed';
      const line = explainingLine(text, processName);
      return line ?? (signal === null ? `it ended with code ${code ?? '?'}` : `it was ended by ${signal}`);
    },
  };
}

/** Returns the error's own line rather than its stack, without the name of the process. */
function explainingLine(text: string, processName: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'));
  const line = lines.find((each) => /^\w*Error\b|^FATAL ERROR/.test(each)) ?? lines.join('; ');
  const withoutName = line.startsWith(`${processName}: `) ? line.slice(processName.length + 2) : line;
  return withoutName === '' ? undefined : withoutName.slice(0, LONGEST);
}
