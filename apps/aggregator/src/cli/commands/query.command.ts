import { breakdownSchema, ledgerNameSchema, type KpiAnswer, type KpiValue } from '@flagtower/contracts';
import { Command, Option } from 'commander';
import { z } from 'zod';

import { withDesk } from '../desk/open-desk.ts';
import { ledgerOption } from '../options.ts';
import { run } from '../run.ts';
import { statedLine } from '../stated-line.ts';

const optionsSchema = z.object({
  ledger: ledgerNameSchema,
  source: z.string().optional(),
  unit: z.string().optional(),
  geography: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  at: z.string().optional(),
  known: z.string().optional(),
  by: z.string().optional(),
});

export function queryCommand(): Command {
  const kpi = new Command('kpi')
    .description('a figure, the same as the API tells')
    .argument('<id>', 'such as dossiers.received')
    .addOption(ledgerOption())
    .option('--source <id>', 'only what this source told')
    .option('--unit <code>', 'a unit and those below it')
    .option('--geography <date>', 'the units of that day')
    .option('--from <time>', 'a day or an instant, included')
    .option('--to <time>', 'a day or an instant, excluded')
    .option('--at <time>', 'what was true then')
    .option('--known <time>', 'as we knew it then')
    .addOption(new Option('--by <what>', 'break it down').choices(breakdownSchema.options))
    .action(
      run(optionsSchema, async (context, [id], { ledger, ...words }) => {
        const answer = await withDesk(context, (desk) => desk.queryKpi(ledger, id ?? '', words));
        context.output.result(answer, () => linesOf(answer));
      }),
    );
  return new Command('query').description('ask for figures').addCommand(kpi);
}

function linesOf(answer: KpiAnswer): string[] {
  return [
    `${answer.kpi} in ${answer.ledger}${answer.unit === null ? '' : `, unit ${answer.unit}`}, units of ${answer.geography}, at ${answer.at}, known ${answer.known ?? 'nothing'} (${String(answer.knownSeq)})`,
    ...(answer.simulated ? ['  SIMULATED DATA'] : []),
    ...(answer.projection ? ['  a projection: what will be true if nothing more happens'] : []),
    ...answer.values.flatMap((value) => [
      `  ${lineOf(value)}`,
      ...(value.stated === undefined ? [] : [`    ${statedLine(value.stated)}`]),
      ...reasonLines(value),
    ]),
    ...answer.breaks.map(({ day, basis }) => `  units changed on ${day}: ${basis.en}`),
  ];
}

function reasonLines({ reasons = [] }: KpiValue): string[] {
  return reasons.map(({ reason, value }) => `    ${reason}${value === null ? '' : `: ${String(value)}`}`);
}

function lineOf({ key, value, numerator, denominator, unitOfMeasure, freshness }: KpiValue): string {
  const name = Object.values(key).map((part) => (part === '' ? '(not told)' : part));
  const parts = numerator === null || denominator === null ? '' : ` (${String(numerator)} of ${String(denominator)})`;
  return [...name, `${value === null ? 'not known' : String(value)}${parts} ${unitOfMeasure}`, freshness.state].join(
    '  ',
  );
}
