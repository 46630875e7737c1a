import * as v from 'valibot';
import { FixtureError, allOf, describe, each, failed, notEnforceable, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { Probe, Seen } from '../probe.ts';
import type { ApiProfile, SiteProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';
import type { TlsAttempt } from '../tls-connection.ts';
import { acceptedTypes, isHashed, pageAssets } from './page-assets.ts';

const root = 'site/root';

/** A visitor gets this release of the application: each route, each asset, over HTTPS, cached as it should be. */
export function site(
  target: SmokeTarget,
  profile: SiteProfile,
  api: ApiProfile | undefined,
): readonly Check[] {
  const base = profile.url.replace(/\/+$/, '');
  const first = target.fixture((probe) =>
    settle(
      target,
      () => probe.send({ url: `${base}/` }),
      ({ status }) => status === 200,
    ),
  );
  const page = async (probe: Probe) => (await first(probe)).value;
  const assets = target.fixture(async (probe) => {
    const paths = pageAssets((await page(probe)).text(), `${base}/`);
    if (paths.length === 0) throw new FixtureError('the page names no asset');
    return Promise.all(
      paths.map(async (path) => ({ path, seen: await probe.send({ url: `${base}${path}` }) })),
    );
  });
  const common = { group: 'site', severity: 'critical', pairedWith: null } as const;
  const type = (seen: Seen) => seen.headers['content-type'] ?? 'none';
  const html = (seen: Seen): Verdict =>
    seen.status === 200 && type(seen).startsWith('text/html')
      ? passed()
      : failed(`${describe(seen)}, ${type(seen)}`);

  return [
    {
      ...common,
      id: root,
      want: '200 and HTML',
      hint: 'usually: the site was not published, or the bucket does not admit the distribution',
      run: async (probe) => {
        const settled = await first(probe);
        return allOf([html(settled.value), passed(lagNote(settled))]);
      },
    },
    {
      ...common,
      id: 'site/deep-link',
      want: `200 and the page of / at ${profile.deepLink}`,
      hint: 'usually: no rewrite of routes to index.html at the edge',
      run: async (probe) => {
        const shown = await page(probe);
        const deep = await probe.send({ url: `${base}${profile.deepLink}` });
        const verdict = html(deep);
        if (verdict.outcome !== 'passed') return verdict;
        return Buffer.compare(shown.body, deep.body) === 0 ? passed() : failed('another page than /');
      },
    },
    {
      ...common,
      id: 'site/missing-asset',
      pairedWith: root,
      want: '404, and never a page',
      hint: 'usually: a custom error response turns errors into index.html, or the distribution lacks s3:ListBucket',
      run: (probe) =>
        each(
          probe,
          [`/assets/slipway-smoke-${target.runId}.js`, `/slipway-smoke-${target.runId}.png`],
          (path) => path.replace(target.runId, '…'),
          async (path, probe) => {
            const seen = await probe.send({ url: `${base}${path}` });
            if (seen.status !== 404) return failed(`${describe(seen)}, ${type(seen)}`);
            return isThePage(seen, await page(probe)) ? failed('404 with the page as its body') : passed();
          },
        ),
    },
    ...unknownApiPath(profile, api, base, target),
    {
      ...common,
      id: 'site/hashed-assets-cached',
      severity: 'major',
      want: 'Cache-Control: max-age=31536000, immutable on every hashed asset',
      hint: 'usually: the files were written without Cache-Control',
      run: async (probe) => {
        const hashed = (await assets(probe)).filter(({ path }) => isHashed(path));
        if (hashed.length === 0) return failed('the page names no asset with a hash in its name');
        return each(
          probe,
          hashed,
          ({ path }) => path,
          ({ seen }) => {
            const directives = cacheControl(seen);
            const good = directives.includes('max-age=31536000') && directives.includes('immutable');
            return good ? passed() : failed(`Cache-Control: ${directives.join(', ') || 'absent'}`);
          },
        );
      },
    },
    {
      ...common,
      id: 'site/html-not-cached',
      severity: 'major',
      want: 'Cache-Control: no-cache on / and on a deep link',
      hint: 'usually: the page was written like an asset; visitors then keep an old one',
      run: async (probe) =>
        each(
          probe,
          [
            { path: '/', seen: await page(probe) },
            { path: profile.deepLink, seen: await probe.send({ url: `${base}${profile.deepLink}` }) },
          ],
          ({ path }) => path,
          ({ seen }) => {
            const directives = cacheControl(seen);
            const fresh = directives.includes('no-cache') || directives.includes('no-store');
            return fresh ? passed() : failed(`Cache-Control: ${directives.join(', ') || 'absent'}`);
          },
        ),
    },
    {
      ...common,
      id: 'site/assets-load',
      want: '200 and the right type for every asset that the page names',
      hint: 'usually: the page was flipped before its assets were there',
      run: async (probe) =>
        each(
          probe,
          await assets(probe),
          ({ path }) => path,
          ({ path, seen }) => {
            const accepted = acceptedTypes(path);
            const got = (type(seen).split(';')[0] ?? '').trim();
            const right = accepted === null ? !got.startsWith('text/html') : accepted.includes(got);
            return seen.status === 200 && right ? passed() : failed(`${describe(seen)}, ${type(seen)}`);
          },
        ),
    },
    {
      ...common,
      id: 'site/serves-release',
      want: target.release === null ? 'a release' : `release ${target.release.slice(0, 8)} in /release.json`,
      hint: 'usually: the invalidation is still under way, or the edge caches /release.json',
      run: async (probe) => {
        if (target.release === null) return notEnforceable('it was not said which release should run');
        const settled = await settle(
          target,
          () => probe.send({ url: `${base}/release.json` }),
          (seen) => releaseOf(seen) === target.release,
        );
        const served = releaseOf(settled.value);
        if (served === target.release) return passed(lagNote(settled));
        return failed(served === null ? describe(settled.value) : `release ${served.slice(0, 8)}`);
      },
    },
    {
      ...common,
      id: 'site/redirects-to-https',
      severity: 'major',
      pairedWith: root,
      want: 'the first hop from http:// leads to the same address with https://',
      hint: 'usually: the viewer protocol policy is allow-all',
      run: async (probe) => {
        const seen = await probe.send({ url: `${base.replace(/^https:/, 'http:')}${profile.deepLink}` });
        const location = seen.headers['location'] ?? 'none';
        const permanent = [301, 302, 307, 308].includes(seen.status);
        return permanent && location === `${base}${profile.deepLink}`
          ? passed()
          : failed(`${describe(seen)}, Location: ${location}`);
      },
    },
    {
      ...common,
      id: 'site/http2',
      severity: 'minor',
      want: 'h2 chosen by ALPN',
      hint: 'usually: HttpVersion of the distribution is http1.1',
      run: async (probe) => {
        if (target.tls === null) return notEnforceable('no TLS connection can be made from here');
        await page(probe);
        const { hostname } = new URL(base);
        const attempt: TlsAttempt = {
          host: hostname,
          minVersion: 'TLSv1.2',
          maxVersion: 'TLSv1.3',
          alpn: ['h2', 'http/1.1'],
          trust: 'all',
        };
        const answer = await target.tls(attempt, target.signal);
        if (answer.kind !== 'connected') return failed(`the handshake ended with ${answer.code}`);
        if (answer.alpn === 'h2') return passed();
        const direct = await target.tls({ ...attempt, trust: 'public' }, target.signal);
        return direct.kind === 'connected'
          ? failed(`ALPN: ${answer.alpn ?? 'none'}`)
          : notEnforceable('a proxy on the way ends TLS and does not offer HTTP/2');
      },
    },
    {
      ...common,
      id: 'site/compression',
      severity: 'minor',
      want: 'Content-Encoding br or gzip on the largest script or style sheet',
      hint: 'usually: Compress is off, or the cache policy does not take Accept-Encoding into its key',
      run: async (probe) => {
        const texts = (await assets(probe))
          .filter(({ path }) => /\.(?:m?js|css)$/.test(path))
          .sort((a, b) => b.seen.body.length - a.seen.body.length);
        const [largest] = texts;
        if (largest === undefined) return notEnforceable('the page names no script and no style sheet');
        // CloudFront compresses from 1,000 bytes on (CloudFront Developer Guide, "Serve compressed files").
        if (largest.seen.body.length < 1000)
          return notEnforceable('no script or style sheet has 1,000 bytes');
        const headers = { 'accept-encoding': 'br, gzip' };
        const seen = await probe.send({ url: `${base}${largest.path}`, headers });
        const encoding = seen.headers['content-encoding'] ?? 'none';
        return seen.status === 200 && ['br', 'gzip'].includes(encoding)
          ? passed(encoding)
          : failed(`${describe(seen)}, Content-Encoding: ${encoding}`);
      },
    },
  ];
}

/** An unknown path of the API is the API's to answer, never the page: on the site's origin, or on the API's own. */
function unknownApiPath(
  profile: SiteProfile,
  api: ApiProfile | undefined,
  base: string,
  target: SmokeTarget,
): readonly Check[] {
  const url = profile.apiPath === undefined ? api?.url : `${base}${profile.apiPath}`;
  if (url === undefined) return [];
  return [
    {
      id: 'site/unknown-api-path',
      group: 'site',
      severity: 'major',
      pairedWith: profile.apiPath === undefined ? null : root,
      want: '4xx and JSON',
      hint: 'usually: the rewrite of deep links also catches the API',
      run: async (probe: Probe) => {
        const type = (seen: Seen) => seen.headers['content-type'] ?? 'none';
        const good = (seen: Seen) =>
          seen.status >= 400 && seen.status < 500 && /^application\/(?:[\w.+-]+\+)?json\b/.test(type(seen));
        const settled = await settle(
          target,
          () => probe.send({ url: `${url}/slipway-smoke-unknown-${target.runId}` }),
          good,
        );
        const seen = settled.value;
        return good(seen) ? passed(lagNote(settled)) : failed(`${describe(seen)}, ${type(seen)}`);
      },
    },
  ];
}

function cacheControl(seen: Seen): readonly string[] {
  return (seen.headers['cache-control'] ?? '')
    .split(',')
    .map((directive) => directive.trim().toLowerCase())
    .filter((directive) => directive !== '');
}

function isThePage(seen: Seen, page: Seen): boolean {
  return (
    (seen.headers['content-type'] ?? '').startsWith('text/html') ||
    (page.body.length > 0 && Buffer.compare(seen.body, page.body) === 0)
  );
}

const releaseMarker = v.object({ release: v.string() });

function releaseOf(seen: Seen): string | null {
  if (seen.status !== 200) return null;
  try {
    return v.parse(releaseMarker, JSON.parse(seen.text())).release;
  } catch {
    return null;
  }
}
