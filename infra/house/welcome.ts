import type { Trust } from '../../gateway/config.ts';
import { demoUsers } from '../../gateway/issuer/demo-users.ts';

/** Three questions that different users ask; each runs as it is. */
const queries = [
  {
    user: 'rathaus.gross-rohrheim',
    asks: 'the mayor: what did the project of 2013 bring?',
    query:
      '{ projects(filter: { municipality: "06431010" }) { edges { node { title report(from: "2013-09-01", to: ' +
      '"2014-04-30") { talksHeld { count } placements { count } } } } } }',
  },
  {
    user: 'anna.berg',
    asks: 'the case manager: who are my people?',
    query:
      '{ persons(first: 5, filter: { municipality: "06431010" }) { edges { node { givenName familyName ' +
      'monthsOfReceipt(from: "2011-09-01", to: "2013-08-31") } } } }',
  },
  {
    user: 'anna.berg',
    asks: 'the case manager: where can somebody still begin, with childcare?',
    query:
      '{ measures(filter: { withFreePlaces: true, childcareOffered: true }) { edges { node { title lastEntryOn ' +
      'freePlaces } } } }',
  },
];

/** Tells somebody who sees the house for the first time where it is, who they can be, and what to ask. */
export function welcome(url: string, trust: Trust['kind']): string {
  return (
    `\nKurze Wege is open at ${url}\n${trust === 'local' ? forDemoUsers(url) : forRealUsers(url)}\nCtrl-C stops ` +
    'everything and loses nothing.'
  );
}

function forRealUsers(url: string): string {
  return `The graph is at ${url}/graphql, for callers with a token of your identity provider.`;
}

function forDemoUsers(url: string): string {
  const users = demoUsers.map(({ id, label }) => `  ${id.padEnd(24)} ${label}`).join('\n');
  return `In a browser: GraphiQL, with a picker for the demo users and the operations of the journey.

Demo users:
${users}

A token for one of them, good for the day:
  ${tokenOf(url, 'anna.berg')}

Three queries to paste:
${queries
  .map(
    ({ user, asks, query }) => `
# ${user}, ${asks}
${tokenOf(url, user)}
${requestOf(url, query)}
`,
  )
  .join('')}`;
}

function requestOf(url: string, query: string): string {
  const headers = `-H "authorization: Bearer $TOKEN" -H 'content-type: application/json'`;
  return `curl -s ${url}/graphql ${headers} -d '${JSON.stringify({ query })}'`;
}

function tokenOf(url: string, user: string): string {
  return (
    `TOKEN=$(curl -s ${url}/dev/token -H 'content-type: application/json' -d '{"user":"${user}"}' | sed ` +
    `'s/.*"token":"\\([^"]*\\)".*/\\1/')`
  );
}
