// Says what is wrong with an answer: null, or one sentence that names the kind of fault and is the same for each fault of the kind.
const isText = body => { try { new TextDecoder('utf-8', { fatal: true }).decode(body); return true; } catch { return false; } };

export function judgeOf(contract, client) {
  const pages = new Map();
  const hasPage = type => {
    if (!pages.has(type)) {
      pages.set(type, client.send({ method: 'GET', target: type, headers: {} }).then(answer => answer.status === 200));
    }

    return pages.get(type);
  };

  function headersFault(promised, answer) {
    for (const [name, header] of promised.headers) {
      const value = answer.headers[name.toLowerCase()];
      if (value === undefined) {
        if (header.required) {
          return `the header ${name} is missing`;
        }
      } else {
        const fault = contract.faultOf(header.schema, header.type === 'integer' ? Number(value) : String(value));
        if (fault) {
          return `the header ${name} is off its schema: ${fault}`;
        }
      }
    }

    return null;
  }

  async function bodyFault(promised, request, answer, type) {
    if (promised.content.size === 0 || request.method === 'HEAD' && answer.raw.length === 0) {
      return answer.raw.length > 0 ? 'there is a body where none is promised' : null;
    }

    if (!promised.content.has(type)) {
      return `the content type ${type} is not in the contract`;
    }

    if (request.method === 'HEAD') {
      return 'HEAD has a body';
    }

    if (type === 'image/png') {
      return answer.body.subarray(1, 4).toString('latin1') === 'PNG' ? null : 'the body is no PNG';
    }

    if (!isText(answer.body)) {
      return 'the body is not UTF-8';
    }

    const text = answer.body.toString('utf8');
    let value = text;
    if (/[/+]json$/.test(type)) {
      try {
        value = JSON.parse(text);
      } catch (error) {
        return `the body is no JSON: ${error.message}`;
      }
    }

    const fault = contract.faultOf(promised.content.get(type), value);
    if (fault) {
      return `the body is off its schema: ${fault}`;
    }

    if (type === 'application/problem+json') {
      return value.status !== answer.status ? 'the problem names another status'
        : await hasPage(value.type) ? null : `the problem's page ${value.type} is missing`;
    }

    return null;
  }

  return async (request, answer) => {
    const type = answer.headers['content-type']?.split(';')[0].trim();
    if (answer.status >= 500) {
      return `it failed with ${answer.status}`;
    }

    const promised = request.operation.answers.get(answer.status);
    if (!promised) {
      return request.elsewhere ? null : `the status ${answer.status} is not in the contract`;
    }

    if (request.elsewhere && (answer.status < 400 || answer.raw.length === 0)) {
      return null;
    }

    return await bodyFault(promised, request, answer, type) ?? headersFault(promised, answer);
  };
}
