import { groundTruthSuite } from '../testing/ground-truth-suite.ts';

groundTruthSuite('on a PostgreSQL server');
