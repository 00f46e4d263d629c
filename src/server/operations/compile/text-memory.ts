import type { RevisionInfo } from '../../../store/contract.ts';
import type { Run, Write } from './run.ts';

/** JSON that was written of nodes, of the latest revision that was asked for. */
export interface TextMemory {
  /**
   * Has something written, or remembered, that is a function of the node and the revision alone.
   *
   * @param node - never edited
   */
  recall(write: Write, node: object, run: Run): string;
  /** UTF-16 code units that are remembered. */
  size(): number;
}

/** Texts by what wrote them and by node, neither of which they keep in memory: a plan holds all of its document. */
type Texts = WeakMap<Write, WeakMap<object, Remembered>>;

interface Remembered {
  readonly text: string;
  /** Units that the operation is charged for it, as if it were written anew. */
  readonly cost: number;
}

/** @param maximumCharacters - UTF-16 code units; with 0 nothing is remembered */
export function createTextMemory(maximumCharacters: number): TextMemory {
  let revision: RevisionInfo | undefined;
  // two generations: what was not asked for while one filled up is forgotten with the other
  let young: Texts = new WeakMap();
  let old: Texts = new WeakMap();
  let youngSize = 0;
  let oldSize = 0;

  function begin(next: RevisionInfo): void {
    revision = next;
    [young, old, youngSize, oldSize] = [new WeakMap(), new WeakMap(), 0, 0];
  }

  function remember(write: Write, node: object, made: Remembered): void {
    const { text } = made;
    if (text.length > maximumCharacters / 2) return;
    if (youngSize + text.length > maximumCharacters / 2) {
      [young, old, youngSize, oldSize] = [new WeakMap(), young, 0, youngSize];
    }
    const texts = young.get(write);
    if (texts === undefined) young.set(write, new WeakMap([[node, made]]));
    else texts.set(node, made);
    youngSize += text.length;
  }

  return {
    recall(write, node, run) {
      if (maximumCharacters === 0) return write(node, run);
      const { info } = run.context.reader;
      if (info !== revision) begin(info);
      const fresh = young.get(write)?.get(node);
      const known = fresh ?? old.get(write)?.get(node);
      if (known !== undefined) run.budget.work(known.cost);
      if (fresh !== undefined) return fresh.text;
      const made = known ?? writeAnew(write, node, run);
      remember(write, node, made);
      return made.text;
    },
    size: () => youngSize + oldSize,
  };
}

function writeAnew(write: Write, node: object, run: Run): Remembered {
  const before = run.budget.worked();
  const text = flat(write(node, run));
  return { text, cost: run.budget.worked() - before };
}

/** The same text in one piece: one that was put together of pieces keeps all of them, and is slow to put into others. */
function flat(text: string): string {
  // reading a unit makes one piece of it; the engine may leave out a read that nothing depends on
  return Number.isNaN(text.charCodeAt(0)) ? '' : text;
}
