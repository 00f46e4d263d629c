import { hash } from 'node:crypto';

/** The parts of GraphiQL that are the same for every page. */
export interface GraphiqlAssets {
  readonly script: GraphiqlAsset;
  readonly style: GraphiqlAsset;
  /** A data URL. */
  readonly icon: string;
}

export interface GraphiqlAsset {
  /** Another one for another content. */
  readonly digest: string;
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Reads the 9 MB of the package, and takes its page to pieces: browsers then load script and style once. */
export async function loadGraphiqlAssets(): Promise<GraphiqlAssets> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({});
  return {
    script: asset('text/javascript', between(page, '<script>', 'YogaGraphiQL.renderYogaGraphiQL(\n')),
    style: asset('text/css', between(page, '<style>', '</style>') + tabsStyle),
    icon: between(page, '<link rel="icon" href="', '"'),
  };
}

/** Without it a tab that is pressed for the first time jumps away from under the pointer (GraphiQL 5.4, default tabs). */
const tabsStyle = '\n.graphiql-tab { transform: none !important; }\n';

function asset(type: string, text: string): GraphiqlAsset {
  const digest = hash('sha256', text, 'hex').slice(0, 12);
  return { digest, contentType: `${type}; charset=utf-8`, body: Buffer.from(text) };
}

function between(text: string, opening: string, closing: string): string {
  const start = text.indexOf(opening);
  const end = closing.endsWith('\n') ? text.lastIndexOf(closing) : text.indexOf(closing, start + opening.length);
  if (start === -1 || end === -1) throw new Error(`expected GraphiQL's page to have ${opening} and ${closing.trim()}`);
  return text.slice(start + opening.length, end);
}
