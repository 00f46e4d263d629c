// The limit for saves: node:http and one fs.watch. Answers every request with the text of one file, and reads it anew when
// its folder changes. Argument: path of the file.
import { readFileSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import { dirname } from 'node:path';

const file = process.argv[2];
let text = readFileSync(file);
watch(dirname(file), () => {
  text = readFileSync(file);
});
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': text.length });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => process.stderr.write(`ready http://127.0.0.1:${server.address().port}\n`));
