import { dependsOnTime, nextChangeOf, type Publication } from './publication.ts';

/** Paths at which time alone publishes or withdraws something. */
export interface TimedPaths {
  /** Notes what the versions of a file say that is there; none for a file that is gone. */
  note(path: string, publications: readonly Publication[]): void;
  paths(): Iterable<string>;
  /** When the next of them changes; `null` where there are none, `Infinity` where none of them will change any more. */
  nextChangeAfter(instant: number): number | null;
}

export function createTimedPaths(): TimedPaths {
  const timed = new Map<string, readonly Publication[]>();
  let known: { readonly instant: number; readonly next: number } | null = null;
  return {
    note(path, publications) {
      const before = timed.size;
      const own = publications.filter(dependsOnTime);
      if (own.length > 0) timed.set(path, own);
      else timed.delete(path);
      if (own.length > 0 || timed.size !== before) known = null;
    },
    paths: () => timed.keys(),
    nextChangeAfter(instant) {
      if (timed.size === 0) return null;
      if (known?.instant !== instant) known = { instant, next: firstChange(timed.values(), instant) };
      return known.next;
    },
  };
}

function firstChange(timed: Iterable<readonly Publication[]>, instant: number): number {
  let first = Infinity;
  for (const publications of timed) {
    for (const publication of publications) first = Math.min(first, nextChangeOf(publication, instant));
  }
  return first;
}
