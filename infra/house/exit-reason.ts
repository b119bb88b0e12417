const KEPT = 4000;
const LONGEST = 500;

export type ErrorOutput = {
  hear: (chunk: Buffer) => void;
  reason: (code: number | null, signal: NodeJS.Signals | null) => string;
};

/** What a dying process said last says why, better than its exit code: the error's own line rather than its stack. */
export function errorOutput(name: string): ErrorOutput {
  let text = '';
  return {
    hear: (chunk) => void (text = (text + chunk.toString()).slice(-KEPT)),
    reason: (code, signal) => {
      if (signal === 'SIGKILL') return 'it was killed';
      return told(text, name) ?? (signal === null ? `it ended with code ${code ?? '?'}` : `it was ended by ${signal}`);
    },
  };
}

function told(text: string, name: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'));
  const line = lines.find((each) => /^\w*Error\b|^FATAL ERROR/.test(each)) ?? lines.join('; ');
  const withoutName = line.startsWith(`${name}: `) ? line.slice(name.length + 2) : line;
  return withoutName === '' ? undefined : withoutName.slice(0, LONGEST);
}
