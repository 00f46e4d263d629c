import { type ChildProcess, fork } from 'node:child_process';
import type { ParserCommand, ParserReport } from './parser-message.ts';

type Parsed = Extract<ParserReport, { readonly kind: 'parsed' }>;

/** A process that runs `cli/parser.ts`. */
export interface ParserProcess {
  /** Whether it takes commands; `false` when it ended before, or never began. */
  readonly begun: Promise<boolean>;
  /** With the reason. */
  readonly ended: Promise<string>;
  /** Kept until it takes commands. */
  send(command: ParserCommand): void;
  /** `null` when it ends first. */
  nextParsed(): Promise<Parsed | null>;
  kill(): void;
}

/** Megabytes of heap: a thousand times what the largest file that is allowed takes. */
const heapSize = 1024;

/** @param entry - file of the program */
export function startParserProcess(entry: string): ParserProcess {
  const child = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${heapSize}`],
  });
  // it keeps nobody from ending but while somebody waits for it, as the first build does when nothing else is open yet
  const beWaitedFor = (isWaitedFor: boolean): void => {
    for (const handle of [child, child.channel]) isWaitedFor ? handle?.ref() : handle?.unref();
  };
  const ended = endOf(child);
  let begin = (): void => {};
  const begun = new Promise<boolean>((resolve) => {
    begin = () => resolve(true);
    void ended.then(() => resolve(false));
  });
  let hasEnded = false;
  let receive: ((parsed: Parsed | null) => void) | null = null;
  const tell = (parsed: Parsed | null): void => {
    // what was told is held here no longer
    const told = receive;
    receive = null;
    told?.(parsed);
  };
  void ended.then(() => {
    hasEnded = true;
    tell(null);
  });
  child.on('message', (report: ParserReport) => {
    if (report.kind === 'begun') return begin();
    beWaitedFor(false);
    tell(report);
  });
  return {
    begun,
    ended,
    send(command) {
      beWaitedFor(true);
      void begun.then((isThere) => {
        if (isThere && child.connected) child.send(command, () => {});
      });
    },
    nextParsed: () =>
      new Promise((resolve) => {
        if (hasEnded) resolve(null);
        else receive = resolve;
      }),
    kill: () => void child.kill('SIGKILL'),
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    // also one of a signal that does not reach it
    child.on('error', ({ message }) => resolve(message));
  });
}
