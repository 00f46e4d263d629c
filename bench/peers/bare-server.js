// The limit: node:http alone. Reads the body of each request, and gives all the same answer.
// Argument: JSON with `status`, `headers` and, when there is one, `body`.
import { createServer } from 'node:http';

const { status, headers, body } = JSON.parse(process.argv[2]);
const bytes = body === undefined ? undefined : Buffer.from(body);
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    Buffer.concat(chunks);
    response.writeHead(status, bytes === undefined ? headers : { ...headers, 'content-length': bytes.length });
    response.end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => process.stderr.write(`ready http://127.0.0.1:${server.address().port}\n`));
