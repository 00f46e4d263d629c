import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { TemplateFacts, TemplateFormat } from '../config/config-template.ts';
import { configFilesIn, shownPath } from '../config/find-config.ts';
import { buildSnapshot } from '../content/build-snapshot.ts';
import { ContentRootError } from '../content/read-folder.ts';
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
  const name = `foliograph.config.${format}`;
  const shown = (file: string): string => printable(shownPath(join(folder, file), process.cwd()));
  const obstacle = configFilesIn(folder).find((file) => !force || file !== name);
  if (obstacle !== undefined) {
    const hint = obstacle === name ? 'Write over it with --force.' : 'Delete it first: a folder has one configuration.';
    terminal.err(`foliograph: ${shown(obstacle)} is there already. ${hint}\n`);
    return 1;
  }
  const { configTemplate } = await import('../config/config-template.ts');
  try {
    writeFileSync(join(folder, name), configTemplate(format, factsOf(folder)), { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    terminal.err(`foliograph: ${shown(name)} could not be written (${code}).\n`);
    return 1;
  }
  terminal.out(`Wrote ${shown(name)}.\n`);
  return 0;
}

const schemaPath = 'node_modules/foliograph/config.schema.json';

function factsOf(folder: string): TemplateFacts {
  return {
    values: contentValues(folder, 'content') ?? contentValues(folder, '.') ?? {},
    schemaPath: existsSync(join(folder, schemaPath)) ? schemaPath : null,
  };
}

/** What a content folder says about itself; `null` when it has no content. */
function contentValues(folder: string, content: string): TemplateFacts['values'] | null {
  try {
    const { languages, defaultLanguage } = buildSnapshot(join(folder, content));
    const tags = languages.filter(({ pageCount }) => pageCount > 0).map(({ tag }) => tag);
    return { content, ...(tags.length === 0 ? {} : { languages: tags, defaultLanguage }) };
  } catch (error) {
    if (error instanceof ContentRootError) return null;
    throw error;
  }
}
