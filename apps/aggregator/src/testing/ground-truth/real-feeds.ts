import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { groundTruthSchema, type GroundTruth } from './figures.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/data/feeds/', import.meta.url));

/** A real file, or one that a test made and names whole. */
export function realPath(path: string): string {
  return resolve(folder, path);
}

/** The real files do not ship with the project. */
export const areThere = existsSync(realPath('ground-truth.json'));

export function truth(): GroundTruth {
  return groundTruthSchema.parse(JSON.parse(readFileSync(realPath('ground-truth.json'), 'utf8')));
}
