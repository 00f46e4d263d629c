import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { TemplateFacts, TemplateFormat } from '../config/config-template.ts';
import { configFilesIn, shownPath } from '../config/find-config.ts';
import { defaultBuildOptions } from '../content/build-options.ts';
import { buildSnapshot } from '../content/build-snapshot.ts';
import { ContentRootError } from '../content/read-folder.ts';
import { guessContent } from './guess-content.ts';
import { printable, type Terminal } from './terminal.ts';

interface InitOptions {
  readonly format: TemplateFormat;
  readonly force?: boolean;
}

const formatNames = ['yaml', 'ts', 'js', 'json'] as const satisfies readonly TemplateFormat[];

/** `foliograph init`: ends with 0, and with 1 when there is a configuration already or none can be written. */
export function createInitCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('Writes a configuration in which every key is explained.')
    .argument('[dir]', 'folder to write it into', '.')
    .addOption(new Option('--format <format>', 'how it is written').choices(formatNames).default('yaml'))
    .option('--force', 'write over a configuration that is there')
    .action(async (dir: string, options: InitOptions) => {
      process.exitCode = await init(dir, options, terminal);
    });
}

/** The exit code. */
async function init(dir: string, { format, force = false }: InitOptions, terminal: Terminal): Promise<number> {
  const folder = resolve(dir);
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status?.isDirectory() !== true) {
    const fault = status === undefined ? 'does not exist. Create the folder first.' : 'is not a folder. Name a folder.';
    terminal.err(`foliograph: ${printable(shownPath(folder, process.cwd()))} ${fault}\n`);
    return 1;
  }
  const name = `foliograph.config.${endingOf(format, folder)}`;
  const shown = (file: string): string => printable(shownPath(join(folder, file), process.cwd()));
  const obstacle = configFilesIn(folder).find((file) => !force || file !== name);
  if (obstacle !== undefined) {
    const hint = obstacle === name ? 'Write over it with --force.' : 'Delete it first: a folder has one configuration.';
    terminal.err(`foliograph: ${shown(obstacle)} is there already. ${hint}\n`);
    return 1;
  }
  const { configTemplate } = await import('../config/config-template.ts');
  const facts = factsOf(folder);
  try {
    writeFileSync(join(folder, name), configTemplate(format, facts), { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    terminal.err(`foliograph: ${shown(name)} could not be written (${code}).\n`);
    return 1;
  }
  const lack = Object.hasOwn(facts.values, 'content') ? '' : ' without "content": no folder with Markdown was found';
  terminal.out(`Wrote ${shown(name)}${lack}.\n`);
  return 0;
}

/** Where a package says nothing else, Node takes `.js` for CommonJS. */
function endingOf(format: TemplateFormat, folder: string): string {
  return format === 'js' && packageTypeOf(folder) === 'commonjs' ? 'mjs' : format;
}

/** What the nearest package says, in the folder or above it; `null` when there is none. */
function packageTypeOf(folder: string): 'module' | 'commonjs' | null {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return dirname(folder) === folder ? null : packageTypeOf(dirname(folder));
  try {
    const { type }: { type?: unknown } = JSON.parse(readFileSync(file, 'utf8')) ?? {};
    return type === 'module' ? 'module' : 'commonjs';
  } catch {
    // a package that cannot be read says nothing else
    return 'commonjs';
  }
}

const schemaPath = 'node_modules/foliograph/config.schema.json';

function factsOf(folder: string): TemplateFacts {
  return {
    values: contentValues(folder, guessContent(folder)) ?? {},
    schemaPath: existsSync(join(folder, schemaPath)) ? schemaPath : null,
  };
}

/** What a content folder says about itself; `null` when it has no content. */
function contentValues(folder: string, content: string | null): TemplateFacts['values'] | null {
  if (content === null) return null;
  try {
    const root = join(folder, content);
    const { languages, defaultLanguage } = buildSnapshot(root, defaultBuildOptions, { view: 'everything' });
    const tags = languages.filter(({ pageCount }) => pageCount > 0).map(({ tag }) => tag);
    return { content, ...(tags.length === 0 ? {} : { languages: tags, defaultLanguage }) };
  } catch (error) {
    if (error instanceof ContentRootError) return null;
    throw error;
  }
}
