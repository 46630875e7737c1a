import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { makeDispatcher } from '../../src/session/http.ts';

/** A target, and a proxy that notes what it is asked to reach. */
const asked: string[] = [];
const target = createServer((_incoming, outgoing) => outgoing.end('the target'));
const proxy = createServer((incoming, outgoing) => {
  asked.push(incoming.url ?? '');
  outgoing.end('by the proxy');
});
proxy.on('connect', (incoming, socket, head) => {
  asked.push(`CONNECT ${incoming.url ?? ''}`);
  const onward = connect(portOf(target), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  for (const server of [target, proxy])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of [target, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  asked.length = 0;
});

async function get(env: Readonly<Record<string, string>>, url: string): Promise<number> {
  const dispatcher = makeDispatcher(env);
  try {
    const { statusCode, body } = await request(url, { dispatcher });
    await body.text();
    return statusCode;
  } finally {
    await dispatcher.destroy();
  }
}

describe('requests to what is deployed', () => {
  const proxyUrl = (): string => `http://127.0.0.1:${portOf(proxy)}`;
  const targetUrl = (): string => `http://127.0.0.1:${portOf(target)}/`;

  test('go straight where no proxy is set, or an empty one', async () => {
    expect(await get({}, targetUrl())).toBe(200);
    expect(await get({ HTTPS_PROXY: '', HTTP_PROXY: '', NODE_EXTRA_CA_CERTS: '' }, targetUrl())).toBe(200);
    expect(asked).toEqual([]);
  });

  test.each(['HTTP_PROXY', 'http_proxy'])('go through %s', async (name) => {
    expect(await get({ [name]: proxyUrl() }, 'http://photos.example/')).toBe(200);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('photos.example');
  });

  test.each(['HTTPS_PROXY', 'https_proxy'])('over TLS go through a tunnel of %s', async (name) => {
    await expect(get({ [name]: proxyUrl() }, 'https://photos.example/')).rejects.toThrow();
    expect(asked).toEqual(['CONNECT photos.example:443']);
  });

  test('go straight to hosts of NO_PROXY', async () => {
    const env = { HTTP_PROXY: proxyUrl(), NO_PROXY: '127.0.0.1,localhost' };
    expect(await get(env, targetUrl())).toBe(200);
    expect(asked).toEqual([]);
    expect(await get(env, 'http://photos.example/')).toBe(200);
    expect(asked).toHaveLength(1);
  });

  test('are refused with a setting that says nothing', () => {
    expect(() => makeDispatcher({ HTTPS_PROXY: 'proxy:3128' })).toThrow(
      expect.objectContaining({
        code: 'PROXY_INVALID',
        message: 'HTTPS_PROXY is not the address of a proxy, such as http://proxy:3128',
      }),
    );
    expect(() => makeDispatcher({ NODE_EXTRA_CA_CERTS: '/nonexistent/ca.pem' })).toThrow(
      expect.objectContaining({
        code: 'CA_UNREADABLE',
        message: "NODE_EXTRA_CA_CERTS names /nonexistent/ca.pem, which can't be read",
      }),
    );
  });

  test('a refused proxy is not told, since it may hold a password', () => {
    expect(() => makeDispatcher({ HTTPS_PROXY: 'socks://ada:hunter2@proxy' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});
