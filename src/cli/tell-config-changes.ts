import { type StatsListener, unwatchFile, watchFile } from 'node:fs';
import type { ConfigRequest } from '../config/config-request.ts';
import { shownPath } from '../config/find-config.ts';
import { printable, type Terminal } from './terminal.ts';

/** Milliseconds between two looks at the file. */
const interval = 2000;

/** Says so when the configuration changes, which is read at the start alone. Gives what ends that. */
export function tellConfigChanges(
  file: string,
  { request, terminal }: { readonly request: ConfigRequest; readonly terminal: Terminal },
): () => void {
  const name = printable(shownPath(file, request.workingFolder));
  const listener: StatsListener = () => terminal.err(`foliograph: ${name} has changed: start again to use it\n`);
  watchFile(file, { interval, persistent: false }, listener);
  return () => unwatchFile(file, listener);
}
