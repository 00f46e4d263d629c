import type { JoinedPage } from './joined-page.ts';
import type { PageTargets } from './link-targets.ts';

/** A link, by the slot of its page and its index there. */
export interface LinkPlace {
  readonly slot: number;
  readonly index: number;
}

/**
 * For each slot the links on other pages that lead there, in the order of their pages. Kept as two arrays of numbers: the
 * links of all targets one after another, and where those of each begin.
 */
export function backlinksOf(
  pages: readonly JoinedPage[],
  targets: readonly PageTargets[],
): (slot: number) => readonly LinkPlace[] {
  const starts = new Uint32Array(pages.length + 2);
  eachLink((target) => {
    starts[target + 2] = (starts[target + 2] ?? 0) + 1;
  });
  for (let slot = 2; slot < starts.length; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  const links = new Uint32Array(2 * (starts.at(-1) ?? 0));
  // fills the links of each target, and leaves behind where those of the next one begin
  eachLink((target, from, index) => {
    const at = starts[target + 1] ?? 0;
    links[2 * at] = from;
    links[2 * at + 1] = index;
    starts[target + 1] = at + 1;
  });
  return (slot) => {
    const found: LinkPlace[] = [];
    for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at++)
      found.push({ slot: links[2 * at] ?? 0, index: links[2 * at + 1] ?? 0 });
    return found;
  };

  function eachLink(visit: (target: number, from: number, index: number) => void): void {
    for (const [from, page] of pages.entries()) {
      const ownTargets = targets[from];
      if (ownTargets === undefined) continue;
      for (let at = 0; at < ownTargets.length; at++) {
        const target = ownTargets[at]?.slot ?? null;
        if (target !== null && target !== from) visit(target, from, page.sought[at]?.index ?? 0);
      }
    }
  }
}
