import { jest } from '@jest/globals';
import { houseUnderTest } from '#tests/support/house.ts';
import { importAList } from './import-a-list.ts';

jest.setTimeout(180_000);

importAList('on files', { open: () => houseUnderTest(), lines: 1500 });
