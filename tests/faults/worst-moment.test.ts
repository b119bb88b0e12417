import { jest } from '@jest/globals';
import { worstMoment } from './worst-moment/worst-moment.ts';

jest.setTimeout(600_000);

worstMoment('on files', { often: 10 });
