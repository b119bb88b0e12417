import { enginesOnFiles } from '../engines.fixture.ts';
import { rebuildContract } from './rebuild.contract.ts';

rebuildContract('on files', enginesOnFiles);
