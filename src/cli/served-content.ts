import type { LoadedConfig } from '../config/load-config.ts';
import type { ParseCache } from '../content/cache/parse-cache.ts';
import type { Diagnostic } from '../content/diagnostic.ts';
import { systemClock } from '../content/live/clock.ts';
import { watchFolder } from '../content/live/folder-watchers.ts';
import { type LiveContent, openLiveContent } from '../content/live/live-content.ts';
import type { LiveEvent } from '../content/live/live-event.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

/** How changes of the content are found; `off` for not at all. */
export type WatchMode = 'hints' | 'poll' | 'off';

/** Milliseconds between two looks at all files; longer where that costs much. */
const sweepInterval = 2000;

export interface ServedContentInput {
  readonly watch: WatchMode;
  readonly cache: ParseCache;
  readonly terminal: Terminal;
  /** Whether everything that is hidden is kept as a view of its own. */
  readonly withPreview: boolean;
  readonly onEvent: (event: LiveEvent, live: LiveContent) => void;
  /** What is served was looked through. */
  readonly onDiagnosed: (diagnostics: readonly Diagnostic[]) => void;
}

/** Reads the content, with a progress bar, and tells what becomes of it once it is followed. Fails as `openLiveContent` does. */
export async function openServedContent(
  { folders, options }: Pick<LoadedConfig, 'folders' | 'options'>,
  { watch, cache, terminal, withPreview, onEvent, onDiagnosed }: ServedContentInput,
): Promise<LiveContent> {
  const progress = createProgressBar({ terminal, now: () => performance.now() });
  const live = await openLiveContent({
    folders,
    options,
    understand: cache.understand,
    ahead: cache.ahead,
    clock: systemClock,
    watchFolder: watch === 'hints' ? watchFolder : null,
    sweepInterval,
    withPreview,
    onProgress: progress.update,
    onPublish() {},
    onDiagnosed,
    report(event) {
      for (const path of removedBy(event)) cache.forget(path);
      onEvent(event, live);
    },
  });
  progress.end();
  return live;
}

const removedBy = (event: LiveEvent): readonly string[] =>
  event.kind === 'published' || event.kind === 'hidden' ? event.removed : [];
