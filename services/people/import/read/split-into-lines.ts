import type { ListProblem } from './list-problem.ts';
import { isOverlong, MAX_RECIPIENTS, tooManyRecipients } from './list-size.ts';
import type { Separator } from './separated-values.ts';

export type TextLine = { line: number; text: string };
/** The lines, the header first; `separator` where the file names it in a line of its own. */
export type ReadLines = { lines: TextLine[]; problems: ListProblem[]; separator?: Separator };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const AS_UTF8 = 'UTF-8; when saving choose "CSV UTF-8", or the encoding UTF-8';

/**
 * Returns the lines that are not empty, with the numbers an editor shows. Line ends may be those of any system. However
 * many lines a file has, no more are held than a list may have.
 */
export function splitIntoLines(bytes: Uint8Array): ReadLines {
  if (isUtf16(bytes)) return unreadable(notUtf8(1));
  const read: ReadLines = { lines: [], problems: [] };
  // Where no letter beyond ASCII can be read, the whole file is in another encoding: one problem for all lines.
  let foreignLines = 0;
  for (const { line, raw } of rawLines(bytes)) {
    const text = textOf(raw);
    foreignLines += Number(text !== undefined && raw.some((byte) => byte > 0x7f));
    const named = read.lines.length === 0 && text !== undefined ? namedSeparator(text) : undefined;
    if (named) read.separator = named;
    else if (text === undefined) read.problems.push(notUtf8(line));
    else if (!isEmpty(text)) read.lines.push({ line, text });
    if (read.lines.length + read.problems.length > MAX_RECIPIENTS + 1) return unreadable(tooManyRecipients(line));
  }
  const [firstForeign] = read.problems;
  return firstForeign && foreignLines === 0 ? unreadable(firstForeign) : read;
}

function unreadable(problem: ListProblem): ReadLines {
  return { lines: [], problems: [problem] };
}

function notUtf8(line: number): ListProblem {
  return { line, column: null, value: null, code: 'NOT_UTF8', expected: AS_UTF8 };
}

/** True for a line of separators and empty quotation marks alone: spreadsheets write it for a row once filled. */
function isEmpty(text: string): boolean {
  return !/[^;,\s"]/.test(text) && !/(?<!")"(?!")/.test(text);
}

/** Returns the separator that a line such as `sep=;` names: spreadsheets write it before the header. */
function namedSeparator(text: string): Separator | undefined {
  if (isOverlong(text)) return undefined;
  const [, named] = /^\s*"?sep=([;,\t])"?[;,\s"]*$/i.exec(text) ?? [];
  return named === ';' || named === ',' || named === '\t' ? named : undefined;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function* rawLines(bytes: Uint8Array): Generator<{ line: number; raw: Uint8Array }> {
  let [start, line] = [isMarked(bytes) ? 3 : 0, 1];
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) continue;
    yield { line, raw: bytes.subarray(start, at) };
    if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at += 1;
    start = at + 1;
    line += 1;
  }
  if (start < bytes.length) yield { line, raw: bytes.subarray(start) };
}

/** True when the file begins with a byte order mark. */
function isMarked([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
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
