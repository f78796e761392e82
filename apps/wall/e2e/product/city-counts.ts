import { z } from 'zod';

const countsSchema = z.object({
  at: z.string(),
  /** By the id of the KPI that should show it. */
  kpis: z.record(z.string(), z.number()),
  /** By the day of receipt. */
  dossiers: z.record(z.string(), z.object({ received: z.number(), receivedOnline: z.number() })),
});
export type CityCounts = z.infer<typeof countsSchema>;

/** What the simulated city that serves its feeds at a port counts of itself. */
export async function countsAt(port: number): Promise<CityCounts> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/counts.json`);
  return countsSchema.parse(await answer.json());
}
