// Which licences the packages have, and whether a weakness of one is known: node .ci/dependencies.mjs, after `dotnet restore` and `npm ci`.
// Ends with 1 where a licence is not on the list, a package is not pinned, or a weakness is known. Where a registry gives no advisories it says so.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const kept = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const wrong = [];

// What the service is handed on with. Tools of tests and development are not handed on, and may ask for more.
// A library of its own that is loaded, not built in, may ask that it can be exchanged (LGPL): libvips, which draws the PNG.
const handedOn = new Set(['LGPL-3.0-or-later', 'MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'PostgreSQL', 'MS-PL', 'ISC', '0BSD']);
const ofTools = new Set([...handedOn, 'BlueOak-1.0.0', 'Unlicense', 'Python-2.0', 'MPL-2.0', 'LGPL-2.1+', 'Public Domain', 'Zlib', 'CC0-1.0', 'CPAL-1.0']);
// Of these the file beside the package says it, and the package itself does not.
const readByHand = new Map([['npm reserved 0.1.2', 'MIT'], ['CommandLineParser 2.9.1', 'MIT'], ['Microsoft.DotNet.PlatformAbstractions 3.1.6', 'MIT']]);

// "(MIT OR GPL-3.0-or-later)": one of them is enough; of those joined by AND all are needed.
const allows = (expression, allowed) => expression.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
const judge = (name, expression, allowed) => {
  if (!expression) wrong.push(`${name} names no licence`);
  else if (!allows(expression, allowed)) wrong.push(`${name} has the licence ${expression}, which is not on the list`);
};

const lockFiles = ['src', 'tests'].flatMap((folder) => readdirSync(join(root, folder)).map((project) => join(folder, project, 'packages.lock.json'))).filter((file) => existsSync(join(root, file)));
const nuget = new Map();
for (const file of lockFiles) {
  for (const packages of Object.values(JSON.parse(readFileSync(join(root, file))).dependencies)) {
    for (const [name, { type, resolved, contentHash }] of Object.entries(packages)) {
      if (type === 'Project') continue;
      if (!contentHash) wrong.push(`${name} is not pinned in ${file}`);
      const known = nuget.get(`${name} ${resolved}`);
      nuget.set(`${name} ${resolved}`, { name, resolved, ships: (known?.ships ?? false) || file.startsWith('src') });
    }
  }
}
for (const [title, { name, resolved, ships }] of nuget) {
  const file = join(kept, name.toLowerCase(), resolved.toLowerCase(), `${name.toLowerCase()}.nuspec`);
  if (!existsSync(file)) { wrong.push(`${title} is not in ${kept}: run dotnet restore first`); continue; }
  judge(title, /<license type="expression"[^>]*>([^<]+)</.exec(readFileSync(file, 'utf8'))?.[1] ?? readByHand.get(title), ships ? handedOn : ofTools);
}

const npm = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'))).packages).filter(([path]) => path);
for (const [path, { version, integrity, license, link }] of npm) {
  const title = `npm ${path.replace(/.*node_modules\//, '')} ${version}`;
  if (!integrity && !link) wrong.push(`${title} is not pinned`);
  const said = Array.isArray(license) ? license.map(({ type }) => type).join(' OR ') : license;
  judge(title, said ?? readByHand.get(title), ofTools);
}
console.log(`Licences: ${nuget.size} packages of NuGet, ${npm.length} of npm, all pinned by their hash${wrong.length ? `; ${wrong.length} mistakes` : ', all of a licence on the list'}.`);

const said = [
  (async () => {
    const { stdout: sources } = await run('dotnet', ['nuget', 'list', 'source', '--format', 'short'], { cwd: root });
    const addresses = sources.split('\n').filter((line) => line.startsWith('E ')).map((line) => line.slice(2).trim()).filter((address) => address.startsWith('http'));
    const offered = await Promise.all(addresses.map(async (address) => {
      const index = await (await fetch(address, { signal: AbortSignal.timeout(10_000) })).json();
      return index.resources.some((resource) => resource['@type'].startsWith('VulnerabilityInfo'));
    }));
    if (!offered.includes(true)) return 'NuGet: NOT LOOKED UP, the registry that is set up here gives no advisories.';
    const { stdout } = await run('dotnet', ['list', 'src/LegalStatusApi', 'package', '--vulnerable', '--include-transitive', '--no-restore', '--format', 'json'], { cwd: root, timeout: 60_000 });
    const found = [...stdout.matchAll(/"id": "([^"]+)"/g)].map((match) => match[1]);
    found.forEach((name) => wrong.push(`a weakness of ${name} is known: dotnet list package --vulnerable --include-transitive`));
    return `NuGet: ${found.length} with a known weakness.`;
  })(),
  (async () => {
    // It ends with 1 where it found something, and where it was not answered; only the first has a count.
    const { stdout } = await run('npm', ['audit', '--json'], { cwd: root, timeout: 30_000 }).catch((ended) => ended);
    const found = JSON.parse(stdout || '{}').metadata?.vulnerabilities;
    if (!found) return 'npm: NOT LOOKED UP, the registry that is set up here gives no advisories.';
    if (found.high + found.critical > 0) wrong.push(`npm: ${found.high} high and ${found.critical} critical weaknesses are known: npm audit`);
    return `npm (development only): ${found.total} with a known weakness.`;
  })(),
].map((asked) => asked.catch((fault) => `NOT LOOKED UP: ${fault.message.split('\n')[0]}`));
for (const line of await Promise.all(said)) console.log(`Weaknesses: ${line}`);
for (const mistake of wrong) console.error(`  ${mistake}`);
process.exit(wrong.length ? 1 : 0);
