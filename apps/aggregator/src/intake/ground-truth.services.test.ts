import { groundTruthSuite } from '../testing/ground-truth/ground-truth-suite.ts';

groundTruthSuite('on a PostgreSQL server');
