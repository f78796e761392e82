// `npm test`: everything that must hold before a change lands, cheapest first, and it ends at the first failure.
// `npm test -- --services`: the tests on real services, at DATABASE_URL, REDIS_URL and MQTT_URL.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { findBrowser } from './browser.mjs';
import { buildWall, installDependencies, messageOf, runTool, say, step } from './prepare.mjs';
import { root } from './runtime.mjs';

const reports = join(root, 'test-results');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const wall = join(root, 'apps/wall');

// Tests start our commands a hundred times: parsing them anew would take half a second of each.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/node');

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);

let failure;
try {
  await installDependencies();
  await (process.argv.includes('--services') ? testOnServices() : testAll());
} catch (error) {
  failure = error;
  process.stderr.write(`${messageOf(error)}\n`);
}

const totals = [vitestTotals(), playwrightTotals()];
const passed = totals.reduce((sum, total) => sum + total.passed, 0);
const failed = totals.reduce((sum, total) => sum + total.failed, 0);
// A step that failed without a failing test (a lint finding, a build) is one failure.
say(`\n${passed} passed, ${failure === undefined ? failed : Math.max(failed, 1)} failed`);
process.exitCode = failure === undefined && failed === 0 ? 0 : 1;

async function testAll() {
  const browser = await findBrowser();
  await step('Formatting', () => runTool('oxfmt', ['--check']));
  await step('Lint', () => runTool('oxlint', []));
  await step('Types', () => runTool('turbo', ['run', 'typecheck', '--output-logs=errors-only']));
  await step('Boundaries', () => runTool('turbo', ['boundaries']));
  await step('Dead code', () => runTool('knip', ['--treat-config-hints-as-errors']));
  await step('Tests', () => runVitest(['--project=!services*']));
  await buildWall();
  await step('End-to-end tests', () =>
    runTool('playwright', ['test', '--reporter=list,json'], {
      cwd: wall,
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
        ...(browser === undefined ? {} : { CHROME_PATH: browser }),
      },
    }),
  );
}

/** What needs a server by its nature, and all that can run on a server instead of the embedded PostgreSQL. */
async function testOnServices() {
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'MQTT_URL']) {
    if (process.env[name] === undefined) throw new Error(`${name} is not set: these tests run on real services`);
  }
  await step('Tests on services', () =>
    runVitest(['--project=services*', '--project=packages/store', '--project=apps/aggregator'], {
      FLAGTOWER_TESTS: 'services',
    }),
  );
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
function runVitest(args, env = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  return runTool('vitest', ['run', ...args, ...reporters], { env });
}

function vitestTotals() {
  if (!existsSync(vitestReport)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(vitestReport, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightTotals() {
  if (!existsSync(playwrightReport)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(playwrightReport, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
