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
type Texts = WeakMap<Write, WeakMap<object, string>>;

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

  function remember(write: Write, node: object, text: string): void {
    if (text.length > maximumCharacters / 2) return;
    if (youngSize + text.length > maximumCharacters / 2) {
      [young, old, youngSize, oldSize] = [new WeakMap(), young, 0, youngSize];
    }
    const texts = young.get(write);
    if (texts === undefined) young.set(write, new WeakMap([[node, text]]));
    else texts.set(node, text);
    youngSize += text.length;
  }

  return {
    recall(write, node, run) {
      if (maximumCharacters === 0) return write(node, run);
      const { info } = run.context.reader;
      if (info !== revision) begin(info);
      const known = young.get(write)?.get(node);
      if (known !== undefined) return known;
      const text = old.get(write)?.get(node) ?? flat(write(node, run));
      remember(write, node, text);
      return text;
    },
    size: () => youngSize + oldSize,
  };
}

/** The same text in one piece: one that was put together of pieces keeps all of them, and is slow to put into others. */
function flat(text: string): string {
  // reading a unit makes one piece of it; the engine may leave out a read that nothing depends on
  return Number.isNaN(text.charCodeAt(0)) ? '' : text;
}
