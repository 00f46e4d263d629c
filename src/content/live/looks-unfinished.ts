/** What can be told of a text at a glance. */
export interface TextShape {
  /** In bytes. */
  readonly size: number;
  readonly endsWithLineEnd: boolean;
}

export function shapeOf(bytes: Uint8Array): TextShape {
  const last = bytes.at(-1);
  return { size: bytes.length, endsWithLineEnd: last === lineFeed || last === carriageReturn };
}

/**
 * Whether a text is likely a piece of one that is still being written. Programs that write in place cut the file first;
 * what they wrote so far is shorter than what was there, and seldom ends where a line does.
 */
export function looksUnfinished(now: TextShape, before: TextShape | null): boolean {
  if (now.size === 0) return before === null || before.size > 0;
  if (!now.endsWithLineEnd) return before === null || before.endsWithLineEnd || before.size === 0;
  return before !== null && now.size * 2 < before.size;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
