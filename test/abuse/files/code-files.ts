import { canaryCode, inFolder, yaml } from './hostile-file.ts';

const fenced = (language: string, code: string): string => `---${language}\n${code}\n---\nText.\n`;
const script = `{ title: (() => { ${canaryCode} })() }`;

/** Frontmatter that some program would run, and text that some template engine would. */
export const codeFiles = inFolder('en/code', [
  ['js', fenced('js', script), 'frontmatter-format 1:4'],
  ['js-with-blank', fenced(' js', script), 'frontmatter-format 1:4'],
  ['js-with-tab', fenced('\tjs', script), 'frontmatter-format 1:4'],
  ['js-in-capitals', fenced('JS', script), 'frontmatter-format 1:4'],
  ['javascript', fenced('javascript', script), 'frontmatter-format 1:4'],
  ['js-unclosed', `---js\n${script}\n`, 'frontmatter-format 1:4'],
  ['js-with-byte-order-mark', `\uFEFF${fenced('js', script)}`, 'frontmatter-format 1:4'],
  ['js-with-carriage-returns', fenced('js', script).replaceAll('\n', '\r'), 'frontmatter-format 1:4'],
  ['coffee', fenced('coffee', 'title: do -> process.exit 7'), 'frontmatter-format 1:4'],
  ['coffeescript', fenced('coffeescript', 'title: do -> process.exit 7'), 'frontmatter-format 1:4'],
  ['cson', fenced('cson', 'title: "One"'), 'frontmatter-format 1:4'],
  ['typescript', fenced('ts', script), 'frontmatter-format 1:4'],
  ['module', fenced('mjs', `export default ${script}`), 'frontmatter-format 1:4'],
  ['json', fenced('json', '{"__proto__": {"polluted": true}}'), 'frontmatter-format 1:4'],
  ['toml', fenced('toml', 'title = "One"'), 'frontmatter-format 1:4'],
  ['toml-with-pluses', '+++\ntitle = "One"\n+++\nText.\n', 'frontmatter-format 1:1'],
  ['yaml-by-name', fenced('yaml', 'title: One'), 'frontmatter-format 1:4'],
  ['python', fenced('python', '__import__("os").system("id")'), 'frontmatter-format 1:4'],
  ['constructor', fenced('constructor', 'return 1'), 'frontmatter-format 1:4'],
  ['proto', fenced('__proto__', 'x: 1'), 'frontmatter-format 1:4'],
  ['js-second', yaml('title: One').replace('Text.', `---js\n${script}\n---`), null, 'a fence further down is text'],
  [
    'tag-function',
    yaml(`run: !!js/function 'function () { ${canaryCode.replaceAll("'", "''")} }'`),
    'frontmatter-yaml 2:6',
  ],
  ['tag-regexp', yaml('run: !!js/regexp /(a+)+$/'), 'frontmatter-yaml 2:6'],
  ['tag-undefined', yaml("run: !!js/undefined ''"), 'frontmatter-yaml 2:6'],
  ['tag-python', yaml("run: !!python/object/apply:os.system ['id']"), 'frontmatter-yaml 2:6'],
  ['tag-ruby', yaml('run: !ruby/object:Gem::Installer {i: x}'), 'frontmatter-yaml 2:6'],
  ['tag-java', yaml('run: !!javax.script.ScriptEngineManager []'), 'frontmatter-yaml 2:6'],
  ['tag-long', yaml('run: !<tag:yaml.org,2002:js/function> "x"'), 'frontmatter-yaml 2:6'],
  ['value-of-own', yaml('toString: x', 'valueOf: y', 'toJSON: z', 'then: w'), null, 'keys that mean nothing here'],
  ['mdx', `import x from 'fs'\n\nexport const y = ${script}\n\n{${canaryCode}}\n\n<X {...y} />\n`, null, 'MDX is text'],
  [
    'templates',
    `<%= ${canaryCode} %> \${${canaryCode}} {{ ${canaryCode} }} {% raw %} #{x}\n`,
    null,
    'templates are text',
  ],
  ['code-block', `\`\`\`js eval\n${canaryCode}\n\`\`\`\n\n\`\`\`{js}\n${canaryCode}\n\`\`\`\n`, null, 'code is shown'],
  ['php', `<?php ${canaryCode} ?>\n\n<!--#exec cmd="id" -->\n`, null, 'instructions are left out of the HTML'],
]);
