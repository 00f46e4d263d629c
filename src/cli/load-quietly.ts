import { format } from 'node:util';
import type { ConfigRequest } from '../config/config-request.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import type { Terminal } from './terminal.ts';

/**
 * Loads the configuration; what its own code says to people meanwhile goes to the terminal's `err`: stdout belongs to the
 * answer of the command, and stderr may have a format of its own. Fails as `loadConfig` does.
 */
export async function loadQuietly(request: ConfigRequest, terminal: Pick<Terminal, 'err'>): Promise<LoadedConfig> {
  const { console } = globalThis;
  const { log, info, debug, warn, error } = console;
  const tell = (...values: readonly unknown[]): void => terminal.err(`${format(...values)}\n`);
  Object.assign(console, { log: tell, info: tell, debug: tell, warn: tell, error: tell });
  try {
    return await loadConfig(request);
  } finally {
    Object.assign(console, { log, info, debug, warn, error });
  }
}
