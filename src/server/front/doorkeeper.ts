/** Slots of the table; a power of two. */
const slotCount = 65_536;

/**
 * Tells what comes for the second time, so that nothing is kept for those who never come back (the doorkeeper of TinyLFU:
 * Einziger, Friedman, Manes 2017). It is a table of checksums and allocates nothing; of two that share a slot the latest is
 * known.
 */
export interface Doorkeeper {
  /** Whether this checksum was seen before; it is from now on. */
  hasSeen(checksum: number): boolean;
}

export function createDoorkeeper(): Doorkeeper {
  const seen = new Int32Array(slotCount);
  return {
    hasSeen(checksum) {
      // 0 stands for nothing
      const mark = checksum | 0 || 1;
      const slot = (mark ^ (mark >>> 16)) & (slotCount - 1);
      const before = seen[slot];
      seen[slot] = mark;
      return before === mark;
    },
  };
}
