import { alwaysPublished, both, draft, type Publication } from './publication.ts';
import { publicationFieldOf, readField } from './publication-field.ts';

/**
 * What a file seems to say about publishing whose frontmatter cannot be read. It is not served, but whether it was meant for
 * the public decides who is told about it, and whether its last good version may stay.
 *
 * @param file - its text, or its bytes where they are no text
 */
export function guessPublication(file: string | Uint8Array): Publication {
  // without the NULs of UTF-16
  const text = typeof file === 'string' ? file : Buffer.from(file).toString('latin1').replaceAll('\0', '');
  const end = text.slice(3).search(/^(?:---|\+\+\+)/m);
  const block = end === -1 ? text : text.slice(0, end + 3);
  let publication = alwaysPublished;
  for (const [, key = '', written = ''] of block.matchAll(lineOfField)) {
    const name = publicationFieldOf(key);
    if (name !== null) publication = both(publication, readField(name, plainValueOf(written)) ?? draft);
  }
  return publication;
}

/** Characters of what could be a time, with blanks around it. */
const longestValue = 200;

/** In the frontmatter of any format; see `publicationFieldOf`. */
const lineOfField =
  /(?<![\w-])(draft|published|(?:publish|expire)[-_\t\p{Zs}\p{Cf}]*at)["'\t\p{Zs}\p{Cf}]*[:=]([^\n,}]*)/giu;

/** Without a comment and quotes; `false` is the only one of the two that is of use here. */
function plainValueOf(written: string): string | boolean {
  const value = written
    .slice(0, longestValue)
    .replace(/\s#.*$/, '')
    .replace(/^["'\s]+|["'\s]+$/g, '');
  return /^false$/i.test(value) ? false : value;
}
