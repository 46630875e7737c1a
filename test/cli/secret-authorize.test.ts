import { readdir } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { client, expectSilent, secretsWorld } from './secrets-world.ts';

const held = { ...client, refresh_token: 'refresh-token-0' };

describe('slipway secret authorize', () => {
  test('stores the refresh token of a consent: state and S256, on the loopback alone', async () => {
    const callback = `http://127.0.0.1:${await freePort()}/callback`;
    await using world = await secretsWorld(callback);
    world.secrets.make('shop/dev/provider');
    const running = world.run(
      ['authorize', 'shop', 'dev', 'provider'],
      [client.client_id, client.client_secret],
    );
    const address = new URL(await world.said(/http:\S+authorize\?\S+/));
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'shop-app',
      redirect_uri: callback,
      scope: 'media.read',
      code_challenge_method: 'S256',
    });
    const { state = '', code_challenge: challenge = '' } = asked;
    world.provider.codes.set('code-1', { challenge, redirectUri: callback });
    expect((await get(`${callback}?code=evil&state=other`)).status).toBe(400);
    expect((await get(`${new URL(callback).origin}/favicon.ico`)).status).toBe(404);
    const page = await get(`${callback}?code=code-1&state=${state}`);
    expect(page).toMatchObject({ status: 200 });
    const ran = await running;
    expect(ran).toMatchObject({ exitCode: 0 });
    expectSilent(ran, 'refresh-token-1', client.client_secret, 'code-1');
    expect(page.body).not.toContain('refresh-token');
    expect(JSON.parse(world.secrets.value('shop/dev/provider') ?? '')).toEqual({
      ...client,
      refresh_token: 'refresh-token-1',
    });
    expect((await get(callback)).status).toBe(0);
  });

  test('takes the client from the secret where it stands there, and ends where consent is refused', async () => {
    const callback = `http://127.0.0.1:${await freePort()}/callback`;
    await using world = await secretsWorld(callback);
    world.secrets.set('shop/dev/provider', JSON.stringify(held));
    const running = world.run(['authorize', 'shop', 'dev', 'provider']);
    const address = new URL(await world.said(/http:\S+authorize\?\S+/));
    await get(`${callback}?error=access_denied&state=${address.searchParams.get('state') ?? ''}`);
    const ran = await running;
    expect(ran).toMatchObject({ exitCode: 2, out: '', shown: '' });
    expect(ran.err).toContain(
      'the provider gave no consent: access_denied; nothing was changed  [OAUTH_DENIED]',
    );
    expect(world.secrets.value('shop/dev/provider')).toBe(JSON.stringify(held));
  });

  test('asks for the client where what stands in the secret is empty', async () => {
    const callback = `http://127.0.0.1:${await freePort()}/callback`;
    await using world = await secretsWorld(callback);
    world.secrets.set('shop/dev/provider', JSON.stringify({ client_id: '', client_secret: '' }));
    const running = world.run(['authorize', 'shop', 'dev', 'provider'], Object.values(client));
    const address = new URL(await world.said(/http:\S+authorize\?\S+/));
    expect(address.searchParams.get('client_id')).toBe('shop-app');
    await get(`${callback}?error=access_denied&state=${address.searchParams.get('state') ?? ''}`);
    expect(await running).toMatchObject({ exitCode: 2 });
  });

  test('says so where something listens on its port already', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const callback = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
    await using world = await secretsWorld(callback);
    world.secrets.set('shop/dev/provider', JSON.stringify(held));
    const ran = await world.run(['authorize', 'shop', 'dev', 'provider']);
    server.close();
    expect(ran.err).toContain('EADDRINUSE');
  });

  test('is for secrets of OAuth', async () => {
    await using world = await secretsWorld();
    const ran = await world.run(['authorize', 'shop', 'dev', 'model-key']);
    expect(ran.err).toContain('[SECRET_NO_OAUTH]');
    expect(await readdir(world.repo.root)).not.toContain('out');
  });
});

/** As a browser; the status 0 where nothing listens. */
function get(address: string): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve) => {
    const asked = request(address, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    asked.on('error', () => {
      resolve({ status: 0, body: '' });
    });
    asked.end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
