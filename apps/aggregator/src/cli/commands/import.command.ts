import { basename } from 'node:path';

import { FlagtowerError, zoneSchema, type ImportSummary, ledgerNameSchema, sourceIdSchema } from '@flagtower/contracts';
import { defaultLimits } from '@flagtower/feeds';
import { Command } from 'commander';
import { z } from 'zod';

import { fileContent } from '../../intake/file-content.ts';
import { recognise } from '../../intake/recognise.ts';
import { instantFrom } from '../../questions/moment-text.ts';
import { withDesk } from '../desk/open-desk.ts';
import { mappingFrom } from '../mapping-file.ts';
import { ledgerOption } from '../options.ts';
import { progressBar } from '../progress-bar.ts';
import { run } from '../run.ts';

const optionsSchema = z.object({
  source: sourceIdSchema,
  ledger: ledgerNameSchema,
  format: z.string().optional(),
  mapping: z.string().optional(),
  zone: z.string().optional(),
  asOf: z.string().optional(),
  dryRun: z.boolean().default(false),
});

export function importCommand(): Command {
  return new Command('import')
    .description('read a file of a public standard into a ledger')
    .argument(
      '<file>',
      'CSV, XLSX or JSON with a mapping, XES, OCEL, Open311, GTFS, GTFS-Realtime, CAP, DATEX II, NGSI, FHIR …, packed by gzip or not',
    )
    .requiredOption('--source <id>', 'who tells')
    .addOption(ledgerOption())
    .option('--format <name>', 'what the file is, where its content does not say')
    .option('--mapping <file>', 'which column is which field: a JSON file, or the id of a mapping that comes with us')
    .option('--zone <iana>', 'zone of times without an offset')
    .option('--as-of <time>', 'when the export was made: the version of records that bring none')
    .option('--dry-run', 'read everything, commit nothing')
    .action(
      run(optionsSchema, async (context, [file], options) => {
        const { output } = context;
        const path = file ?? '';
        const zone = options.zone === undefined ? null : zoneOf(options.zone);
        const order = {
          path,
          fileName: basename(path),
          ledger: options.ledger,
          source: options.source,
          format: options.format ?? null,
          mapping: options.mapping === undefined ? null : await mappingFrom(options.mapping),
          zone,
          asOf: options.asOf === undefined ? null : instantFrom(options.asOf, zone ?? context.city.zone, 'as-of'),
          dryRun: options.dryRun,
        };
        // A file that is nothing must leave nothing, not even the source that it would have been of.
        await recognise(await fileContent(path), order, defaultLimits);
        const bar = progressBar(output, basename(path));
        const summary = await withDesk(context, (desk) => desk.importFile(order, bar.show)).finally(bar.end);
        output.result(summary, () => linesOf(summary));
      }),
    );
}

function zoneOf(text: string): string {
  try {
    const zone = zoneSchema.parse(text);
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch (cause) {
    throw new FlagtowerError('BAD_REQUEST', 'there is no such zone', {
      place: 'zone',
      remedy: 'an IANA name such as Asia/Ho_Chi_Minh',
      cause,
    });
  }
}

function linesOf(summary: ImportSummary): string[] {
  const { rows, accepted, duplicates, quarantined, dossiers, firstAt, lastAt, seconds } = summary;
  return [
    `${summary.dryRun ? 'Read, and committed nothing' : `Import ${summary.import}`}: ${summary.format} into ${summary.ledger} of ${summary.source}`,
    `  ${String(rows)} rows: ${String(accepted)} accepted, ${String(duplicates)} known before, ${String(quarantined)} quarantined`,
    ...Object.entries(summary.reasons).map(([reason, count]) => `    ${String(count)} ${reason}`),
    ...Object.entries(summary.remarks).map(([name, count]) => `  note: ${name} ${String(count)}`),
    `  ${String(dossiers)} dossiers, ${firstAt ?? '–'} to ${lastAt ?? '–'}, ${seconds.toFixed(1)} s, ${String(summary.peakRssMb)} MB`,
  ];
}
