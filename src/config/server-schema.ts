import { z } from 'zod';
import { defaultConnectionLimits } from '../server/connection-limits.ts';
import { defaultLoadLimits } from '../server/load-limits.ts';
import { defaultQueryLimits } from '../server/query-limits.ts';
import { expecting } from './expecting.ts';
import { siteOrigin } from './value-schemas.ts';

export const megabyte = 1024 * 1024;
export const second = 1000;

/** A whole number from 1; its default stands in the reference. */
function amount(description: string, byDefault: number, example: number = byDefault * 2) {
  const expected = expecting('a whole number from 1');
  return z
    .int(expected)
    .min(1, expected)
    .optional()
    .meta({ description, default: byDefault, examples: [example] });
}

const limits = z.strictObject(
  {
    bodyBytes: amount('Bytes of a request body.', defaultQueryLimits.bodySize),
    tokens: amount('Tokens of a document.', defaultQueryLimits.tokens),
    depth: amount('Levels of fields within each other, but for those of introspection.', defaultQueryLimits.depth),
    aliases: amount('Fields with an alias, each as often as fragments bring it in.', defaultQueryLimits.aliases),
    rootFields: amount('Fields at the root of an operation.', defaultQueryLimits.rootFields),
    directives: amount('Directives of a document.', defaultQueryLimits.directives),
    fragments: amount('Fragments that are spread, each as often as others bring it in.', defaultQueryLimits.fragments),
    variables: amount('Variables of an operation.', defaultQueryLimits.variables),
    complexity: amount(
      'Cost of an operation: fields, each as often as lists may bring it in.',
      defaultQueryLimits.complexity,
    ),
    listSize: amount('`first` and `last` of a list.', defaultQueryLimits.listSize, 100),
    executionSeconds: amount('Seconds that an operation may run.', defaultQueryLimits.executionTime / second),
    responseMegabytes: amount(
      'Megabytes of an answer, before it is compressed.',
      defaultQueryLimits.responseSize / 1_000_000,
    ),
  },
  expecting('a mapping of limits to numbers'),
);

const connections = z.strictObject(
  {
    maximum: amount('Connections at the same time; further ones are closed at once.', defaultConnectionLimits.maximum),
    requests: amount(
      'Requests on one connection, after which it is closed.',
      defaultConnectionLimits.requestsPerConnection,
    ),
    headersSeconds: amount(
      'Seconds until all headers of a request are there.',
      defaultConnectionLimits.headersTimeout / second,
    ),
    requestSeconds: amount('Seconds until a whole request is there.', defaultConnectionLimits.requestTimeout / second),
    idleSeconds: amount(
      'Seconds that a connection is kept between two requests. A proxy should keep its own for less long.',
      defaultConnectionLimits.idleTimeout / second,
    ),
    responseSeconds: amount(
      'Seconds that a client may take to read an answer.',
      defaultConnectionLimits.responseTimeout / second,
    ),
  },
  expecting('a mapping of limits to numbers'),
);

const load = z.strictObject(
  {
    delayMilliseconds: amount(
      'Milliseconds that a request may have waited for others and still be run.',
      defaultLoadLimits.delay,
    ),
    executions: amount(
      'Operations that run at the same time, where they have to be waited for.',
      defaultLoadLimits.executions,
    ),
    unreadMegabytes: amount(
      'Megabytes of answers that clients have not read yet.',
      defaultLoadLimits.unreadSize / megabyte,
    ),
  },
  expecting('a mapping of limits to numbers'),
);

const cors = z.union(
  [z.literal('*'), z.array(siteOrigin, expecting('a list of origins'))],
  expecting('"*", or a list of origins such as "https://example.org"'),
);

const flag = z.boolean(expecting('true or false'));

/** What is said about the server, but for how its answers are kept. */
export const serverFields = {
  limits: limits.optional().meta({
    description: 'What one request may ask for. What is over a limit is refused with a code of its own.',
    examples: [{ complexity: 20_000, depth: 15 }],
  }),
  introspection: flag.optional().meta({
    description:
      'Whether clients may ask for the schema; `false` closes introspection, suggestions in messages, GraphiQL and `/schema.graphql`.',
    default: true,
    examples: [false],
  }),
  cors: cors.optional().meta({
    title: '`*` or list of URL',
    description: 'Origins whose pages may read answers in browsers; `*` for all. None may send cookies.',
    default: '*',
    examples: [['https://example.org']],
  }),
  connections: connections.optional().meta({
    description: 'What one connection, and all of them together, may take.',
    examples: [{ maximum: 2000, idleSeconds: 120 }],
  }),
  load: load.optional().meta({
    description: 'When requests are refused with 503 because there are too many.',
    examples: [{ delayMilliseconds: 250 }],
  }),
  metrics: flag.optional().meta({
    description: 'Whether `/metrics` is served.',
    default: true,
    examples: [false],
  }),
} as const;
