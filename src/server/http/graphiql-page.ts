import { randomBytes } from 'node:crypto';
import type { ContentStore } from '../../store/contract.ts';
import { exampleTabs } from '../example-tabs.ts';
import type { GraphiqlAssets } from '../graphiql-assets.ts';
import { type Answer, notKept, textAnswer } from './answer.ts';

export interface GraphiqlPageOptions {
  /** Path of the API. */
  readonly endpoint: string;
  readonly store: ContentStore;
  readonly assets: () => Promise<GraphiqlAssets>;
}

/** GraphiQL for browsers that open the GraphQL path, with queries that fit the content. */
export async function graphiqlPage({ endpoint, store, assets }: GraphiqlPageOptions): Promise<Answer> {
  const [{ script, style, icon }, tabs] = await Promise.all([assets(), exampleTabs(store.current())]);
  const nonce = randomBytes(16).toString('base64url');
  const options = inScript({
    title: 'Foliograph',
    endpoint,
    // the page shows a welcome text of its own in the first tab unless it is told what to show
    query: tabs[0]?.query ?? '',
    defaultTabs: tabs,
    isHeadersEditorEnabled: false,
  });
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Foliograph</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${endpoint}/graphiql.css?${style.digest}">
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root"></div>
<script nonce="${nonce}" src="${endpoint}/graphiql.js?${script.digest}"></script>
<script nonce="${nonce}">YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${options});</script>
</body>
</html>
`;
  const answer = textAnswer(200, 'text/html; charset=utf-8', page, [
    ...notKept,
    ...['vary', 'Accept'],
    ...['content-security-policy', contentSecurityPolicy(nonce)],
    ...['x-content-type-options', 'nosniff'],
    ...['x-frame-options', 'DENY'],
    ...['cross-origin-opener-policy', 'same-origin'],
    ...['cross-origin-resource-policy', 'same-origin'],
    ...['referrer-policy', 'no-referrer'],
  ]);
  return { ...answer, isPage: true };
}

/** Only scripts of this very answer run, and nothing is loaded from elsewhere (Content Security Policy Level 3, 6.7.2.3). */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // the editor adds style elements while it runs
    "style-src 'self' 'unsafe-inline'",
    'font-src data:',
    "img-src 'self' data:",
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** JSON that stands in a script element: nothing in it can end that element. */
const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
