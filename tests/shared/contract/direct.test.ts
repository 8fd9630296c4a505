import { directPair } from './direct.ts';
import { contractSuite } from './suite.ts';

contractSuite('a direct connection', () => Promise.resolve(directPair()));
