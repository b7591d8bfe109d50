// Writes docs/faults.md from what the tests said: node tests/LegalStatusApi.FaultTests/table.mjs RESULT.json … (as -ctrf writes it).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = dirname(fileURLToPath(import.meta.url));
const root = join(own, '..', '..');
const seenFolder = join(root, 'artifacts', 'faults');
const faults = JSON.parse(readFileSync(join(own, 'faults.json')));
const tests = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file)).results.tests);
const seen = existsSync(seenFolder) ? readdirSync(seenFolder).filter((name) => name.endsWith('.txt')) : [];

// What a test noted stands under its name; of many cases of one test the first few are enough.
const notesOf = (method) => seen.filter((name) => name.split('(')[0].replace('.txt', '').endsWith(`.${method}`))
  .flatMap((name) => readFileSync(join(seenFolder, name), 'utf8').trim().split('\n').slice(-1));
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const rows = faults.map((fault) => {
  const covering = tests.filter((test) => test.extra?.traits?.Fault?.includes(String(fault.number)));
  const count = (status) => covering.filter((test) => test.status === status).length;
  const notes = [...new Set(covering.map((test) => test.extra.method))].flatMap((method) => {
    const all = notesOf(method);
    return all.length > 6 ? [`${all.length} cases`] : all;
  });
  const verdict = covering.length === 0 ? 'not tried' : count('failed') > 0 ? `**${count('failed')} failed**`
    : count('skipped') === covering.length ? 'skipped' : fault.partly ? 'good, in part' : 'good';
  const told = [`${count('passed')} tests passed`, ...(count('skipped') ? [`${count('skipped')} skipped`] : []), ...notes, ...(fault.missing ? [fault.missing] : []), ...(fault.partly ? [fault.partly] : [])];
  return { verdict, line: `| ${fault.number} | ${cell(fault.fault)} | ${cell(fault.expected)} | ${cell((covering.length ? told : told.slice(1)).join('; '))} | ${verdict} |` };
});

// The figures that are promised, each by the test that measures it; what it noted is the figure.
const figures = [
  ['acknowledged writes lost when the database is killed', 'Killed_again_and_again_under_writers_the_database_loses_nothing_that_was_acknowledged'],
  ['acknowledged writes lost when the service is killed', 'Killed_again_and_again_under_writers_the_service_loses_nothing_that_was_acknowledged'],
  ['rolling restart', 'A_rolling_restart_fails_no_request'],
  ['migrations under readers', 'One_migration_after_another_costs_no_reader_of_a_service_that_keeps_answers_one'],
  ['restarts of the database with stale connections', 'A_pool_full_of_stale_connections_costs_no_reader_an_answer'],
  ['raw requests that hide another', 'A_request_hidden_in_another_never_runs'],
  ['guessing keys', 'A_key_that_is_unknown_wrong_revoked_or_expired_is_answered_alike'],
  ['memory and connections', 'Memory_and_connections_do_not_grow_under_a_steady_load'],
  ['keys in logs', 'Nothing_that_a_client_sends_makes_a_line_of_the_log_or_breaks_one'],
].map(([name, method]) => `| ${name} | ${cell(notesOf(method).at(-1) ?? 'not measured')} |`);
const matrix = tests.filter((test) => test.extra?.traits?.Fault?.includes('24'));
figures.push(`| routes × roles (fault 24) | ${matrix.filter((test) => test.status === 'passed').length} of ${matrix.length} tests passed; a route without a row in the table fails one |`);

const good = rows.filter((row) => row.verdict === 'good').length;
const partly = rows.filter((row) => row.verdict === 'good, in part').length;
const length = process.env.LEGAL_STATUS_FAULTS === 'long' ? 'the long form' : 'the short form';
writeFileSync(join(root, 'docs', 'faults.md'), `# Faults

What can go wrong, what should come of it, and what did: \`make faults\` writes this table from a real run, against the service as a process of its own
and a PostgreSQL server that is killed, frozen, slowed and cut off. The tests carry the numbers of the faults.

${new Date().toISOString().slice(0, 10)}, ${length}: **${good} of ${faults.length} good**, ${partly} good in part, ${faults.length - good - partly} not tried, failed or skipped. Figures in milliseconds are of that machine and its load.

| | fault | expected | seen | verdict |
|---|---|---|---|---|
${rows.map((row) => row.line).join('\n')}

## Figures

| | |
|---|---|
${figures.join('\n')}
`);
console.log(`${good} of ${faults.length} faults good, ${partly} in part (docs/faults.md)`);
process.exit(rows.some((row) => row.verdict.includes('failed')) ? 1 : 0);
