import type { DocumentParts } from './document-parts.ts';

/** What is unpacked of a document at present. */
export interface Unpacked {
  parts: { -readonly [Part in keyof DocumentParts]?: DocumentParts[Part] };
  /** An estimate of the memory that it takes. */
  bytes: number;
  /** Whether it was read since it was last looked at for room. */
  isUsed: boolean;
}

/** Something that can be unpacked. */
export interface Unpackable {
  unpacked: Unpacked | null;
}

/** Keeps what was unpacked last within a bound. */
export interface UnpackedMemory {
  /** Begins to keep what is unpacked of a document. */
  begin(owner: Unpackable): Unpacked;
  /** Notes that a document takes so many bytes more, and drops of what was not read for long what is too much. */
  grow(unpacked: Unpacked, bytes: number): void;
  hasRoomFor(bytes: number): boolean;
  setMaximum(bytes: number): void;
  /** An estimate of all. */
  bytes(): number;
}

/** By the clock algorithm (Corbato 1968): what was read since the last round stays for one more. A read costs a write. */
export function createUnpackedMemory(firstMaximum: number): UnpackedMemory {
  let maximumBytes = firstMaximum;
  /** In the order of the round. */
  const owners = new Set<Unpackable>();
  let total = 0;

  function makeRoom(): void {
    for (const owner of owners) {
      if (total <= maximumBytes) return;
      owners.delete(owner);
      if (owner.unpacked?.isUsed === true) {
        owner.unpacked.isUsed = false;
        owners.add(owner);
      } else {
        total -= owner.unpacked?.bytes ?? 0;
        owner.unpacked = null;
      }
    }
  }

  return {
    begin(owner) {
      const unpacked: Unpacked = { parts: {}, bytes: 0, isUsed: false };
      owner.unpacked = unpacked;
      owners.add(owner);
      return unpacked;
    },
    grow(unpacked, bytes) {
      unpacked.bytes += bytes;
      total += bytes;
      if (total > maximumBytes) makeRoom();
    },
    hasRoomFor: (bytes) => total + bytes <= maximumBytes,
    setMaximum(bytes) {
      maximumBytes = bytes;
      if (total > maximumBytes) makeRoom();
    },
    bytes: () => total,
  };
}
