// Sends a request exactly as stated, over kept connections; no part of it is mended on the way.
import http from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

const decoders = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };

export function clientOf(origin, connections) {
  const { hostname, port } = new URL(origin);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const send = request => new Promise((resolve, reject) => {
    const sent = http.request({
      agent, hostname, port, method: request.method, path: request.target,
      headers: { ...request.headers, ...(request.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(request.body) }) },
    }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, raw: Buffer.concat(parts) }));
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error('No answer within a minute.')));
    sent.on('error', reject);
    sent.end(request.body);
  });

  return {
    async send(request) {
      const answer = await send(request).catch(error => {
        // The server may close a kept connection at the moment in which it is used again.
        if (error.code === 'ECONNRESET') {
          return send(request);
        }

        throw error;
      });
      const decode = decoders[answer.headers['content-encoding']];
      return { ...answer, body: decode && answer.raw.length > 0 ? await decode(answer.raw) : answer.raw };
    },
    async json(target) {
      const answer = await this.send({ method: 'GET', target, headers: {} });
      if (answer.status !== 200) {
        throw new Error(`${target} gave ${answer.status}: ${answer.body}`);
      }

      return { ...JSON.parse(answer.body), etag: answer.headers.etag };
    },
    close: () => agent.destroy(),
  };
}

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

/** The command that sends it again. */
export const curlOf = (origin, request) => [
  request.method === 'HEAD' ? 'curl -sS -I --path-as-is -g' : `curl -sS -i --path-as-is -g -X ${request.method}`,
  ...Object.entries(request.headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
  ...(request.body === undefined ? [] : [`--data-raw ${quoted(request.body)}`]),
  quoted(origin + request.target),
].join(' ');
