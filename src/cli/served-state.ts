import type { LiveContent } from '../content/live/live-content.ts';
import type { LiveEvent } from '../content/live/live-event.ts';
import type { Diagnostic } from '../content/diagnostic.ts';
import type { Metrics } from '../server/telemetry/metrics/metrics.ts';
import { counted } from './report/summary.ts';

/** What is known of how serving goes, for probes and metrics. */
export interface ServedState {
  /** The content was built for the first time. */
  built(live: Pick<LiveContent, 'current'>, milliseconds: number): void;
  take(event: LiveEvent, live: Pick<LiveContent, 'current'>): void;
  diagnosed(diagnostics: readonly Diagnostic[]): void;
}

/** @param degrade - told, whenever that changes, what does not work as it should: without names, which are nobody's business */
export function createServedState(metrics: Metrics, degrade: (notes: readonly string[]) => void): ServedState {
  const heldBack = new Set<string>();
  const lost = new Set<string>();
  let hasHints = true;

  function publish({ current }: Pick<LiveContent, 'current'>, milliseconds: number): void {
    const { revision, builtAt, documentCount, counts } = current();
    metrics.published({ revision, builtAt, documents: documentCount, nodes: counts, milliseconds });
  }

  function note(event: LiveEvent): void {
    if (event.kind === 'refused') for (const [path] of event.files) heldBack.add(path);
    else if (event.kind === 'mended') for (const path of event.paths) heldBack.delete(path);
    else if (event.kind === 'published')
      for (const path of [...event.changed, ...event.removed, ...event.withdrawn]) heldBack.delete(path);
    else if (event.kind === 'folder-lost') lost.add(`${event.folder.of}/${event.folder.path}`);
    else if (event.kind === 'folder-back') lost.delete(`${event.folder.of}/${event.folder.path}`);
    else if (event.kind === 'hints-lost') hasHints = false;
    else return;
    degrade(notes());
  }

  const notes = (): readonly string[] => [
    ...(heldBack.size === 0 ? [] : [`${counted(heldBack.size, 'file')} broken: last good versions are served`]),
    ...(lost.size === 0 ? [] : [`${counted(lost.size, 'folder')} unreadable: what was known of them is served`]),
    ...(hasHints ? [] : ['the system watches no more folders: changes are found every few seconds']),
  ];

  return {
    built: publish,
    take(event, live) {
      if (event.kind === 'published') publish(live, event.milliseconds);
      if (event.kind === 'refused') metrics.refused();
      note(event);
    },
    diagnosed(diagnostics) {
      const counts = { error: 0, warning: 0, info: 0 };
      for (const { severity } of diagnostics) counts[severity]++;
      metrics.diagnosed(counts);
    },
  };
}
