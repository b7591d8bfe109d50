// The real service on a free port, with a data folder of its own that goes away with it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

function program() {
  const places = [process.env.CONFIGURATION, 'Release', 'Debug'].filter(Boolean).map(each => join(root, 'src', 'LegalStatusApi', 'bin', each, 'net10.0', 'legal-status'));
  const found = places.find(existsSync);
  if (!found) {
    throw new Error(`The service is not built; looked for ${places.join(', ')}`);
  }

  return found;
}

export async function startService() {
  const folder = await mkdtemp(join(tmpdir(), 'legal-status-fuzz-'));
  // The database server runs as an account of its own where this is root's, and must reach what is its own below.
  await chmod(folder, 0o711);
  const child = spawn(program(), ['serve', '--urls', 'http://127.0.0.1:0', `--Database:DataDirectory=${folder}/postgres`],
    { env: { ...process.env, RateLimits__Enabled: 'false', ASPNETCORE_URLS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise(resolve => { child.on('exit', resolve); });
  let log = '';
  const origin = await new Promise((resolve, reject) => {
    const take = part => {
      log += part;
      const found = /Now listening on: (http:[^"\s]+)/.exec(log);
      if (found) {
        resolve(found[1]);
        log = '';
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    ended.then(code => reject(new Error(`The service ended early (${code}): ${log}`)));
  });
  return {
    origin,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
