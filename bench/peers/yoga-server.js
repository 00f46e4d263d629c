// The server that Foliograph is built upon, alone. Argument: the file with the content; without one the schema is a single field.
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { createResolvers, typeDefs } from './content-schema.js';

const file = process.argv[2];
const tiny = { typeDefs: 'type Query { hello: String! }', resolvers: { Query: { hello: () => 'world' } } };
const schema = createSchema(file === undefined ? tiny : { typeDefs, resolvers: createResolvers(file) });
const server = createServer(createYoga({ schema, logging: false }));
server.listen(0, '127.0.0.1', () => process.stderr.write(`ready http://127.0.0.1:${server.address().port}\n`));
