import { parseArgs } from 'node:util';
import { fullSettings, quickSettings, type Settings } from './settings.ts';

/** What the command line says. */
export interface Options {
  /** Names of experiments; never none. */
  readonly names: readonly string[];
  readonly settings: Settings;
  /** File to write; `null` for none. */
  readonly json: string | null;
  /** Another bundled command than the project's. */
  readonly product: string | null;
  readonly help: boolean;
}

export const usage = `npm run reliability -- [options] EXPERIMENT...

  EXPERIMENT      NAMES
  --quick         do less of it
  --minutes N     how long a soak takes
  --documents N   size of the corpus
  --rounds N      rounds of all else
  --json FILE     write everything that was measured
  --product FILE  measure another build: its bin/foliograph.js
  --help          print this
`;

/** @throws {Error} for arguments that it does not know. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      documents: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      product: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`expected one of ${known.join(', ')}, but got: ${unknown}`);
  if (positionals.length === 0 && !values.help) throw new Error(`expected one of ${known.join(', ')}, but got none`);
  const base = values.quick ? quickSettings : fullSettings;
  return {
    names: positionals,
    settings: {
      ...base,
      documents: numberOf('--documents', values.documents, base.documents),
      rounds: numberOf('--rounds', values.rounds, base.rounds),
      soakMilliseconds: numberOf('--minutes', values.minutes, base.soakMilliseconds / 60_000) * 60_000,
    },
    json: values.json ?? null,
    product: values.product ?? null,
    help: values.help,
  };
}

function numberOf(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${option}: expected a number above 0, but got: ${text}`);
  return number;
}
