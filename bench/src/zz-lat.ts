await import('temporal-polyfill/global');
const { benchLatency } = await import('./latency/latency.ts');
const { judge, markdownTable } = await import('./report.ts');
const { smallPlan } = await import('./plan.ts');
const lines = await benchLatency({ ...smallPlan, loads: [{ rate: Number(process.argv[2] ?? 300), seconds: Number(process.argv[3] ?? 8) }] }, console.log);
console.log(markdownTable(lines.map(judge)));
