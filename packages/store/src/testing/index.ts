export { createTestDatabase, test, type TestDatabase } from './database.ts';
