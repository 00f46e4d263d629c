import type { OperatorLog } from './operator-log.ts';

/** Has what Node.js itself warns of told by a log; otherwise it writes lines of its own to stderr. */
export function relayWarnings(log: OperatorLog): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.tell(`${name}: ${message}`, { level: 'warn' }));
}
