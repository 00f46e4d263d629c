import type { LiveEvent } from '../../content/live/live-event.ts';
import { type LiveLinesContext, liveLines } from '../live-lines.ts';
import type { LogLevel, OperatorLog } from './operator-log.ts';
import { tellProblems } from './tell-problems.ts';

/** Tells what became of the content: once for each event, and for each problem. */
export function tellLiveEvent(log: OperatorLog, event: LiveEvent, context: LiveLinesContext): void {
  if (event.kind === 'problems') {
    tellProblems(log, event.diagnostics, context.request);
    return;
  }
  const lines = liveLines(event, context);
  if (lines.length === 0) return;
  log.tell(lines.join('\n'), { level: levels[event.kind] ?? 'info', fields: fieldsOf(event) });
}

const levels: { readonly [Kind in LiveEvent['kind']]?: LogLevel } = {
  refused: 'warn',
  'folder-lost': 'warn',
  'hints-lost': 'warn',
  failed: 'error',
};

/** The event itself; an error by the name under which logs look for one. */
function fieldsOf({ kind, ...facts }: LiveEvent): Readonly<Record<string, unknown>> {
  return 'error' in facts ? { event: kind, err: facts.error } : { event: kind, ...facts };
}
