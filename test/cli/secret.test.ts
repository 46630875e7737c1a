import { describe, expect, test } from '@jest/globals';
import { client, expectSilent, secretsWorld } from './secrets-world.ts';

const key = 'sk-live-0123456789';
const held = { ...client, refresh_token: 'refresh-token-0' };

describe('slipway secret set', () => {
  test('asks without echo, tries the value, and only then writes it', async () => {
    await using world = await secretsWorld();
    world.secrets.make('shop/dev/model-key');
    world.provider.keys.add(key);
    const before = await world.repo.files();
    const ran = await world.run(['set', 'shop', 'dev', 'model-key'], [key]);
    expect(ran).toMatchObject({
      exitCode: 0,
      out: ' set  shop/dev/model-key (eu-west-1), tried and good\n',
      shown: ' shop/dev/model-key: \n',
    });
    expectSilent(ran, key);
    expect(world.secrets.value('shop/dev/model-key')).toBe(key);
    expect(world.provider.seen).toEqual([`GET /v1/models Bearer ${key} `]);
    expect(await world.repo.files()).toEqual(before);
  });

  test('from standard input takes the same, and says as JSON what it did', async () => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/model-key', 'old');
    world.provider.keys.add(key);
    const ran = await world.run(['set', 'shop', 'dev', 'model-key', '--json'], key);
    expect(JSON.parse(ran.out)).toEqual({
      system: 'shop',
      environment: 'dev',
      secret: 'model-key',
      name: 'shop/dev/model-key',
      region: 'eu-west-1',
      tried: true,
      rotated: true,
    });
    expectSilent(ran, key);
    expect(world.secrets.value('shop/dev/model-key', 'AWSPREVIOUS')).toBe('old');
  });

  test('leaves what is there where the provider refuses, or can say nothing', async () => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/model-key', 'old');
    const refused = await world.run(['set', 'shop', 'dev', 'model-key'], [key]);
    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    expect(refused.err).toMatch(
      /model-key is not taken: http:\/\/127\.0\.0\.1:\d+ answers 401; nothing was changed {2}\[SECRET_REFUSED\]/,
    );
    world.provider.status = 302;
    const untried = await world.run(['set', 'shop', 'dev', 'model-key'], [key]);
    expect(untried.err).toContain('[SECRET_UNTRIED]');
    expectSilent(refused, key);
    expectSilent(untried, key);
    // the redirection was not followed
    expect(world.provider.seen).toHaveLength(2);
    expect(world.secrets.value('shop/dev/model-key')).toBe('old');
    expect((await world.run(['set', 'shop', 'dev', 'model-key', '--no-test'], [key])).out).toContain(
      'not tried',
    );
    expect(world.secrets.value('shop/dev/model-key')).toBe(key);
  });

  test.each([
    ['an empty text', '', 'value is empty'],
    ['blanks', '   ', 'value is empty'],
    ['a blank at the end', `${key} `, 'value begins or ends with a blank'],
    ['an arrow key', `${key}\u001b[D`, 'value holds a control character, such as a line’s end'],
    ['two lines', `${key}\n${key}`, 'value holds a control character, such as a line’s end'],
  ])('refuses %s before anybody is asked', async (_, value, words) => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/model-key', 'old');
    const ran = await world.run(['set', 'shop', 'dev', 'model-key'], value);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toContain(`model-key: ${words}; nothing was changed  [SECRET_VALUE]`);
    expectSilent(ran, key);
    expect(world.provider.seen).toEqual([]);
    expect(world.secrets.value('shop/dev/model-key')).toBe('old');
  });

  test.each([
    [
      'no JSON',
      'client_secret=abcdef',
      'provider is no JSON object; it takes the fields client_id, client_secret, refresh_token',
    ],
    ['a field too few', '{"client_id":"abcdef","client_secret":"abcdef"}', 'provider lacks refresh_token'],
    ['a field too many', JSON.stringify({ ...held, more: 'abcdef' }), 'provider has no field more'],
    ['a number for a text', JSON.stringify({ ...held, client_id: 123456 }), 'provider: client_id is no text'],
    ['an empty field', JSON.stringify({ ...held, refresh_token: ' ' }), 'provider: refresh_token is empty'],
  ])('refuses JSON with %s, naming fields alone', async (_, value, words) => {
    await using world = await secretsWorld();
    world.secrets.make('shop/dev/provider');
    const ran = await world.run(['set', 'shop', 'dev', 'provider'], value);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toContain(words);
    expectSilent(ran, 'abcdef', '123456', held.client_secret);
    expect(world.secrets.value('shop/dev/provider')).toBeUndefined();
  });

  test('asks for each field, and echoes those alone that are no secret', async () => {
    await using world = await secretsWorld();
    world.secrets.make('shop/dev/provider');
    world.provider.refreshTokens.add(held.refresh_token);
    const ran = await world.run(['set', 'shop', 'dev', 'provider'], Object.values(held));
    expect(ran).toMatchObject({
      exitCode: 0,
      shown:
        ' shop/dev/provider, client_id: shop-app\n shop/dev/provider, client_secret: \n shop/dev/provider, refresh_token: \n',
    });
    expect(JSON.parse(world.secrets.value('shop/dev/provider') ?? '')).toEqual(held);
  });

  test('keeps the refresh token that the provider gives when it is tried', async () => {
    await using world = await secretsWorld();
    world.secrets.make('shop/dev/provider');
    world.provider.refreshTokens.add(held.refresh_token);
    world.provider.rotates = true;
    await world.run(['set', 'shop', 'dev', 'provider'], JSON.stringify(held));
    const kept = { ...held, refresh_token: 'refresh-token-1' };
    expect(JSON.parse(world.secrets.value('shop/dev/provider') ?? '')).toEqual(kept);
    const tried = await world.run(['test', 'shop', 'dev', 'provider']);
    expect(tried.out).toContain('a new refresh token, which is written');
    expectSilent(tried, 'refresh-token-2');
    expect(world.secrets.value('shop/dev/provider')).toContain('refresh-token-2');
  });

  test('sets one field and leaves the others, also those that a function keeps there', async () => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/provider', JSON.stringify({ ...held, client_secret: 'old', cached: 1 }));
    world.provider.refreshTokens.add(held.refresh_token);
    const ran = await world.run(
      ['set', 'shop', 'dev', 'provider', '--field', 'client_secret'],
      client.client_secret,
    );
    expect(ran.exitCode).toBe(0);
    expect(JSON.parse(world.secrets.value('shop/dev/provider') ?? '')).toEqual({ ...held, cached: 1 });
    const wrong = await world.run(['set', 'shop', 'dev', 'provider', '--field', 'secret'], 'x');
    expect(wrong.err).toContain(
      'provider has no field secret; it has client_id, client_secret, refresh_token',
    );
    world.secrets.make('shop/dev/provider');
    const empty = await world.run(['set', 'shop', 'dev', 'provider', '--field', 'client_secret'], 'x');
    expect(empty.err).toContain('[SECRET_EMPTY]');
  });

  test('sets one field that is wrong now, or not there, where the others are right', async () => {
    await using world = await secretsWorld();
    const { client_id, refresh_token } = held;
    for (const now of [
      { client_id, refresh_token },
      { ...held, client_secret: '' },
    ]) {
      world.secrets.set('shop/dev/provider', JSON.stringify(now));
      world.provider.refreshTokens.add(held.refresh_token);
      const set = ['set', 'shop', 'dev', 'provider', '--field', 'client_secret'];
      expect(await world.run(set, client.client_secret)).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(world.secrets.value('shop/dev/provider') ?? '')).toEqual(held);
    }
    world.secrets.set('shop/dev/provider', JSON.stringify({ ...held, client_id: '' }));
    const other = await world.run(['set', 'shop', 'dev', 'provider', '--field', 'client_secret'], 'x');
    expect(other.err).toContain('provider: client_id is empty');
  });

  test('makes a secret only where a person is to make it', async () => {
    await using world = await secretsWorld();
    const stack = await world.run(['set', 'shop', 'dev', 'model-key'], key);
    expect(stack.err).toContain('there is no secret shop/dev/model-key; the system');
    const jwk = { kty: 'EC', d: 'private-part' };
    const person = await world.run(
      ['set', 'shop', 'dev', 'issuer'],
      JSON.stringify({ issuer: 'https://issuer.example', privateKeyJwk: jwk }),
    );
    expect(person).toMatchObject({ exitCode: 0, out: ' set  slipway/shop/issuer (eu-west-1), not tried\n' });
    expectSilent(person, 'private-part');
    expect(JSON.parse(world.secrets.value('slipway/shop/issuer') ?? '')).toMatchObject({
      privateKeyJwk: jwk,
    });
  });

  test('says that the token is lost where the provider has replaced it and it can’t be written', async () => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/provider', JSON.stringify(held));
    world.provider.refreshTokens.add(held.refresh_token);
    world.provider.rotates = true;
    world.secrets.denied.add('PutSecretValue');
    for (const command of ['test', 'set']) {
      const ran = await world.run([command, 'shop', 'dev', 'provider'], JSON.stringify(held));
      expect(ran).toMatchObject({ exitCode: 2, out: '' });
      expect(ran.err).toContain(
        '(AccessDeniedException); the one before is good no more  [SECRET_TOKEN_LOST]',
      );
      expect(ran.err).toContain('Next: slipway secret authorize shop dev provider');
      expectSilent(ran, 'refresh-token-1');
      world.provider.refreshTokens.add(held.refresh_token);
    }
  });

  test('names the choices for a secret that is not declared, or not in this environment', async () => {
    await using world = await secretsWorld();
    const ran = await world.run(['set', 'shop', 'dev', 'model-keys'], key);
    expect(ran.err).toContain(
      'shop dev has no secret model-keys; it has model-key, provider, issuer (params/shop/system.yml, secrets)',
    );
    expect(ran.err).toContain('[SECRET_UNKNOWN]');
    expect((await world.run(['set', 'shop', 'prod', 'issuer'], key)).err).toContain(
      'it has model-key, provider (',
    );
    expect(world.secrets.asked).toEqual([]);
  });

  test('stops in a wrong account before anything else', async () => {
    await using world = await secretsWorld();
    const ran = await world.run(['set', 'shop', 'sit', 'model-key'], key);
    expect(ran.err).toContain('[WRONG_ACCOUNT]');
    expect(world.secrets.asked).toEqual([]);
  });
});

test('slipway secret list says what is set, and never what it is', async () => {
  await using world = await secretsWorld();
  world.secrets.set('shop/dev/model-key', key);
  world.secrets.make('shop/dev/provider');
  const ran = await world.run(['list', 'shop', 'dev']);
  expect(ran.out).toBe(
    [
      ' model-key  set 2026-11-18  shop/dev/model-key (eu-west-1)',
      ' provider   empty           shop/dev/provider (eu-west-1)',
      ' issuer     absent          slipway/shop/issuer (eu-west-1)',
      '',
    ].join('\n'),
  );
  expect(world.secrets.asked).not.toContain('GetSecretValue');
});

test.each(['set', 'test', 'restore-previous', 'authorize'])(
  'slipway secret %s says how a secret comes back that is about to be deleted',
  async (command) => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/provider', JSON.stringify(held));
    world.secrets.delete('shop/dev/provider');
    const ran = await world.run([command, 'shop', 'dev', 'provider'], JSON.stringify(held));
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toBe(
      ' shop/dev/provider is about to be deleted, so it can neither be read nor set  [SECRET_DELETED]\n' +
        '   Next: aws secretsmanager restore-secret --secret-id shop/dev/provider --region eu-west-1\n',
    );
    expect(world.provider.seen).toEqual([]);
    expect((await world.run(['list', 'shop', 'dev'])).out).toContain(' provider   to be deleted   shop/dev');
  },
);

describe('slipway secret restore-previous', () => {
  test('turns a rotation back, and itself', async () => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/model-key', 'one');
    world.secrets.set('shop/dev/model-key', 'two');
    const stages = () =>
      ['AWSCURRENT', 'AWSPREVIOUS'].map((stage) => world.secrets.value('shop/dev/model-key', stage));
    expect((await world.run(['restore-previous', 'shop', 'dev', 'model-key'])).exitCode).toBe(0);
    expect(stages()).toEqual(['one', 'two']);
    await world.run(['restore-previous', 'shop', 'dev', 'model-key']);
    expect(stages()).toEqual(['two', 'one']);
  });

  test('says so where there is nothing before', async () => {
    await using world = await secretsWorld();
    world.secrets.set('shop/dev/model-key', 'one');
    expect((await world.run(['restore-previous', 'shop', 'dev', 'model-key'])).err).toContain(
      '[SECRET_NO_PREVIOUS]',
    );
  });
});
