import { Command, Option } from 'commander';
import { buildSnapshot } from '../content/build-snapshot.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { addColorOptions, type ColorOptions, createPaint } from './color.ts';
import { addContentArguments, type ContentOptions, explainFailure, requestOf } from './content-arguments.ts';
import { loadQuietly } from './load-quietly.ts';
import { matrixJson } from './report/matrix-json.ts';
import { matrixText } from './report/matrix-text.ts';
import { counted } from './report/summary.ts';
import { hasGap, type TranslationMatrix, translationMatrixOf } from './report/translation-matrix.ts';
import type { Terminal } from './terminal.ts';

interface LanguagesOptions extends ContentOptions, ColorOptions {
  readonly format: keyof typeof formats;
  readonly missing?: boolean;
}

const formats = { text: matrixText, json: matrixJson } as const satisfies Record<string, typeof matrixText>;

/** `foliograph languages`: ends with 0, and with 2 when the content or the configuration cannot be used. */
export function createLanguagesCommand(terminal: Terminal): Command {
  const command = addContentArguments(new Command('languages'))
    .description('Tells which page there is in which language.')
    .addOption(new Option('--format <format>', 'how to tell it').choices(Object.keys(formats)).default('text'))
    .option('--missing', 'tell only pages that a language lacks');
  return addColorOptions(command).action(async (folder: string | undefined, options: LanguagesOptions) => {
    process.exitCode = await languages(folder, options, terminal);
  });
}

/** The exit code. */
async function languages(folder: string | undefined, options: LanguagesOptions, terminal: Terminal): Promise<number> {
  const { format, missing = false, color = terminal.hasColor } = options;
  try {
    const loaded = await loadQuietly(requestOf(folder, options), terminal);
    const snapshot = buildSnapshot(loaded.folders, loaded.options, { view: 'everything' });
    const { languages, rows } = translationMatrixOf(snapshot);
    const matrix: TranslationMatrix = { languages, rows: missing ? rows.filter(hasGap) : rows };
    terminal.out(formats[format](matrix, createPaint(color)));
    tellUnserved(snapshot, terminal);
    return 0;
  } catch (error) {
    return explainFailure(error, { terminal, command: 'foliograph languages', rootExitCode: 2 });
  }
}

/** A table without the files that are not served would look complete. */
function tellUnserved({ diagnostics, indexes }: Snapshot, terminal: Terminal): void {
  const served = new Set(indexes.Page.all.map(({ source }) => source.path));
  const unserved = new Set(diagnostics.flatMap(({ path }) => (served.has(path) ? [] : path)));
  if (unserved.size === 0) return;
  const are = unserved.size === 1 ? 'is' : 'are';
  terminal.err(`foliograph: ${counted(unserved.size, 'file')} ${are} left out: foliograph check tells why.\n`);
}
