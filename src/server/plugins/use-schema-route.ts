import { type GraphQLSchema, printSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** The schema as SDL, for code generators: `GET /schema.graphql`. */
export function useSchemaRoute({ path, schema }: { readonly path: string; readonly schema: GraphQLSchema }): Plugin {
  let sdl: string | undefined;
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== path || (request.method !== 'GET' && request.method !== 'HEAD')) return;
      sdl ??= `${printSchema(schema)}\n`;
      endResponse(new fetchAPI.Response(sdl, { headers: { 'Content-Type': 'application/graphql; charset=utf-8' } }));
    },
  };
}
