import { once } from '../../content/once.ts';
import type { ContentStore } from '../../store/contract.ts';
import { codingFor } from './content-coding.ts';
import { answerFor, prepareAnswer } from './prepared-answer.ts';
import { type GraphiqlAsset, loadGraphiqlAssets } from '../graphiql-assets.ts';
import { graphiqlPage } from './graphiql-page.ts';
import type { Opened } from './opened.ts';
import { readMethods, type ServedRoute } from './served-route.ts';

export interface GraphiqlOptions {
  /** Path of the API. */
  readonly endpoint: string;
  readonly store: ContentStore;
  /** Of the files. The page names them by their digests, so that other versions have other addresses. */
  readonly cacheControl: string;
}

/** GraphiQL: its page, and by path the files that the page loads. Nothing of it is read before somebody asks. */
export interface Graphiql {
  openPage(): Opened;
  readonly routes: ReadonlyMap<string, ServedRoute>;
}

export function createGraphiql({ endpoint, store, cacheControl }: GraphiqlOptions): Graphiql {
  const assets = once(loadGraphiqlAssets);
  const script = once(() => assets().then(({ script }) => prepare(script, cacheControl)));
  const style = once(() => assets().then(({ style }) => prepare(style, cacheControl)));
  const page = { endpoint, store, assets };
  return {
    openPage: () => ({ wantsBody: false, answer: () => graphiqlPage(page) }),
    routes: new Map([
      [`${endpoint}/graphiql.js`, assetRoute(script)],
      [`${endpoint}/graphiql.css`, assetRoute(style)],
    ]),
  };
}

const prepare = ({ contentType, body }: GraphiqlAsset, cacheControl: string) =>
  prepareAnswer(
    { status: 200, contentType, body, headers: [], isFixed: true },
    { cacheControl, vary: 'Accept-Encoding' },
  );

function assetRoute(prepared: () => Promise<ReturnType<typeof prepare>>): ServedRoute {
  return {
    route: 'graphiql',
    methods: readMethods,
    isOpen: false,
    open: ({ head }) => ({
      wantsBody: false,
      answer: async () => {
        const preference = { coding: codingFor(head.acceptEncoding), ifNoneMatch: head.ifNoneMatch };
        return answerFor(await prepared(), preference, () => {});
      },
    }),
  };
}
