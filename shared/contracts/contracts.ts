import { caseEvents } from './cases.ts';
import type { Contract } from './contract.ts';
import { employerEvents } from './employers.ts';
import { measureEvents } from './measures.ts';
import { peopleEvents } from './people.ts';

/** Everything that is said in this house: one contract for each service that says something. */
export const contracts: readonly Contract[] = [peopleEvents, caseEvents, measureEvents, employerEvents];
