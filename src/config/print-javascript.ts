/**
 * JSON values as JavaScript: objects and lists of objects over several lines, other lists in one.
 *
 * @returns lines without line ends
 */
export function printJavaScript(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return [`[${value.flatMap(printJavaScript).join(', ')}]`];
    return block('[', value.map(printJavaScript), ']');
  }
  if (typeof value !== 'object' || value === null) return [scalar(value)];
  const members = Object.entries(value).map(([key, item]) => {
    const [first, ...rest] = printJavaScript(item);
    return [`${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : scalar(key)}: ${first}`, ...rest];
  });
  return members.length === 0 ? ['{}'] : block('{', members, '}');
}

function block(open: string, items: readonly (readonly string[])[], close: string): readonly string[] {
  const lines = items.flatMap((item) => withComma(item).map((line) => `  ${line}`));
  return [open, ...lines, close];
}

function withComma(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line},` : line));
}

function scalar(value: unknown): string {
  const json = JSON.stringify(value);
  return typeof value === 'string' && !/['\\]/.test(json) ? `'${json.slice(1, -1)}'` : json;
}
