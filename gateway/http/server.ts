import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { httpLimits } from '../limits.ts';
import { problems } from './problem.ts';
import { problemBody } from '#shared/http/problem.ts';

/** Makes a server that slow, endless and malformed requests cannot hold. */
export function guardedServer(app: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: httpLimits.headersMs,
      requestTimeout: httpLimits.requestMs,
      keepAliveTimeout: httpLimits.keepAliveMs,
      maxHeaderSize: httpLimits.headerBytes,
      connectionsCheckingInterval: httpLimits.checkEveryMs,
      requireHostHeader: true,
    },
    app,
  );
  server.maxConnections = httpLimits.connections;
  server.on('clientError', refuse);
  return server;
}

/** Answers a request that cannot even be read as HTTP like every other one: in JSON, without a detail. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    { HPE_HEADER_OVERFLOW: problems.headersTooLarge, ERR_HTTP_REQUEST_TIMEOUT: problems.tooSlow }[error.code ?? ''] ??
    problems.unreadable;
  const body = JSON.stringify(problemBody(problem));
  const head =
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\ncontent-type: ` +
    `application/json\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}`;
  socket.end(`${head}\r\n\r\n${body}`);
}
