import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { mediaItemSchema } from '../../../lambda/archive-layer/media-item.ts';
import { openProvider, type CloudProvider } from '../../../lambda/archive-layer/provider.ts';
import { closedAfterEach } from '../../fakes/media-provider/close-after-each.ts';
import {
  startMediaProvider,
  type MediaProvider,
  type MediaProviderOptions,
} from '../../fakes/media-provider/server.ts';
import { fakeWaiting } from './fake-waiting.ts';

const closing = closedAfterEach();

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, size: 10 }));

async function started(options: Partial<MediaProviderOptions> = {}): Promise<{
  readonly server: MediaProvider;
  readonly provider: CloudProvider;
  readonly waiting: ReturnType<typeof fakeWaiting>;
}> {
  const server = closing(await startMediaProvider({ items, ...options }));
  const waiting = fakeWaiting();
  return { server, waiting, provider: open(server.url, waiting) };
}

const open = (url: string, waiting = fakeWaiting(), send = fetch): CloudProvider =>
  openProvider('gopro', {
    baseUrl: new URL(url),
    fetch: send,
    now: waiting.now,
    sleep: waiting.sleep,
    random: waiting.random,
  });

const credentialsOf = ({ credentials }: MediaProvider) => ({
  clientId: credentials.client_id,
  clientSecret: credentials.client_secret,
  refreshToken: credentials.refresh_token,
});

test('a provider that nobody knows is named with those that there are', () => {
  const context = { baseUrl: new URL('https://x.example'), fetch, ...fakeWaiting() };
  expect(() => openProvider('dropbox', context)).toThrow('PROVIDER is dropbox; there is gopro');
  expect(() => openProvider('toString', context)).toThrow('PROVIDER is toString');
});

describe('refreshing', () => {
  test('gives an access token, and a new refresh token where they rotate', async () => {
    const { server, provider } = await started({ rotates: true, expiresIn: 7200 });
    const grant = await provider.refresh(credentialsOf(server));
    expect(grant).toMatchObject({ expiresIn: 7200 });
    expect(server.secrets).toEqual(expect.arrayContaining([grant.accessToken, grant.refreshToken]));
    await expect(provider.refresh(credentialsOf(server))).rejects.toMatchObject({
      name: 'CredentialsInvalid',
      message: 'the provider refuses the credentials: invalid_grant',
    });
  });

  test('with a wrong client is refused, and not tried again', async () => {
    const { server, provider } = await started();
    await expect(
      provider.refresh({ ...credentialsOf(server), clientSecret: 'nonsense' }),
    ).rejects.toMatchObject({ message: 'the provider refuses the credentials: invalid_client' });
    expect(server.requests).toHaveLength(1);
  });

  test('survives a provider that is down for a moment', async () => {
    const { server, provider, waiting } = await started();
    server.mistakes.plan('token', { kind: 'status', status: 503, headers: { 'retry-after': '2' } });
    await expect(provider.refresh(credentialsOf(server))).resolves.toMatchObject({ refreshToken: null });
    expect(waiting.slept).toEqual([2000]);
  });
});

describe('listing', () => {
  test('goes page by page to the end', async () => {
    const { server, provider } = await started();
    const token = server.grant();
    const ids: string[] = [];
    let page: string | null = null;
    do {
      const found = await provider.list(token, page, 2);
      ids.push(...found.items.map(({ mediaId }) => mediaId));
      page = found.next;
    } while (page !== null);
    expect(ids).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(server.requests).toHaveLength(3);
  });

  test('of nothing is empty', async () => {
    const { server, provider } = await started({ items: [] });
    await expect(provider.list(server.grant(), null, 100)).resolves.toEqual({ items: [], next: null });
  });

  test('makes names harmless and leaves out what is no date', async () => {
    const { server, provider } = await started({
      items: [
        { id: 'x', size: 1, filename: '../..//GX 01 "é".MP4', capturedAt: '2026-02-03T04:05:06+01:00' },
        { id: 'y', size: 1, filename: '...', capturedAt: 'yesterday', listedSize: null },
        { id: 'z'.repeat(128), size: 1, filename: '' },
      ],
    });
    const { items: found } = await provider.list(server.grant(), null, 100);
    expect(found).toEqual([
      { mediaId: 'x', filename: '_.._GX_01_.MP4', size: 1, capturedAt: '2026-02-03T03:05:06.000Z' },
      { mediaId: 'y', filename: 'y', size: null, capturedAt: null },
      expect.objectContaining({ filename: 'z'.repeat(100) }),
    ]);
    // as the next step takes them
    expect(found.every((item) => v.is(mediaItemSchema, item))).toBe(true);
  });

  test('waits out a limited rate', async () => {
    const { server, provider, waiting } = await started();
    server.mistakes.plan(
      'list',
      { kind: 'status', status: 429, headers: { 'retry-after': '3' } },
      { times: 2 },
    );
    const { items: found } = await provider.list(server.grant(), null, 100);
    expect(found).toHaveLength(5);
    expect(waiting.slept).toEqual([3000, 3000]);
  });

  test('leaves a long wait to the state machine', async () => {
    const { server, provider, waiting } = await started();
    server.mistakes.plan('list', { kind: 'status', status: 429, headers: { 'retry-after': '600' } });
    await expect(provider.list(server.grant(), null, 100)).rejects.toMatchObject({
      name: 'RateLimited',
      retryAfter: 600_000,
    });
    expect(waiting.slept).toEqual([]);
  });

  test.each([
    ['an error of the provider', { kind: 'status', status: 500 }, 'ProviderUnavailable'],
    ['a torn connection', { kind: 'torn', after: 3 }, 'ProviderUnavailable'],
    ['an answer that is no JSON', { kind: 'no-json' }, 'ProviderAnswerInvalid'],
  ] as const)('survives %s once, and names it when it stays', async (_name, mistake, name) => {
    const { server, provider } = await started();
    const token = server.grant();
    server.mistakes.plan('list', mistake);
    await expect(provider.list(token, null, 100)).resolves.toMatchObject({ next: null });
    server.mistakes.plan('list', mistake, { times: Number.POSITIVE_INFINITY });
    await expect(provider.list(token, null, 100)).rejects.toMatchObject({ name });
    expect(server.requests).toHaveLength(2 + 4);
  });

  test.each([
    [401, 'AccessTokenRejected'],
    [403, 'ProviderRefused'],
  ])('names a %d as %s at once', async (status, name) => {
    const { server, provider } = await started();
    server.mistakes.plan('list', { kind: 'status', status });
    await expect(provider.list(server.grant(), null, 100)).rejects.toMatchObject({ name });
    expect(server.requests).toHaveLength(1);
  });

  test('of a provider that is not there says so without its address', async () => {
    const error: unknown = await open('http://127.0.0.1:9')
      .list('token-of-somebody', null, 10)
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'ProviderUnavailable' });
    expect(String(error)).not.toMatch(/127\.0\.0\.1|token-of-somebody/);
  });

  test('in another form is named by the field, not by its value', async () => {
    const send = () => Promise.resolve(Response.json({ _embedded: { media: [{ id: '../secret value' }] } }));
    await expect(open('https://x.example', fakeWaiting(), send).list('t', null, 10)).rejects.toMatchObject({
      name: 'ProviderAnswerInvalid',
      message: 'the list of the provider has another form at _embedded.media.0.id',
    });
  });
});

describe('locating', () => {
  test('takes the original', async () => {
    const { server, provider } = await started();
    const url = await provider.locate(server.grant(), 'a');
    expect(url.pathname).toBe('/bytes/a');
  });

  test('of what is not there says so', async () => {
    const { server, provider } = await started();
    await expect(provider.locate(server.grant(), 'z')).rejects.toMatchObject({ name: 'MediaNotFound' });
  });

  const answered = (_embedded: object) => () => Promise.resolve(Response.json({ _embedded }));
  test.each([
    ['several files', { files: [{ url: 'https://a' }, { url: 'https://b' }] }, 'MediaUnsupported'],
    ['no file that is ready', { files: [{ url: 'https://a', available: false }] }, 'MediaNotFound'],
    ['an address without TLS', { files: [{ url: 'http://a' }] }, 'ProviderAnswerInvalid'],
    ['no address', { files: [{ url: 'file:///etc/passwd' }] }, 'ProviderAnswerInvalid'],
  ])('of a medium with %s is refused', async (_name, embedded, name) => {
    const provider = open('https://x.example', fakeWaiting(), answered(embedded));
    await expect(provider.locate('t', 'a')).rejects.toMatchObject({ name });
  });
});
