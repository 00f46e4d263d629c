/**
 * The mapping of the plainest YAML, which most frontmatter is: each line a key of ASCII letters and a text, a day or a
 * text in quotes without escapes. `null` for everything else, which only a parser of YAML can read; where the result is
 * not `null`, the parser would give the same.
 */
export function readPlainYaml(text: string): Readonly<Record<string, string>> | null {
  const values: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, key, plain, single, double] = plainLine.exec(line) ?? [];
    const value = plain ?? single ?? double;
    if (key === undefined || value === undefined || hasOtherMeaning(key) || Object.hasOwn(values, key)) return null;
    if (plain !== undefined && (hasOtherMeaning(plain) || /: | #|:$/.test(plain))) return null;
    values[key] = value;
  }
  return values;
}

/** Characters that stand for themselves: ASCII, Latin letters, dashes and quotation marks. */
const plainLine =
  /^([a-zA-Z][\w-]{0,63}): (?:((?:[a-zA-Z\u00c0-\u024f]|\d{4}-\d{2}-\d{2}$)[ -~\u00a1-\u024f\u2010-\u2027]*(?<! ))|'([ -&(-~\u00a1-\u024f\u2010-\u2027]*)'|"([ !#-[\]-~\u00a1-\u024f\u2010-\u2027]*)")$/;

/** What YAML's core schema takes for no text. */
const hasOtherMeaning = (text: string): boolean => /^(?:true|false|null)$/i.test(text);
