import { compileOnce } from '../../house/compile.ts';

await compileOnce();
// A process loads these only where it is told to use them, which a process that refuses to start is not.
await Promise.all([import('#shared/documents/mongodb/mongodb.ts'), import('#shared/events/kafka/kafka.ts')]);
