// The fastest GraphQL server of Node: mercurius with its just-in-time compiler. Argument: the file with the content.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { createResolvers, typeDefs } from './content-schema.js';

const app = Fastify();
app.register(mercurius, { schema: typeDefs, resolvers: createResolvers(process.argv[2]), jit: 1 });
const origin = await app.listen({ port: 0, host: '127.0.0.1' });
process.stderr.write(`ready ${origin}\n`);
