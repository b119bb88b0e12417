import type { ListProblem } from './list-problem.ts';

export type TextLine = { line: number; text: string };
type ReadLines = { lines: TextLine[]; problems: ListProblem[] };

export const MAX_LINES = 20_000;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const AS_UTF8 = 'UTF-8; when saving choose "CSV UTF-8", or the encoding UTF-8';

/** Returns the lines that are not empty, with the numbers an editor shows. Line ends may be those of any system. */
export function splitIntoLines(bytes: Uint8Array): ReadLines {
  if (isUtf16(bytes)) return unreadableFile('NOT_UTF8', AS_UTF8);
  const decoded = splitLines(bytes).map((raw, index) => ({
    line: index + 1,
    text: textOf(raw),
    foreign: raw.some((byte) => byte > 0x7f),
  }));
  // Where no letter beyond ASCII can be read, the whole file is in another encoding: one problem for all lines.
  const foreign = decoded.filter((line) => line.foreign);
  if (foreign.length > 0 && foreign.every(({ text }) => text === undefined))
    return unreadableFile('NOT_UTF8', AS_UTF8, foreign[0]?.line);

  const [first] = decoded;
  if (first?.text?.startsWith('\u{FEFF}')) first.text = first.text.slice(1);
  const lines = decoded.flatMap(({ line, text }) => (text === undefined || isEmpty(text) ? [] : [{ line, text }]));
  if (lines.length > MAX_LINES)
    return unreadableFile('TOO_MANY_LINES', `at most ${MAX_LINES} lines; import the list in parts`, MAX_LINES + 1);
  const problems = decoded.flatMap(({ line, text }): ListProblem[] =>
    text === undefined ? [{ line, column: null, value: null, code: 'NOT_UTF8', expected: AS_UTF8 }] : [],
  );
  return { lines, problems };
}

function unreadableFile(code: ListProblem['code'], expected: string, line = 1): ReadLines {
  return { lines: [], problems: [{ line, column: null, value: null, code, expected }] };
}

/** True for a line of separators alone: spreadsheets write it for a row that was once filled. */
function isEmpty(text: string): boolean {
  return /^[;,\s]*$/.test(text);
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) continue;
    lines.push(bytes.subarray(start, at));
    if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at += 1;
    start = at + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(raw: Uint8Array): string | undefined {
  try {
    // Letters composed of two characters, as one system writes them, become the one character that everybody else uses.
    return utf8.decode(raw).normalize('NFC');
  } catch {
    return undefined;
  }
}
