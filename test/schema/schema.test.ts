import { readFileSync } from 'node:fs';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '../../src/schema/index.ts';
import { apiOf } from '../support/api.ts';

it('describes every type, field, argument and enum value', () => {
  expect(definitionsOf(createSchema()).filter(({ description }) => !description?.trim())).toEqual([]);
});

it('is walked as a whole by the test above', () => {
  const names = definitionsOf(createSchema()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Language',
      'Node.id',
      'Page',
      'Page.excerpt',
      'Page.excerpt(length:)',
      'Link.kind',
      'LinkKind.EMAIL',
      'PageConnection.totalCount',
      'Query.nodes(ids:)',
    ]),
  );
});

it('is written down in schema.graphql', () => {
  const written = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  expect(written === `${printSchema(createSchema())}\n`, 'schema.graphql is out of date: run npm run schema').toBe(
    true,
  );
});

it('is made of nothing but the code, and so is the same every time', () => {
  expect(createSchema).toHaveLength(0);
  expect(printSchema(createSchema())).toBe(printSchema(createSchema()));
});

it('is the same to the byte whatever the content has: other languages, and any optional value left out', async () => {
  const optional = [
    'description: x',
    'template: post',
    'date: 2026-01-01',
    'translationKey: k',
    'url: https://a.example',
  ];
  const text = (lines: readonly string[]): string => ['---', 'name: A', ...lines, '---', '', 'Text'].join('\n');
  const contents = [
    { 'en/partners/a.md': text(optional) },
    ...optional.map((line) => ({ 'en/partners/a.md': text(optional.filter((other) => other !== line)) })),
    { 'en/partners/a.md': text(optional), 'fr/a.md': 'Texte\n', 'zh-Hant/b.md': 'Text\n' },
    {},
  ];
  const written = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const served = await Promise.all(contents.map(async (files) => (await apiOf(files).fetch('/schema.graphql')).text()));
  expect(served.filter((sdl) => sdl !== written)).toEqual([]);
});

it('holds everything that clients are promised', () => {
  expect(findBreakingChanges(buildSchema(promised), createSchema())).toEqual([]);
});

it('gives every field the promised type to the exclamation mark', () => {
  const actual = new Set(fieldsOf(createSchema()));
  expect(fieldsOf(buildSchema(promised)).filter((field) => !actual.has(field))).toEqual([]);
});

it('keeps the promised defaults of arguments', () => {
  const changes = findDangerousChanges(buildSchema(promised), createSchema());
  expect(changes.filter(({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE)).toEqual([]);
});

interface Definition {
  readonly name: string;
  readonly description: string | null | undefined;
}

/** Everything that our own part of a schema defines. */
function definitionsOf(schema: GraphQLSchema): readonly Definition[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isBuiltIn(type));
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  return [
    ...types.flatMap((type) => [type, ...membersOf(type)]),
    ...directives.flatMap((directive) => [
      { name: `@${directive.name}`, description: directive.description },
      ...directive.args.map((arg) => ({ name: `@${directive.name}(${arg.name}:)`, description: arg.description })),
    ]),
  ].map(({ name, description }) => ({ name, description }));
}

const isBuiltIn = (type: GraphQLNamedType): boolean => type.name.startsWith('__') || isSpecifiedScalarType(type);

function membersOf(type: GraphQLNamedType): readonly Definition[] {
  const within = ({ name, description }: Definition) => ({ name: `${type.name}.${name}`, description });
  if (isEnumType(type)) return type.getValues().map(within);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(within);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    within(field),
    ...field.args.map(({ name, description }) => within({ name: `${field.name}(${name}:)`, description })),
  ]);
}

/** Every field with its type, such as `Page.title: String!`. */
function fieldsOf(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isBuiltIn(type));
  return types.flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${field.type}`);
  });
}

/** Of the API's contract what there is now. A field that is left out here is not promised yet. */
const promised = `
  scalar Language
  scalar Date
  scalar DateTime
  scalar URL
  scalar JSON

  interface Node { id: ID! }

  type Source { path: String! startLine: Int! endLine: Int! headings: [String!]! rule: String }

  type Page implements Node {
    id: ID!
    slug: String!
    language: Language!
    title: String!
    description: String
    collection: String!
    template: String
    date: Date
    path: String!
    frontmatter: JSON!
    html: String!
    markdown: String!
    text: String!
    excerpt(length: Int = 200): String!
    wordCount: Int!
    headings(maxLevel: Int = 6): [Heading!]!
    sections: [Section!]!
    section(anchor: String!): Section
    partners: [Partner!]!
    goals: [Goal!]!
    links(kind: LinkKind): [Link!]!
    translations: [Page!]!
    translation(language: Language!): Page
    source: Source!
  }

  type Heading { text: String! anchor: String! level: Int! }

  type Section {
    heading: String!
    anchor: String!
    level: Int!
    html: String!
    text: String!
    goals: [Goal!]!
    links: [Link!]!
    partners: [Partner!]!
    source: Source!
  }

  type Partner implements Node {
    id: ID!
    slug: String!
    language: Language!
    name: String!
    url: URL
    description: String
    pages: [Page!]!
    translations: [Partner!]!
    translation(language: Language!): Partner
    source: Source!
  }

  type Goal implements Node {
    id: ID!
    language: Language!
    text: String!
    html: String!
    position: Int!
    page: Page!
    translations: [Goal!]!
    source: Source!
  }

  enum LinkKind { INTERNAL EXTERNAL EMAIL ANCHOR ASSET }

  type Link implements Node {
    id: ID!
    language: Language!
    text: String!
    url: String!
    kind: LinkKind!
    host: String
    page: Page!
    source: Source!
  }

  type ContentInfo { revision: String! builtAt: DateTime! documentCount: Int! }

  enum Severity { ERROR WARNING INFO }

  type Diagnostic {
    code: String!
    severity: Severity!
    message: String!
    hint: String
    path: String!
    line: Int
    column: Int
  }

  type LanguageInfo {
    tag: Language!
    name: String!
    isDefault: Boolean!
    pageCount: Int!
    translated: Int!
    missing: [Page!]!
  }

  input StringFilter {
    eq: String
    ne: String
    in: [String!]
    notIn: [String!]
    contains: String
    startsWith: String
    exists: Boolean
  }

  input DateFilter {
    eq: Date
    ne: Date
    in: [Date!]
    notIn: [Date!]
    gt: Date
    gte: Date
    lt: Date
    lte: Date
    exists: Boolean
  }

  input IntFilter { eq: Int ne: Int in: [Int!] notIn: [Int!] gt: Int gte: Int lt: Int lte: Int }
  input BooleanFilter { eq: Boolean }
  input LinkKindFilter { eq: LinkKind ne: LinkKind in: [LinkKind!] notIn: [LinkKind!] }

  input PageFilter {
    language: StringFilter
    slug: StringFilter
    title: StringFilter
    description: StringFilter
    collection: StringFilter
    template: StringFilter
    path: StringFilter
    date: DateFilter
    and: [PageFilter!]
    or: [PageFilter!]
    not: PageFilter
  }

  input PartnerFilter {
    language: StringFilter
    slug: StringFilter
    name: StringFilter
    url: StringFilter
    description: StringFilter
    and: [PartnerFilter!]
    or: [PartnerFilter!]
    not: PartnerFilter
  }

  input GoalFilter {
    language: StringFilter
    text: StringFilter
    position: IntFilter
    and: [GoalFilter!]
    or: [GoalFilter!]
    not: GoalFilter
  }

  input LinkFilter {
    language: StringFilter
    text: StringFilter
    url: StringFilter
    host: StringFilter
    kind: LinkKindFilter
    broken: BooleanFilter
    and: [LinkFilter!]
    or: [LinkFilter!]
    not: LinkFilter
  }

  enum OrderDirection { ASC DESC }
  enum PageOrderField { PATH SLUG TITLE DATE }
  input PageOrder { field: PageOrderField! direction: OrderDirection = ASC }
  enum PartnerOrderField { NAME SLUG URL }
  input PartnerOrder { field: PartnerOrderField! direction: OrderDirection = ASC }

  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type PageEdge { node: Page! cursor: String! }
  type PageConnection { nodes: [Page!]! edges: [PageEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type PartnerEdge { node: Partner! cursor: String! }
  type PartnerConnection { nodes: [Partner!]! edges: [PartnerEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type GoalEdge { node: Goal! cursor: String! }
  type GoalConnection { nodes: [Goal!]! edges: [GoalEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type LinkEdge { node: Link! cursor: String! }
  type LinkConnection { nodes: [Link!]! edges: [LinkEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type DiagnosticEdge { node: Diagnostic! cursor: String! }
  type DiagnosticConnection {
    nodes: [Diagnostic!]!
    edges: [DiagnosticEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }

  type Query {
    page(slug: String!, language: Language): Page
    pages(
      language: Language
      fallback: Boolean = false
      filter: PageFilter
      orderBy: [PageOrder!]
      first: Int
      after: String
      last: Int
      before: String
    ): PageConnection!
    partner(slug: String!, language: Language): Partner
    partners(
      language: Language
      fallback: Boolean = false
      filter: PartnerFilter
      orderBy: [PartnerOrder!]
      first: Int
      after: String
      last: Int
      before: String
    ): PartnerConnection!
    goals(
      language: Language
      fallback: Boolean = false
      filter: GoalFilter
      first: Int
      after: String
      last: Int
      before: String
    ): GoalConnection!
    links(
      language: Language
      filter: LinkFilter
      first: Int
      after: String
      last: Int
      before: String
    ): LinkConnection!
    languages: [LanguageInfo!]!
    diagnostics(severity: Severity, code: String, path: String, first: Int, after: String): DiagnosticConnection!
    content: ContentInfo!
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
  }
`;
