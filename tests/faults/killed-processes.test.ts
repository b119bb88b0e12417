import { jest } from '@jest/globals';
import { killedProcesses } from './killed-processes.ts';

jest.setTimeout(240_000);

killedProcesses('on files');
