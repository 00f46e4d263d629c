// Writes config.schema.json and the reference in docs/configuration.md (--write), or fails when one of them is not what
// the schema of the configuration makes (--check).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { configJsonSchema } from '../dist/config/config-json-schema.js';
import { printInlineYaml, printYaml } from '../dist/config/print-yaml.js';

const [begin, end] = ['<!-- reference: begin -->', '<!-- reference: end -->'];
const typeNames = { boolean: '`true` or `false`', integer: 'whole number', string: 'text' };
const schema = configJsonSchema();
const docs = readFileSync(fileOf('docs/configuration.md'), 'utf8');
const made = {
  'config.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
  'docs/configuration.md': withReference(docs),
};

for (const [name, text] of Object.entries(made)) {
  if (process.argv.includes('--write')) {
    writeFileSync(fileOf(name), text);
  } else if (!existsSync(fileOf(name)) || readFileSync(fileOf(name), 'utf8') !== text) {
    process.stderr.write(
      `${name} is not what the schema of the configuration makes: run "npm run config-reference", and look at the difference.\n`,
    );
    process.exitCode = 1;
  }
}

function fileOf(name) {
  return new URL(`../${name}`, import.meta.url);
}

function withReference(text) {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`expected "${begin}" and "${end}" in docs/configuration.md`);
  const sections = Object.entries(schema.properties).map(([key, property]) => sectionOf(key, property));
  return `${before}${begin}\n\n${sections.join('\n\n')}\n\n${end}${after}`;
}

function sectionOf(key, property) {
  const facts = [`Type: ${typeOf(property)}.`, ...defaultOf(property)].join(' ');
  const [example] = property.examples;
  const yaml = ['```yaml', ...printYaml({ [key]: example }), '```'].join('\n');
  return [`### \`${key}\``, `${property.description} ${facts}`, yaml, ...tableOf(property)].join('\n\n');
}

/** What is inside of a mapping, of a list of mappings, or of a mapping of mappings. */
function tableOf(property) {
  const { properties, required = [] } = [property, property.items, property.additionalProperties].find(
    (candidate) => candidate?.properties !== undefined,
  ) ?? { properties: {} };
  const rows = Object.entries(properties);
  if (rows.length === 0) return [];
  if (rows.every(([, { description }]) => description === undefined)) {
    return [
      table(
        ['key', 'default'],
        rows.map(([key, inner]) => [`\`${key}\``, `\`${inner.default}\``]),
      ),
    ];
  }
  return [
    table(
      ['key', 'type', 'default', 'what it is', 'example'],
      rows.map(([key, inner]) => [
        `\`${key}\``,
        typeOf(inner),
        inner.default === undefined ? (required.includes(key) ? 'has to be there' : '') : code(inner.default),
        inner.description,
        code(inner.examples[0]),
      ]),
    ),
  ];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The type of a value in words. */
function typeOf({ type, title, enum: words, anyOf, items, properties, propertyNames, additionalProperties }) {
  if (anyOf !== undefined) return anyOf.map(typeOf).join(', or ');
  if (words !== undefined) return words.map(code).join(', ');
  if (type === 'array') return `list of ${plural(items)}`;
  if (propertyNames !== undefined) return `mapping of ${plural(propertyNames)} to ${plural(additionalProperties)}`;
  return properties === undefined ? (title ?? typeNames[type] ?? type) : 'mapping';
}

function plural(schema) {
  const name = typeOf(schema);
  return /^(?:list|mapping)\b/.test(name) ? name.replace(/^(?:list|mapping)/, '$&s') : `${name}s`;
}

/** Keys without a built-in value say in their description what happens when they are left out. */
function defaultOf({ default: value }) {
  return value === undefined ? [] : [`Default: ${code(value)}.`];
}

/** A value as it stands in YAML, in one line. */
function code(value) {
  return `\`${printInlineYaml(value)}\``;
}
