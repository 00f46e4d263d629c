import type { ConfigRequest } from '../config/config-request.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { ParseCache } from '../content/cache/parse-cache.ts';
import { systemClock } from '../content/live/clock.ts';
import { watchFolder } from '../content/live/folder-watchers.ts';
import { type LiveContent, openLiveContent } from '../content/live/live-content.ts';
import type { PublishedEvent } from '../content/live/live-event.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { liveLines } from './live-lines.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

/** How changes of the content are found; `off` for not at all. */
export type WatchMode = 'hints' | 'poll' | 'off';

/** Milliseconds between two looks at all files; longer where that costs much. */
const sweepInterval = 2000;

export interface ServedContentInput {
  readonly request: ConfigRequest;
  readonly watch: WatchMode;
  readonly cache: ParseCache;
  readonly terminal: Terminal;
  readonly onPublish: (snapshot: Snapshot, event: PublishedEvent) => void;
}

/** Reads the content, with a progress bar, and tells what becomes of it once it is followed. Fails as `openLiveContent` does. */
export async function openServedContent(
  { folders, options }: Pick<LoadedConfig, 'folders' | 'options'>,
  { request, watch, cache, terminal, onPublish }: ServedContentInput,
): Promise<LiveContent> {
  const progress = createProgressBar({ terminal, now: () => performance.now() });
  const live = await openLiveContent({
    folders,
    options,
    understand: cache.understand,
    clock: systemClock,
    watchFolder: watch === 'hints' ? watchFolder : null,
    sweepInterval,
    onProgress: progress.update,
    onPublish() {},
    report(event) {
      if (event.kind === 'published') {
        onPublish(live.current(), event);
        for (const path of event.removed) cache.forget(path);
      }
      const { revision } = live.current();
      for (const line of liveLines(event, { folders, request, revision })) terminal.err(`${line}\n`);
    },
  });
  progress.end();
  return live;
}
