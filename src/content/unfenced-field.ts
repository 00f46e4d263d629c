import { type FieldName, publicationFieldOf } from './publication-field.ts';

/** A line that is to hide the document, and stands in its text. */
export interface UnfencedField {
  readonly key: string;
  /** Characters before it. */
  readonly index: number;
}

/** Looks in the first paragraph alone: what stands below it, or in a block of code, can be about frontmatter. */
export function findUnfencedField(text: string): UnfencedField | null {
  const start = text.length - text.trimStart().length;
  const [paragraph = ''] = text.slice(start).split(/\n[ \t]*\n|^(?:```|~~~)/m, 1);
  for (const { 1: key = '', 2: value = '', index } of paragraph.matchAll(line)) {
    const name = publicationFieldOf(key);
    if (name !== null && hidingValues[name].test(value)) return { key, index: start + index };
  }
  return null;
}

/** As YAML, TOML or JSON would have it. */
const line = /^["']?([a-z_-]{1,40})["']?[ \t]*[:=][ \t]*["']?([^"'\n,]{1,40})["']?,?[ \t]*$/gim;

const aTime = /^\d{4}-\d\d-\d\d/;
const hidingValues: Readonly<Record<FieldName, RegExp>> = {
  draft: /^(?:true|yes)$/i,
  published: /^(?:false|no)$/i,
  publishAt: aTime,
  expireAt: aTime,
};
