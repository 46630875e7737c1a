import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { cut, terminalSvg, type Excerpt } from './terminal-picture.ts';
import { lineText, screenLines } from './terminal-screen.ts';

// Makes the README's pictures from a recorded rehearsal (util-linux's script; 124 columns, so that no line wraps):
//   script -qec "stty cols 124 rows 60; npm run demo -- --yes" out/rehearsal.typescript
//   node scripts/docs/pictures.ts out/rehearsal.typescript out/rehearsal/report.html
const images = join(import.meta.dirname, '..', '..', 'docs', 'images');

/** One change deep in a nested stack, a resource that fails, and the board at the end. */
const excerpts: readonly Excerpt[] = [
  { from: /^── 3\./, to: /^── 3\./ },
  { from: /^ \$ slipway promote companycam/, to: /^ done {2}companycam → dev/ },
  { from: /^── 6\./, to: /^── 6\./ },
  { from: /^ deploy {2}companycam → dev/, to: /^ {3}Next:/ },
  { from: /^── 7\./, to: /^── 7\./ },
  { from: /^ \$ slipway rollback companycam dev/, to: /^ plan/ },
  { from: /^ done {2}companycam → dev/, to: /^ done/ },
  { from: /^ \$ slipway status companycam/, to: /^ companycam/ },
];

const [recording, report] = process.argv.slice(2);
if (recording === undefined || report === undefined) {
  process.stderr.write(' usage: node scripts/docs/pictures.ts <recording> <report.html>\n');
  process.exit(2);
}

const screen = screenLines(withoutFrame(await readFile(recording, 'utf8')));
const lines = cut(screen, excerpts);
await writeFile(
  join(images, 'rehearsal.svg'),
  terminalSvg(lines, `The rehearsal in a terminal: ${lineText(lines[0] ?? [])}`),
);

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote'),
});
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1420 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(resolve(report)).href);
  // the step with the one change deep in a nested stack, opened down to its first plan's tree
  await page.evaluate(`{
    const step = document.querySelectorAll('details.step')[2];
    for (const details of [step, ...step.querySelectorAll('.tree details')]) details.open = true;
  }`);
  await page.screenshot({ path: join(images, 'report.png') });
} finally {
  await browser.close();
}

/** `script` writes a line before and one after what it records. */
function withoutFrame(text: string): string {
  return text.replace(/^Script started[^\n]*\n/, '').replace(/\nScript done[^\n]*\n?$/, '');
}
