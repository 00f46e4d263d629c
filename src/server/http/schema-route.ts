import { type GraphQLSchema, printSchema } from 'graphql';
import { once } from '../../content/once.ts';
import { textAnswer } from './answer.ts';
import { answered } from './opened.ts';
import { readMethods, type ServedRoute } from './served-route.ts';

export interface SchemaRouteOptions {
  readonly schema: GraphQLSchema;
  readonly cacheControl: string;
}

/** The schema as SDL, for code generators. */
export function createSchemaRoute({ schema, cacheControl }: SchemaRouteOptions): ServedRoute {
  const answer = once(() =>
    textAnswer(200, 'application/graphql; charset=utf-8', `${printSchema(schema)}\n`, ['cache-control', cacheControl]),
  );
  return { route: 'schema', methods: readMethods, isOpen: false, open: () => answered(answer()) };
}
