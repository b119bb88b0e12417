import { jest } from '@jest/globals';
import { houseUnderTest } from '#tests/support/house.ts';
import { oneMunicipalProject } from './one-municipal-project.ts';

jest.setTimeout(60_000);

oneMunicipalProject('on files', { open: () => houseUnderTest() });
