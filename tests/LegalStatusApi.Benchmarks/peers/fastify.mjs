// A peer: Fastify and pg ask the database the same statement for each request and give its columns as they come. They pick no day, put no
// levels together and say no sentence, so they do less than the service does.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';

const [port, host, user, database, file] = process.argv.slice(2);
const names = [];
const text = readFileSync(file, 'utf8').replace(/(?<!:)@([A-Za-z]+)/g, (_, name) => {
  if (!names.includes(name)) names.push(name);
  return `$${names.indexOf(name) + 1}`;
});
// One plan for all, as the service has it.
const pool = new pg.Pool({ host, user, database, max: 16, options: '-c plan_cache_mode=force_generic_plan -c jit=off' });
const app = Fastify({ logger: false });
app.get('/v1/status/:jurisdiction/:substance', async ({ params }) => {
  const parts = params.jurisdiction.split('-');
  const levels = [...parts.map((_, at) => parts.slice(0, at + 1).join('-')), 'EU', 'UN'];
  const given = {
    Jurisdictions: levels, Substances: levels.map(() => params.substance), Days: levels.map(() => '0001-01-02'), Revision: null, AsOf: null, Known: [],
  };
  const { rows } = await pool.query({ name: 'levels', text, values: names.map(name => given[name]) });
  return rows;
});
app.get('/health', async () => 'ok');
await app.listen({ port: Number(port), host: '127.0.0.1' });
