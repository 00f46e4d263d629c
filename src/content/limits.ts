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
  /** Block quotes and lists that one line opens: 20,000 take the Markdown engine 0.2 s, 500,000 more than 25 s. */
  markersOfLine: 500,
  /** Nodes of Markdown and tags of raw HTML in one document: each takes some 5 µs to render. */
  nodes: 100_000,
  /** Attributes of a tag of raw HTML: 80,000 take the HTML parser 6 s. */
  attributesOfTag: 1000,
  /** Combining marks in a row: people write three; 90,000 take Unicode's normalization 4 s, 300,000 take 43 s. */
  marksInARow: 100,
  /** References to footnotes: 20,000 take the Markdown engine 1 s to render. */
  footnoteReferences: 5000,
  /** Elements of raw HTML that are open at once. */
  htmlDepth: 200,
  /** Runs of `*`, `_` and `~` in one block: 200,000 take the Markdown engine 12 s. */
  delimitersInBlock: 20_000,
  /** `&` in one block: 40,000 entities take the Markdown engine 3 s and half a gigabyte. */
  ampersandsInBlock: 10_000,
  /** `://`, `www.` and `@` in one block, of which the Markdown engine makes links: 170,000 take it 2 s. */
  addressesInBlock: 20_000,
  /** Columns of the head times rows, over all tables: rows are filled up to the width of the head. */
  tableCells: 50_000,
} as const;
