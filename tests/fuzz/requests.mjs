// Makes requests from the contract: proper ones of values that the service knows or the schemas allow, and those that somebody gets wrong.
import fc from 'fast-check';

const hostileTexts = [
  '', ' ', 'null', 'undefined', '%', '%00', '%FF', '%C0%AF', '%2e%2e%2f', "' or 1=1 --", '<script>alert(1)</script>', '${7*7}', '{{7*7}}', '\u0000', '\u202e',
  'e\u0301', '\ud83c\udf44', '\ufeffus', 'US,', ',', 'US-CO-', '-', '--', '*', '\\', '"', 'a'.repeat(3000), 'İ', 'ß', '０１', '1e3', '0x10', '+1', '1.0', 'NaN',
  '-1', '0', '2147483648', '9223372036854775807', '9223372036854775808', '99999999999999999999999999', 'true', 'TRUE', '[]', '{}', 'eyJsaXN0IjoiIn0',
];
const wrongDays = ['2024-02-30', '2023-02-29', '2024-13-01', '1799-12-31', '2200-01-01', '24-1-1', '2024-01', '01.02.2024', '2024-01-01T00:00:00Z', '0000-00-00', '-2024-01-01'];
const hostile = fc.oneof(fc.constantFrom(...hostileTexts), fc.constantFrom(...wrongDays), fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }));
const day = fc.date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map(each => each.toISOString().slice(0, 10));

/** Any value that the schema of a parameter or a member allows. */
function fromSchema(schema) {
  if (schema.type === 'array') {
    return fc.array(fromSchema(schema.items), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) });
  }

  if (schema.type === 'integer') {
    const [min, max] = [BigInt(schema.minimum ?? 0), BigInt(schema.format === 'int32' ? 2147483647 : '9223372036854775807')];
    const limit = schema.maximum !== undefined && schema.maximum < 2 ** 31 ? BigInt(schema.maximum) : max;
    return fc.oneof({ weight: 3, arbitrary: fc.bigInt(min, min + 10n < limit ? min + 10n : limit) }, { weight: 1, arbitrary: fc.bigInt(min, limit) }).map(String);
  }

  if (schema.type === 'boolean') {
    return fc.boolean();
  }

  if (schema.format === 'date') {
    return day;
  }

  if (schema.format === 'date-time') {
    return fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }).map(each => each.toISOString());
  }

  const text = schema.pattern ? fc.stringMatching(new RegExp(schema.pattern, 'u'), { size: 'small' }) : fc.string({ maxLength: 20 });
  return text.filter(each => each.length >= (schema.minLength ?? 0) && each.length <= (schema.maxLength ?? 1000));
}

const backticked = text => [...(text ?? '').matchAll(/`([a-z-]+)`/g)].map(match => match[1]);

function properValue(operation, parameter, known) {
  const { schema, name } = parameter;
  const values = name === 'format' ? backticked(parameter.description) : [...(schema.examples ?? []), ...known.of(operation.id, name)];
  const real = values.length > 0 ? fc.constantFrom(...values) : fromSchema(schema);
  if (schema.type === 'array') {
    return fc.array(fc.oneof({ weight: 9, arbitrary: real }, { weight: 1, arbitrary: fromSchema(schema.items) }), { minLength: 1, maxLength: 4 });
  }

  return fc.oneof({ weight: 9, arbitrary: real }, { weight: 1, arbitrary: fromSchema(schema) });
}

// How often an optional parameter is given; most may stand together, but not a cursor with other filters.
const seldom = { cursor: 0.01, since: 0.01, asOf: 0.1, revision: 0.25, form: 0.1, format: 0.2, limit: 0.7, status: 0.2, classification: 0.1 };

function properParameters(operation, known) {
  const pairs = operation.parameters.filter(each => each.in !== 'header').map(parameter => {
    const value = properValue(operation, parameter, known).map(each => ({ name: parameter.name, in: parameter.in, value: Array.isArray(each) ? each.join(',') : String(each) }));
    const odds = Math.round(100 * (seldom[parameter.name] ?? 0.3));
    return parameter.required ? value : fc.oneof({ weight: 100 - odds, arbitrary: fc.constant(null) }, { weight: odds, arbitrary: value });
  });
  return fc.tuple(...pairs).map(each => each.filter(Boolean));
}

/** One thing that somebody gets wrong in the parameters. */
const slip = operation => {
  const queries = operation.parameters.filter(each => each.in === 'query').map(each => each.name);
  const names = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...queries.flatMap(each => [`${each}s`, each.toUpperCase(), `${each}[]`, ` ${each}`]), 'onn', '__proto__', 'callback'));
  const at = fc.nat({ max: 20 });
  return fc.oneof(
    fc.tuple(names, hostile).map(([name, value]) => given => [...given, { name, in: 'query', value }]),
    fc.tuple(at, hostile).map(([index, value]) => given => given.map((each, i) => (i === index % given.length ? { ...each, value } : each))),
    fc.tuple(at, hostile).map(([index, value]) => given => given.map((each, i) => (i === index % given.length ? { ...each, value: each.value + value } : each))),
    at.map(index => given => [...given, ...given.filter(each => each.in === 'query').slice(index % 3, index % 3 + 1)]),
    at.map(index => given => given.filter((each, i) => each.in === 'path' || i !== index % given.length)),
    fc.constantFrom(...wrongDays).map(value => given => [...given.filter(each => each.name !== 'on'), { name: 'on', in: 'query', value }]),
    fc.constantFrom(...queries, 'x').map(name => given => [...given.filter(each => each.name !== name), { name, in: 'query', value: 'US,'.repeat(201) }]),
    fc.constantFrom(...queries, 'x').chain(name => fc.constantFrom('9223372036854775808', '501', '0', '-1').map(value => given =>
      [...given.filter(each => each.name !== name || each.in === 'path'), { name, in: 'query', value }])),
  );
};

const headerText = fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).filter(code => code < 0x7f || code > 0x9f).map(code => String.fromCharCode(code)), maxLength: 40 });
const headersOf = known => fc.record({
  Accept: fc.constantFrom('*/*', 'application/json', 'text/csv', 'text/plain;q=0.5, application/json', 'application/ld+json', 'image/png', 'text/*;q=0.1', 'application/json;q=0', ',;q=', 'a/b;c="d'),
  'Accept-Encoding': fc.constantFrom('gzip', 'br', 'gzip, br;q=0.5', 'identity', '*', 'identity;q=0', 'zstd', 'gzip;q=2', ''),
  'If-None-Match': fc.oneof(fc.constantFrom(...known.etags, known.etags.join(', '), '*', '"x"', 'W/"x"', 'x', ''), headerText),
  'Accept-Datetime': fc.oneof(
    fc.constantFrom(...known.instants.map(each => new Date(Date.parse(each) + 60_000).toUTCString()), 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', '2024-01-01', ''), headerText),
  Origin: fc.constantFrom('https://example.org', 'null'),
  'X-Forwarded-For': fc.constantFrom('1.2.3.4', 'x', '::1'),
}, { requiredKeys: [] });
const modestHeaders = known => fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: fc.constantFrom({ 'Accept-Encoding': 'br' }, { 'Accept-Encoding': 'gzip' }, { Accept: 'text/csv' }) },
  { weight: 1, arbitrary: headersOf(known) });

const encode = text => encodeURIComponent(text.toWellFormed());

function targetOf(operation, given) {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encode(given.find(each => each.in === 'path' && each.name === name)?.value ?? ''));
  const query = given.filter(each => each.in === 'query').map(each => `${encode(each.name)}=${encode(each.value)}`).join('&');
  return query ? `${path}?${query}` : path;
}

// Where such a value is part of the path, the request may be one for another operation, or (NUL) is refused by the web server itself.
const leavesPath = given => given.some(each => each.in === 'path' && (each.value === '' || /^\.\.?$|[/\\\0]/.test(each.value)));

function bodyOf(operation, known) {
  const member = (name, schema) => {
    const values = [...(schema.examples ?? []), ...known.of(operation.id, name)];
    return schema.type === 'array' ? fc.array(object(schema.items), { minLength: 1, maxLength: 3 })
      : values.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fromSchema(schema) }) : fromSchema(schema);
  };
  const object = schema => (schema.type === 'object'
    ? fc.record(Object.fromEntries(Object.entries(schema.properties).filter(([name]) => name !== 'asOf').map(([name, each]) => [name, member(name, each)])), { requiredKeys: schema.required ?? [] })
    : fc.oneof(fc.constantFrom(...permalinks(known)), fromSchema(schema)));
  return object(operation.body);
}

const permalinks = known => known.of('', 'jurisdiction').slice(0, 40).map((code, index) =>
  `/v1/status/${code}/lsd?on=${known.of('', 'on')[index % known.of('', 'on').length]}&revision=1`);

const brokenBodies = ['', '{', '[]', 'null', '{"claims":', '"x"', '1', '{"claims":[null]}', '{"permalinks":[1]}', '{"a":1,"a":2}', '['.repeat(2000), '{"claims":[]}', '\u0000', '{"claims":[{}]}', `{"x":"${'a'.repeat(100_000)}"}`];

function sentRequest(operation, known) {
  const types = fc.constantFrom(...Array(12).fill('application/json'), 'text/plain', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', 'x');
  const body = fc.oneof(
    { weight: 8, arbitrary: bodyOf(operation, known).map(each => JSON.stringify(each)) },
    { weight: 1, arbitrary: fc.tuple(bodyOf(operation, known), hostile, fc.jsonValue()).map(([each, name, value]) => JSON.stringify({ ...each, [name]: value })) },
    { weight: 1, arbitrary: fc.constantFrom(...brokenBodies) }, { weight: 1, arbitrary: fc.json() });
  return fc.tuple(body, types, modestHeaders(known)).map(([text, type, headers]) =>
    ({ method: 'POST', target: operation.path, headers: { ...headers, 'Content-Type': type }, body: text.toWellFormed(), operation }));
}

const withoutAccept = ({ Accept, ...others }) => others;

function askedRequest(operation, known) {
  const proper = properParameters(operation, known);
  const given = fc.oneof(
    { weight: 7, arbitrary: proper },
    { weight: 3, arbitrary: fc.tuple(proper, fc.array(slip(operation), { minLength: 1, maxLength: 2 })).map(([each, slips]) => slips.reduce((so, one) => one(so), each)) });
  const asked = fc.tuple(given, modestHeaders(known), fc.constantFrom('GET', 'GET', 'GET', 'GET', 'GET', 'HEAD')).map(([each, headers, method]) =>
    ({ method, target: targetOf(operation, each), headers, operation, elsewhere: leavesPath(each) }));
  const raw = fc.tuple(proper, fc.string({ unit: fc.integer({ min: 0x21, max: 0x7f }).filter(code => code !== 0x23).map(code => String.fromCharCode(code)), maxLength: 12 })).map(([each, text]) =>
    ({ method: 'GET', target: `${targetOf(operation, each.filter(one => one.in === 'path'))}?${text}`, headers: {}, operation }));
  const links = known.follow(operation.id);
  const followed = fc.tuple(fc.constantFrom(...(links.length > 0 ? links : [''])), modestHeaders(known))
    .map(([target, headers]) => ({ method: 'GET', target, headers: withoutAccept(headers), operation }));
  const [seen] = known.seen(operation.id);
  const again = fc.constantFrom('GET', 'HEAD').map(method => ({ method, target: seen.target, headers: { 'If-None-Match': seen.etag }, operation }));
  return fc.oneof(
    { weight: 30, arbitrary: asked }, { weight: 1, arbitrary: raw },
    ...(links.length > 0 ? [{ weight: 6, arbitrary: followed }] : []),
    ...(seen ? [{ weight: 1, arbitrary: again }] : []));
}

// What reads the whole record costs as much as many other questions.
const weights = {
  DiffRevisions: 6, SummarizeCoverage: 6, ShowJsonFeed: 6, ShowAtomFeed: 6, ListChanges: 10, ListAccess: 10, ListBoundaryCases: 10, GetLive: 3, GetReady: 3,
  ExportHistory: 1, ExportTables: 1, ExportTable: 3, SendReport: 1, LookUpStatus: 60, CompareStatuses: 40, ShowHistory: 40, CheckClaims: 40, CheckPermalinks: 30,
};

export const requestsTo = (operations, known) => fc.oneof(...operations.map(operation =>
  ({ weight: weights[operation.id] ?? 20, arbitrary: operation.method === 'POST' ? sentRequest(operation, known) : askedRequest(operation, known) })));
