import { jest } from '@jest/globals';
import { houseUnderTest } from '#tests/support/house.ts';
import { lastPlace } from './last-place.ts';

jest.setTimeout(120_000);

lastPlace('on files', () => houseUnderTest());
