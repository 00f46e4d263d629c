import type { JsonObject } from './json.ts';
import type { PageHeading, PageSection } from './outline.ts';
import type { PageDefinitions } from './page-definitions.ts';

/** Where in the content something was read. Lines count from 1, both ends included. */
export interface NodeSource {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** The headings above it, the highest first. */
  readonly headings: readonly string[];
  /** Name of the extraction rule that read it; `null` for what no rule reads. */
  readonly rule: string | null;
}

interface NodeBase {
  /** Global, opaque, stable while the thing's key and language stay: base64url of type, language and key. */
  readonly id: string;
  /** Canonical BCP 47 tag. */
  readonly language: string;
  readonly source: NodeSource;
}

/** A node that is tied to the same thing in other languages. */
interface Translated {
  /** Ordered by language tag, without the node itself. */
  readonly translationIds: readonly string[];
}

/** A node that stands on a page, and the line of the file on which it begins. */
export interface NodeReference {
  readonly id: string;
  readonly line: number;
}

export interface PageNode extends NodeBase, Translated {
  readonly type: 'Page';
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  /** Folders below the language, joined with `/`; empty at the top. */
  readonly collection: string;
  readonly template: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** On a site, without the language: `/network`, `/announcements/release9`, `/` for the top index. */
  readonly path: string;
  readonly frontmatter: JsonObject;
  /** Of the file's bytes: what is made of the body of one page holds for every page with the same digest. */
  readonly digest: string;
  /** Markdown below the frontmatter, with LF line ends. */
  readonly body: string;
  readonly headings: readonly PageHeading[];
  readonly sections: readonly PageSection[];
  readonly definitions: PageDefinitions;
  /** What stands on the page, in its order; a partner that it lists twice is there twice. */
  readonly partners: readonly NodeReference[];
  readonly goals: readonly NodeReference[];
  readonly links: readonly NodeReference[];
  /** Links on other pages that lead here, in the order of their pages. */
  readonly backlinkIds: readonly string[];
}

/** A place that names a partner or links to it. */
export interface PartnerMention {
  readonly pageId: string;
  /** The words as they are written. */
  readonly text: string;
  /** The link that the words stand in, or that leads to the partner. */
  readonly linkId: string | null;
  readonly source: NodeSource;
}

export interface PartnerNode extends NodeBase, Translated {
  readonly type: 'Partner';
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  readonly description: string | null;
  /** Frontmatter of its own file, where it has one. */
  readonly frontmatter: JsonObject | null;
  /** Pages of its language that list or mention it, ordered by path. */
  readonly pageIds: readonly string[];
  /** In the order of their pages, on a page in the order of the text. */
  readonly mentions: readonly PartnerMention[];
  /** The page that gives it its place in lists: the first that lists it, otherwise the page of its own file. */
  readonly placeId: string;
  /** From 1, in the list of that page; 0 for its own file. */
  readonly position: number;
}

export interface GoalNode extends NodeBase, Translated {
  readonly type: 'Goal';
  readonly text: string;
  /** Markdown of the item, and the definitions of the page that it may refer to. */
  readonly markdown: string;
  readonly definitions: PageDefinitions;
  /** Of its file's bytes. */
  readonly digest: string;
  /** From 1, among the goals of its page. */
  readonly position: number;
  readonly pageId: string;
}

/** Why a link is broken: its page, its anchor or its file is not there. */
export type LinkProblem = 'page' | 'anchor' | 'asset';

export type LinkKind = 'INTERNAL' | 'EXTERNAL' | 'EMAIL' | 'ANCHOR' | 'ASSET';

export interface LinkNode extends NodeBase, Translated {
  readonly type: 'Link';
  readonly text: string;
  /** As written. */
  readonly url: string;
  readonly kind: LinkKind;
  /** Of an EXTERNAL link with an authority. */
  readonly host: string | null;
  /** The page that an INTERNAL link leads to. */
  readonly targetId: string | null;
  /** `null` when the link leads somewhere, as far as can be told. */
  readonly problem: LinkProblem | null;
  /** From 1, in the line of the file on which it begins. */
  readonly column: number;
  /** From 1, among the links of its page. */
  readonly position: number;
  readonly pageId: string;
}

export interface NodeTypes {
  readonly Page: PageNode;
  readonly Partner: PartnerNode;
  readonly Goal: GoalNode;
  readonly Link: LinkNode;
}
export type NodeType = keyof NodeTypes;
export type ContentNode = NodeTypes[NodeType];
