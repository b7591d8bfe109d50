// The contract as the fuzzer reads it: which operations need no key, and whether an answer is what one of them promises.
import { readFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const pointer = parts => parts.map(part => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** Members that a schema does not name are faults too: whoever reads the contract would never learn of them. */
function closeObjects(node) {
  if (Array.isArray(node)) {
    node.forEach(closeObjects);
  } else if (node && typeof node === 'object') {
    Object.values(node).forEach(closeObjects);
    if (node.type === 'object' && node.properties && node.additionalProperties === undefined) {
      node.additionalProperties = false;
    }
  }
}

export async function readContract(path) {
  const document = JSON.parse(await readFile(path, 'utf8'));
  const schemas = structuredClone(document);
  for (const item of Object.values(schemas.paths)) {
    Object.values(item).forEach(operation => delete operation.requestBody);
  }

  closeObjects(schemas.components);
  closeObjects(schemas.paths);
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: false }));
  ajv.addSchema(schemas, 'contract');
  const compiled = new Map();
  const validatorOf = parts => {
    const at = pointer(parts);
    if (!compiled.has(at)) {
      compiled.set(at, ajv.compile({ $ref: `contract#/${at}` }));
    }

    return compiled.get(at);
  };
  const resolve = (node, parts) => (node?.$ref
    ? resolve(node.$ref.slice(2).split('/').reduce((at, part) => at[part], document), node.$ref.slice(2).split('/'))
    : { node, parts });

  const operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item)
    .filter(([, operation]) => operation.operationId && !operation.security)
    .map(([method, operation]) => ({
      id: operation.operationId, method: method.toUpperCase(), path, parameters: operation.parameters ?? [],
      body: operation.requestBody && expand(operation.requestBody.content['application/json'].schema),
      answers: new Map(Object.keys(operation.responses).map(status => {
        const { node, parts } = resolve(operation.responses[status], ['paths', path, method, 'responses', status]);
        return [Number(status), {
          headers: new Map(Object.entries(node.headers ?? {}).map(([name, header]) => {
            const found = resolve(header);
            return [name, { required: found.node.required === true, schema: [...found.parts ?? [], 'schema'], type: found.node.schema.type }];
          })),
          content: new Map(Object.keys(node.content ?? {}).map(type => [type, [...parts, 'content', type, 'schema']])),
        }];
      })),
    })));

  /** The schema of a body with its references put in, as the generator needs it. */
  function expand(schema) {
    const whole = resolve(schema).node;
    return {
      ...whole,
      ...(whole.properties && { properties: Object.fromEntries(Object.entries(whole.properties).map(([name, each]) => [name, expand(each)])) }),
      ...(whole.items && { items: expand(whole.items) }),
    };
  }

  /** What of a value its schema does not allow, or nothing. */
  const faultOf = (parts, value) => {
    const validate = validatorOf(parts);
    return validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: 'body' }) + undocumented(validate.errors);
  };

  return { operations, faultOf };
}

const undocumented = errors => errors.map(error => error.params?.additionalProperty).filter(Boolean).map(name => ` (${name})`).join('');
