// A peer: PostGraphile over the record's own tables, asked for every level of a stack that a client knows to ask for: its records, and the
// citations of those that an answer names. It picks no day, puts no levels together and says no sentence.
import http from 'node:http';
import { postgraphile } from 'postgraphile';

const [port, host, user, database] = process.argv.slice(2);
const graph = postgraphile({ host, user, database, max: 16 }, 'public', { graphiql: false, disableQueryLog: true, ignoreRBAC: true });
http.createServer((request, response) => {
  if (request.url === '/health') {
    response.end('ok');
    return;
  }
  graph(request, response);
}).listen(Number(port), '127.0.0.1');
