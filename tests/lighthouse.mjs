// Has Lighthouse judge pages of a running service: `npm run lighthouse -- http://127.0.0.1:5080`.
// Accessibility and best practices must be 100. Not in continuous integration: it takes minutes and brings a hundred packages.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const site = (process.argv[2] ?? 'http://127.0.0.1:5080').replace(/\/$/, '');
const pages = ['/', '/places/US-CO-denver', '/places/US-CO/psilocybin?form=mushrooms&on=2024-01-01'];
const version = 'lighthouse@12.8.2';
const demanded = ['accessibility', 'best-practices'];
const folder = mkdtempSync(join(tmpdir(), 'legal-status-lighthouse-'));
let failed = false;
try {
  for (const page of pages) {
    const report = join(folder, 'report.json');
    execFileSync('npx', ['--yes', version, site + page, '--quiet', `--only-categories=${demanded.join(',')}`, '--output=json', `--output-path=${report}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage'], {
      stdio: ['ignore', 'inherit', 'inherit'], env: { CHROME_PATH: '/usr/bin/chromium', ...process.env },
    });
    const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
    for (const name of demanded) {
      const score = Math.round(categories[name].score * 100);
      console.log(`${score} ${name} ${page}`);
      if (score === 100) continue;
      failed = true;
      for (const { id } of categories[name].auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)) {
        console.log(`  ${id}: ${audits[id].title} ${JSON.stringify(audits[id].details?.items ?? []).slice(0, 1000)}`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;
