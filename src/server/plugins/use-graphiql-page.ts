import type { Plugin } from 'graphql-yoga';
import type { ContentStore } from '../../store/contract.ts';
import { exampleTabs } from '../example-tabs.ts';

/** The page holds all of its scripts and styles; nothing may be loaded from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'font-src data:',
  "img-src 'self' data:",
  'worker-src blob:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': contentSecurityPolicy };

/** GraphiQL for browsers that open the GraphQL path. Its 9 MB of script are read when the first one does. */
export function useGraphiqlPage({ path, store }: { readonly path: string; readonly store: ContentStore }): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      const wantsPage = request.method === 'GET' && request.headers.get('accept')?.includes('text/html') === true;
      if (!wantsPage || url.pathname !== path) return;
      return render(path, store).then((page) => endResponse(new fetchAPI.Response(page, { headers })));
    },
  };
}

async function render(path: string, store: ContentStore): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const tabs = await exampleTabs(store.current());
  const options = {
    title: 'Foliograph',
    endpoint: path,
    // the page shows a welcome text of its own in the first tab unless it is told what to show
    query: tabs[0]?.query ?? '',
    defaultTabs: [...tabs],
    isHeadersEditorEnabled: false,
  };
  return renderGraphiQL(options).replace('</head>', `${tabsStyle}</head>`);
}

/** Without it a tab that is pressed for the first time jumps away from under the pointer (GraphiQL 5.4, default tabs). */
const tabsStyle = '<style>.graphiql-tab { transform: none !important; }</style>';
