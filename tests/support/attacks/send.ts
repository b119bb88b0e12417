import { connect, type Socket } from 'node:net';

export type Reply = { status: number; headers: Headers; text: string };

/** Whatever hangs longer than this hangs for ever. */
const PATIENCE_MS = 15_000;

export async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends bytes as they are, and returns the answer to the first request on the connection. */
export async function sendBytes(port: number, bytes: string | Buffer): Promise<Reply> {
  return replyIn(await allOf(openConnection(port, bytes)));
}

/** Opens a connection on which nothing more is sent. */
export function openConnection(port: number, bytes: string | Buffer = ''): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  return socket;
}

/** Reads everything the other side says until it hangs up. */
export function allOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    // A connection that is reset is closed as well, which is allowed.
    socket
      .on('data', (chunk) => (said += chunk.toString()))
      .on('error', () => undefined)
      .on('close', () => resolve(said));
  });
}

/** Parses an answer. One that was closed without a word has the status 0. */
export function replyIn(said: string): Reply {
  const [head = '', ...rest] = said.split('\r\n\r\n');
  const [start = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = rest.join('\r\n\r\n');
  // Only empty bodies come in chunks where nothing was read as HTTP.
  const text = body.startsWith('0\r\n') ? '' : body.slice(0, Number(headers.get('content-length') ?? Infinity));
  return { status: Number(start.split(' ')[1] ?? 0), headers, text };
}
