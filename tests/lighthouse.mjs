// Has Lighthouse judge every type of page that everybody sees and the sign-in of the desk: `npm run lighthouse` starts the service with the
// whole data set for it; `npm run lighthouse -- http://127.0.0.1:5080` asks one that is running, with addresses after it only those pages.
// Accessibility and best practices must be 100. Not in continuous integration: it takes minutes and brings a hundred packages.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startService } from './fuzz/service.mjs';

const everyType = [
  '/', '/?substance=psilocybin%2Fmushrooms&region=US&on=2020-01-01', '/embed/psilocybin?region=Europe', '/places', '/places/US-CO-denver',
  '/places/US-CO/psilocybin?form=mushrooms&on=2024-01-01', '/substances/psilocybin', '/compare',
  '/compare?jurisdiction=DE,NL,PT,US-CO,US-CO-denver&substance=&on=2018-01-01&on2=2024-01-01', '/changes?kind=law', '/pending', '/coverage', '/revisions/1/diff',
  '/sources', '/sources/de-btmg', '/search?q=ketamine+in+Georgia', '/vocabulary', '/about', '/api', '/report', '/problems', '/problems/unknown-jurisdiction', '/desk',
];
const [running, ...named] = process.argv.slice(2);
const pages = named.length > 0 ? named : everyType;
const lighthouse = 'lighthouse@12.8.2';
const demanded = ['accessibility', 'best-practices'];
const service = running ? { origin: running.replace(/\/$/, ''), stop: async () => {} } : await startService();
const folder = mkdtempSync(join(tmpdir(), 'legal-status-lighthouse-'));
let failed = false;

async function judge(page) {
  const report = join(folder, 'report.json');
  await promisify(execFile)('npx', ['--yes', lighthouse, service.origin + page, '--quiet', `--only-categories=${demanded.join(',')}`, '--output=json', `--output-path=${report}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage'], { env: { CHROME_PATH: '/usr/bin/chromium', ...process.env } });
  return JSON.parse(readFileSync(report, 'utf8'));
}

function faultsOf({ categories, audits }, name) {
  return categories[name].auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)
    .map(({ id }) => `  ${id}: ${audits[id].title} ${JSON.stringify(audits[id].details?.items ?? []).slice(0, 1000)}`);
}

try {
  console.log(`${demanded.join('  ')}  page`);
  for (const page of pages) {
    const found = await judge(page);
    const scores = demanded.map((name) => Math.round(found.categories[name].score * 100));
    console.log(`${scores.map((score, i) => String(score).padStart(demanded[i].length)).join('  ')}  ${page}`);
    failed ||= scores.some((score) => score !== 100);
    demanded.filter((_, i) => scores[i] !== 100).flatMap((name) => faultsOf(found, name)).forEach((line) => console.log(line));
  }
} finally {
  rmSync(folder, { recursive: true });
  await service.stop();
}
process.exitCode = failed ? 1 : 0;
