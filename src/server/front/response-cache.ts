import { LRUCache } from 'lru-cache';
import type { RevisionInfo } from '../../store/contract.ts';
import { type PreparedAnswer, sizeOf } from '../http/prepared-answer.ts';

/** Answers by what was asked for, each only for the very content that it was made of: none of them can be stale. */
export interface ResponseCache {
  find(key: string, content: RevisionInfo): PreparedAnswer | undefined;
  /** @returns the answer to use: the one before, with all that was made of it, where the new content gives the same. */
  keep(key: string, content: RevisionInfo, answer: PreparedAnswer): PreparedAnswer;
  /** An answer holds more than when it was kept. */
  grow(key: string, answer: PreparedAnswer): void;
  /** Bytes and number of what is kept. */
  size(): { readonly bytes: number; readonly count: number };
}

interface Kept {
  readonly revision: string;
  /** Answers can tell it, too. */
  readonly builtAt: string;
  readonly answer: PreparedAnswer;
}

/** @param maximumSize - bytes of memory; beyond them what was asked for least recently is forgotten. 0 keeps nothing */
export function createResponseCache(maximumSize: number): ResponseCache {
  if (maximumSize === 0) return keepsNothing;
  const kept = new LRUCache<string, Kept>({
    maxSize: maximumSize,
    sizeCalculation: ({ answer }, key) => key.length * 2 + sizeOf(answer),
  });
  return {
    find(key, { revision, builtAt }) {
      const found = kept.get(key);
      return found?.revision === revision && found.builtAt === builtAt ? found.answer : undefined;
    },
    keep(key, { revision, builtAt }, made) {
      const before = kept.peek(key)?.answer;
      const answer = before !== undefined && isSame(before, made) ? before : made;
      kept.set(key, { revision, builtAt, answer });
      return answer;
    },
    grow(key, answer) {
      const found = kept.peek(key);
      // a value of its own, as the size of one that is there already would not be counted anew
      if (found?.answer === answer) kept.set(key, { ...found });
    },
    size: () => ({ bytes: kept.calculatedSize, count: kept.size }),
  };
}

const keepsNothing: ResponseCache = {
  find: () => undefined,
  keep: (_key, _content, answer) => answer,
  grow() {},
  size: () => ({ bytes: 0, count: 0 }),
};

/** Answers under one key with equal bodies are equal when both may be asked for by their tags. */
const isSame = (one: PreparedAnswer, other: PreparedAnswer): boolean =>
  one.digest !== null && one.digest === other.digest;
