/** The most attributes that one tag of a piece of HTML has, and where that tag begins; read as browsers read tags. */
export function mostAttributes(html: string): { readonly count: number; readonly offset: number } {
  const most = { count: 0, offset: 0 };
  const tag = /<\/?[a-z][^\s/>]*/gi;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const { count, end } = attributesFrom(html, tag.lastIndex);
    if (count > most.count) Object.assign(most, { count, offset: match.index });
    tag.lastIndex = end;
  }
  return most;
}

/** White space and slashes, or a name with its value (HTML living standard, 13.2.5.32 to 13.2.5.39). */
const piece = /[\s/]+|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'>][^\s>]*)?)?/y;

function attributesFrom(html: string, start: number): { readonly count: number; readonly end: number } {
  let count = 0;
  let end = start;
  for (;;) {
    piece.lastIndex = end;
    const [found] = piece.exec(html) ?? [];
    if (found === undefined) return { count, end };
    if (!/^[\s/]/.test(found)) count++;
    end += found.length;
  }
}
