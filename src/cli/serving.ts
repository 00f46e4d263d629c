import type { PreviewedEvent, PublishedEvent } from '../content/live/live-event.ts';
import type { Snapshot } from '../content/snapshot.ts';

/** Content that is served over HTTP. */
export interface Serving {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  /** Serves what came of a change; requests in flight end on what they began on. */
  publish(snapshot: Snapshot, event: PublishedEvent): void;
  /** The same for the view of everything, where that is served. */
  preview(snapshot: Snapshot, event: PreviewedEvent): void;
  /** Tells those who probe what does not work as it should from now on. */
  degrade(notes: readonly string[]): void;
  /** Lets requests that run come to their end; called once more, ends them. */
  close(): void;
}
