import { configSchema } from './config-schema.ts';
import { printJavaScript } from './print-javascript.ts';
import { printYaml } from './print-yaml.ts';

/** What a new configuration says from the start. */
export interface TemplateFacts {
  /** Keys and values that are written out; every other key is explained and commented out. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Path of the JSON Schema beside the file; `null` when it is not there. */
  readonly schemaPath: string | null;
}

export type TemplateFormat = 'yaml' | 'ts' | 'js' | 'json';

/** The text of a new configuration. */
export function configTemplate(format: TemplateFormat, facts: TemplateFacts): string {
  return `${templates[format](facts).join('\n')}\n`;
}

const introduction =
  'Configuration of Foliograph. Lines that are commented out are examples, none of them has to be there.';

/** `## ` stands before explanations and `# ` before examples: whoever uncomments every line gets a valid file, too. */
const yamlTemplate: Template = ({ values, schemaPath }) => [
  ...(schemaPath === null ? [] : [`# yaml-language-server: $schema=${schemaPath}`]),
  `## ${introduction}`,
  ...entriesOf(values).flatMap(({ key, description, value, isActive }) => [
    '',
    `## ${description}`,
    ...printYaml({ [key]: value }).map((line) => (isActive ? line : `# ${line}`)),
  ]),
];

const jsonTemplate: Template = ({ values, schemaPath }) => [
  JSON.stringify({ ...(schemaPath === null ? {} : { $schema: schemaPath }), ...values }, null, 2),
];

const templates = {
  yaml: yamlTemplate,
  ts: ({ values }) => [
    "import type { Config } from 'foliograph';",
    '',
    `// ${introduction}`,
    'export default {',
    ...membersOf(values),
    '} satisfies Config;',
  ],
  js: ({ values }) => [
    `// ${introduction}`,
    "/** @type {import('foliograph').Config} */",
    'export default {',
    ...membersOf(values),
    '};',
  ],
  json: jsonTemplate,
} satisfies Record<TemplateFormat, Template>;

type Template = (facts: TemplateFacts) => readonly string[];

function membersOf(values: TemplateFacts['values']): readonly string[] {
  return entriesOf(values)
    .flatMap(({ key, description, value, isActive }) => {
      const [, ...lines] = printJavaScript({ [key]: value });
      const members = lines.slice(0, -1).map((line) => line.slice(2));
      return ['', `/* ${description} */`, ...members.map((line) => (isActive ? line : `// ${line}`))];
    })
    .slice(1)
    .map((line) => (line === '' ? '' : `  ${line}`));
}

interface Entry {
  readonly key: string;
  /** One sentence. */
  readonly description: string;
  readonly value: unknown;
  /** Whether it is written out, not commented out. */
  readonly isActive: boolean;
}

/** Every key in the order of the schema, with its value or an example. */
function entriesOf(values: TemplateFacts['values']): readonly Entry[] {
  return Object.entries(configSchema.shape).flatMap(([key, schema]) => {
    const { description = '', examples } = schema.meta() ?? {};
    const isActive = Object.hasOwn(values, key);
    const [example] = Array.isArray(examples) ? examples : [];
    if (key === '$schema') return [];
    return [{ key, description: firstSentence(description), value: isActive ? values[key] : example, isActive }];
  });
}

const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
