/**
 * JSON values as YAML 1.2 that people like to read: mappings and lists of mappings in blocks, other lists in one line.
 *
 * @returns lines without line ends
 */
export function printYaml(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.some(isMapping)) {
    return value.flatMap((item) => printYaml(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`));
  }
  if (!isMapping(value) || Object.keys(value).length === 0) return [printInlineYaml(value)];
  return Object.entries(value).flatMap(([key, item]) => {
    const lines = printYaml(item);
    const isBlock = isMapping(item) ? Object.keys(item).length > 0 : Array.isArray(item) && item.some(isMapping);
    return isBlock ? [`${scalar(key)}:`, ...lines.map((line) => `  ${line}`)] : [`${scalar(key)}: ${lines.join('')}`];
  });
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same in one line. */
export function printInlineYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printInlineYaml).join(', ')}]`;
  if (!isMapping(value)) return typeof value === 'string' ? scalar(value) : JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${printInlineYaml(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Plain where nothing but a string can be meant, otherwise in double quotes. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}][\p{L}\p{N}/_-]*(?: [\p{L}\p{N}/_-]+)*$/u.test(text) || text === '.';
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
