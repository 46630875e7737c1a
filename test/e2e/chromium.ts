import packed from '@sparticuz/chromium';
import { chromium, type Browser, type Page } from 'playwright-core';

/**
 * Chromium as it is, but for the sandbox, which root cannot have. The package's own arguments are left out: they turn off
 * web security (CORS with it) and run everything in one process.
 *
 * @param proxy where real host names lead to the local AWS; its certificates come from an authority made for this run
 */
export async function launchChromium(proxy?: string): Promise<Browser> {
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      '--no-sandbox',
      ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`, '--ignore-certificate-errors']),
    ],
  });
}

/** What a page said and asked for while it was open. */
export interface Watched {
  /** Errors on the console, exceptions nobody caught, requests that failed. */
  readonly problems: string[];
  /** Each host that was asked, with its scheme: `https://d1.cloudfront.net`. */
  readonly origins: Set<string>;
}

export function watch(page: Page): Watched {
  const watched: Watched = { problems: [], origins: new Set() };
  page.on('console', (message) => {
    if (message.type() === 'error') watched.problems.push(message.text());
  });
  page.on('pageerror', (error) => watched.problems.push(error.message));
  page.on('requestfailed', (request) =>
    watched.problems.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`),
  );
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') watched.origins.add(`${protocol}//${host}`);
  });
  return watched;
}

/** Whether the page's background is a dark or a light colour. */
export async function lightness(page: Page): Promise<'dark' | 'light'> {
  const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  if (parts.length !== 3) throw new Error(`The background is ${colour}, which is no colour of three parts.`);
  return parts.reduce((sum, part) => sum + part, 0) < 3 * 128 ? 'dark' : 'light';
}
