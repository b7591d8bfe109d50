// The ten main calls through a client whose types are generated from the contract; what came is written as JSON.
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

const origin = process.argv[2]!;

// Several operations have other forms too; these calls ask for JSON.
type Json = 'application/json' | 'application/problem+json';
const NewWord = 'a_word_of_tomorrow';

// As if the service had a status more: the answer as it is, with another word in it.
async function withNewWord(request: Request): Promise<Response> {
  const answer = await fetch(request);
  const text = (await answer.text()).replaceAll('"status":"prohibited"', `"status":"${NewWord}"`);
  return new Response(text, { status: answer.status, headers: { 'Content-Type': 'application/json' } });
}

const api = createClient<paths, Json>({ baseUrl: origin, querySerializer: { array: { style: 'form', explode: false } } });
const later = createClient<paths, Json>({ baseUrl: origin, fetch: withNewWord });

/** What was asked for, or the problem as an error. */
async function of<T>(asked: Promise<{ data?: T; error?: components['schemas']['Problem'] }>): Promise<T> {
  const { data, error } = await asked;
  if (data === undefined) {
    throw new Error(error?.detail ?? 'No answer.');
  }

  return data;
}

const cursorOf = (next: string | undefined) => (next ? new URL(next, origin).searchParams.get('cursor') ?? undefined : undefined);

const path = { jurisdiction: 'US-CO-denver', substance: 'psilocybin' };
const status = await of(api.GET('/v1/status/{jurisdiction}/{substance}', { params: { path, query: { form: 'mushrooms', on: '2024-01-01' } } }));
const compared = await of(api.GET('/v1/status', { params: { query: { jurisdiction: ['US', 'NL'], substance: ['lsd', 'ketamine'], on: '2024-01-01' } } }));
const history = await of(api.GET('/v1/history/{jurisdiction}/{substance}', { params: { path: { jurisdiction: 'US', substance: 'lsd' } } }));
const claims = await of(api.POST('/v1/claims/check', { body: { claims: [{ jurisdiction: 'GB', substance: 'ketamine', claim: 'Class A', on: '2024-01-01' }] } }));
const access = await of(api.GET('/v1/access', { params: { query: { substance: 'ketamine', limit: 5 } } }));
const thresholds = await of(api.GET('/v1/thresholds', { params: { query: { substance: 'lsd', limit: 5 } } }));
const found = await of(api.GET('/v1/search', { params: { query: { q: 'holand' } } }));
const changes = await of(api.GET('/v1/changes', { params: { query: { substance: 'lsd', limit: 500 } } }));
const pending = await of(api.GET('/v1/pending', { params: { query: { limit: 5 } } }));

let changesTold = changes;
while (changesTold.next) {
  changesTold = await of(api.GET('/v1/changes', { params: { query: { substance: 'lsd', limit: 500, cursor: cursorOf(changesTold.next)! } } }));
}
const nothingNew = await of(api.GET('/v1/changes', { params: { query: { substance: 'lsd', limit: 500, since: changesTold.since! } } }));

const keys: string[] = [];
let cursor: string | undefined;
do {
  const part = await of(api.GET('/v1/classifications', { params: { query: { substance: 'lsd', limit: 100, ...(cursor === undefined ? {} : { cursor }) } } }));
  keys.push(...part.items.map(item => item.key));
  cursor = cursorOf(part.next);
} while (cursor);

const tomorrow = await of(later.GET('/v1/status/{jurisdiction}/{substance}', { params: { path: { jurisdiction: 'US', substance: 'lsd' }, query: { on: '2024-01-01' } } }));
const refused = await api.GET('/v1/status/{jurisdiction}/{substance}', { params: { path: { jurisdiction: 'XX', substance: 'lsd' } } });

console.log(JSON.stringify({
  status: status.headline.status, from: status.headline.from, say: status.wording.say,
  compared: compared.items.length, history: history.histories.length, verdict: claims.items[0]!.answer?.verdict,
  access: access.items.length, thresholds: thresholds.items.length, found: found.items[0]!.jurisdiction,
  changes: changes.items.length, since: nothingNew.items.length, pending: pending.items.length,
  listed: new Set(keys).size, tomorrow: tomorrow.headline.status, problem: refused.error?.type,
}));
