// `npm run bench` and `npm run bench:full`: what the product costs, as ratios inside one run on this machine.
import { join } from 'node:path';

import { installDependencies, messageOf, run } from './prepare.mjs';
import { lockedNode, root } from './runtime.mjs';

try {
  await installDependencies();
  await run(lockedNode(), [join(root, 'bench/src/bench.ts'), ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
