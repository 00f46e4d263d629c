import { slug } from 'github-slugger';
import { normalized } from './normalized.ts';

/** Makes the ids of one page's headings as GitHub makes them: what is there already gets a number. */
export function createAnchorMaker(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const plain = slugOf(text);
    let anchor = plain;
    for (let count = taken.get(plain) ?? 0; taken.has(anchor); anchor = `${plain}-${count}`) taken.set(plain, ++count);
    taken.set(anchor, 0);
    return anchor;
  };
}

/** What the package does; its list of all characters that are none of words takes a while, and ASCII needs few of them. */
const slugOf = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')
    : slug(normalized(text));
