// Ends with 0 if the process of this container answers at the path with 200. A container runs one of them, so whichever
// port answers is its own. Plain JavaScript without packages: it is started every few seconds.
const ports = [4000, 4001, 4002, 4003, 4004, 4005];
const [path = '/livez'] = process.argv.slice(2);

const answered = await Promise.any(
  ports.map((port) => fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(4000) })),
).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(answered ? 0 : 1);
