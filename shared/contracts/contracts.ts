import { caseEvents } from './cases.ts';
import type { Contract } from './contract.ts';
import { employerEvents } from './employers.ts';
import { measureEvents } from './measures.ts';
import { peopleEvents } from './people.ts';

/** The contracts of the house, one for each service that publishes events. */
export const contracts: readonly Contract[] = [peopleEvents, caseEvents, measureEvents, employerEvents];
