import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './scalars.ts';
import './node.ts';
import './page.ts';
import './partner.ts';
import './goal.ts';
import './link.ts';
import './content-info.ts';
import './diagnostic.ts';
import './language-info.ts';

/** The whole API. It never depends on the content: every server of this version has the same. */
export function createSchema(): GraphQLSchema {
  return builder.toSchema();
}
