/** A file that somebody made to do harm, or that went wrong badly. */
export interface HostileFile {
  /** Below the content root. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The diagnostics that it is to give, as `code line:column`; none where it is harmless text, which `note` then says. */
  readonly problems: readonly string[];
  readonly note?: string;
}

type Row = readonly [name: string, content: string | Uint8Array, problem: string | null, note?: string];

/** Rows as files in a folder of their own. */
export function inFolder(folder: string, rows: readonly Row[]): readonly HostileFile[] {
  return rows.map(([name, content, problem, note]) => ({
    path: `${folder}/${name}.md`,
    content,
    problems: problem === null ? [] : [problem],
    ...(note === undefined ? {} : { note }),
  }));
}

/** A document with these lines between the fences. */
export const yaml = (...lines: readonly string[]): string => ['---', ...lines, '---', 'Text.', ''].join('\n');

/** What JavaScript that runs would leave behind: a file in the working folder, and a global. */
export const canary = 'foliograph-canary';
export const canaryCode = `require('fs').writeFileSync('${canary}', ''); globalThis['${canary}'] = true; process.exit(7)`;
