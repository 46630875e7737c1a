import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loginIssuerOf } from '../../local/handle.ts';
import { isRunning } from '../../local/life/process-identity.ts';
import { home, ledgersOf, secretsOf } from './account-contents.ts';
import { validator } from '../plan/published-schema.ts';
import { launchChromium, lightness, watch } from './chromium.ts';
import { deploymentsOf, playRehearsal, type RunningRehearsal } from './running-rehearsal.ts';

// The rehearsal is to take at most three minutes on two cores, and other tests may run beside it.
jest.setTimeout(300_000);

/** 3 by 2 pixels, blue. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGMQCTgBQQxwFgBCLAcJ3FsFDQAAAABJRU5ErkJggg==',
  'base64',
);

/** What is used of the browser's `HTMLImageElement`; the compiler knows no browser here. */
interface Picture {
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  decode(): Promise<void>;
}

let rehearsal: RunningRehearsal;
let browser: Browser;

beforeAll(async () => {
  rehearsal = await playRehearsal();
  browser = await launchChromium(rehearsal.local.proxyUrl);
});

// Each by itself: a browser that did not start must not keep the rehearsal from being ended.
afterAll(() => browser.close());
afterAll(() => rehearsal.end());

function outputOfDev(name: string): string {
  const value = deploymentsOf(rehearsal.report).find(({ environment }) => environment === 'dev')?.outputs[
    'app'
  ]?.[name];
  if (value === undefined) throw new Error(`dev has no output ${name}.`);
  return value;
}

function tokenOf(person: string): Promise<string> {
  return rehearsal.local.signToken(loginIssuerOf('dev'), {
    sub: person,
    aud: 'companycam',
    client_id: 'site',
    scope: 'photos/read photos/write',
    token_use: 'access',
  });
}

describe('the report', () => {
  test('seven acts went as they should, each with its time and what it expected', () => {
    const { report } = rehearsal;
    const wrong = report.steps.flatMap(({ title, expectations }) =>
      expectations.filter(({ ok }) => !ok).map(({ text, detail }) => ({ title, text, detail })),
    );
    expect(wrong).toEqual([]);
    expect(report).toMatchObject({ schema: 1, ok: true });
    expect(report.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const step of report.steps) {
      expect(step).toMatchObject({ ok: true, took: expect.any(Number) });
      expect(step.expectations.length).toBeGreaterThan(0);
      expect(step.commands.length).toBeGreaterThan(0);
      for (const { took } of step.commands) expect(took).toBeGreaterThan(0);
    }
    const inSteps = report.steps.reduce((sum, { took }) => sum + took, 0);
    expect(report.took).toBeGreaterThan(inSteps);
    expect(Date.parse(report.startedAt)).toBeLessThan(Date.now() - report.took);
  });

  test('just these smoke checks are not enforceable here, and each says why', () => {
    const everywhere = [
      'bucket/encryption',
      'cache-connectivity/reachable',
      'tls/api-certificate-lasts',
      'tls/site-certificate-lasts',
    ];
    // Wrong claims mean something only under a key that is trusted, and prod trusts none of ours.
    const inProd = [
      'cors-api/on-403',
      'jwt/expired',
      'jwt/future-iat',
      'jwt/future-nbf',
      'jwt/missing-scope',
      'jwt/trusted-missing-kid',
      'jwt/trusted-unknown-kid',
      'jwt/wrong-audience',
      'jwt/wrong-issuer',
      'jwt/wrong-token-use',
    ];
    const checked = deploymentsOf(rehearsal.report).filter(({ smoke }) => smoke !== null);
    expect(checked.map(({ environment }) => environment)).toEqual(
      expect.arrayContaining(['dev', 'sit', 'prod']),
    );
    for (const { environment, smoke } of checked) {
      const open = (smoke?.results ?? []).filter(({ outcome }) => outcome === 'not-enforceable');
      const expected = environment === 'prod' ? [...everywhere, ...inProd] : everywhere;
      expect(open.map(({ id }) => id).sort()).toEqual(expected.sort());
      for (const result of open) expect(JSON.stringify(result)).toMatch(/"reason":"[^"]{10,}"/);
    }
  });

  test('its plans are what the published schema says', () => {
    const plans = rehearsal.report.steps.flatMap(({ results }) => results['plan'] ?? []);
    expect(plans.length).toBeGreaterThan(0);
    const check = validator('plans');
    for (const each of plans) expect(check(each)).toEqual([]);
  });

  test('no secret and no token is in it, nor in the page, on the terminal, or in a ledger', async () => {
    const secrets = await secretsOf(rehearsal.local);
    expect(secrets.map((secret) => secret.length > 10)).toEqual([true, true, true, true, true]);
    const texts = {
      'report.json': JSON.stringify(rehearsal.report),
      'report.html': rehearsal.html,
      terminal: rehearsal.printed(),
      ledgers: (await ledgersOf(rehearsal.local)).join('\n'),
    };
    for (const [name, text] of Object.entries(texts)) {
      expect([name, text.length > 1000]).toEqual([name, true]);
      expect([name, secrets.filter((secret) => text.includes(secret))]).toEqual([name, []]);
      expect([name, /eyJ[\w-]{10,}\.[\w-]{10,}/.exec(text)]).toEqual([name, null]);
      expect([name, /X-Amz-(?:Signature|Security-Token)=\w/i.exec(text)]).toEqual([name, null]);
    }
  });

  test.each(['dark', 'light'] as const)(
    'opens from the disk, %s, can be searched, and asks for nothing',
    async (scheme) => {
      const context = await browser.newContext({ colorScheme: scheme });
      const page = await context.newPage();
      const watched = watch(page);
      await page.goto(pathToFileURL(join(rehearsal.folder, 'report.html')).href);
      expect(await page.locator('details.step').count()).toBe(7);
      expect(await lightness(page)).toBe(scheme);
      const search = page.locator('#search');
      await search.fill('photosfunction lambda');
      await page.locator('#count', { hasText: /^[1-9]\d* of \d+ shown$/ }).waitFor();
      const first = page.locator('[data-text]:not([hidden])').first();
      expect(await first.getAttribute('data-text')).toContain('photosfunction');
      await first.waitFor({ state: 'visible' });
      await search.fill('no such thing anywhere');
      await page.locator('#count', { hasText: /^0 of \d+ shown$/ }).waitFor();
      await page.locator('#theme').click();
      expect(await lightness(page)).not.toBe(scheme);
      expect(watched.problems).toEqual([]);
      expect([...watched.origins]).toEqual(['file://']);
      await context.close();
    },
  );
});

describe('the site of dev, in Chromium', () => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  });

  afterAll(() => context.close());

  test('at its real address: sign in, upload by presigned POST, see it in the list, open it, reload a deep link', async () => {
    const watched = watch(page);
    const site = outputOfDev('SiteUrl');
    const release = deploymentsOf(rehearsal.report).findLast(({ environment }) => environment === 'dev');
    await page.goto(`${site}/`);
    await page.getByTestId('release').waitFor();
    expect(await page.getByTestId('release').textContent()).toBe(release?.release.slice(0, 8));
    await signIn(page, await tokenOf('ada'));
    await page.getByText('No photos yet').waitFor();

    const upload = page.waitForRequest((request) => request.method() === 'POST' && isBucket(request.url()));
    await page.getByTestId('file').setInputFiles({ name: 'roof.png', mimeType: 'image/png', buffer: photo });
    const sent = await (await upload).response();
    expect(sent?.status()).toBe(204);
    await page.getByText('roof.png is uploaded.').waitFor();
    const tile = page.getByTestId('photo');
    await tile.first().waitFor();
    expect(await tile.count()).toBe(1);
    await shows(page, '[data-testid=photo] img');

    await tile.locator('a').click();
    await page.getByTestId('single').waitFor();
    await shows(page, '[data-testid=single]');
    expect(page.url()).toMatch(/\/photos\/[^/]+$/);

    const reloaded = await page.reload();
    expect([reloaded?.status(), reloaded?.headers()['content-type']]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    await shows(page, '[data-testid=single]');

    expect(watched.problems).toEqual([]);
    expect([...watched.origins].sort()).toEqual(
      [
        site,
        new URL(outputOfDev('ApiUrl')).origin,
        `https://${outputOfDev('PhotosBucketName')}.s3.${home}.amazonaws.com`,
      ].sort(),
    );
  });

  test('somebody else sees none of it', async () => {
    const other = await browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(`${outputOfDev('SiteUrl')}/sign-in`);
    await signIn(theirs, await tokenOf('bob'));
    await theirs.getByText('No photos yet').waitFor();
    await theirs.goto(page.url());
    await theirs.getByRole('alert').waitFor();
    expect(await theirs.getByTestId('single').count()).toBe(0);
    await other.close();
  });

  test('at the address that people click: it loads, signs in and lists', async () => {
    const clicked = await browser.newContext();
    const local = await clicked.newPage();
    const watched = watch(local);
    const address = rehearsal.report.addresses.find(({ name }) => name === 'dev')?.url ?? '';
    expect(address).toMatch(
      new RegExp(`^http://[a-z0-9]+\\.cloudfront\\.localhost:${rehearsal.local.port}/$`),
    );
    await local.goto(address);
    await signIn(local, await tokenOf('ada'));
    await local.getByTestId('photo').first().waitFor();
    await shows(local, '[data-testid=photo] img');
    expect(watched.problems).toEqual([]);
    for (const origin of watched.origins)
      expect(origin).toMatch(new RegExp(`^http://[a-z0-9.-]+\\.localhost:${rehearsal.local.port}$`));
    await clicked.close();
  });

  async function signIn(on: Page, token: string): Promise<void> {
    await on.getByRole('navigation').getByText('Sign in').click();
    await on.getByTestId('token').fill(token);
    await on.getByTestId('sign-in').click();
    await on.getByTestId('photos').waitFor({ state: 'attached' });
  }

  /** Waits until an image has its address and its bytes, which are the photo's own. */
  async function shows(on: Page, selector: string): Promise<void> {
    const pixels = await on.locator(`${selector}[src]`).evaluate(async (image: Picture) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });
    expect(pixels).toEqual([3, 2]);
  }

  function isBucket(url: string): boolean {
    return new URL(url).hostname.startsWith(`${outputOfDev('PhotosBucketName')}.s3.`);
  }
});

test('Ctrl-C ends it with 0, and leaves no process and no port behind', async () => {
  const { front, accounts: emulators, port } = rehearsal.state;
  const processes = [front, ...emulators.map(({ process: identity }) => identity)];
  expect(processes.filter(isRunning)).toHaveLength(4);
  expect(await rehearsal.interrupt()).toEqual({ exitCode: 0, signal: null });
  expect(processes.filter(isRunning)).toEqual([]);
  const ps = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
  expect(ps.split('\n').filter((line) => line.includes(rehearsal.folder))).toEqual([]);
  for (const taken of [port, ...emulators.map(({ port: own }) => own)]) {
    const server = createServer();
    server.listen(taken, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  }
});
