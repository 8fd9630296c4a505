import { diskSuite } from './disk-suite.ts';
import { PLAYGROUNDS } from './playgrounds.ts';

for (const [name, enter] of PLAYGROUNDS) diskSuite(name, enter);
