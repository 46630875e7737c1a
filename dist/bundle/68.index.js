export const id = 68;
export const ids = [68,7687];
export const modules = {

/***/ 68:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

/**
 * Stands in the bundle for undici's entry, which loads all that undici has: mocks, caches, cookies, interceptors, event
 * sources. Here is what Slipway and @actions/github import; test/bundle/undici.test.ts holds it against their sources.
 */
const { URL } = __webpack_require__(3136);
const api = __webpack_require__(6615);
const Agent = __webpack_require__(7405);
const Dispatcher = __webpack_require__(883);
const EnvHttpProxyAgent = __webpack_require__(3137);
const ProxyAgent = __webpack_require__(6672);
const { getGlobalDispatcher } = __webpack_require__(2581);
const { fetch } = __webpack_require__(4398);
const { WebSocket } = __webpack_require__(3726);

// as undici's entry does: a proxy's agent asks for `connect` of its own
Object.assign(Dispatcher.prototype, api);

/** As undici's own `request`, for an address as text or `URL`. */
function request(url, options = {}) {
  const { dispatcher = getGlobalDispatcher(), method = 'GET', ...rest } = options;
  const { origin, pathname, search } = new URL(url);
  return dispatcher.request({ ...rest, method, origin, path: `${pathname}${search}` });
}

module.exports = { Agent, EnvHttpProxyAgent, ProxyAgent, WebSocket, fetch, request };


/***/ })

};
