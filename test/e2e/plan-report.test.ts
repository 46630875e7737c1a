import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AnyPlan } from '../../src/plan/static-plan.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import {
  createPlan,
  node,
  plan,
  property,
  readyPlan,
  resource,
  stack,
  stoppedPlan,
} from '../report/plan-samples.ts';
import { launchChromium, lightness, watch, type Watched } from './chromium.ts';

jest.setTimeout(120_000);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), 'slipway-report-'));
});
afterAll(() => browser.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Dev is ready, sit is made anew, prod stops: 3 + 4 + 4 certain changes, 2 that are possible, a parameter, 2 files of the site. */
const three = [readyPlan('dev'), createPlan(), stoppedPlan()];

interface Opened {
  readonly page: Page;
  readonly watched: Watched;
}

/** Opens plans as a page from the disk, lets the test use it, and wants nothing asked for elsewhere and no complaint. */
async function withReport(
  plans: readonly AnyPlan[],
  use: (opened: Opened) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const file = join(folder, `${String(Math.random()).slice(2)}.html`);
  await writeFile(
    file,
    reportPage({
      title: 'Slipway · companycam',
      subtitle: 'release 91cc4e07',
      sections: plans.map((each) => ({ kind: 'plan', plan: each })),
    }),
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const watched = watch(page);
    await page.goto(pathToFileURL(file).href);
    await use({ page, watched });
    expect(watched.problems).toEqual([]);
    expect([...watched.origins]).toEqual(['file://']);
  } finally {
    await context.close();
  }
}

/** The names of the changes that can be seen, from the top. */
function seen(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('.item')].filter((item) => item.checkVisibility()).map((item) => item.querySelector('.name').textContent)`,
  );
}

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `document.activeElement.querySelector('.name')?.textContent ?? document.activeElement.id`,
  );

describe('search', () => {
  test('finds by path, type and property, keeps the stacks around, says how many, and clears with Esc', async () => {
    await withReport(three, async ({ page }) => {
      const everything = await seen(page);
      expect(everything.length).toBeGreaterThan(10);
      await page.keyboard.press('/');
      await page.keyboard.type('storage BUCKETname');
      expect(await seen(page)).toEqual(['PhotosBucket']);
      expect(await page.locator('#count').textContent()).toMatch(/^1 of \d+ shown$/);
      const around = page.locator('details.node:visible > summary .name');
      expect((await around.allTextContents()).map((text) => text.split(' ')[0])).toEqual(['app', 'Storage']);
      await page.locator('#search').fill('aws::lambda::function');
      expect(await seen(page)).toEqual(['PresignFunction', 'A', 'B', 'C', 'PresignFunction']);
      await page.locator('#search').fill('no such thing');
      expect(await seen(page)).toEqual([]);
      expect(await page.locator('#count').textContent()).toMatch(/^0 of/);
      await page.keyboard.press('Escape');
      expect(await seen(page)).toEqual(everything);
      expect(await page.locator('#count').textContent()).toBe('');
    });
  });

  test('finds what is in a closed stack, and closes it again afterwards', async () => {
    await withReport(three, async ({ page }) => {
      expect(await seen(page)).not.toContain('index.html');
      await page.locator('#search').fill('index.html');
      expect(await seen(page)).toEqual(['index.html']);
      await page.locator('#search').fill('');
      expect(await seen(page)).not.toContain('index.html');
    });
  });
});

test('filters by risk, one or several, each with its count', async () => {
  await withReport(three, async ({ page }) => {
    const chips = page.locator('#risks button:visible');
    expect(await chips.allTextContents()).toEqual([
      'data at stake 1',
      'replace 1',
      'modify 4',
      'add 6',
      'only possible 2',
      'parameters, outputs 1',
      'site 2',
    ]);
    const [stake, possible] = [page.locator('[data-filter=stake]'), page.locator('[data-filter=possible]')];
    await stake.click();
    expect(await stake.getAttribute('aria-pressed')).toBe('true');
    expect(await seen(page)).toEqual(['PhotosBucket']);
    await possible.click();
    expect(await seen(page)).toEqual(['AccessLog', 'AccessLog', 'PhotosBucket']);
    await stake.click();
    expect(await seen(page)).toEqual(['AccessLog', 'AccessLog']);
    await page.keyboard.press('Escape');
    expect(await possible.getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the keyboard', () => {
  test('walks through changes and the tree, opens, closes, and shows its keys', async () => {
    await withReport(three, async ({ page }) => {
      await page.keyboard.press('j');
      expect(await focused(page)).toBe('LogLevel');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await focused(page)).toBe('PresignFunction');
      const memory = page.getByText('MemorySize').first();
      expect(await memory.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await memory.isVisible()).toBe(false);
      await page.keyboard.press('ArrowRight');
      expect(await memory.isVisible()).toBe(true);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page)).toBe('Api');
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('DetectionsResource');
      await page.keyboard.press('k');
      expect(await focused(page)).toBe('LogLevel');
      await page.keyboard.press('x');
      expect(await seen(page)).toEqual([]);
      await page.keyboard.press('x');
      expect(await seen(page)).toContain('PhotosBucket');
      await page.keyboard.press('?');
      expect(await page.locator('dialog').isVisible()).toBe(true);
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog').isVisible()).toBe(false);
    });
  });

  test('reaches every control by Tab, and shows where it is', async () => {
    await withReport([stoppedPlan()], async ({ page }) => {
      const reached: string[] = [];
      for (let count = 0; count < 40; count += 1) {
        await page.keyboard.press('Tab');
        const [name, outline] = await page.evaluate<[string, string]>(
          `[document.activeElement.id || document.activeElement.textContent.trim().split(/\\s+/).slice(0, 3).join(' '), getComputedStyle(document.activeElement).outlineStyle]`,
        );
        if (await page.evaluate('document.activeElement === document.body')) break;
        expect([name, outline]).toEqual([name, 'solid']);
        reached.push(name);
      }
      expect(reached).toEqual(expect.arrayContaining(['help', 'theme', 'search', 'unfold', 'copy']));
      expect(reached.some((name) => name.includes('PhotosBucket'))).toBe(true);
    });
  });
});

test('leads from a stop to its change, even a closed one, and copies its label', async () => {
  await withReport([stoppedPlan()], async ({ page }) => {
    await page.keyboard.press('x');
    await page.locator('.stop a').click();
    await page.locator('.item > summary:focus').waitFor();
    expect(await focused(page)).toBe('PhotosBucket');
    expect(await seen(page)).toContain('PhotosBucket');
    await page.locator('[data-copy]').click();
    await page.locator('[data-copy]', { hasText: /copied|selected/ }).waitFor();
    expect(await page.evaluate('String(getSelection())')).toBe('slipway:allow 4be1c02d77a9f310');
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('begins as the reader has it, switches, and every text can be read on what is behind it', async () => {
    await withReport(
      three,
      async ({ page }) => {
        for (const expected of [colorScheme, colorScheme === 'light' ? 'dark' : 'light']) {
          expect(await lightness(page)).toBe(expected);
          expect(await tooFaint(page)).toEqual([]);
          await page.keyboard.press('t');
        }
      },
      { colorScheme },
    );
  });

  test.each([320, 390, 768])('is no wider than a screen of %d pixels', async (width) => {
    const long = 'x'.repeat(300);
    const wide = plan('dev', [
      stack(
        long,
        node([], {
          status: 'change',
          template: `templates/${long}.yml`,
          changes: [resource(long, `Custom::${long}`, { properties: [property(long, long, long)] })],
        }),
      ),
    ]);
    await withReport(
      [...three, wide],
      async ({ page }) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      },
      { colorScheme, viewport: { width, height: 800 } },
    );
  });
});

test('is printed light and open, whatever the page shows, and is afterwards as it was', async () => {
  const stops = Array.from({ length: 9 }, () => stoppedPlan().gate.stops).flat();
  const many = { ...stoppedPlan(), gate: { verdict: 'stop' as const, stops } };
  await withReport(
    [many],
    async ({ page }) => {
      await page.locator('#theme').click();
      expect(await lightness(page)).toBe('dark');
      await page.keyboard.press('x');
      expect(await seen(page)).toEqual([]);
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      await page.emulateMedia({ media: 'print' });
      expect(await lightness(page)).toBe('light');
      expect(await seen(page)).toContain('PhotosBucket');
      expect(await page.locator('.stop:visible').count()).toBe(9);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
      expect(await seen(page)).toEqual([]);
    },
    { colorScheme: 'light' },
  );
});

test('without script everything can be read, and nothing is offered that would not work', async () => {
  await withReport(
    three,
    async ({ page }) => {
      expect(await seen(page)).toContain('PhotosBucket');
      for (const hidden of ['#search', '#theme', '[data-copy]'])
        expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false]);
      expect(await page.getByText('slipway:allow 4be1c02d77a9f310').isVisible()).toBe(true);
    },
    { javaScriptEnabled: false },
  );
});

test('names that are markup, scripts or addresses stay names', async () => {
  const nasty = [
    '</script><script>document.title="taken"</script>',
    '"><img src="https://evil.invalid/x" onerror="document.title=1">',
    'javascript:alert(1)',
    '</style><style>body{display:none}</style>',
    '</title></head><body onload=alert(1)>',
  ];
  const changes = nasty.map((each) =>
    resource(each, each, {
      physicalId: each,
      at: { file: each, line: 1, column: 1 },
      properties: [property(each, each, each, { lineage: [each] })],
    }),
  );
  const hostile = plan(
    'dev',
    [
      stack(nasty.join(), node([], { status: 'change', template: nasty[1] ?? '', changes }), {
        warnings: nasty,
      }),
    ],
    {
      system: nasty[0] ?? '',
    },
  );
  await withReport([hostile, hostile], async ({ page }) => {
    expect(await page.title()).toBe('Slipway · companycam');
    expect(
      await page.evaluate(`document.querySelectorAll('img, script, style, [onerror], [onload]').length`),
    ).toBe(2);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('a')].filter(({ protocol }) => protocol !== 'file:').length`,
      ),
    ).toBe(0);
    expect(await seen(page)).toEqual([...nasty, ...nasty]);
  });
});

test('2,000 changes in 40 stacks are searched in a moment', async () => {
  const children = Array.from({ length: 40 }, (_, index) =>
    node([`Worker${index}`], {
      status: 'change',
      changes: Array.from({ length: 50 }, (_each, number) =>
        resource(`Function${number}`, 'AWS::Lambda::Function', {
          at: { file: 'templates/worker.yml', line: number + 1, column: 1 },
          properties: [property('MemorySize', '256', '512'), property('Timeout', '3', '30')],
        }),
      ),
    }),
  );
  await withReport(
    [plan('dev', [stack('app', node([], { status: 'change', children }))])],
    async ({ page }) => {
      const took = await page.evaluate<number>(`(() => {
      const search = document.querySelector('#search');
      const start = performance.now();
      search.value = 'worker7 function49';
      search.dispatchEvent(new Event('input'));
      document.body.getBoundingClientRect();
      return performance.now() - start;
    })()`);
      expect(await seen(page)).toEqual(['Function49']);
      expect(await page.locator('#count').textContent()).toBe('1 of 2000 shown');
      expect(took).toBeLessThan(1000);
    },
  );
});

/** Texts with less contrast than 4.5 to 1 (WCAG 2.2, 1.4.3), with what they have. */
function tooFaint(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const over = (colours) => {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
      return canvas.getImageData(0, 0, 1, 1).data;
    };
    const luminance = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const faint = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === '' || !element.checkVisibility() || element.closest('.sr, script')) continue;
      const behind = [];
      for (let up = element; up; up = up.parentElement) behind.unshift(getComputedStyle(up).backgroundColor);
      const [a, b] = [over(behind), over([...behind, getComputedStyle(element).color])].map(luminance);
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) faint.add(element.className + ' ' + element.tagName + ' ' + walker.currentNode.data.trim().slice(0, 20) + ': ' + ratio.toFixed(2));
    }
    return [...faint];
  })()`);
}
