/**
 * Stands in the bundle for undici's entry, which loads all that undici has: mocks, caches, cookies, interceptors, event
 * sources. Here is what Slipway and @actions/github import; test/bundle/undici.test.ts holds it against their sources.
 */
const { URL } = require('node:url');
const api = require('undici/lib/api');
const Agent = require('undici/lib/dispatcher/agent');
const Dispatcher = require('undici/lib/dispatcher/dispatcher');
const EnvHttpProxyAgent = require('undici/lib/dispatcher/env-http-proxy-agent');
const ProxyAgent = require('undici/lib/dispatcher/proxy-agent');
const { getGlobalDispatcher } = require('undici/lib/global');
const { fetch } = require('undici/lib/web/fetch');
const { WebSocket } = require('undici/lib/web/websocket/websocket');

// as undici's entry does: a proxy's agent asks for `connect` of its own
Object.assign(Dispatcher.prototype, api);

/** As undici's own `request`, for an address as text or `URL`. */
function request(url, options = {}) {
  const { dispatcher = getGlobalDispatcher(), method = 'GET', ...rest } = options;
  const { origin, pathname, search } = new URL(url);
  return dispatcher.request({ ...rest, method, origin, path: `${pathname}${search}` });
}

module.exports = { Agent, EnvHttpProxyAgent, ProxyAgent, WebSocket, fetch, request };
