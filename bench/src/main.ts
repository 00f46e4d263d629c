// Entry of `npm run bench`: measures, prints the tables as Markdown on stdout, and what it is doing on stderr.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPeers } from './install-peers.ts';
import { startLoadClient } from './load/load-client.ts';
import { measureTables } from './measure-tables.ts';
import { type Options, readOptions, usage } from './options.ts';
import { createProduct } from './product.ts';
import { readMachine } from './report/machine.ts';
import { printReport, type Report } from './report/report.ts';
import { tables } from './tables/tables.ts';
import { createWorkspace } from './workspace.ts';
import { writeReport } from './write-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tableNames = tables.map(({ name }) => name);
const progress = (text: string): void => void process.stderr.write(`bench: ${text}\n`);

try {
  await main(readOptions(process.argv.slice(2), tableNames));
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function main(options: Options): Promise<void> {
  if (options.help) {
    process.stdout.write(usage.replace('TABLES', tableNames.join(', ')));
    return;
  }
  const report: Report =
    options.from === null ? await measure(options) : JSON.parse(readFileSync(options.from, 'utf8'));
  process.stdout.write(`${printReport(report)}\n`);
  writeReport(report, options, root);
  if (report.tables.some(({ failure }) => failure !== null)) process.exitCode = 1;
}

async function measure({ only, settings, product }: Options): Promise<Report> {
  const [start, machine] = [performance.now(), readMachine()];
  installPeers(join(root, 'bench'), progress);
  const content = join(root, 'content');
  const workspace = createWorkspace(content, progress);
  const load = startLoadClient();
  const stop = (): void => {
    load.stop();
    workspace.remove();
  };
  // servers end by themselves when this process has ended
  process
    .once('SIGINT', () => process.exit(130))
    .once('SIGTERM', () => process.exit(143))
    .once('exit', stop);
  const measured = await measureTables(
    tables.filter(({ name }) => only?.includes(name) ?? true),
    {
      product: createProduct(product ?? join(root, 'bin/foliograph.js')),
      load,
      workspace,
      settings,
      content,
      progress,
    },
  );
  stop();
  return {
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    machine,
    command: ['npm run bench', ...shownArguments()].join(' '),
    minutes: Math.round((performance.now() - start) / 60_000),
    tables: measured,
  };
}

/** Those that change what is measured. */
function shownArguments(): readonly string[] {
  const args = process.argv.slice(2);
  const shown = args.filter((arg, index) => {
    const isValue = ['--sizes', '--only'].includes(args[index - 1] ?? '');
    return isValue || ['--quick', '--sizes', '--only'].includes(arg.split('=')[0] ?? '');
  });
  return shown.length === 0 ? [] : ['--', ...shown];
}
