import { instantOf } from './date.ts';
import type { JsonValue } from './json.ts';
import { alwaysPublished, draft, type Publication } from './publication.ts';

/** `published` is that of Jekyll and Hexo. */
export type FieldName = keyof Publication | 'published';

/**
 * Which of them a key is: in any case, with `-`, `_` or blanks between the words, and whatever nobody sees in or around it,
 * such as the no-break space that French keyboards write before a colon. A key that is written amiss must not publish anything.
 */
export function publicationFieldOf(key: string): FieldName | null {
  const name = key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s\p{Cf}]+/gu, '');
  return fieldNames[name] ?? null;
}

const fieldNames: Readonly<Partial<Record<string, FieldName>>> = Object.assign(Object.create(null), {
  draft: 'draft',
  published: 'published',
  publishat: 'publishAt',
  expireat: 'expireAt',
});

/** What one of them says by itself; `null` for what cannot be read. */
export function readField(name: FieldName, value: JsonValue): Publication | null {
  if (name === 'published') return saysNo(value) ? draft : alwaysPublished;
  if (name === 'draft') return typeof value === 'boolean' ? { ...alwaysPublished, draft: value } : null;
  const instant = typeof value === 'string' ? instantOf(value) : null;
  return instant === null ? null : { ...alwaysPublished, [name]: instant };
}

/** Everything else that stands there, such as a day, is for whoever reads it. */
const saysNo = (value: JsonValue): boolean =>
  typeof value !== 'object' && /^(?:false|no|off|n|0)$/i.test(String(value).trim());
