import type { Config } from './config-schema.ts';

/** Gives a configuration back as it is: editors complete and check what is written inside of the brackets. */
export function defineConfig(config: Config): Config {
  return config;
}
