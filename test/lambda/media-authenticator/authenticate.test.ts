import { describe, expect, test } from '@jest/globals';
import { openProvider } from '../../../lambda/archive-layer/provider.ts';
import { Redaction } from '../../../lambda/archive-layer/redaction.ts';
import { authenticator } from '../../../lambda/media-authenticator/authenticate.ts';
import { closedAfterEach } from '../../fakes/media-provider/close-after-each.ts';
import { startMediaProvider } from '../../fakes/media-provider/server.ts';
import { awsError } from '../../fakes/media-storage/aws-error.ts';
import { FakeSecrets } from '../../fakes/media-storage/fake-secrets.ts';
import { fakeWaiting } from '../archive-layer/fake-waiting.ts';

const closing = closedAfterEach();

const minutes = 60_000;

async function world({ rotates = true, expiresIn = 7200 } = {}) {
  const server = closing(await startMediaProvider({ items: [], rotates, expiresIn }));
  const waiting = fakeWaiting();
  const api = new FakeSecrets({ oauth: server.credentials, token: null });
  const redaction = new Redaction();
  const make = () =>
    authenticator({
      provider: openProvider('gopro', { baseUrl: new URL(server.url), fetch, ...waiting }),
      secrets: { api, redaction },
      credentials: 'oauth',
      accessToken: 'token',
      waiting,
    });
  return { server, waiting, api, redaction, make, authenticate: make() };
}

const refreshes = (requests: readonly unknown[]): number => requests.length;

describe('the authenticator', () => {
  test('gets a token where there is none, and answers without it', async () => {
    const { server, api, authenticate } = await world();
    const answer = await authenticate(false);
    expect(answer).toEqual({ provider: 'gopro', expiresAt: '2026-11-21T14:00:00.000Z', refreshed: true });
    expect(server.secrets).toContain(api.read('token')?.['access_token']);
    expect(JSON.stringify(answer)).not.toContain(api.read('token')?.['access_token']);
  });

  test('writes the new refresh token back first, and nothing else of the credentials', async () => {
    const { server, api, authenticate } = await world();
    await authenticate(false);
    expect(api.writes).toEqual(['oauth', 'token']);
    expect(api.read('oauth')).toEqual({
      ...server.credentials,
      refresh_token: server.secrets.find(
        (each) => each.startsWith('refresh-') && each !== server.credentials.refresh_token,
      ),
    });
  });

  test('leaves credentials alone that do not rotate', async () => {
    const { api, authenticate } = await world({ rotates: false });
    await authenticate(false);
    expect(api.writes).toEqual(['token']);
  });

  test('leaves a good token alone until twenty minutes before its end', async () => {
    const { server, waiting, authenticate } = await world();
    await authenticate(false);
    waiting.time += 99 * minutes;
    await expect(authenticate(false)).resolves.toMatchObject({ refreshed: false });
    waiting.time += 2 * minutes;
    await expect(authenticate(false)).resolves.toMatchObject({ refreshed: true });
    expect(refreshes(server.requests)).toBe(2);
  });

  test('renews a good token when it is forced to, but only once a minute', async () => {
    const { waiting, authenticate } = await world();
    await authenticate(false);
    await expect(authenticate(true)).resolves.toMatchObject({ refreshed: false });
    waiting.time += minutes;
    await expect(authenticate(true)).resolves.toMatchObject({ refreshed: true });
    await expect(authenticate(true)).resolves.toMatchObject({ refreshed: false });
  });

  test('renews a token that lives shorter than a minute once it has run out', async () => {
    const { waiting, authenticate } = await world({ expiresIn: 30 });
    await authenticate(false);
    await expect(authenticate(false)).resolves.toMatchObject({ refreshed: false });
    waiting.time += 30_000;
    await expect(authenticate(false)).resolves.toMatchObject({ refreshed: true });
  });

  test('that loses a race takes the token of the one that won it', async () => {
    const { server, api, make } = await world();
    const answers = await Promise.all([make()(false), make()(false), make()(false)]);
    expect(answers.map(({ provider }) => provider)).toEqual(['gopro', 'gopro', 'gopro']);
    expect(server.secrets).toContain(api.read('token')?.['access_token']);
    await expect(make()(true)).resolves.toMatchObject({ refreshed: false });
  });

  test('waits for the winner of a race to write', async () => {
    const { server, api, waiting, authenticate } = await world();
    server.mistakes.plan('token', { kind: 'status', status: 400 });
    const sleep = waiting.sleep;
    Object.assign(waiting, {
      sleep: async (milliseconds: number) => {
        await sleep(milliseconds);
        if (milliseconds < 3000) return;
        const now = new Date(waiting.time).toISOString();
        api.set('token', {
          access_token: 'of-the-winner',
          issued_at: now,
          expires_at: '2026-11-21T15:00:00Z',
        });
      },
    });
    await expect(authenticate(false)).resolves.toMatchObject({
      expiresAt: '2026-11-21T15:00:00.000Z',
      refreshed: false,
    });
  });

  test('uses credentials that somebody has set in the meantime', async () => {
    const { server, api, waiting, authenticate } = await world();
    api.set('oauth', { ...server.credentials, refresh_token: 'used-up-long-ago' });
    const sleep = waiting.sleep;
    Object.assign(waiting, {
      sleep: (milliseconds: number) => {
        api.set('oauth', server.credentials);
        return sleep(milliseconds);
      },
    });
    await expect(authenticate(false)).resolves.toMatchObject({ refreshed: true });
  });

  test('does not write over credentials that somebody sets meanwhile', async () => {
    const { server, api, authenticate } = await world();
    const set = { ...server.credentials, refresh_token: 'set-by-an-administrator' };
    const refused = awsError('InternalServiceError', 500);
    api.beforeWrite = () => {
      api.set('oauth', set);
    };
    api.failures.push(refused);
    await authenticate(false);
    expect(api.read('oauth')).toEqual(set);
  });

  test.each([
    ['nothing', null, 'client_id'],
    ['an empty object', {}, 'client_id'],
    ['no refresh token', { client_id: 'x', client_secret: 'y' }, 'refresh_token'],
    ['a blank refresh token', { client_id: 'x', refresh_token: '  ' }, 'refresh_token'],
  ])('says which field is missing where the secret holds %s', async (_name, value, field) => {
    const { server, waiting } = await world();
    const api = new FakeSecrets({ oauth: value, token: null });
    const authenticate = authenticator({
      provider: openProvider('gopro', { baseUrl: new URL(server.url), fetch, ...waiting }),
      secrets: { api, redaction: new Redaction() },
      credentials: 'oauth',
      accessToken: 'token',
      waiting,
    });
    await expect(authenticate(false)).rejects.toMatchObject({
      name: 'CredentialsInvalid',
      message: `the secret of the credentials lacks ${field}`,
    });
    expect(server.requests).toEqual([]);
  });

  test('says that a person must act when the provider refuses', async () => {
    const { server, api, authenticate } = await world();
    api.set('oauth', { ...server.credentials, refresh_token: 'used-up-long-ago' });
    const error: unknown = await authenticate(false).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CredentialsInvalid' });
    expect(String(error)).not.toContain('used-up-long-ago');
  });

  test('tries hard to keep a new refresh token, and says when it could not', async () => {
    const first = await world();
    first.api.failures.push(awsError('InternalServiceError', 500), awsError('ThrottlingException', 400));
    await expect(first.authenticate(false)).resolves.toMatchObject({ refreshed: true });
    expect(first.api.versions('oauth')).toBe(2);

    const second = await world();
    second.api.failures.push(awsError('AccessDeniedException', 400));
    await expect(second.authenticate(false)).rejects.toMatchObject({
      name: 'CredentialsNotSaved',
      message: "the new refresh token can't be written: AccessDeniedException",
    });
  });

  test('has all that is secret taken out of what is written', async () => {
    const { server, redaction, authenticate } = await world();
    await authenticate(false);
    for (const secret of server.secrets) {
      expect(redaction.clean(`x ${secret} y ${encodeURIComponent(secret)}`)).toBe('x *** y ***');
    }
  });
});
