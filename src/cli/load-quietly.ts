import type { ConfigRequest } from '../config/config-request.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';

/**
 * Loads the configuration; what its own code says to people meanwhile goes to stderr: stdout belongs to the answer of
 * the command. Fails as `loadConfig` does.
 */
export async function loadQuietly(request: ConfigRequest): Promise<LoadedConfig> {
  const { console } = globalThis;
  const { log, info, debug, error } = console;
  Object.assign(console, { log: error, info: error, debug: error });
  try {
    return await loadConfig(request);
  } finally {
    Object.assign(console, { log, info, debug });
  }
}
