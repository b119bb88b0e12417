import { compileOnce } from '../house/compile.ts';

await compileOnce();
