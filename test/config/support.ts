import { ConfigError } from '../../src/config/config-error.ts';
import type { ConfigRequest } from '../../src/config/config-request.ts';
import { type LoadedConfig, loadConfig } from '../../src/config/load-config.ts';
import type { BuildOptions } from '../../src/content/build-options.ts';
import { folderOf } from '../support/command.ts';
import type { Files } from '../support/content.ts';

/** What somebody gets who works in a folder with these files. */
export function loadIn(files: Files, request: Partial<ConfigRequest> = {}): Promise<LoadedConfig> {
  return loadConfig({ folder: null, config: null, workingFolder: folderOf(files), ...request });
}

/** What a `foliograph.config.yaml` says. */
export function loadYaml(yaml: string): Promise<LoadedConfig> {
  const folders = { 'content/en/a.md': '', 'docs/en/a.md': '', 'public/a.png': '' };
  return loadIn({ ...folders, 'foliograph.config.yaml': yaml });
}

/** Its options. */
export async function optionsOf(yaml: string): Promise<BuildOptions> {
  return (await loadYaml(yaml)).options;
}

/** Why a configuration cannot be used. */
export async function failureOf(loading: Promise<LoadedConfig>): Promise<Pick<ConfigError, 'code' | 'message'>> {
  const error: unknown = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConfigError)) throw new Error(`expected a ConfigError, but got: ${String(error)}`);
  return { code: error.code, message: error.message };
}

/** The lines that tell what is wrong with a `foliograph.config.yaml`, without the name of the file. */
export async function problemsOf(yaml: string): Promise<readonly string[]> {
  const { message } = await failureOf(loadIn({ 'foliograph.config.yaml': yaml }));
  return message.split('\n').map((line) => line.replace(/^foliograph\.config\.yaml: /, ''));
}
