/**
 * Bounds on what one document may cost. They are far above anything that people write; what they keep out are texts made
 * to stop the server, for which a parser takes a time or a memory that grows with the square of their size.
 */
export const limits = {
  /** Bytes of a file. */
  fileSize: 1024 * 1024,
  /** Problems of a file that are told one by one. */
  problemsOfFile: 100,
  /** UTF-16 code units between the fences. */
  frontmatterSize: 64 * 1024,
  /** Levels of YAML. */
  yamlDepth: 32,
  yamlAliases: 100,
  /** Values of a frontmatter, after aliases are written out. */
  frontmatterValues: 10_000,
  /** Levels of Markdown blocks and spans. */
  markdownDepth: 100,
  /** Elements of raw HTML that are open at once. */
  htmlDepth: 200,
  /** Runs of `*`, `_` and `~` in one block: 200,000 take the Markdown engine 12 s. */
  delimitersInBlock: 20_000,
  /** `&` in one block: 40,000 entities take the Markdown engine 3 s and half a gigabyte. */
  ampersandsInBlock: 10_000,
  /** Columns of the head times rows, over all tables: rows are filled up to the width of the head. */
  tableCells: 50_000,
} as const;
