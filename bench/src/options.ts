import { parseArgs } from 'node:util';
import { fullSettings, quickSettings, type Settings } from './settings.ts';

/** What the command line says. */
export interface Options {
  /** Names of tables; `null` for all. */
  readonly only: readonly string[] | null;
  readonly settings: Settings;
  /** Files and folders to write; `null` for none. */
  readonly json: string | null;
  readonly plots: string | null;
  readonly writeDocs: boolean;
  /** Another compiled command line than the project's. */
  readonly product: string | null;
  /** A file that `--json` wrote, which is shown instead of measuring. */
  readonly from: string | null;
  readonly help: boolean;
}

export const usage = `npm run bench -- [options]

  --quick            measure less, in a few minutes
  --only NAME,NAME   measure these tables: TABLES
  --sizes N,N        sizes of the corpora, for what is shown against size
  --json FILE        write everything that was measured
  --plots FOLDER     write the plots as SVG
  --write-docs       write tables and plots into docs/performance.md (needs all tables)
  --product FILE     measure another build: its cli/main.js
  --from FILE        show what --json wrote, and measure nothing
  --help             print this
`;

/** @throws {Error} for arguments that it does not know. */
export function readOptions(args: readonly string[], tableNames: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      json: { type: 'string' },
      plots: { type: 'string' },
      'write-docs': { type: 'boolean', default: false },
      product: { type: 'string' },
      from: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const settings = values.quick ? quickSettings : fullSettings;
  const only = values.only?.split(',') ?? null;
  const unknown = only?.find((name) => !tableNames.includes(name));
  if (unknown !== undefined) throw new Error(`--only: expected one of ${tableNames.join(', ')}, but got: ${unknown}`);
  if (values['write-docs'] && only !== null) throw new Error('--write-docs needs all tables: leave out --only');
  return {
    only,
    settings: values.sizes === undefined ? settings : { ...settings, sizes: sizesOf(values.sizes) },
    json: values.json ?? null,
    plots: values.plots ?? null,
    writeDocs: values['write-docs'],
    product: values.product ?? null,
    from: values.from ?? null,
    help: values.help,
  };
}

/** Even, since each document is there in two languages, and more than the project's own content has. */
function sizesOf(text: string): readonly number[] {
  const sizes = text.split(',').map(Number);
  const wrong = sizes.find((size) => !Number.isInteger(size) || size < 50 || size % 2 !== 0);
  if (wrong !== undefined) throw new Error(`--sizes: expected even numbers from 50 on, but got: ${text}`);
  return sizes.toSorted((a, b) => a - b);
}
