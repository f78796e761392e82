import { ledgerNameSchema, type Explanation } from '@flagtower/contracts';
import { Command } from 'commander';
import { z } from 'zod';

import { withDesk } from '../desk/open-desk.ts';
import { ledgerOption } from '../options.ts';
import { run } from '../run.ts';
import { statedLine } from '../stated-line.ts';

const optionsSchema = z.object({
  ledger: ledgerNameSchema,
  unit: z.string().optional(),
  geography: z.string().optional(),
  source: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  at: z.string().optional(),
  known: z.string().optional(),
  page: z.coerce.number().int().min(0).default(0),
});

export function explainCommand(): Command {
  return new Command('explain')
    .description('why this number: definition, balances, entries, records')
    .argument('<id>', 'such as dossiers.overdue')
    .addOption(ledgerOption())
    .option('--unit <code>', 'a unit and those below it')
    .option('--geography <date>', 'the units of that day')
    .option('--source <id>', 'only what this source told')
    .option('--from <time>', 'a day or an instant, included')
    .option('--to <time>', 'a day or an instant, excluded')
    .option('--at <time>', 'what was true then')
    .option('--known <time>', 'as we knew it then')
    .option('--page <number>', 'page of the entries, from 0')
    .action(
      run(optionsSchema, async (context, [id], { ledger, page, ...words }) => {
        const explanation = await withDesk(context, (desk) => desk.explain(ledger, id ?? '', words, page));
        context.output.result(explanation, () => linesOf(explanation));
      }),
    );
}

function linesOf({ answer, definition, balances, days, entries, records, versions, audit }: Explanation): string[] {
  const [value] = answer.values;
  return [
    `${definition.names.en} (${answer.kpi} v${String(definition.version)}): ${String(value?.value ?? 'not known')} ${definition.unitOfMeasure}`,
    `  ${definition.meaning.en}`,
    `  formula: ${answer.definition.formula}`,
    `  basis: ${answer.definition.basis.en}`,
    ...versions.map((report) => `  ${statedLine(report)}`),
    ...balances.map(
      ({ measure, sign, role, sum, entries: count, records: told }) =>
        `  ${sign < 0 ? '−' : '+'} ${measure} (${role}): ${String(sum)} of ${String(count)} entries from ${String(told)} records`,
    ),
    ...(definition.formula.kind === 'stated'
      ? []
      : [`  ${String(days.length)} days, the newest: ${days[0]?.day ?? '–'}`]),
    ...entries
      .slice(0, 10)
      .map(
        ({ seq, effectiveAt, measure, delta }) =>
          `    ${String(seq)}  ${effectiveAt}  ${measure} ${delta > 0 ? '+' : ''}${String(delta)}`,
      ),
    `  ${String(records.length)} records on this page`,
    audit === null
      ? '  no self-audit yet'
      : `  self-audit of ${audit.at}: ${String(audit.differences)} differences in ${String(audit.coverage * 100)} % of the dossiers`,
  ];
}
