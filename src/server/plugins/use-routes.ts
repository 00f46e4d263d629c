import type { Plugin } from 'graphql-yoga';

/**
 * Only the exact GraphQL path reaches GraphQL: Yoga compares with the end of the whole URL, so that `/x?y=/graphql`
 * would. Browsers at `/` are sent to GraphiQL.
 */
export function useRoutes({ graphqlPath }: { readonly graphqlPath: string }): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname === graphqlPath) return;
      if (url.pathname === '/' && (request.method === 'GET' || request.method === 'HEAD')) {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { Location: graphqlPath } }));
        return;
      }
      const message = `Expected the path ${graphqlPath}, but got: ${url.pathname.slice(0, 200)}`;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
      endResponse(new fetchAPI.Response(body, { status: 404, headers: { 'Content-Type': 'application/json' } }));
    },
  };
}
