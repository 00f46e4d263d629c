// Entry of `npm run reliability` and `npm run soak`: prints findings as Markdown on stdout, and what is being done on stderr.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLoadClient } from '../load/load-client.ts';
import { createProduct } from '../product.ts';
import { readMachine } from '../report/machine.ts';
import { printReport, type Report } from '../report/report.ts';
import type { Table } from '../report/result.ts';
import { createWorkspace } from '../workspace.ts';
import type { Experiment, ExperimentContext, Findings } from './experiment.ts';
import { type Options, readOptions, usage } from './options.ts';
import { overload } from './overload.ts';
import { slow } from './slow.ts';
import { soak } from './soak/soak.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const experiments: readonly Experiment[] = [soak, slow, overload];
const names = experiments.map(({ name }) => name);
const progress = (text: string): void => void process.stderr.write(`reliability: ${text}\n`);

try {
  await main(readOptions(process.argv.slice(2), names));
} catch (error) {
  progress(messageOf(error));
  process.exitCode = 2;
}

async function main(options: Options): Promise<void> {
  if (options.help) {
    process.stdout.write(usage.replace('NAMES', names.join(', ')));
    return;
  }
  const [start, machine] = [performance.now(), readMachine()];
  const found = await runAll(options);
  const report: Report = {
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    machine,
    command: `npm run reliability -- ${process.argv.slice(2).join(' ')}`,
    minutes: Math.round((performance.now() - start) / 60_000),
    tables: found.map(tableOf),
  };
  const errors = found.flatMap(({ findings }) => findings.errors);
  process.stdout.write(`${[printReport(report), '## Errors', listOf(errors)].join('\n\n')}\n`);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify({ ...report, errors }, null, 2)}\n`);
  if (errors.length > 0) process.exitCode = 1;
}

interface Found {
  readonly experiment: Experiment;
  readonly findings: Findings;
}

async function runAll({ names: wanted, settings, product }: Options): Promise<readonly Found[]> {
  const workspace = createWorkspace(join(root, 'content'), progress);
  const load = startLoadClient();
  // servers end by themselves when this process has ended
  process
    .once('SIGINT', () => process.exit(130))
    .once('SIGTERM', () => process.exit(143))
    .once('exit', () => {
      load.stop();
      workspace.remove();
    });
  const context = { product: createProduct(product ?? join(root, 'bin/foliograph.js')), load, workspace, settings };
  const found: Found[] = [];
  for (const experiment of experiments.filter(({ name }) => wanted.includes(name))) {
    const told = (text: string): void => progress(`${experiment.name}: ${text}`);
    found.push({ experiment, findings: await runOne(experiment, { ...context, progress: told }) });
  }
  load.stop();
  return found;
}

/** One that fails says why, and takes no other with it. */
async function runOne(experiment: Experiment, context: ExperimentContext): Promise<Findings> {
  try {
    return await experiment.run(context);
  } catch (error) {
    return { measurements: [], targets: [], errors: [`${experiment.name}: ${messageOf(error)}`] };
  }
}

function tableOf({ experiment: { name, title, text }, findings: { measurements, targets } }: Found): Table {
  const failure = measurements.length === 0 ? 'see the errors' : null;
  return { name, title, text, measurements, targets, plots: [], failure };
}

function listOf(errors: readonly string[]): string {
  return errors.length === 0 ? 'None.' : errors.map((error) => `- ${error}`).join('\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
