import type { BuildOptions } from '../build-options.ts';
import { createDiagnostic } from '../diagnostic.ts';
import { guessPublication } from '../guess-publication.ts';
import type { Clock } from '../live/clock.ts';
import type { DocumentPool } from '../pack/document-pool.ts';
import { both, publicationOfPath } from '../publication.ts';
import { fromPortable } from '../replica/portable-source.ts';
import { sourceDigest } from '../source-digest.ts';
import type { SourceFile } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { ParserProcess } from './parser-process.ts';

/**
 * Parses files in a process of its own, one after the other. A file that ends the process, or that it does not get done
 * with, is blamed for it when it does so twice; what comes next has a new process.
 */
export interface DocumentParser {
  /** `null` where there is no process to be had. Never rejects, and never settles once it is closed. */
  parse(file: SourceFile): Promise<UnderstoodSource | null>;
  /** Ends the process, also in the middle of a file. */
  close(): void;
}

export interface DocumentParserInput {
  readonly options: BuildOptions;
  readonly pool: DocumentPool;
  readonly clock: Pick<Clock, 'after'>;
  readonly startProcess: () => ParserProcess;
}

/** Milliseconds for one file, and for the process to begin: a hundred times what the largest that is allowed takes. */
const deadline = 15_000;
/** Milliseconds without a file after which the process ends. */
const idleTime = 600_000;

const maximumAttempts = 2;

/** Why a file was not parsed; `null` where no process began. */
interface Failure {
  readonly reason: string | null;
}

export function createDocumentParser({ options, pool, clock, startProcess }: DocumentParserInput): DocumentParser {
  let running: ParserProcess | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let stopIdling = (): void => {};
  let isClosed = false;
  const never = new Promise<never>(() => {});

  /** `null` where the system has no room for another process, which it says in one way or another. */
  function begin(): ParserProcess | null {
    try {
      const parser = startProcess();
      parser.send({ kind: 'begin', options });
      return parser;
    } catch {
      return null;
    }
  }

  function end(): void {
    stopIdling();
    running?.kill();
    running = null;
  }

  async function attempt(file: SourceFile): Promise<UnderstoodSource | Failure> {
    stopIdling();
    running ??= begin();
    const parser = running;
    if (parser === null) return { reason: null };
    let isLate = false;
    const stopWaiting = clock.after(deadline, () => {
      isLate = true;
      parser.kill();
    });
    parser.send({ kind: 'parse', ...file });
    const hasBegun = await parser.begun;
    const report = hasBegun ? await parser.nextParsed() : null;
    stopWaiting();
    if (report === null) {
      end();
      if (!hasBegun) return { reason: null };
      return { reason: isLate ? `nothing after ${deadline / 1000} s` : await parser.ended };
    }
    stopIdling = clock.after(idleTime, end);
    return fromPortable(report.source, pool);
  }

  async function parse(file: SourceFile): Promise<UnderstoodSource | null> {
    // the process may have ended for another reason, such as a lack of memory, before it saw the file
    for (let attempts = 1; ; attempts++) {
      if (isClosed) return never;
      const parsed = await attempt(file);
      if (isClosed) return never;
      if ('path' in parsed) return parsed;
      if (parsed.reason === null) return null;
      if (attempts === maximumAttempts) return blamed(file, parsed.reason);
    }
  }

  return {
    parse(file) {
      const parsed = queue.then(() => parse(file));
      queue = parsed;
      return parsed;
    },
    close() {
      isClosed = true;
      end();
    },
  };
}

function blamed({ path, bytes }: SourceFile, reason: string): UnderstoodSource {
  const message = `expected a document, but found one that ends the process that parses it (${reason})`;
  const hint = 'Simplify what is unusual in it, and report this to the makers of Foliograph.';
  const diagnostic = createDiagnostic({ code: 'document-failed', path, message, hint });
  return {
    path,
    digest: sourceDigest(bytes),
    understood: null,
    publication: both(guessPublication(bytes), publicationOfPath(path)),
    diagnostics: [diagnostic],
  };
}
