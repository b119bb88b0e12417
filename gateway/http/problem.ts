import { requestProblems, type HttpProblem } from '#shared/http/problem.ts';

export const problems = {
  ...requestProblems,
  method: { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Send operations with POST.' },
  headersTooLarge: { status: 431, code: 'BAD_REQUEST', message: 'The headers are too large.' },
  tooSlow: { status: 408, code: 'BAD_REQUEST', message: 'The request took too long to arrive.' },
  busy: { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'Too much at the same time; try again in a moment.' },
  tooManyRequests: {
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    message: 'You are sending too many requests; try again in a moment.',
  },
  tooManyTexts: {
    status: 429,
    code: 'TOO_MANY_OPERATIONS',
    message: 'Too many different operations; send the same ones with other variables, or try again in a moment.',
  },
  unauthenticated: {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: 'A valid token is needed: `authorization: Bearer …`.',
  },
  severalTokens: { status: 400, code: 'BAD_REQUEST', message: 'Send one `authorization` header, not several.' },
  withoutRole: { status: 403, code: 'FORBIDDEN', message: 'The token is valid, but names no role of this house.' },
  keysAway: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'Tokens cannot be checked at the moment; try again later.',
  },
  foreignOrigin: { status: 403, code: 'FORBIDDEN', message: 'Only pages of this address itself may ask here.' },
} satisfies Record<string, HttpProblem>;
