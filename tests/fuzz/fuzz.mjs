// Asks the running service what its contract allows and what it does not, and holds every answer against the contract.
// Usage: node tests/fuzz/fuzz.mjs [--requests 10000] [--seed N] [--url http://…] [--contract FILE] [--connections 8]
// Without --url it starts the built program on a database of its own. Readers' reports are sent to nobody else's service.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { clientOf, curlOf } from './client.mjs';
import { readContract } from './contract.mjs';
import { judgeOf } from './judge.mjs';
import { askForKnown } from './known.mjs';
import { requestsTo } from './requests.mjs';
import { startService } from './service.mjs';

const { values: asked } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' }, seed: { type: 'string' }, url: { type: 'string' }, connections: { type: 'string', default: '8' },
    contract: { type: 'string', default: join(import.meta.dirname, '..', '..', 'openapi', 'legal-status.v1.json') },
    faults: { type: 'string', default: '10' }, reports: { type: 'boolean', default: false },
  },
});
const [requests, connections] = [Number(asked.requests), Number(asked.connections)];
const seed = asked.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(asked.seed);
const LeastShare = 0.4;
console.log(`seed ${seed}`);

const service = asked.url ? null : await startService();
try {
  process.exitCode = await fuzz(service?.origin ?? asked.url.replace(/\/$/, ''));
} finally {
  await service?.stop();
}

async function fuzz(origin) {
  const begin = Date.now();
  const contract = await readContract(asked.contract);
  const operations = contract.operations.filter(each => each.id !== 'SendReport' || service || asked.reports);
  const client = clientOf(origin, connections);
  const requestTo = requestsTo(operations, await askForKnown(client, operations));
  const judge = judgeOf(contract, client);
  const [statuses, faults] = [new Map(), new Map()];
  let [sent, late] = [0, 0];

  const property = fc.asyncProperty(requestTo, async request => {
    sent += 1;
    const answer = await askedAgainWhereBusy(request);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const fault = await judge(request, answer);
    const kind = fault && `${request.operation.id}: ${fault}`;
    if (kind && !faults.has(kind)) {
      throw new Error(kind);
    }
  });

  // A machine that is busy with other tests may miss the deadline of an answer; the same question must be answered when asked again.
  async function askedAgainWhereBusy(request) {
    for (let turn = 0; ; turn += 1) {
      const answer = await client.send(request);
      if (turn === 3 || answer.status !== 503 || !answer.body.includes('/problems/took-too-long')) {
        return answer;
      }

      late += 1;
    }
  }

  // Each worker asks one after another; a fault that is known already does not end the search for others.
  async function work(worker) {
    let left = Math.ceil(requests / connections);
    for (let turn = 0; left > 0 && faults.size < Number(asked.faults); turn += 1) {
      const found = await fc.check(property, { seed: seed + worker * 1009 + turn * 1_000_003, numRuns: left });
      left -= found.numRuns;
      if (found.failed) {
        const kind = found.errorInstance?.message ?? String(found.error);
        if (!faults.has(kind)) {
          faults.set(kind, curlOf(origin, found.counterexample[0]));
        }
      }
    }
  }

  await Promise.all(Array.from({ length: connections }, (_, worker) => work(worker)));
  client.close();
  const good = [...statuses].filter(([status]) => status >= 200 && status < 300).reduce((sum, [, count]) => sum + count, 0);
  const share = good / sent;
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`).join(', ');
  console.log(`${sent} requests to ${operations.length} operations in ${((Date.now() - begin) / 1000).toFixed(1)} s; ${counts}; ${(100 * share).toFixed(1)} % with 2xx; ${late} were late and asked again`);
  for (const [kind, curl] of faults) {
    console.log(`\nFAULT ${kind}\n  ${curl}`);
  }

  if (share <= LeastShare) {
    console.log(`\nFAULT fewer than ${100 * LeastShare} % of the requests were answered with 2xx, so little was tried`);
  }

  return faults.size > 0 || share <= LeastShare ? 1 : 0;
}
