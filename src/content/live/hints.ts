/** Names that may have changed since somebody last looked, by folder. */
export interface Hints {
  /** `null` where any name in the folder may have changed. */
  add(folder: string, name: string | null): void;
  isEmpty(): boolean;
  /** Gives them all, and begins anew. */
  take(): ReadonlyMap<string, ReadonlySet<string> | null>;
}

export function createHints(): Hints {
  let folders = new Map<string, Set<string> | null>();
  return {
    add(folder, name) {
      const names = folders.get(folder);
      if (name === null) folders.set(folder, null);
      else if (names === undefined) folders.set(folder, new Set([name]));
      else names?.add(name);
    },
    isEmpty: () => folders.size === 0,
    take() {
      const taken = folders;
      folders = new Map();
      return taken;
    },
  };
}
