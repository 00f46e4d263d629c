import { shownPath } from '../config/find-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { systemClock } from '../content/live/clock.ts';
import type { LiveContent } from '../content/live/live-content.ts';
import type { LiveEvent } from '../content/live/live-event.ts';
import { inSlices } from '../content/live/slices.ts';
import { createDocumentPool, servingMaximumBytes } from '../content/pack/document-pool.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { closest } from '../content/suggest.ts';
import { anyDocument } from '../server/documents/documents.ts';
import { ListenError } from '../server/listen.ts';
import { graphqlPath, schemaPath } from '../server/paths.ts';
import { createMetrics } from '../server/telemetry/metrics/metrics.ts';
import { readVersion } from '../version.ts';
import { explainFailure } from './content-arguments.ts';
import { loadQuietly } from './load-quietly.ts';
import { createLog } from './log/create-log.ts';
import { relayWarnings } from './log/relay-warnings.ts';
import { tellLiveEvent } from './log/tell-live-event.ts';
import { tellProblems } from './log/tell-problems.ts';
import { openParseCache } from './open-parse-cache.ts';
import { readTokens } from './read-tokens.ts';
import { type ReadyFacts, readyLine } from './ready-line.ts';
import { serveHere } from './serve-here.ts';
import type { ServeOptions } from './serve-options.ts';
import { openServedContent } from './served-content.ts';
import { createServedState } from './served-state.ts';
import type { ServerSetting } from './server-setting.ts';
import type { Serving } from './serving.ts';
import { tellConfigChanges } from './tell-config-changes.ts';
import { printable, type Terminal } from './terminal.ts';
import { serveByWorkers } from './workers/serve-by-workers.ts';

/**
 * Builds the content, serves it and what becomes of it until SIGINT or SIGTERM, and ends the process when it cannot: with
 * 2 when the configuration is wrong, otherwise with 1.
 */
export async function serve(serveOptions: ServeOptions): Promise<void> {
  const { request, terminal, commands } = serveOptions;
  try {
    await open(serveOptions);
  } catch (error) {
    const meant = request.folder === null ? null : closest(request.folder, commands);
    const missingHint = meant === null ? null : `Did you mean the command "${meant}"?`;
    process.exitCode = explain(error, terminal.at('error'), missingHint);
  }
}

async function open(serveOptions: ServeOptions): Promise<void> {
  const { request, watch, terminal, ending, logFormat } = serveOptions;
  const log = await createLog({ format: logFormat, terminal });
  if (logFormat === 'json') relayWarnings(log);
  const loaded = await loadQuietly(request, terminal);
  const { file, folders } = loaded;
  if (file !== null) terminal.err(`foliograph: using ${printable(shownPath(file, request.workingFolder))}\n`);
  const setting = await settingOf(serveOptions, loaded);
  const metrics = createMetrics({ version: readVersion() });
  const state = createServedState(metrics, (notes) => serving.degrade(notes));
  const pool = createDocumentPool();
  const cache = openParseCache({
    ...{ ...loaded, cache: serveOptions.cache, workingFolder: request.workingFolder },
    ...{ pool, terminal: terminal.at('warn') },
  });
  const begunAt = performance.now();
  const live = await openServedContent(loaded, {
    ...{ watch, cache, terminal, withPreview: setting.previewToken !== null },
    onDiagnosed: state.diagnosed,
    onEvent(event, content) {
      serveEvent(serving, event, content);
      state.take(event, content);
      tellLiveEvent(log, event, { folders, request, revision: content.current().revision });
    },
  });
  state.built(live, performance.now() - begunAt);
  const snapshot = live.current();
  const problems = live.problems();
  const hidden = live.hidden().size;
  const serving = await begin(serveOptions.workers, { live, setting, log, metrics, options: loaded.options });
  const stopTelling =
    file === null || watch === 'off' ? () => {} : tellConfigChanges(file, { request, terminal: terminal.at('warn') });
  ending.by(() => {
    live.close();
    stopTelling();
    serving.close();
    void cache.close();
  });
  const facts = factsOf(serving.origin, snapshot, hidden);
  log.tell(readyLine(facts), { fields: { event: 'ready', ...facts } });
  void cache.save();
  if (watch === 'off') live.followTime();
  else live.follow();
  await inSlices(problems.findDiagnostics(), systemClock);
  pool.setMaximumBytes(servingMaximumBytes);
  state.diagnosed(snapshot.diagnostics);
  if (!ending.hasBegun()) tellProblems(log, problems.diagnostics, request);
}

type BeginInput = Omit<Parameters<typeof serveByWorkers>[0], 'count'>;

const begin = (count: number, input: BeginInput): Promise<Serving> =>
  count === 1 ? serveHere(input) : serveByWorkers({ count, ...input });

/** @throws {ConfigError} where a file cannot be used that the command line names. */
async function settingOf(serveOptions: ServeOptions, { server }: LoadedConfig): Promise<ServerSetting> {
  const { host, port, previewToken, logFormat, logRequests } = serveOptions;
  const { request, tokenFile, operations, onlyTrusted } = serveOptions;
  const { workingFolder } = request;
  // most starts name no such files
  const trusted =
    operations === null
      ? anyDocument.trusted
      : (await import('./read-operations.ts')).readOperations({ path: operations, workingFolder, server });
  return {
    ...{ host, port, server, previewToken, logFormat, logRequests },
    documents: { trusted, onlyTrusted },
    tokens: tokenFile === null ? [] : readTokens(tokenFile, workingFolder),
  };
}

function serveEvent(serving: Serving, event: LiveEvent, live: LiveContent): void {
  if (event.kind === 'published') serving.publish(live.current(), event);
  const everything = live.preview()?.current();
  if (event.kind === 'previewed' && everything !== undefined) serving.preview(everything, event);
}

function explain(error: unknown, terminal: Terminal, missingHint: string | null): number {
  if (!(error instanceof ListenError)) {
    return explainFailure(error, { terminal, command: 'foliograph', rootExitCode: 1, missingHint });
  }
  terminal.err(`foliograph: ${printable(error.message)}.\n`);
  return 1;
}

function factsOf(origin: string, { counts, languages }: Snapshot, hidden: number): ReadyFacts {
  return {
    version: readVersion(),
    milliseconds: performance.now(),
    urls: [`${origin}${graphqlPath}`, `${origin}${schemaPath}`],
    pages: counts.Page,
    partners: counts.Partner,
    goals: counts.Goal,
    links: counts.Link,
    languages: languages.filter(({ pageCount }) => pageCount > 0).map(({ tag }) => tag),
    hidden,
  };
}
