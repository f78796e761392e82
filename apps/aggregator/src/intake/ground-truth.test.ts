import { groundTruthSuite } from '../testing/ground-truth/ground-truth-suite.ts';

groundTruthSuite('on the store that comes with the program');
