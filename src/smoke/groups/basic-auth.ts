import { FixtureError, allOf, describe, each, failed, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { Probe, Seen } from '../probe.ts';
import type { SiteProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import { authorizationOf, type SiteCredential } from '../site-credential.ts';
import type { SmokeTarget } from '../target.ts';
import { pageAssets } from './page-assets.ts';

const right = 'basic-auth/right';

/** Who has the credential gets the site, everybody else 401: on every path, by every method, however it is written. */
export function basicAuth(target: SmokeTarget, site: SiteProfile): readonly Check[] {
  const base = site.url.replace(/\/+$/, '');
  const credential = async (): Promise<SiteCredential> => {
    const found = await target.siteCredential();
    if (found === null) throw new FixtureError('the profile names no credential for this environment');
    return found;
  };
  const ask = (
    probe: Probe,
    path: string,
    authorization: string | null,
    method: 'GET' | 'HEAD' | 'POST' = 'GET',
  ) =>
    probe.send({
      method,
      url: `${base}${path}`,
      headers: authorization === null ? {} : { authorization },
      ...(method === 'POST' ? { body: Buffer.from('slipway=smoke') } : {}),
    });
  const page = target.fixture(async (probe) => {
    const authorization = authorizationOf(await credential());
    const settled = await settle(
      target,
      () => ask(probe, '/', authorization),
      ({ status }) => status === 200,
    );
    // One asset is fetched, so that the edge has it: a cache must not answer whom the function would not.
    const asset =
      settled.value.status === 200 ? (pageAssets(settled.value.text(), `${base}/`)[0] ?? null) : null;
    if (asset !== null) await ask(probe, asset, authorization);
    return { settled, asset };
  });
  const paths = async (probe: Probe): Promise<readonly string[]> => {
    const { asset } = await page(probe);
    return ['/', site.deepLink, '/index.html', '/release.json', ...(asset === null ? [] : [asset])];
  };
  const refusal = (seen: Seen): Verdict => {
    const challenge = seen.headers['www-authenticate'] ?? 'absent';
    if (seen.status !== 401) return failed(describe(seen));
    return /^Basic\b/i.test(challenge) ? passed() : failed(`HTTP 401, WWW-Authenticate: ${challenge}`);
  };
  const common = { group: 'basic-auth', severity: 'critical', pairedWith: right } as const;
  const openHint =
    'usually: the viewer-request function is not on this behaviour, or a cache answers before it';

  return [
    {
      ...common,
      id: right,
      pairedWith: null,
      want: '200 and HTML to who has the credential',
      hint: 'usually: the secret of the checks and that of the edge belong to different rotations; the edge reads its own every five minutes',
      run: async (probe) => {
        const { settled } = await page(probe);
        const type = settled.value.headers['content-type'] ?? 'none';
        return settled.value.status === 200 && type.startsWith('text/html')
          ? allOf([passed(), passed(lagNote(settled))])
          : failed(`${describe(settled.value)}, ${type}`);
      },
    },
    {
      ...common,
      id: 'basic-auth/right-head',
      pairedWith: null,
      want: '200 to HEAD with the credential',
      hint: 'usually: the behaviour does not allow HEAD',
      run: async (probe) => {
        const seen = await ask(probe, '/', authorizationOf(await credential()), 'HEAD');
        return seen.status === 200 ? passed() : failed(describe(seen));
      },
    },
    {
      ...common,
      id: 'basic-auth/none',
      want: '401 and WWW-Authenticate: Basic without a credential, on the page, a deep link, a marker and an asset',
      hint: openHint,
      run: async (probe) =>
        each(
          probe,
          await paths(probe),
          (path) => path,
          async (path, probe) => refusal(await ask(probe, path, null)),
        ),
    },
    {
      ...common,
      id: 'basic-auth/wrong',
      want: '401 and WWW-Authenticate: Basic to a wrong user or password',
      hint: 'usually: the function compares only a part, or compares nothing',
      run: async (probe) =>
        each(
          probe,
          wrongs(await credential()),
          ({ name }) => name,
          async ({ wrong }, probe) => refusal(await ask(probe, '/', authorizationOf(wrong))),
        ),
    },
    {
      ...common,
      id: 'basic-auth/head',
      want: '401 to HEAD without and with a wrong credential',
      hint: openHint,
      run: async (probe) => {
        const [wrong] = wrongs(await credential());
        const cases = [null, ...(wrong ? [authorizationOf(wrong.wrong)] : [])];
        return each(
          probe,
          cases,
          (header) => (header === null ? 'no credential' : 'a wrong one'),
          async (header, probe) => refusal(await ask(probe, '/', header, 'HEAD')),
        );
      },
    },
    {
      ...common,
      id: 'basic-auth/post',
      want: '401 or 403 to POST, and no content',
      hint: 'usually: the behaviour allows methods that the site has no use for',
      run: async (probe) => {
        const { settled } = await page(probe);
        return each(
          probe,
          ['/', site.deepLink],
          (path) => path,
          async (path, probe) => {
            const seen = await ask(probe, path, null, 'POST');
            if (seen.status !== 401 && seen.status !== 403) return failed(describe(seen));
            return Buffer.compare(seen.body, settled.value.body) === 0
              ? failed(`HTTP ${seen.status} with the page as its body`)
              : passed();
          },
        );
      },
    },
    {
      ...common,
      id: 'basic-auth/odd-headers',
      want: '401 to another scheme, another case, and base64 that is none or of something else',
      hint: 'usually: a decoder that is too kind, or a comparison that an empty text passes',
      run: async (probe) =>
        each(
          probe,
          oddHeaders(await credential()),
          ({ name }) => name,
          async ({ header }, probe) => refusal(await ask(probe, '/', header)),
        ),
    },
  ];
}

interface Wrong {
  readonly name: string;
  readonly wrong: SiteCredential;
}

/** None of them is the right one, whatever that is. */
function wrongs({ user, password }: SiteCredential): readonly Wrong[] {
  return [
    { name: 'another password', wrong: { user, password: `${password}x` } },
    { name: 'the password cut short', wrong: { user, password: password.slice(0, -1) } },
    { name: 'no password', wrong: { user, password: '' } },
    { name: 'another user', wrong: { user: `${user}x`, password } },
    { name: 'no user', wrong: { user: '', password } },
    { name: 'user and password swapped', wrong: { user: `${password}-`, password: user } },
  ];
}

function oddHeaders(
  credential: SiteCredential,
): readonly { readonly name: string; readonly header: string }[] {
  const good = authorizationOf(credential).slice('Basic '.length);
  const [wrong] = wrongs(credential);
  const bad = wrong === undefined ? '' : authorizationOf(wrong.wrong).slice('Basic '.length);
  return [
    { name: 'nothing but the scheme', header: 'Basic' },
    { name: 'a lone colon', header: 'Basic Og==' },
    { name: 'nothing but padding', header: 'Basic ====' },
    { name: 'no base64', header: 'Basic *' },
    { name: 'a null byte', header: 'Basic AA==' },
    { name: 'the scheme in small letters, a wrong credential', header: `basic ${bad}` },
    {
      name: 'the scheme in mixed letters, a wrong credential without padding',
      header: `bAsIc ${bad.replace(/=+$/, '')}`,
    },
    { name: 'the credential under another scheme', header: `Bearer ${good}` },
    { name: 'the credential without a scheme', header: good },
    { name: 'a wrong credential and the right one in one header', header: `Basic ${bad}, Basic ${good}` },
  ];
}
