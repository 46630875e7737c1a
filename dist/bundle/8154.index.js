export const id = 8154;
export const ids = [8154,68,7687];
export const modules = {

/***/ 8154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeDispatcher: () => (/* binding */ makeDispatcher),
  i: () => (/* binding */ makeTls)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./scripts/bundle/left-out/undici.cjs
var undici = __webpack_require__(68);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/smoke/tls-connection.ts



/**
 * A connector over Node's own TLS. Old versions are offered with OpenSSL's security level 0, since level 1 and above
 * leave TLS 1.0 and 1.1 out (OpenSSL 3, SSL_CTX_set_security_level).
 */
function makeTlsConnector(options) {
    return async (attempt, signal) => {
        const socket = await reach(attempt.host, options, signal);
        try {
            return await shakeHands(attempt, socket, options, signal);
        }
        finally {
            socket.destroy();
        }
    };
}
async function reach(host, { proxyFor, port = 443 }, signal) {
    const proxy = proxyFor(host);
    if (proxy === null) {
        const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7030, 23));
        const socket = connect({ host, port });
        await (0,external_node_events_.once)(socket, 'connect', { signal }).catch((error) => {
            socket.destroy();
            throw error;
        });
        return socket;
    }
    const request = (0,external_node_http_.request)({
        host: proxy.hostname,
        port: proxy.port === '' ? 80 : Number(proxy.port),
        method: 'CONNECT',
        path: `${host}:${port}`,
        headers: { host: `${host}:${port}` },
        signal,
    });
    request.end();
    const [answer, socket] = (await (0,external_node_events_.once)(request, 'connect', { signal }));
    if (answer.statusCode === 200)
        return socket;
    socket.destroy();
    throw new Error(`the proxy answered ${answer.statusCode ?? 'nothing'} for ${host}`);
}
function shakeHands(attempt, socket, { extraCa }, signal) {
    const old = attempt.maxVersion === 'TLSv1' || attempt.maxVersion === 'TLSv1.1';
    return new Promise((resolve, reject) => {
        const refuse = (error) => {
            const code = error.code ?? error.message;
            // OpenSSL's own words when the client itself has nothing to offer, before a byte is sent.
            const own = /NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|UNSUPPORTED_PROTOCOL_VERSION/.test(code);
            resolve({ kind: own ? 'cannot-offer' : 'refused', code });
        };
        try {
            const secure = (0,external_node_tls_.connect)({
                socket,
                servername: attempt.host,
                minVersion: attempt.minVersion,
                maxVersion: attempt.maxVersion,
                ca: attempt.trust === 'all' ? [...external_node_tls_.rootCertificates, ...extraCa] : [...external_node_tls_.rootCertificates],
                ...(attempt.alpn === undefined ? {} : { ALPNProtocols: [...attempt.alpn] }),
                ...(old ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
            });
            secure.once('error', refuse);
            secure.once('close', () => {
                resolve({ kind: 'refused', code: 'connection closed' });
            });
            secure.once('secureConnect', () => {
                resolve({
                    kind: 'connected',
                    protocol: secure.getProtocol() ?? 'unknown',
                    alpn: secure.alpnProtocol === false ? null : secure.alpnProtocol,
                    notAfter: Date.parse(secure.getPeerCertificate().valid_to),
                });
                secure.destroy();
            });
            signal.addEventListener('abort', () => {
                secure.destroy();
                reject(new Error('the handshake was interrupted'));
            }, { once: true });
        }
        catch (error) {
            refuse(error);
        }
    });
}

;// CONCATENATED MODULE: ./src/session/http.ts





/**
 * The HTTP client of smoke checks and of the proof at the edge. It obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY in upper
 * or lower case, and trusts NODE_EXTRA_CA_CERTS (PEM) beside the usual roots.
 * @throws UserError PROXY_INVALID, CA_UNREADABLE
 */
function makeDispatcher(env) {
    const extra = extraCertificates(env);
    const tls = extra.length === 0 ? {} : { ca: [...external_node_tls_.rootCertificates, ...extra] };
    const httpsProxy = proxyAddress(env, 'HTTPS_PROXY');
    const httpProxy = proxyAddress(env, 'HTTP_PROXY');
    const noProxy = setting(env, 'NO_PROXY');
    if (httpsProxy === undefined && httpProxy === undefined)
        return new undici.Agent({ connect: tls });
    return new undici.EnvHttpProxyAgent({
        ...(httpsProxy === undefined ? {} : { httpsProxy }),
        ...(httpProxy === undefined ? {} : { httpProxy }),
        ...(noProxy === undefined ? {} : { noProxy }),
        requestTls: tls,
        connect: tls,
    });
}
/** Raw handshakes by the same way: HTTPS_PROXY, NO_PROXY (names and their subdomains) and NODE_EXTRA_CA_CERTS. */
function makeTls(env) {
    const proxy = proxyAddress(env, 'HTTPS_PROXY');
    const direct = (setting(env, 'NO_PROXY') ?? '').split(',').map((name) => name.trim().replace(/^\./, ''));
    const isDirect = (host) => direct.some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))));
    return makeTlsConnector({
        proxyFor: (host) => (proxy === undefined || isDirect(host) ? null : new URL(proxy)),
        extraCa: extraCertificates(env),
    });
}
/** In upper or lower case; an empty one is none. */
function setting(env, name) {
    return [env[name], env[name.toLowerCase()]].find((value) => value !== undefined && value !== '');
}
function proxyAddress(env, name) {
    const address = setting(env, name);
    if (address === undefined || /^https?:$/.test(URL.parse(address)?.protocol ?? ''))
        return address;
    throw new slipway_error/* UserError */.yo('PROXY_INVALID', `${name} is not the address of a proxy, such as http://proxy:3128`);
}
function extraCertificates(env) {
    const file = setting(env, 'NODE_EXTRA_CA_CERTS');
    if (file === undefined)
        return [];
    try {
        return [(0,external_node_fs_.readFileSync)(file, 'utf8')];
    }
    catch (cause) {
        throw new slipway_error/* UserError */.yo('CA_UNREADABLE', `NODE_EXTRA_CA_CERTS names ${file}, which can't be read`, { cause });
    }
}


/***/ }),

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
