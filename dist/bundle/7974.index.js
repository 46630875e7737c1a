export const id = 7974;
export const ids = [7974,9066];
export const modules = {

/***/ 3666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cu: () => (/* binding */ refusalCode),
/* harmony export */   oV: () => (/* binding */ parseJsonAnswer),
/* harmony export */   qL: () => (/* binding */ signJsonCall)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Signs a request, by POST, of an AWS API that speaks JSON (Smithy, "AWS JSON 1.0 protocol" and 1.1). In place of a client,
 * which would be loaded for a call or two.
 */
async function signJsonCall({ service, region, target, body }, { credentials, version }) {
    const { SignatureV4 } = await __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 5118, 19));
    const hostname = `${service}.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;
    const text = JSON.stringify(body);
    const { headers } = await new SignatureV4({ service, region, credentials, sha256: Sha256 }).sign({
        method: 'POST',
        protocol: 'https:',
        hostname,
        path: '/',
        query: {},
        headers: {
            host: hostname,
            'content-type': `application/x-amz-json-${version}`,
            'x-amz-target': target,
        },
        body: text,
    });
    return { url: `https://${hostname}/`, headers, text };
}
/** What a JSON API answered: its fields, none where it is no JSON object. */
function parseJsonAnswer(text) {
    try {
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null ? parsed : {};
    }
    catch {
        return {};
    }
}
/** The code of a refusal, without the namespace that some services put before it. */
function refusalCode(answer) {
    const type = answer['__type'];
    return /^(?:.*#)?(\w{1,80})$/.exec(typeof type === 'string' ? type : '')?.[1] ?? 'no code';
}
/** SHA-256 of Node.js, with a key HMAC, in the form that the signer asks for. */
class Sha256 {
    #sum;
    constructor(key) {
        this.#sum = key === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', bytes(key));
    }
    update(chunk) {
        this.#sum.update(bytes(chunk));
    }
    digest() {
        return Promise.resolve(new Uint8Array(this.#sum.digest()));
    }
}
function bytes(data) {
    if (typeof data === 'string')
        return data;
    return ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
}


/***/ }),

/***/ 2534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runSmokeChecks)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/smoke/fill-profile.ts
var fill_profile = __webpack_require__(8948);
;// CONCATENATED MODULE: ./src/smoke/fixture.ts
/** Makes a fixture from its maker; `newProbe` gives it a probe of its own. A failure is kept like a value. */
function fixture(newProbe, make) {
    let made;
    return async (probe) => {
        if (made === undefined) {
            const own = newProbe();
            made = { value: make(own), evidence: own.evidence };
        }
        const { value, evidence } = made;
        try {
            return await value;
        }
        finally {
            probe.attach(evidence);
        }
    };
}

// EXTERNAL MODULE: ./src/smoke/check.ts
var smoke_check = __webpack_require__(3829);
;// CONCATENATED MODULE: ./src/smoke/settle.ts
/** How long a target that was deployed a moment ago may lag behind, in milliseconds. */
const lag = 10_000;
const pause = 500;
/**
 * Tries until `good`, or until the lag that a deployment may have is over; then the last answer stands. A `try` that
 * throws counts as not good; after the deadline its error is thrown.
 */
async function settle(target, attempt, good) {
    const { clock, signal } = target;
    const started = clock.now();
    for (let tries = 1;; tries += 1) {
        signal.throwIfAborted();
        const late = () => clock.now() - started + pause > lag;
        try {
            const value = await attempt();
            if (good(value) || late())
                return { value, tries, took: clock.now() - started };
        }
        catch (error) {
            if (late() || signal.aborted)
                throw error;
        }
        await clock.sleep(pause, signal);
    }
}
/** What a report says about a target that lagged; `null` when it did not. */
function lagNote({ tries, took }) {
    return tries === 1 ? null : `answered at try ${tries}, after ${(took / 1000).toFixed(1)} s`;
}

// EXTERNAL MODULE: ./src/smoke/site-credential.ts
var site_credential = __webpack_require__(6786);
;// CONCATENATED MODULE: ./src/smoke/groups/page-assets.ts
/** Assets of its own origin that an HTML page names: scripts, style sheets, icons, preloads, images. Paths, each once. */
function pageAssets(html, page) {
    const origin = new URL(page).origin;
    const found = new Set();
    const withoutComments = html.replace(/<!--[\s\S]*?-->/g, '');
    for (const [, tag = '', attributes = ''] of withoutComments.matchAll(/<(script|link|img|source)\b([^>]*)>/gi)) {
        const name = tag.toLowerCase() === 'link' ? 'href' : 'src';
        const [, , double, single, bare] = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes) ?? [];
        const value = double ?? single ?? bare;
        if (value === undefined || value === '' || value.startsWith('data:'))
            continue;
        if (tag.toLowerCase() === 'link' && !isAssetLink(attributes))
            continue;
        const url = new URL(value, page);
        if (url.origin === origin)
            found.add(url.pathname);
    }
    return [...found];
}
function isAssetLink(attributes) {
    const rel = /\srel\s*=\s*["']?([^"'>]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
    return /\b(?:stylesheet|icon|modulepreload|preload|manifest|apple-touch-icon)\b/.test(rel);
}
/** Media types that a browser accepts for a file of this name; `null` when any is as good. */
function acceptedTypes(path) {
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    return types[extension] ?? null;
}
/** WHATWG MIME Sniffing and HTML standards: a module script with another type is not run. */
const types = {
    js: ['text/javascript', 'application/javascript'],
    mjs: ['text/javascript', 'application/javascript'],
    css: ['text/css'],
    svg: ['image/svg+xml'],
    png: ['image/png'],
    jpg: ['image/jpeg'],
    jpeg: ['image/jpeg'],
    webp: ['image/webp'],
    avif: ['image/avif'],
    gif: ['image/gif'],
    ico: ['image/x-icon', 'image/vnd.microsoft.icon'],
    json: ['application/json'],
    webmanifest: ['application/manifest+json', 'application/json'],
    woff2: ['font/woff2'],
};
/** Whether a file's name carries a digest of its content, as Vite and its like write it: `index-BcD3fG7h.js`. */
function isHashed(path) {
    return /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path);
}

;// CONCATENATED MODULE: ./src/smoke/groups/basic-auth.ts




const right = 'basic-auth/right';
/** Who has the credential gets the site, everybody else 401: on every path, by every method, however it is written. */
function basicAuth(target, site) {
    const base = site.url.replace(/\/+$/, '');
    const credential = async () => {
        const found = await target.siteCredential();
        if (found === null)
            throw new smoke_check/* FixtureError */.ig('the profile names no credential for this environment');
        return found;
    };
    const ask = (probe, path, authorization, method = 'GET') => probe.send({
        method,
        url: `${base}${path}`,
        headers: authorization === null ? {} : { authorization },
        ...(method === 'POST' ? { body: Buffer.from('slipway=smoke') } : {}),
    });
    const page = target.fixture(async (probe) => {
        const authorization = (0,site_credential/* authorizationOf */.P)(await credential());
        const settled = await settle(target, () => ask(probe, '/', authorization), ({ status }) => status === 200);
        // One asset is fetched, so that the edge has it: a cache must not answer whom the function would not.
        const asset = settled.value.status === 200 ? (pageAssets(settled.value.text(), `${base}/`)[0] ?? null) : null;
        if (asset !== null)
            await ask(probe, asset, authorization);
        return { settled, asset };
    });
    const paths = async (probe) => {
        const { asset } = await page(probe);
        return ['/', site.deepLink, '/index.html', '/release.json', ...(asset === null ? [] : [asset])];
    };
    const refusal = (seen) => {
        const challenge = seen.headers['www-authenticate'] ?? 'absent';
        if (seen.status !== 401)
            return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
        return /^Basic\b/i.test(challenge) ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`HTTP 401, WWW-Authenticate: ${challenge}`);
    };
    const common = { group: 'basic-auth', severity: 'critical', pairedWith: right };
    const openHint = 'usually: the viewer-request function is not on this behaviour, or a cache answers before it';
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
                    ? (0,smoke_check/* allOf */.bn)([(0,smoke_check/* passed */.bF)(), (0,smoke_check/* passed */.bF)(lagNote(settled))])
                    : (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(settled.value)}, ${type}`);
            },
        },
        {
            ...common,
            id: 'basic-auth/right-head',
            pairedWith: null,
            want: '200 to HEAD with the credential',
            hint: 'usually: the behaviour does not allow HEAD',
            run: async (probe) => {
                const seen = await ask(probe, '/', (0,site_credential/* authorizationOf */.P)(await credential()), 'HEAD');
                return seen.status === 200 ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
            },
        },
        {
            ...common,
            id: 'basic-auth/none',
            want: '401 and WWW-Authenticate: Basic without a credential, on the page, a deep link, a marker and an asset',
            hint: openHint,
            run: async (probe) => (0,smoke_check/* each */.__)(probe, await paths(probe), (path) => path, async (path, probe) => refusal(await ask(probe, path, null))),
        },
        {
            ...common,
            id: 'basic-auth/wrong',
            want: '401 and WWW-Authenticate: Basic to a wrong user or password',
            hint: 'usually: the function compares only a part, or compares nothing',
            run: async (probe) => (0,smoke_check/* each */.__)(probe, wrongs(await credential()), ({ name }) => name, async ({ wrong }, probe) => refusal(await ask(probe, '/', (0,site_credential/* authorizationOf */.P)(wrong)))),
        },
        {
            ...common,
            id: 'basic-auth/head',
            want: '401 to HEAD without and with a wrong credential',
            hint: openHint,
            run: async (probe) => {
                const [wrong] = wrongs(await credential());
                const cases = [null, ...(wrong ? [(0,site_credential/* authorizationOf */.P)(wrong.wrong)] : [])];
                return (0,smoke_check/* each */.__)(probe, cases, (header) => (header === null ? 'no credential' : 'a wrong one'), async (header, probe) => refusal(await ask(probe, '/', header, 'HEAD')));
            },
        },
        {
            ...common,
            id: 'basic-auth/post',
            want: '401 or 403 to POST, and no content',
            hint: 'usually: the behaviour allows methods that the site has no use for',
            run: async (probe) => {
                const { settled } = await page(probe);
                return (0,smoke_check/* each */.__)(probe, ['/', site.deepLink], (path) => path, async (path, probe) => {
                    const seen = await ask(probe, path, null, 'POST');
                    if (seen.status !== 401 && seen.status !== 403)
                        return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
                    return Buffer.compare(seen.body, settled.value.body) === 0
                        ? (0,smoke_check/* failed */.gz)(`HTTP ${seen.status} with the page as its body`)
                        : (0,smoke_check/* passed */.bF)();
                });
            },
        },
        {
            ...common,
            id: 'basic-auth/odd-headers',
            want: '401 to another scheme, another case, and base64 that is none or of something else',
            hint: 'usually: a decoder that is too kind, or a comparison that an empty text passes',
            run: async (probe) => (0,smoke_check/* each */.__)(probe, oddHeaders(await credential()), ({ name }) => name, async ({ header }, probe) => refusal(await ask(probe, '/', header))),
        },
    ];
}
/** None of them is the right one, whatever that is. */
function wrongs({ user, password }) {
    return [
        { name: 'another password', wrong: { user, password: `${password}x` } },
        { name: 'the password cut short', wrong: { user, password: password.slice(0, -1) } },
        { name: 'no password', wrong: { user, password: '' } },
        { name: 'another user', wrong: { user: `${user}x`, password } },
        { name: 'no user', wrong: { user: '', password } },
        { name: 'user and password swapped', wrong: { user: `${password}-`, password: user } },
    ];
}
function oddHeaders(credential) {
    const good = (0,site_credential/* authorizationOf */.P)(credential).slice('Basic '.length);
    const [wrong] = wrongs(credential);
    const bad = wrong === undefined ? '' : (0,site_credential/* authorizationOf */.P)(wrong.wrong).slice('Basic '.length);
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

;// CONCATENATED MODULE: ./src/smoke/object-signer.ts
/**
 * A signer for one region: the application client of leadshop, so that what is checked is what applications hand out. The
 * endpoint is named, so that no setting of the environment (`AWS_ENDPOINT_URL`) gets into a signed address.
 */
function makeObjectSigner(region, credentials) {
    let made;
    const presign = async (bucket) => {
        const [{ S3Client: Client }, { linking, makePresign }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(3711), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19)),
            Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(3711), __webpack_require__.e(475)]).then(__webpack_require__.bind(__webpack_require__, 9128)),
        ]);
        made ??= new Client({
            region,
            credentials,
            endpoint: `https://s3.${region}.${urlSuffix(region)}`,
            ...linking,
        });
        return makePresign(made, { bucket, encryption: null });
    };
    return {
        put: async ({ bucket, key, ...options }) => (await (await presign(bucket)).put(key, options)).url,
        get: async ({ bucket, key, ...life }) => (await presign(bucket)).get(key, life),
        head: async ({ bucket, key, ...life }) => (await presign(bucket)).head(key, life),
        form: async ({ bucket, key, ...options }) => (await presign(bucket)).post(key, options),
    };
}
/** The domain that a region's endpoints end with (AWS General Reference, "AWS service endpoints"). */
function urlSuffix(region) {
    return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

;// CONCATENATED MODULE: ./src/smoke/groups/stored-object.ts



/** Seconds that a link made for a check is good for. */
const linkLife = 120;
const objectType = 'text/plain';
/** A key for this run alone, noted for deletion. */
function freshKey(target, bucket, name) {
    const key = `${bucket.prefix}${target.runId}/${name}`;
    target.written.add(bucket.name, key);
    return key;
}
/** An object that a valid presigned PUT has stored, for the checks that try to reach it unduly. */
function storedObject(target, bucket, name, contentType = objectType) {
    return target.fixture(async (probe) => {
        const object = {
            key: freshKey(target, bucket, name),
            bytes: (0,external_node_crypto_.randomBytes)(64),
            contentType,
        };
        const url = await target.signer.put({
            bucket: bucket.name,
            key: object.key,
            contentType: object.contentType,
            expiresIn: linkLife,
        });
        const headers = { 'content-type': object.contentType };
        // A bucket policy or a role that was changed a moment ago may lag (IAM User Guide, "eventual consistency").
        const settled = await settle(target, () => probe.send({ method: 'PUT', url, headers, body: object.bytes }), ({ status }) => status === 200);
        const answer = settled.value;
        if (answer.status !== 200) {
            throw new smoke_check/* FixtureError */.ig(`a valid presigned PUT was answered ${(0,smoke_check/* describe */.q0)(answer)}`);
        }
        return { ...object, note: lagNote(settled) };
    });
}
/** The hexadecimal signature with its last digit changed. */
function otherSignature(signature) {
    const last = signature.endsWith('0') ? '1' : '0';
    return signature.slice(0, -1) + last;
}

;// CONCATENATED MODULE: ./src/smoke/groups/bucket.ts



const readable = 'bucket/signed-read';
/** Nobody reaches the bucket without a signature and TLS, and what lies in it is encrypted as declared. */
function bucketGroup(target, bucket, region) {
    const stored = storedObject(target, bucket, 'bucket');
    const origin = `https://${bucket.name}.s3.${region}.${urlSuffix(region)}`;
    const common = { group: 'bucket', severity: 'critical', pairedWith: readable };
    const open = 'usually: a bucket policy with Principal "*", or the public access block is off';
    return [
        {
            ...common,
            id: readable,
            pairedWith: null,
            want: '200 with a signature',
            hint: 'usually: the signer may not read the bucket',
            run: async (probe) => {
                const { key, note } = await stored(probe);
                const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
                return (0,smoke_check/* allOf */.bn)([(0,smoke_check/* expectStatus */.oi)(await probe.send({ url }), 200), (0,smoke_check/* passed */.bF)(note)]);
            },
        },
        {
            ...common,
            id: 'bucket/anonymous-get',
            want: '403 without a signature',
            hint: open,
            run: async (probe) => {
                const { key } = await stored(probe);
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ url: `${origin}/${key}` }), 403);
            },
        },
        {
            ...common,
            id: 'bucket/anonymous-list',
            want: '403 without a signature',
            hint: open,
            run: async (probe) => (0,smoke_check/* expectStatus */.oi)(await probe.send({ url: `${origin}/?list-type=2&max-keys=1` }), 403),
        },
        {
            ...common,
            id: 'bucket/anonymous-put',
            want: '403 without a signature',
            hint: open,
            run: async (probe) => {
                const key = freshKey(target, bucket, 'anonymous-put');
                const answer = await probe.send({
                    method: 'PUT',
                    url: `${origin}/${key}`,
                    headers: { 'content-type': 'text/plain' },
                    body: Buffer.from('nobody'),
                });
                return (0,smoke_check/* expectStatus */.oi)(answer, 403);
            },
        },
        {
            ...common,
            id: 'bucket/plain-http',
            want: '403 to a signed request over plain HTTP',
            hint: 'usually: the bucket policy lacks Deny on aws:SecureTransport false',
            run: async (probe) => {
                const { key } = await stored(probe);
                const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
                // The scheme is not part of what SigV4 signs, so the signature stays valid.
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ url: url.replace(/^https:/, 'http:') }), 403);
            },
        },
        {
            ...common,
            id: 'bucket/encryption',
            severity: 'major',
            want: `x-amz-server-side-encryption: ${bucket.encryption}`,
            hint: 'usually: the default encryption of the bucket names another algorithm',
            run: async (probe) => {
                const { key } = await stored(probe);
                const url = await target.signer.head({ bucket: bucket.name, key, expiresIn: linkLife });
                const answer = await probe.send({ method: 'HEAD', url });
                if (answer.status !== 200)
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer));
                const shown = answer.headers['x-amz-server-side-encryption'];
                if (shown === undefined) {
                    // S3 names the encryption of every object since it encrypts all of them, January 2023
                    // (Amazon S3 User Guide, "Setting default server-side encryption behavior").
                    return (0,smoke_check/* notEnforceable */.AX)('no encryption is named at all, which S3 itself always does');
                }
                return shown === bucket.encryption ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(shown);
            },
        },
    ];
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/smoke/groups/cache-connectivity.ts


const answer = dist/* variant */.Oxt('reachable', [
    dist/* object */.Ikc({
        reachable: dist/* literal */.euz(true),
        endpoint: dist/* string */.YjP(),
        protocol: dist/* string */.YjP(),
        milliseconds: dist/* number */.aig(),
    }),
    dist/* object */.Ikc({ reachable: dist/* literal */.euz(false), endpoint: dist/* string */.YjP(), reason: dist/* string */.YjP() }),
]);
/** Endpoints of ElastiCache, in all partitions (Amazon ElastiCache User Guide, "Finding connection endpoints"). */
const cacheHost = /\.cache\.amazonaws\.com(?:\.cn)?$/;
/** The cache is in private subnets, so a function there opens the connection and tells how it went. */
function cacheConnectivity(target, cache) {
    return [
        {
            id: 'cache-connectivity/reachable',
            group: 'cache-connectivity',
            severity: 'critical',
            pairedWith: null,
            want: 'PONG over TLS from within the network',
            hint: 'usually: the security group of the cache does not admit the services, or the cache is not available yet',
            run: async () => {
                const { FunctionError, Payload } = await (await target.lambda()).invoke({ FunctionName: cache.connectivity });
                if (FunctionError !== undefined)
                    return (0,smoke_check/* failed */.gz)(`the function ended with an error (${FunctionError})`);
                const read = dist/* safeParse */.xLC(answer, parse(Payload));
                if (!read.success)
                    throw new smoke_check/* FixtureError */.ig(`${cache.connectivity} did not answer whether it reached the cache`);
                const found = read.output;
                if (found.reachable)
                    return (0,smoke_check/* passed */.bF)(`${found.protocol}, ${found.milliseconds} ms`);
                if (!cacheHost.test(found.endpoint)) {
                    return (0,smoke_check/* notEnforceable */.AX)(`the cache's address, ${found.endpoint}, is none of ElastiCache: there is nothing to reach`);
                }
                return (0,smoke_check/* failed */.gz)(found.reason);
            },
        },
    ];
}
function parse(payload) {
    try {
        return JSON.parse(Buffer.from(payload ?? new Uint8Array()).toString());
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/smoke/groups/headers.ts

const sixMonths = 15_768_000;
/** Headers that protect a visitor, on the page, on a deep link and on an error alike. */
function headers(target, site) {
    const base = site.url.replace(/\/+$/, '');
    const paths = ['/', site.deepLink, `/assets/slipway-smoke-${target.runId}-headers.js`];
    const pages = target.fixture(async (probe) => Promise.all(paths.map(async (path) => ({ path, seen: await probe.send({ url: `${base}${path}` }) }))));
    return [
        {
            id: 'headers/answers',
            group: 'headers',
            severity: 'critical',
            pairedWith: null,
            want: `200, 200, 404 from /, ${site.deepLink} and a missing asset`,
            hint: 'usually: the site was not published',
            run: async (probe) => {
                const [first, deep, missing] = await pages(probe);
                if (!first || !deep || !missing)
                    return (0,smoke_check/* failed */.gz)('no answer');
                return (0,smoke_check/* each */.__)(probe, [
                    { ...first, status: 200 },
                    { ...deep, status: 200 },
                    { ...missing, status: 404 },
                ], ({ path }) => path.replace(target.runId, '…'), ({ seen, status }) => seen.status === status ? (0,smoke_check/* expectStatus */.oi)(seen, status) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen)));
            },
        },
        ...securityHeaders({
            id: (name) => `headers/${name}`,
            pairedWith: 'headers/answers',
            where: `/, ${site.deepLink} and an error`,
            pages: async (probe) => (await pages(probe)).map(({ path, seen }) => ({ path: path.replace(target.runId, '…'), seen })),
        }),
    ];
}
/** Each header that protects a visitor, on every one of the pages. */
function securityHeaders({ id, pairedWith, where, pages }) {
    const onEach = (name, want, judge) => ({
        id: id(name),
        group: 'headers',
        severity: 'major',
        pairedWith,
        want: `${want}, on ${where}`,
        hint: 'usually: the behaviour has no response headers policy, or the error comes from another behaviour',
        run: async (probe) => (0,smoke_check/* each */.__)(probe, await pages(probe), ({ path }) => path, ({ seen }) => judge(seen)),
    });
    const header = (seen, name) => seen.headers[name] ?? '';
    const shown = (name, value) => (0,smoke_check/* failed */.gz)(`${name}: ${value === '' ? 'absent' : value}`);
    return [
        onEach('hsts', `Strict-Transport-Security: max-age ≥ ${sixMonths}`, (seen) => {
            const value = header(seen, 'strict-transport-security');
            const age = Number(/max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? 0);
            return age >= sixMonths ? (0,smoke_check/* passed */.bF)() : shown('Strict-Transport-Security', value);
        }),
        onEach('csp', 'a Content-Security-Policy that limits scripts', (seen) => {
            const value = header(seen, 'content-security-policy');
            const scripts = directive(value, 'script-src') ?? directive(value, 'default-src');
            const open = scripts === null || /(?:^|\s)(?:\*|'unsafe-inline'|https?:)(?=\s|$)/.test(scripts);
            return open ? shown('Content-Security-Policy', value) : (0,smoke_check/* passed */.bF)();
        }),
        onEach('content-type-options', 'X-Content-Type-Options: nosniff', (seen) => {
            const value = header(seen, 'x-content-type-options');
            return value.toLowerCase() === 'nosniff' ? (0,smoke_check/* passed */.bF)() : shown('X-Content-Type-Options', value);
        }),
        onEach('frame-protection', 'X-Frame-Options DENY or SAMEORIGIN, or frame-ancestors', (seen) => {
            const value = header(seen, 'x-frame-options');
            const ancestors = directive(header(seen, 'content-security-policy'), 'frame-ancestors');
            const closed = ancestors !== null && !/(?:^|\s)\*(?=\s|$)/.test(ancestors);
            return closed || ['DENY', 'SAMEORIGIN'].includes(value.toUpperCase())
                ? (0,smoke_check/* passed */.bF)()
                : shown('X-Frame-Options', value);
        }),
        onEach('referrer-policy', 'a Referrer-Policy that keeps paths from strangers', (seen) => {
            const value = header(seen, 'referrer-policy').toLowerCase();
            return ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'].includes(value)
                ? (0,smoke_check/* passed */.bF)()
                : shown('Referrer-Policy', value);
        }),
    ];
}
/** The value of one directive of a Content-Security-Policy; `null` when it is not there. */
function directive(policy, name) {
    for (const part of policy.split(';')) {
        const [first = '', ...values] = part.trim().split(/\s+/);
        if (first.toLowerCase() === name)
            return values.join(' ');
    }
    return null;
}

;// CONCATENATED MODULE: ./src/smoke/groups/cdn.ts




const served = 'cdn/serves';
const contentType = 'application/pdf';
/** What is stored in the bucket is read through the CDN: whole, over TLS, from the cache, with security headers. */
function cdn(target, { url }, bucket) {
    const base = url.replace(/\/+$/, '');
    const missing = `${base}/${bucket.prefix}${target.runId}/missing.pdf`;
    const stored = storedObject(target, bucket, 'cdn.pdf', contentType);
    const document = target.fixture(async (probe) => {
        const object = await stored(probe);
        const answer = await settle(target, () => probe.send({ url: `${base}/${object.key}` }), ({ status }) => status === 200);
        return { object, answer };
    });
    const common = { group: 'cdn', severity: 'critical', pairedWith: served };
    return {
        cdn: [
            {
                ...common,
                id: served,
                pairedWith: null,
                want: `200, ${contentType} and the bytes that were stored`,
                hint: "usually: the bucket's policy or its key's does not let this distribution read (aws:SourceArn)",
                run: async (probe) => {
                    const { object, answer } = await document(probe);
                    const type = answer.value.headers['content-type'] ?? 'no type';
                    if (answer.value.status !== 200)
                        return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer.value));
                    if (type !== contentType)
                        return (0,smoke_check/* failed */.gz)(type);
                    return Buffer.compare(answer.value.body, object.bytes) === 0
                        ? (0,smoke_check/* allOf */.bn)([(0,smoke_check/* passed */.bF)(object.note), (0,smoke_check/* passed */.bF)(lagNote(answer))])
                        : (0,smoke_check/* failed */.gz)(`${answer.value.body.length} other bytes`);
                },
            },
            {
                ...common,
                id: 'cdn/missing',
                severity: 'major',
                want: '403 or 404 where nothing is stored',
                hint: 'usually: a custom error response turns errors into a page',
                run: async (probe) => (0,smoke_check/* expectStatus */.oi)(await probe.send({ url: missing }), 403, 404),
            },
            {
                ...common,
                id: 'cdn/redirects-to-https',
                severity: 'major',
                want: '301 or 308 to https:// at the first hop',
                hint: 'usually: ViewerProtocolPolicy is allow-all',
                run: async (probe) => {
                    const { object } = await document(probe);
                    const answer = await probe.send({ url: `${base}/${object.key}`.replace(/^https:/, 'http:') });
                    const location = answer.headers['location'] ?? 'nowhere';
                    if (answer.status !== 301 && answer.status !== 308)
                        return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer));
                    return location === `${base}/${object.key}` ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`to ${location}`);
                },
            },
            {
                ...common,
                id: 'cdn/caches',
                severity: 'minor',
                want: 'X-Cache: Hit from cloudfront on a second reading',
                hint: 'usually: the behaviour for PDFs has a cache policy without a time, or the path pattern does not match',
                run: async (probe) => {
                    const { object } = await document(probe);
                    // Each edge has a cache of its own, so the second answer need not be the first one's.
                    const settled = await settle(target, () => probe.send({ url: `${base}/${object.key}` }), ({ headers }) => (headers['x-cache'] ?? '').startsWith('Hit'));
                    const cache = settled.value.headers['x-cache'] ?? 'absent';
                    return cache.startsWith('Hit') ? (0,smoke_check/* passed */.bF)(lagNote(settled)) : (0,smoke_check/* failed */.gz)(`X-Cache: ${cache}`);
                },
            },
        ],
        headers: securityHeaders({
            id: (name) => `headers/cdn-${name}`,
            pairedWith: served,
            where: 'a document and an error',
            pages: target.fixture(async (probe) => {
                const { answer } = await document(probe);
                return [
                    { path: 'a document', seen: answer.value },
                    { path: 'an error', seen: await probe.send({ url: missing }) },
                ];
            }),
        }),
    };
}

// EXTERNAL MODULE: ./src/smoke/profile.ts
var profile = __webpack_require__(7184);
;// CONCATENATED MODULE: ./src/smoke/groups/api-request.ts

/** The header that carries the run's valid token. */
async function authorization(target, probe) {
    if (target.tokens === null) {
        throw new smoke_check/* FixtureError */.ig(`the profile names no source of tokens for ${target.environment}`);
    }
    return { authorization: `Bearer ${await target.tokens.valid(probe)}` };
}

;// CONCATENATED MODULE: ./src/smoke/groups/cors-origins.ts

/** The origin that is let in only where any is: what the other hostile origins show then follows from it. */
const reflects = 'reflects-any-origin';
/** Scheme, host and port of an address, as browsers send it (RFC 6454). */
function originOf(address) {
    return new URL(address).origin;
}
/**
 * What attackers register to get past a careless comparison with the allowed origin (PortSwigger, "Exploiting CORS
 * misconfigurations for Bitcoins and bounties"; OWASP WSTG-CLNT-07).
 */
function hostileOrigins(allowed) {
    const { protocol, hostname, port } = new URL(allowed);
    const at = (host) => `${protocol}//${host}${port === '' ? '' : `:${port}`}`;
    // A developer's own machine may be allowed without TLS; then the twin is the other scheme all the same.
    const twin = protocol === 'https:' ? 'http:' : 'https:';
    const dots = [hostname.indexOf('.'), hostname.lastIndexOf('.')];
    const swapped = [...new Set(dots)]
        .filter((index) => index > 0)
        .map((index) => at(`${hostname.slice(0, index)}x${hostname.slice(index + 1)}`));
    return [
        {
            name: reflects,
            origins: ['https://evil.example'],
            mistake: 'the Origin of the request is echoed, or * is sent',
        },
        { name: 'null-origin', origins: ['null'], mistake: 'null is on the list; sandboxed frames send it' },
        {
            name: 'suffixed-origin',
            origins: [at(`${hostname}.evil.example`)],
            mistake: 'the start of the origin is compared',
        },
        {
            name: 'prefixed-origin',
            origins: [at(`evil${hostname}`)],
            mistake: 'the end of the origin is compared',
        },
        { name: 'dot-swapped-origin', origins: swapped, mistake: 'a dot in a pattern is not escaped' },
        {
            name: 'underscore-origin',
            origins: hostname.includes('.') ? [at(hostname.replace('.', '_.'))] : [],
            mistake: 'a pattern ends the host at any non-letter',
        },
        {
            name: 'backtick-origin',
            origins: [at(`${hostname}\`.evil.example`)],
            mistake: 'a pattern ends the host at any non-letter',
        },
        {
            name: 'http-twin',
            origins: [allowed.replace(protocol, twin)],
            mistake: 'the scheme is not compared',
        },
        { name: 'subdomain', origins: [at(`slipway-smoke.${hostname}`)], mistake: 'every subdomain is allowed' },
        // A name without a dot, localhost, has no variant of some kinds: such a check would ask nothing and pass.
    ].filter(({ origins }) => origins.length > 0);
}
/** A check for each kind of hostile origin: neither a preflight nor a request may allow it. */
function hostileOriginChecks(options) {
    const { common, allowed, want, hint, preflight, request } = options;
    return hostileOrigins(allowed).map(({ name, origins, mistake }) => ({
        ...common,
        id: `${common.group}/${name}`,
        severity: 'critical',
        want,
        hint: hint(mistake),
        ...(name === reflects ? {} : { impliedBy: `${common.group}/${reflects}` }),
        run: (probe) => (0,smoke_check/* each */.__)(probe, origins.flatMap((from) => [
            { from, asked: 'preflight' },
            { from, asked: 'request' },
        ]), ({ asked }) => asked, async ({ from, asked }, probe) => notAllowed(await (asked === 'preflight' ? preflight : request)(probe, from), from)),
    }));
}
/** Fails when an answer lets `origin` read it. */
function notAllowed(seen, origin) {
    const allowed = seen.headers['access-control-allow-origin'];
    if (allowed === undefined)
        return (0,smoke_check/* passed */.bF)();
    if (allowed === '*' || allowed.toLowerCase() === origin.toLowerCase()) {
        return (0,smoke_check/* failed */.gz)(`Access-Control-Allow-Origin: ${allowed}`);
    }
    return (0,smoke_check/* passed */.bF)();
}
/** Passed when an answer names exactly `origin`. */
function allowsExactly(seen, origin) {
    const allowed = seen.headers['access-control-allow-origin'];
    return allowed === origin ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`Access-Control-Allow-Origin: ${allowed ?? 'absent'}`);
}
/** The members of a header that is a list, in lower case. */
function listOf(seen, header) {
    return (seen.headers[header] ?? '')
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .filter((entry) => entry !== '');
}
/** Passed when a list header holds everything wanted, or `*` where no credentials are meant. */
function lists(seen, header, wanted) {
    const listed = listOf(seen, header);
    // Authorization is never covered by * (Fetch Standard, "CORS non-wildcard request-header name").
    const missing = wanted.filter((entry) => {
        const name = entry.toLowerCase();
        return !listed.includes(name) && (name === 'authorization' || !listed.includes('*'));
    });
    return missing.length === 0 ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`${header} lacks ${missing.join(', ')}`);
}
/** Fails on `*` together with credentials, which browsers refuse and careless clients do not. */
function noWildcardWithCredentials(seen) {
    const wildcard = seen.headers['access-control-allow-origin'] === '*';
    const credentials = seen.headers['access-control-allow-credentials']?.toLowerCase() === 'true';
    return wildcard && credentials
        ? (0,smoke_check/* failed */.gz)('Access-Control-Allow-Origin: * with Access-Control-Allow-Credentials: true')
        : (0,smoke_check/* passed */.bF)();
}

;// CONCATENATED MODULE: ./src/smoke/groups/cors-api.ts





const preflightId = 'cors-api/preflight';
const answerId = 'cors-api/allowed-origin';
/** Pages of the allowed origin may read the API's answers, errors too; no other page may. */
function corsApi(target, api, cors) {
    const origin = originOf(cors.origin);
    const { method, path } = (0,profile/* splitRoute */.q)(api.protected);
    const common = { group: 'cors-api', severity: 'major', pairedWith: answerId };
    /** The routes that the application calls across origins. */
    const routes = [api.protected, ...(api.upload === undefined ? [] : [api.upload.route])];
    const preflight = (probe, from, route = (0,profile/* splitRoute */.q)(api.protected)) => probe.send({
        method: 'OPTIONS',
        url: `${api.url}${route.path}`,
        headers: {
            origin: from,
            'access-control-request-method': route.method,
            'access-control-request-headers': cors.headers.join(',').toLowerCase(),
        },
    });
    const call = async (probe, from) => probe.send({
        method,
        url: `${api.url}${path}`,
        headers: { origin: from, ...(await authorization(target, probe)) },
    });
    const error = (name, want, ask, judge) => ({
        ...common,
        id: `cors-api/on-${name}`,
        want: `${want} with Access-Control-Allow-Origin: ${origin}`,
        hint: 'usually: the gateway response of this error carries no CORS header, so the client sees no status',
        run: async (probe) => {
            const seen = await ask(probe);
            return 'outcome' in seen ? seen : (0,smoke_check/* allOf */.bn)([judge(seen), allowsExactly(seen, origin)]);
        },
    });
    const status = (test) => (seen) => test(seen.status) ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
    const unknown = `${api.url}/slipway-smoke-unknown-route`;
    return [
        {
            ...common,
            id: preflightId,
            severity: 'critical',
            pairedWith: null,
            want: `2xx, ${origin}, the method, ${cors.headers.join(', ')} (${routes.join(', ')})`,
            hint: 'usually: the origin of the site is not the one the API was given, or OPTIONS has an authorizer',
            run: (probe) => (0,smoke_check/* each */.__)(probe, routes, (route) => `preflight of ${route}`, async (route, probe) => {
                const asked = (0,profile/* splitRoute */.q)(route);
                const settled = await settle(target, () => preflight(probe, origin, asked), is2xx);
                const seen = settled.value;
                if (!is2xx(seen))
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
                return (0,smoke_check/* allOf */.bn)([
                    allowsExactly(seen, origin),
                    lists(seen, 'access-control-allow-methods', [asked.method]),
                    lists(seen, 'access-control-allow-headers', cors.headers),
                    (0,smoke_check/* passed */.bF)(lagNote(settled)),
                ]);
            }),
        },
        {
            ...common,
            id: answerId,
            severity: 'critical',
            pairedWith: null,
            want: `2xx with Access-Control-Allow-Origin: ${origin}`,
            hint: 'usually: the Lambda proxy integration must set the header itself and does not',
            run: async (probe) => {
                const settled = await settle(target, () => call(probe, origin), is2xx);
                const seen = settled.value;
                if (!is2xx(seen))
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
                return (0,smoke_check/* allOf */.bn)([allowsExactly(seen, origin), (0,smoke_check/* passed */.bF)(lagNote(settled))]);
            },
        },
        ...hostileOriginChecks({
            common,
            allowed: origin,
            want: 'no such header, or the allowed origin',
            hint: (mistake) => `usually: ${mistake}`,
            preflight: (probe, from) => preflight(probe, from),
            request: call,
        }),
        {
            ...common,
            id: 'cors-api/wildcard-with-credentials',
            want: 'never * together with credentials',
            hint: null,
            run: (probe) => (0,smoke_check/* each */.__)(probe, [origin, 'https://evil.example'], (from) => `Origin: ${from}`, async (from, probe) => (0,smoke_check/* allOf */.bn)([
                noWildcardWithCredentials(await preflight(probe, from)),
                noWildcardWithCredentials(await call(probe, from)),
            ])),
        },
        error('401', '401', (probe) => probe.send({ method, url: `${api.url}${path}`, headers: { origin } }), status((value) => value === 401)),
        error('403', '403', async (probe) => {
            const sign = target.tokens?.sign ?? null;
            if (sign === null) {
                return (0,smoke_check/* notEnforceable */.AX)(`no token without scope can be made: ${target.environment} trusts no test issuer`);
            }
            const token = await sign({ claims: { scope: 'slipway-smoke/none' } });
            const headers = { origin, authorization: `Bearer ${token}` };
            return probe.send({ method, url: `${api.url}${path}`, headers });
        }, status((value) => value === 403)),
        error('404', '404', async (probe) => probe.send({ url: unknown, headers: { origin, ...(await authorization(target, probe)) } }), status((value) => value === 404)),
        error('5xx', '5xx', async (probe) => {
            if (api.serverError === undefined)
                return (0,smoke_check/* notEnforceable */.AX)('no route answers 5xx on purpose');
            const route = (0,profile/* splitRoute */.q)(api.serverError);
            return probe.send({
                method: route.method,
                url: `${api.url}${route.path}`,
                headers: { origin, 'content-type': 'application/json', ...(await authorization(target, probe)) },
                ...(bodiless(route.method) ? {} : { body: Buffer.from('{}') }),
            });
        }, status((value) => value >= 500 && value < 600)),
        {
            ...common,
            id: 'cors-api/vary-origin',
            want: 'Vary: Origin',
            hint: 'usually: forgotten; a shared cache then serves the answer to one origin to another',
            run: async (probe) => {
                const vary = listOf(await call(probe, origin), 'vary');
                return vary.includes('origin') || vary.includes('*')
                    ? (0,smoke_check/* passed */.bF)()
                    : (0,smoke_check/* failed */.gz)(`Vary: ${vary.join(', ') || 'absent'}`);
            },
        },
        ...(cors.exposes.length === 0
            ? []
            : [
                {
                    ...common,
                    id: 'cors-api/exposed-headers',
                    want: `Access-Control-Expose-Headers: ${cors.exposes.join(', ')}`,
                    hint: null,
                    run: async (probe) => lists(await call(probe, origin), 'access-control-expose-headers', cors.exposes),
                },
            ]),
    ];
}
const is2xx = (seen) => seen.status >= 200 && seen.status < 300;
const bodiless = (method) => method === 'GET' || method === 'HEAD';

;// CONCATENATED MODULE: ./src/smoke/groups/cors-bucket.ts




const cors_bucket_preflightId = 'cors-bucket/preflight';
const cors_bucket_answerId = 'cors-bucket/allowed-origin';
/** Pages of the allowed origin may use presigned links and forms of the bucket; no other page may. */
function corsBucket(target, bucket, cors, region) {
    const origin = originOf(cors.origin);
    const address = `https://${bucket.name}.s3.${region}.${urlSuffix(region)}/${bucket.prefix}${target.runId}/cors`;
    const stored = storedObject(target, bucket, 'cors');
    const common = { group: 'cors-bucket', severity: 'major', pairedWith: cors_bucket_preflightId };
    const preflight = (probe, from, method) => probe.send({
        method: 'OPTIONS',
        url: address,
        headers: {
            origin: from,
            'access-control-request-method': method,
            ...(cors.headers.length === 0
                ? {}
                : { 'access-control-request-headers': cors.headers.join(',').toLowerCase() }),
        },
    });
    const read = async (probe, from) => {
        const { key } = await stored(probe);
        const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
        return probe.send({ url, headers: { origin: from } });
    };
    return [
        {
            ...common,
            id: cors_bucket_preflightId,
            severity: 'critical',
            pairedWith: null,
            want: `2xx, ${origin}, each of ${cors.methods.join(', ')}${cors.headers.length === 0 ? '' : `, ${cors.headers.join(', ')}`}`,
            hint: 'usually: the CORS rule of the bucket names another origin than the site has',
            run: (probe) => (0,smoke_check/* each */.__)(probe, cors.methods, (method) => method, async (method, probe) => {
                const seen = await preflight(probe, origin, method);
                if (seen.status < 200 || seen.status > 299)
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
                return (0,smoke_check/* allOf */.bn)([
                    allowsExactly(seen, origin),
                    lists(seen, 'access-control-allow-methods', [method]),
                    lists(seen, 'access-control-allow-headers', cors.headers),
                ]);
            }),
        },
        {
            ...common,
            id: cors_bucket_answerId,
            severity: 'critical',
            pairedWith: null,
            want: `200 to a presigned GET with Access-Control-Allow-Origin: ${origin}`,
            hint: 'usually: the CORS rule of the bucket lacks GET',
            run: async (probe) => {
                const seen = await read(probe, origin);
                return seen.status === 200 ? allowsExactly(seen, origin) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
            },
        },
        ...hostileOriginChecks({
            common,
            allowed: origin,
            want: 'no such header',
            hint: (mistake) => `usually: ${mistake}; an AllowedOrigins entry with * matches more than meant`,
            preflight: (probe, from) => preflight(probe, from, cors.methods[0] ?? 'GET'),
            request: read,
        }),
        {
            ...common,
            id: 'cors-bucket/wildcard-with-credentials',
            want: 'never * together with credentials',
            hint: null,
            run: async (probe) => (0,smoke_check/* allOf */.bn)([
                noWildcardWithCredentials(await read(probe, origin)),
                noWildcardWithCredentials(await read(probe, 'https://evil.example')),
            ]),
        },
        {
            ...common,
            id: 'cors-bucket/on-403',
            pairedWith: cors_bucket_answerId,
            want: `403 with Access-Control-Allow-Origin: ${origin}`,
            hint: 'usually: something between client and S3 drops the header of errors',
            run: async (probe) => {
                const { key } = await stored(probe);
                const url = new URL(address);
                url.pathname = `/${key}`;
                const seen = await probe.send({ url: url.href, headers: { origin } });
                return seen.status === 403 ? allowsExactly(seen, origin) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(seen));
            },
        },
        {
            ...common,
            id: 'cors-bucket/vary-origin',
            pairedWith: cors_bucket_answerId,
            want: 'Vary: Origin',
            hint: null,
            run: async (probe) => {
                const vary = listOf(await read(probe, origin), 'vary');
                return vary.includes('origin') ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`Vary: ${vary.join(', ') || 'absent'}`);
            },
        },
        ...(cors.exposes.length === 0
            ? []
            : [
                {
                    ...common,
                    id: 'cors-bucket/exposed-headers',
                    pairedWith: cors_bucket_answerId,
                    want: `Access-Control-Expose-Headers: ${cors.exposes.join(', ')}`,
                    hint: 'usually: the CORS rule of the bucket lacks ExposedHeaders; a client cannot read the ETag then',
                    run: async (probe) => lists(await read(probe, origin), 'access-control-expose-headers', cors.exposes),
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./src/smoke/groups/forms.ts






const uploadAnswer = dist/* object */.Ikc({
    url: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* url */.OZ5()),
    fields: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()),
});
/** The forms that the API hands out. */
function formsOfApi(target, api, upload, bucket) {
    const { method, path } = (0,profile/* splitRoute */.q)(upload.route);
    const { contentType, size } = upload;
    return {
        upload,
        ask: async (probe) => {
            const headers = { 'content-type': 'application/json', ...(await authorization(target, probe)) };
            const body = Buffer.from(JSON.stringify({ contentType, size }));
            const settled = await settle(target, () => probe.send({ method, url: `${api.url}${path}`, headers, body }), ({ status }) => status >= 200 && status < 300);
            const answer = settled.value;
            if (answer.status < 200 || answer.status > 299) {
                throw new smoke_check/* FixtureError */.ig(`${upload.route} was answered ${(0,smoke_check/* describe */.q0)(answer)}`);
            }
            const parsed = dist/* safeParse */.xLC(uploadAnswer, readJson(answer));
            if (!parsed.success)
                throw new smoke_check/* FixtureError */.ig(`${upload.route} did not answer {url, fields}`);
            const { url, fields } = parsed.output;
            if (fields['key'] === undefined)
                throw new smoke_check/* FixtureError */.ig(`${upload.route} answered a form without key`);
            target.written.add(bucket.name, fields['key']);
            return { url, fields, contentType, size, note: lagNote(settled) };
        },
    };
}
/** Forms as an application signs them that has no API in between: for one type and exactly one size. */
function formsOfApplication(target, upload, bucket) {
    let made = 0;
    return {
        upload,
        ask: () => {
            made += 1;
            return signForm(target, bucket, { name: `post-${made}`, sizes: [upload.size, upload.size], upload });
        },
    };
}
/** A form signed by the run itself; `expiresIn` in seconds, negative for one that has expired. */
async function signForm(target, bucket, form) {
    const { contentType, size } = form.upload;
    const signed = await target.signer.form({
        bucket: bucket.name,
        key: freshKey(target, bucket, form.name),
        contentType,
        sizes: form.sizes,
        expiresIn: form.expiresIn ?? linkLife,
    });
    return { ...signed, contentType, size, note: null };
}
function readJson(answer) {
    try {
        return JSON.parse(answer.text());
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/smoke/groups/let-in.ts

/** Groups that look at what a visitor gets need not know that the site asks for a credential. */
function letIn(target, site) {
    if (site.basicAuth === undefined)
        return { target, checks: (checks) => checks };
    const { origin } = new URL(site.url);
    const withCredential = async (probe) => {
        const credential = await target.siteCredential();
        return credential === null ? probe : carrying(probe, (0,site_credential/* authorizationOf */.P)(credential), origin);
    };
    return {
        target: {
            ...target,
            fixture: (make) => target.fixture(async (probe) => make(await withCredential(probe))),
        },
        checks: (checks) => checks.map((check) => ({ ...check, run: async (probe) => check.run(await withCredential(probe)) })),
    };
}
/** Only to that origin, which is an `https:` one: never in the clear, and to nobody else. */
function carrying(probe, authorization, origin) {
    return {
        send: (request) => probe.send(new URL(request.url).origin === origin
            ? { ...request, headers: { authorization, ...request.headers } }
            : request),
        attach: (evidence) => {
            probe.attach(evidence);
        },
        fork: () => carrying(probe.fork(), authorization, origin),
        get evidence() {
            return probe.evidence;
        },
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/smoke/read-secret.ts
var read_secret = __webpack_require__(6566);
;// CONCATENATED MODULE: ./src/smoke/tokens.ts




const testIssuerSecret = dist/* object */.Ikc({
    issuer: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* url */.OZ5()),
    kid: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    privateKeyJwk: dist/* looseObject */._H3({ kty: dist/* literal */.euz('RSA'), n: dist/* string */.YjP(), e: dist/* string */.YjP(), d: dist/* string */.YjP() }),
    audience: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    clientId: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
});
const clientSecret = dist/* object */.Ikc({
    tokenUrl: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* url */.OZ5()),
    clientId: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    clientSecret: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    scope: dist/* optional */.lqM(dist/* string */.YjP()),
});
/** Seconds that a token signed here lives. */
const lifetime = 600;
/** The test issuer where the environment trusts one, else the OAuth client, else `null`. */
function makeTokenSource(options) {
    const { testIssuer, client } = options.profile;
    const trusted = testIssuer?.environments ?? [];
    if (testIssuer && trusted.includes(options.environment))
        return fromTestIssuer(testIssuer.secret, options);
    const offered = client?.environments ?? [];
    if (client && offered.includes(options.environment))
        return fromClient(client.secret, options);
    return null;
}
function fromTestIssuer(secret, options) {
    let read;
    const issuer = () => (read ??= (0,read_secret/* readSecret */.n)(secret, testIssuerSecret, options.secrets));
    const sign = async (change) => {
        const [{ SignJWT, importJWK }, { issuer: iss, kid, privateKeyJwk, audience, clientId }] = await Promise.all([__webpack_require__.e(/* import() */ 6460).then(__webpack_require__.bind(__webpack_require__, 6460)), issuer()]);
        const now = Math.floor(options.clock.now() / 1000);
        const claims = present({
            iss,
            sub: options.subject,
            aud: audience,
            client_id: clientId,
            token_use: 'access',
            scope: options.profile.scope,
            iat: now,
            nbf: now,
            exp: now + lifetime,
            jti: (0,external_node_crypto_.randomUUID)(),
            ...change.claims,
        });
        const header = present({ alg: 'RS256', kid, typ: 'JWT', ...change.header });
        return new SignJWT(claims)
            .setProtectedHeader({ alg: 'RS256', ...header })
            .sign(await importJWK(privateKeyJwk, 'RS256'));
    };
    let token;
    return {
        sign,
        valid: () => (token ??= sign({})),
        publicKeys: async () => {
            const { kid, privateKeyJwk } = await issuer();
            return [{ kty: 'RSA', n: privateKeyJwk.n, e: privateKeyJwk.e, kid, alg: 'RS256', use: 'sig' }];
        },
    };
}
const tokenAnswer = dist/* object */.Ikc({ access_token: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()) });
const keySet = dist/* object */.Ikc({ keys: dist/* array */.YOg(dist/* looseObject */._H3({ kty: dist/* string */.YjP() })) });
function fromClient(secret, options) {
    let token;
    const valid = (probe) => (token ??= askForToken(probe, secret, options));
    return {
        sign: null,
        valid,
        publicKeys: async (probe) => {
            const issuer = claimsOf(await valid(probe))['iss'];
            if (typeof issuer !== 'string')
                throw new smoke_check/* FixtureError */.ig('the token names no issuer');
            const answer = await probe.send({ url: `${issuer}/.well-known/jwks.json` });
            const keys = dist/* safeParse */.xLC(keySet, (0,read_secret/* parseJson */.q)(answer.text()));
            if (!keys.success)
                throw new smoke_check/* FixtureError */.ig(`the issuer's key set could not be read: HTTP ${answer.status}`);
            return keys.output.keys;
        },
    };
}
/** Client credentials grant (RFC 6749, 4.4) with HTTP Basic (2.3.1). */
async function askForToken(probe, secret, options) {
    const client = await (0,read_secret/* readSecret */.n)(secret, clientSecret, options.secrets);
    const credentials = `${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.clientSecret)}`;
    const form = new URLSearchParams({
        grant_type: 'client_credentials',
        scope: client.scope ?? options.profile.scope,
    });
    const answer = await probe.send({
        method: 'POST',
        url: client.tokenUrl,
        headers: {
            'content-type': 'application/x-www-form-urlencoded',
            authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        },
        body: Buffer.from(form.toString()),
    });
    const parsed = dist/* safeParse */.xLC(tokenAnswer, (0,read_secret/* parseJson */.q)(answer.text()));
    if (answer.status !== 200 || !parsed.success) {
        throw new smoke_check/* FixtureError */.ig(`the smoke client got no token: HTTP ${answer.status}`);
    }
    return parsed.output.access_token;
}
/** A token's claims, unchecked. */
function claimsOf(token) {
    return decodePart(token.split('.')[1]);
}
/** A token's header, unchecked. */
function headerOf(token) {
    return decodePart(token.split('.')[0]);
}
function decodePart(part) {
    const value = (0,read_secret/* parseJson */.q)(Buffer.from(part ?? '', 'base64url').toString());
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        throw new smoke_check/* FixtureError */.ig('the valid token is no JSON Web Token, so nothing can be forged from it');
    }
    return { ...value };
}
function present(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./src/smoke/forgeries.ts



const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const hmac = (header, claims, key) => {
    const input = `${encode(header)}.${encode(claims)}`;
    return `${input}.${(0,external_node_crypto_.createHmac)('sha256', key).update(input).digest('base64url')}`;
};
const rs256 = (header, claims, key) => {
    const input = `${encode(header)}.${encode(claims)}`;
    return `${input}.${(0,external_node_crypto_.sign)('sha256', Buffer.from(input), key).toString('base64url')}`;
};
/** `none`, `nonE`, … `NONE`: all sixteen. */
function caseVariants(word) {
    return Array.from(word).reduce((starts, letter) => starts.flatMap((start) => [start + letter.toLowerCase(), start + letter.toUpperCase()]), ['']);
}
/** Forges from a valid token and the public keys of its issuer. Makes one RSA key pair, the stranger's. */
async function forge(token, publicKeys) {
    const header = headerOf(token);
    const claims = claimsOf(token);
    const signature = token.split('.')[2] ?? '';
    const [headerPart = '', claimsPart = ''] = token.split('.');
    const { privateKey, publicKey } = await (0,external_node_util_.promisify)(external_node_crypto_.generateKeyPair)('rsa', { modulusLength: 2048 });
    const strangersJwk = publicKey.export({ format: 'jwk' });
    const withKid = (kid) => ({ ...header, alg: 'HS256', kid });
    const withoutKid = Object.fromEntries(Object.entries(header).filter(([name]) => name !== 'kid'));
    const strangersKid = (0,external_node_crypto_.randomUUID)();
    return {
        algNone: caseVariants('none').map((alg) => `${encode({ ...header, alg })}.${claimsPart}.`),
        nullSignature: [
            `${headerPart}.${claimsPart}.`,
            `${headerPart}.${claimsPart}.${Buffer.alloc(Buffer.from(signature, 'base64url').length).toString('base64url')}`,
        ],
        blankHmacKey: [hmac({ ...header, alg: 'HS256' }, claims, '')],
        hmacWithPublicKey: publicKeys
            .filter((jwk) => jwk.kty === 'RSA')
            .flatMap((jwk) => {
            const key = (0,external_node_crypto_.createPublicKey)({ key: jwk, format: 'jwk' });
            const spki = key.export({ format: 'pem', type: 'spki' }).toString();
            const pkcs1 = key.export({ format: 'pem', type: 'pkcs1' }).toString();
            const der = key.export({ format: 'der', type: 'spki' });
            return [spki, spki.trimEnd(), pkcs1, der, JSON.stringify(jwk)].map((secret) => hmac({ ...header, alg: 'HS256' }, claims, secret));
        }),
        tamperedPayload: [
            `${headerPart}.${encode({ ...claims, sub: 'somebody-else', admin: true })}.${signature}`,
        ],
        kidDevNull: [hmac(withKid('/dev/null'), claims, '')],
        kidTraversal: [
            hmac(withKid('../../../../../../../../dev/null'), claims, ''),
            hmac(withKid('..%2f..%2f..%2f..%2fdev%2fnull'), claims, ''),
        ],
        kidSql: [hmac(withKid("none' UNION SELECT 'slipway' -- "), claims, 'slipway')],
        injectedJwk: [
            rs256({ ...header, alg: 'RS256', kid: strangersKid, jwk: { ...strangersJwk, kid: strangersKid } }, claims, privateKey),
            rs256({ ...header, alg: 'RS256', jwk: { ...strangersJwk, kid: header['kid'] } }, claims, privateKey),
        ],
        injectedJku: [
            rs256({ ...header, alg: 'RS256', kid: strangersKid, jku: 'https://keys.slipway.invalid/jwks.json' }, claims, privateKey),
        ],
        unknownKid: [
            rs256({ ...header, alg: 'RS256', kid: strangersKid }, claims, privateKey),
            rs256({ ...header, alg: 'RS256' }, claims, privateKey),
        ],
        missingKid: [rs256({ ...withoutKid, alg: 'RS256' }, claims, privateKey)],
    };
}

;// CONCATENATED MODULE: ./src/smoke/groups/jwt.ts





const valid = 'jwt/valid';
/** Who may use the protected route, and who may not. */
function jwt(target, api) {
    const { method, path } = (0,profile/* splitRoute */.q)(api.protected);
    const ask = (probe, headers) => probe.send({ method, url: `${api.url}${path}`, headers });
    const common = { group: 'jwt', severity: 'critical', pairedWith: valid, want: '401' };
    const forgeries = target.fixture(async (probe) => {
        const { authorization: bearer } = await authorization(target, probe);
        const keys = (await target.tokens?.publicKeys(probe)) ?? [];
        return forge(bearer.slice('Bearer '.length), keys);
    });
    const headerCheck = (name, hint, values) => ({
        ...common,
        id: `jwt/${name}`,
        hint: `usually: ${hint}`,
        run: (probe) => (0,smoke_check/* each */.__)(probe, values, () => 'the header', async (value, probe) => (0,smoke_check/* expectStatus */.oi)(await ask(probe, value === null ? {} : { authorization: value }), 401)),
    });
    const forged = (name, kind, hint) => ({
        ...common,
        id: `jwt/${name}`,
        hint: `usually: ${hint}`,
        run: async (probe) => {
            const tokens = (await forgeries(probe))[kind];
            if (tokens.length === 0)
                return (0,smoke_check/* notEnforceable */.AX)('the issuer publishes no RSA key to misuse');
            return (0,smoke_check/* each */.__)(probe, tokens.map((token, index) => ({ token, index })), ({ index }) => `form ${index + 1} of ${tokens.length}`, async ({ token }, probe) => (0,smoke_check/* expectStatus */.oi)(await ask(probe, { authorization: `Bearer ${token}` }), 401));
        },
    });
    const claim = (name, change, hint, wanted = 401) => ({
        ...common,
        id: `jwt/${name}`,
        want: String(wanted),
        hint: `usually: ${hint}`,
        run: async (probe) => {
            const sign = target.tokens?.sign ?? null;
            if (sign === null)
                return (0,smoke_check/* notEnforceable */.AX)(noTrustedKey(target));
            const token = await sign(change(Math.floor(target.clock.now() / 1000)));
            return (0,smoke_check/* expectStatus */.oi)(await ask(probe, { authorization: `Bearer ${token}` }), wanted);
        },
    });
    return [
        {
            ...common,
            id: valid,
            pairedWith: null,
            want: '2xx to a valid token',
            hint: `usually: the authorizer cannot fetch the issuer's keys, or audience and issuer differ`,
            run: async (probe) => {
                const headers = await authorization(target, probe);
                const good = (status) => status >= 200 && status < 300;
                const settled = await settle(target, () => ask(probe, headers), (seen) => good(seen.status));
                return good(settled.value.status) ? (0,smoke_check/* passed */.bF)(lagNote(settled)) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(settled.value));
            },
        },
        {
            ...common,
            id: 'jwt/open-routes',
            pairedWith: null,
            severity: 'major',
            want: Object.entries(api.open)
                .map(([open, status]) => `${open} → ${status}`)
                .join(', '),
            hint: 'usually: the authorizer was put on every method',
            run: (probe) => (0,smoke_check/* each */.__)(probe, Object.entries(api.open), ([open]) => open, async ([open, status], probe) => {
                const route = (0,profile/* splitRoute */.q)(open);
                const body = route.method === 'GET' || route.method === 'HEAD' ? {} : { body: Buffer.from('{}') };
                const headers = { 'content-type': 'application/json' };
                const url = `${api.url}${route.path}`;
                const settled = await settle(target, () => probe.send({ method: route.method, url, headers, ...body }), (seen) => seen.status === status);
                return (0,smoke_check/* allOf */.bn)([(0,smoke_check/* expectStatus */.oi)(settled.value, status), (0,smoke_check/* passed */.bF)(lagNote(settled))]);
            }),
        },
        headerCheck('no-token', 'the method has no authorizer', [null]),
        headerCheck('empty-token', 'an empty token is taken for a guest', ['', 'Bearer', 'Bearer ']),
        headerCheck('malformed-token', 'a parse error is let through', [
            'Bearer smoke',
            'Bearer a.b.c',
            'Bearer ..',
        ]),
        {
            ...common,
            id: 'jwt/basic-scheme',
            hint: 'usually: the authorizer cuts off the first word without reading it',
            run: async (probe) => {
                const token = (await authorization(target, probe)).authorization.slice('Bearer '.length);
                const credentials = Buffer.from('smoke:smoke').toString('base64');
                return (0,smoke_check/* each */.__)(probe, [`Basic ${credentials}`, `Basic ${token}`], () => 'the scheme Basic', async (value, probe) => (0,smoke_check/* expectStatus */.oi)(await ask(probe, { authorization: value }), 401));
            },
        },
        forged('alg-none', 'algNone', 'the algorithm is taken from the token, or compared with one spelling only'),
        forged('null-signature', 'nullSignature', 'an empty signature skips the verification'),
        forged('blank-hmac-key', 'blankHmacKey', 'HS256 is allowed and the key may be empty'),
        forged('hs256-public-key', 'hmacWithPublicKey', 'the algorithm is taken from the token, so the public key becomes a password'),
        forged('tampered-payload', 'tamperedPayload', 'the token is decoded and not verified'),
        forged('unknown-kid', 'unknownKid', 'the token is decoded and not verified'),
        forged('missing-kid', 'missingKid', 'without a key id any key is taken'),
        forged('kid-dev-null', 'kidDevNull', 'the key id is opened as a file'),
        forged('kid-traversal', 'kidTraversal', 'the key id is opened as a file'),
        forged('kid-sql', 'kidSql', 'the key id goes into a query'),
        forged('injected-jwk', 'injectedJwk', 'the key in the header of the token is trusted'),
        forged('injected-jku', 'injectedJku', 'the key set that the token names is fetched and trusted'),
        claim('trusted-unknown-kid', () => ({ header: { kid: 'slipway-smoke-unknown' } }), 'the key is not chosen by its id'),
        claim('trusted-missing-kid', () => ({ header: { kid: undefined } }), 'the key is not chosen by its id'),
        claim('expired', (now) => ({ claims: { iat: now - 7200, nbf: now - 7200, exp: now - 3600 } }), 'exp is not checked'),
        claim('future-nbf', (now) => ({ claims: { nbf: now + 3600, exp: now + 7200 } }), 'nbf is not checked'),
        claim('future-iat', (now) => ({ claims: { iat: now + 3600, exp: now + 7200 } }), 'iat is not checked; most libraries leave it out'),
        claim('wrong-issuer', () => ({ claims: { iss: 'https://issuer.slipway.invalid' } }), 'iss is not checked'),
        claim('wrong-audience', () => ({ claims: { aud: 'slipway-smoke-other', client_id: 'slipway-smoke-other' } }), 'neither aud nor client_id is checked'),
        claim('wrong-token-use', () => ({ claims: { token_use: 'id' } }), 'an identity token passes for an access token'),
        claim('missing-scope', () => ({ claims: { scope: 'slipway-smoke/none' } }), 'scopes are not checked', 403),
    ];
}
function noTrustedKey(target) {
    return `a wrong claim means something only under a trusted signature, and ${target.environment} trusts no test issuer`;
}

;// CONCATENATED MODULE: ./src/smoke/form-body.ts

/**
 * A form with a file as a browser would send it (RFC 7578). The file stands last: S3 ignores every field after it
 * (Amazon S3 API Reference, "POST Object").
 */
function formBody(fields, file) {
    const boundary = `slipway-${(0,external_node_crypto_.randomUUID)()}`;
    const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    const head = `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="smoke"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return {
        body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
        contentType: `multipart/form-data; boundary=${boundary}`,
    };
}

;// CONCATENATED MODULE: ./src/smoke/groups/post-policy.ts

const policySchema = dist/* object */.Ikc({ conditions: dist/* array */.YOg(dist/* unknown */.L5J()) });
const rangeSchema = dist/* tuple */.PVZ([
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* toLowerCase */.PXX(), dist/* literal */.euz('content-length-range')),
    dist/* pipe */.FsL(dist/* union */.KCZ([dist/* number */.aig(), dist/* string */.YjP()]), dist/* transform */.pdi(Number), dist/* integer */.ndf()),
    dist/* pipe */.FsL(dist/* union */.KCZ([dist/* number */.aig(), dist/* string */.YjP()]), dist/* transform */.pdi(Number), dist/* integer */.ndf()),
]);
/**
 * The least and the largest size in bytes that the policy of a form allows; `null` if it bounds none or cannot be read
 * (Amazon S3 User Guide, "Browser-based uploads using POST", "Creating an HTML form", content-length-range).
 */
function sizeRange(policy) {
    let value;
    try {
        value = JSON.parse(Buffer.from(policy, 'base64').toString());
    }
    catch {
        return null;
    }
    const parsed = dist/* safeParse */.xLC(policySchema, value);
    if (!parsed.success)
        return null;
    for (const condition of parsed.output.conditions) {
        const range = dist/* safeParse */.xLC(rangeSchema, condition);
        if (range.success)
            return [range.output[1], range.output[2]];
    }
    return null;
}

;// CONCATENATED MODULE: ./src/smoke/groups/presigned-post.ts







const presigned_post_valid = 'presigned-post/valid';
const ownValid = 'presigned-post/own-form-valid';
/**
 * The forms that clients get let them store just what was agreed. What nobody hands out (a form that has expired, or with a
 * least size) is tried with a form signed by the run itself, so that S3's part is seen too.
 *
 * @param forms where a client's forms come from: the API, or, where the application signs them, the run in its place
 */
function presignedPost(target, forms, bucket, region) {
    const { upload, ask: askForForm } = forms;
    /** One form serves all that must be refused: a refused form is not used up. */
    const spare = target.fixture(askForForm);
    const ownForm = (name, sizes, expiresIn) => signForm(target, bucket, { name, sizes, upload, ...(expiresIn === undefined ? {} : { expiresIn }) });
    const post = (probe, form, change = {}, size = form.size) => {
        const fields = Object.fromEntries(Object.entries({ ...form.fields, ...change }).filter((entry) => entry[1] !== undefined));
        const { body, contentType } = formBody(fields, (0,external_node_crypto_.randomBytes)(size));
        return probe.send({ method: 'POST', url: form.url, headers: { 'content-type': contentType }, body });
    };
    const entity = (answer, code) => answer.status === 400 && (0,smoke_check/* describe */.q0)(answer).endsWith(code) ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer));
    const field = (form, name) => Object.keys(form.fields).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
    const common = { group: 'presigned-post', severity: 'critical', pairedWith: presigned_post_valid };
    return [
        {
            ...common,
            id: presigned_post_valid,
            pairedWith: null,
            want: '204 (201 where the form asks for it), and the object has the size and type that were declared',
            hint: 'usually: the role of the presigning function may not write the key',
            run: async (probe) => {
                const form = await askForForm(probe);
                const answer = await post(probe, form);
                const created = form.fields['success_action_status'] === '201';
                if (answer.status !== (created ? 201 : 204))
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer));
                const head = await (await target.s3()).headObject({ Bucket: bucket.name, Key: form.fields['key'] });
                if (head.ContentLength !== form.size)
                    return (0,smoke_check/* failed */.gz)(`${head.ContentLength ?? 0} bytes are stored`);
                return head.ContentType === form.contentType
                    ? (0,smoke_check/* passed */.bF)(form.note)
                    : (0,smoke_check/* failed */.gz)(`type ${head.ContentType ?? 'none'}`);
            },
        },
        {
            ...common,
            id: 'presigned-post/regional-host',
            severity: 'major',
            want: `a host in ${region}, and no redirect`,
            hint: 'usually: the form names the global endpoint; a 307 breaks the preflight of a browser',
            run: async (probe) => {
                const form = await askForForm(probe);
                const { hostname } = new URL(form.url);
                if (!hostname.endsWith(`s3.${region}.${urlSuffix(region)}`))
                    return (0,smoke_check/* failed */.gz)(hostname);
                const answer = await post(probe, form);
                return answer.status >= 300 ? (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer)) : (0,smoke_check/* passed */.bF)(form.note);
            },
        },
        {
            ...common,
            id: 'presigned-post/bad-signature',
            want: '403',
            hint: null,
            run: async (probe) => {
                const form = await spare(probe);
                const name = field(form, 'X-Amz-Signature');
                const signature = otherSignature(form.fields[name] ?? '');
                return (0,smoke_check/* expectStatus */.oi)(await post(probe, form, { [name]: signature }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-post/missing-signature',
            want: '400 or 403',
            hint: 'usually: the bucket lets anybody write',
            run: async (probe) => {
                const form = await spare(probe);
                return (0,smoke_check/* expectStatus */.oi)(await post(probe, form, { [field(form, 'X-Amz-Signature')]: undefined }), 400, 403);
            },
        },
        {
            ...common,
            id: 'presigned-post/wrong-bucket',
            want: '403 from another bucket that exists',
            hint: 'usually: the policy of the form names no bucket',
            run: async (probe) => {
                if (bucket.other === undefined)
                    return (0,smoke_check/* notEnforceable */.AX)('the profile names no other bucket');
                const form = await spare(probe);
                const other = { ...form, url: form.url.replace(bucket.name, bucket.other) };
                const answer = await post(probe, other, form.fields['bucket'] === undefined ? {} : { bucket: bucket.other });
                if (answer.status < 300)
                    target.written.add(bucket.other, form.fields['key'] ?? '');
                return (0,smoke_check/* expectStatus */.oi)(answer, 403);
            },
        },
        {
            ...common,
            id: 'presigned-post/wrong-key',
            want: '403',
            hint: 'usually: the policy allows any key that starts with something too short',
            run: async (probe) => {
                const key = freshKey(target, bucket, 'post-wrong-key');
                return (0,smoke_check/* expectStatus */.oi)(await post(probe, await spare(probe), { key }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-post/extra-field',
            want: '403 to a field that the policy does not name',
            hint: 'usually: the policy lets any metadata through',
            run: async (probe) => (0,smoke_check/* expectStatus */.oi)(await post(probe, await spare(probe), { 'x-amz-meta-extra': 'smoke' }), 403),
        },
        {
            ...common,
            id: 'presigned-post/missing-field',
            want: '403 without a field that the policy demands',
            hint: 'usually: the policy does not bind the content type',
            run: async (probe) => {
                const form = await spare(probe);
                return (0,smoke_check/* expectStatus */.oi)(await post(probe, form, { [field(form, 'Content-Type')]: undefined }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-post/wrong-content-type',
            want: '403 to another type than was declared',
            hint: 'usually: the policy does not bind the content type',
            run: async (probe) => {
                const form = await spare(probe);
                return (0,smoke_check/* expectStatus */.oi)(await post(probe, form, { [field(form, 'Content-Type')]: 'text/html' }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-post/size-is-bound',
            severity: 'major',
            want: '400 EntityTooLarge to one byte more than the form allows, EntityTooSmall to one byte less',
            hint: 'usually: the policy lacks content-length-range',
            run: async (probe) => {
                const form = await spare(probe);
                const range = sizeRange(form.fields[field(form, 'Policy')] ?? '');
                if (range === null)
                    return (0,smoke_check/* failed */.gz)('the policy names no content-length-range');
                if (range[1] > largestBody) {
                    return (0,smoke_check/* notEnforceable */.AX)(`the form allows ${range[1]} bytes, more than a smoke check sends`);
                }
                const over = entity(await post(probe, form, {}, range[1] + 1), 'EntityTooLarge');
                if (over.outcome !== 'passed' || range[0] < 2)
                    return over;
                return entity(await post(probe, form, {}, range[0] - 1), 'EntityTooSmall');
            },
        },
        {
            ...common,
            id: ownValid,
            pairedWith: null,
            want: '204 to a form signed by the run itself',
            hint: 'usually: the role that runs the checks may not write below the prefix of the profile',
            run: async (probe) => (0,smoke_check/* expectStatus */.oi)(await post(probe, await ownForm('post-own', [1, upload.size])), 204),
        },
        {
            ...common,
            id: 'presigned-post/expired',
            pairedWith: ownValid,
            want: '403',
            hint: null,
            run: async (probe) => (0,smoke_check/* expectStatus */.oi)(await post(probe, await ownForm('post-expired', [1, upload.size], -60)), 403),
        },
        {
            ...common,
            id: 'presigned-post/size-limits',
            severity: 'major',
            pairedWith: ownValid,
            want: '400 EntityTooLarge over the range, 400 EntityTooSmall under it',
            hint: null,
            run: async (probe) => {
                const form = await ownForm('post-range', [16, 32]);
                return (0,smoke_check/* allOf */.bn)([
                    entity(await post(probe, form, {}, 33), 'EntityTooLarge'),
                    entity(await post(probe, form, {}, 15), 'EntityTooSmall'),
                ]);
            },
        },
    ];
}
/** Bytes of the largest body that a check sends to see it refused. */
const largestBody = 4 * 1024 * 1024;

;// CONCATENATED MODULE: ./src/smoke/groups/presigned-put.ts



const presigned_put_valid = 'presigned-put/valid';
/** A presigned PUT, as the application makes it, does what it was signed for and nothing else. */
function presignedPut(target, bucket, region) {
    const stored = storedObject(target, bucket, 'put');
    const sign = (key) => target.signer.put({ bucket: bucket.name, key, contentType: objectType, expiresIn: linkLife });
    const headers = { 'content-type': objectType };
    const body = Buffer.from('slipway smoke check');
    const common = { group: 'presigned-put', severity: 'critical', pairedWith: presigned_put_valid };
    return [
        {
            ...common,
            id: presigned_put_valid,
            pairedWith: null,
            want: '200, and the same bytes and type come back',
            hint: 'usually: the signer may not write to the bucket, or its clock is off',
            run: async (probe) => {
                const object = await stored(probe);
                const link = await target.signer.get({ bucket: bucket.name, key: object.key, expiresIn: linkLife });
                const back = await probe.send({ url: link });
                if (back.status !== 200)
                    return (0,smoke_check/* failed */.gz)(`reading back: ${(0,smoke_check/* describe */.q0)(back)}`);
                if (Buffer.compare(back.body, object.bytes) !== 0) {
                    return (0,smoke_check/* failed */.gz)(`${back.body.length} other bytes came back, ${object.bytes.length} were sent`);
                }
                const type = back.headers['content-type'] ?? 'none';
                return type === object.contentType ? (0,smoke_check/* passed */.bF)(object.note) : (0,smoke_check/* failed */.gz)(`Content-Type ${type}`);
            },
        },
        {
            ...common,
            id: 'presigned-put/expired',
            want: '403',
            hint: 'usually: something in front of the bucket answers instead of S3',
            run: async (probe) => {
                const url = await target.signer.put({
                    bucket: bucket.name,
                    key: freshKey(target, bucket, 'put-expired'),
                    contentType: objectType,
                    expiresIn: 60,
                    signedAt: target.clock.now() - 3_600_000,
                });
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ method: 'PUT', url, headers, body }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-put/altered-key',
            want: '403',
            hint: 'usually: the signature is not checked, or covers no path',
            run: async (probe) => {
                const url = new URL(await sign(freshKey(target, bucket, 'put-signed')));
                freshKey(target, bucket, 'put-altered');
                url.pathname = url.pathname.replace('put-signed', 'put-altered');
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ method: 'PUT', url: url.href, headers, body }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-put/altered-method',
            want: '403',
            hint: 'usually: the signature covers no method, so an upload link reads',
            run: async (probe) => {
                const { key } = await stored(probe);
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ method: 'GET', url: await sign(key), headers }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-put/altered-signed-header',
            want: '403',
            hint: 'usually: Content-Type is not among the signed headers',
            run: async (probe) => {
                const url = await sign(freshKey(target, bucket, 'put-header'));
                const other = { 'content-type': 'text/html' };
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ method: 'PUT', url, headers: other, body }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-put/altered-signature',
            want: '403',
            hint: 'usually: something in front of the bucket answers instead of S3',
            run: async (probe) => {
                const url = new URL(await sign(freshKey(target, bucket, 'put-signature')));
                const signature = url.searchParams.get('X-Amz-Signature') ?? '';
                url.searchParams.set('X-Amz-Signature', otherSignature(signature));
                return (0,smoke_check/* expectStatus */.oi)(await probe.send({ method: 'PUT', url: url.href, headers, body }), 403);
            },
        },
        {
            ...common,
            id: 'presigned-put/regional-host',
            severity: 'major',
            want: `a host in ${region}, and no redirect`,
            hint: 'usually: the link names the global endpoint; a 307 breaks the preflight of a browser',
            run: async (probe) => {
                const url = await sign(freshKey(target, bucket, 'put-regional'));
                const { hostname } = new URL(url);
                if (!hostname.endsWith(`s3.${region}.${urlSuffix(region)}`))
                    return (0,smoke_check/* failed */.gz)(hostname);
                const answer = await probe.send({ method: 'PUT', url, headers, body });
                return answer.status >= 300 && answer.status < 400
                    ? (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer))
                    : (0,smoke_check/* expectStatus */.oi)(answer, 200);
            },
        },
        {
            ...common,
            id: 'presigned-put/no-empty-checksum',
            severity: 'major',
            want: 'no checksum of an empty body in the link',
            hint: 'usually: the signing client lacks requestChecksumCalculation: WHEN_REQUIRED',
            run: async () => {
                const names = [...new URL(await sign('checksum')).searchParams.keys()];
                const checksum = names.find((name) => /^x-amz-(?:checksum|sdk-checksum)/i.test(name));
                return checksum === undefined ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(checksum);
            },
        },
    ];
}

;// CONCATENATED MODULE: ./src/smoke/groups/rate-limit.ts



const within = 'rate-limit/within';
/** The same two in every run, so that runs don't use up keys. */
const users = { busy: 'slipway-load-busy', quiet: 'slipway-load-quiet' };
const tooMany = 429;
const isGood = ({ status }) => status >= 200 && status < 300;
/**
 * One user is held to the limit, and nobody else is. A user who is new shares a rate with others who are, until a key has been
 * made; so the burst is tried again for as long as a target may lag. Each try signs a new token, for a gateway may remember
 * by the token what its authorizer said.
 */
function rateLimit(target, api, limit) {
    const { method, path } = (0,profile/* splitRoute */.q)(limit.route);
    const origin = api.cors === undefined ? null : new URL(api.cors.origin).origin;
    const sign = target.tokens?.sign ?? null;
    const request = (probe, token) => probe.send({
        method,
        url: `${api.url}${path}`,
        headers: {
            authorization: `Bearer ${token}`,
            ...(origin === null ? {} : { origin }),
            ...(limit.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(limit.body === undefined ? {} : { body: Buffer.from(limit.body) }),
    });
    const tokenOf = (sub) => {
        if (sign === null)
            throw new smoke_check/* FixtureError */.ig('nothing here signs tokens');
        return sign({ claims: { sub } });
    };
    const once = async (probe, sub) => request(probe, await tokenOf(sub));
    const burst = target.fixture(async (probe) => {
        await once(probe, users.busy);
        await once(probe, users.quiet);
        return settle(target, async () => {
            const [busy, quiet] = await Promise.all([tokenOf(users.busy), tokenOf(users.quiet)]);
            const own = probe.fork();
            const answers = await Promise.all(Array.from({ length: 2 * limit.burst + 2 * limit.perSecond }, () => request(own, busy)));
            return { answers, other: await request(probe, quiet) };
        }, ({ answers, other }) => answers.some(({ status }) => status === tooMany) && isGood(other));
    });
    const only = (run) => (probe) => sign === null
        ? Promise.resolve((0,smoke_check/* notEnforceable */.AX)(`two users are needed, and ${target.environment} trusts no test issuer whose key is held here`))
        : run(probe);
    const common = { group: 'rate-limit', severity: 'major' };
    return [
        {
            ...common,
            id: within,
            pairedWith: null,
            want: '2xx for one request',
            hint: 'usually: the route needs a key (ApiKeyRequired) and the authorizer names none that a usage plan holds',
            run: only(async (probe) => {
                const { value, ...rest } = await settle(target, () => once(probe, users.quiet), isGood);
                return isGood(value) ? (0,smoke_check/* passed */.bF)(lagNote({ value, ...rest })) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(value));
            }),
        },
        {
            ...common,
            id: 'rate-limit/burst',
            pairedWith: within,
            want: `429 beyond ${limit.burst} at once`,
            hint: 'usually: the usage plan does not hold this method, or the API takes keys from the header',
            run: only(async (probe) => {
                const { answers } = (await burst(probe)).value;
                const refused = answers.filter(({ status }) => status === tooMany);
                if (refused.length === 0)
                    return (0,smoke_check/* failed */.gz)(`none of ${answers.length} was refused`);
                const strange = answers.find((answer) => answer.status !== tooMany && !isGood(answer));
                if (strange !== undefined)
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(strange));
                return (0,smoke_check/* passed */.bF)(`${refused.length} of ${answers.length} refused`);
            }),
        },
        {
            ...common,
            id: 'rate-limit/cors',
            pairedWith: within,
            want: 'the 429 names the primary origin, so that a page can read it',
            hint: 'usually: the gateway response DEFAULT_4XX lacks the header',
            run: only(async (probe) => {
                if (origin === null)
                    return (0,smoke_check/* notEnforceable */.AX)('the profile names no origin');
                const refused = (await burst(probe)).value.answers.find(({ status }) => status === tooMany);
                if (refused === undefined)
                    return (0,smoke_check/* failed */.gz)('nothing was refused');
                const named = refused.headers['access-control-allow-origin'];
                return named === origin ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(named ?? 'no such header');
            }),
        },
        {
            ...common,
            id: 'rate-limit/other-user',
            severity: 'critical',
            pairedWith: within,
            want: '2xx for another user meanwhile',
            hint: 'usually: users share one key, since the key provisioner makes none',
            run: only(async (probe) => {
                const { value, ...rest } = await burst(probe);
                return isGood(value.other) ? (0,smoke_check/* passed */.bF)(lagNote({ value, ...rest })) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(value.other));
            }),
        },
        {
            ...common,
            id: 'rate-limit/recovers',
            pairedWith: within,
            want: '2xx for the same user a moment later',
            hint: null,
            run: only(async (probe) => {
                await burst(probe);
                const { value } = await settle(target, () => once(probe, users.busy), isGood);
                return isGood(value) ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(value));
            }),
        },
    ];
}

;// CONCATENATED MODULE: ./src/smoke/groups/service-level.ts


const service_level_contentType = 'application/octet-stream';
/** How long an upload, its download and the making of a link take, measured when nothing else of the run is on its way. */
function serviceLevel(target, bucket, promised) {
    const size = promised.mebibytes * 1024 * 1024;
    const common = { group: 'service-level', severity: 'minor', pairedWith: null, hint: null };
    const within = (milliseconds, seconds) => {
        const text = `${(milliseconds / 1000).toFixed(2)} s`;
        return milliseconds < seconds * 1000 ? (0,smoke_check/* passed */.bF)(text) : (0,smoke_check/* failed */.gz)(text);
    };
    const uploaded = target.fixture(async (probe) => {
        const key = freshKey(target, bucket, 'service-level');
        const url = await target.signer.put({ bucket: bucket.name, key, contentType: service_level_contentType, expiresIn: linkLife });
        const body = Buffer.alloc(size, 'slipway ');
        return {
            key,
            answer: await probe.send({ method: 'PUT', url, headers: { 'content-type': service_level_contentType }, body }),
        };
    });
    return [
        {
            ...common,
            id: 'service-level/presign',
            want: `a link made in less than ${promised.presignSeconds} s`,
            run: async () => {
                const started = target.clock.now();
                await target.signer.get({ bucket: bucket.name, key: 'service-level', expiresIn: linkLife });
                return within(target.clock.now() - started, promised.presignSeconds);
            },
        },
        {
            ...common,
            id: 'service-level/upload',
            want: `${promised.mebibytes} MiB up in less than ${promised.uploadSeconds} s`,
            run: async (probe) => {
                const { answer } = await uploaded(probe);
                return answer.status === 200 ? within(answer.took, promised.uploadSeconds) : (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer));
            },
        },
        {
            ...common,
            id: 'service-level/download',
            want: `${promised.mebibytes} MiB down in less than ${promised.downloadSeconds} s`,
            run: async (probe) => {
                const { key } = await uploaded(probe);
                const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
                const answer = await probe.send({ url, keep: size });
                if (answer.status !== 200)
                    return (0,smoke_check/* failed */.gz)((0,smoke_check/* describe */.q0)(answer));
                if (answer.body.length !== size)
                    return (0,smoke_check/* failed */.gz)(`${answer.body.length} of ${size} bytes`);
                return within(answer.took, promised.downloadSeconds);
            },
        },
    ];
}

;// CONCATENATED MODULE: ./src/smoke/groups/site.ts




const root = 'site/root';
/** A visitor gets this release of the application: each route, each asset, over HTTPS, cached as it should be. */
function site(target, profile, api) {
    const base = profile.url.replace(/\/+$/, '');
    const first = target.fixture((probe) => settle(target, () => probe.send({ url: `${base}/` }), ({ status }) => status === 200));
    const page = async (probe) => (await first(probe)).value;
    const assets = target.fixture(async (probe) => {
        const paths = pageAssets((await page(probe)).text(), `${base}/`);
        if (paths.length === 0)
            throw new smoke_check/* FixtureError */.ig('the page names no asset');
        return Promise.all(paths.map(async (path) => ({ path, seen: await probe.send({ url: `${base}${path}` }) })));
    });
    const common = { group: 'site', severity: 'critical', pairedWith: null };
    const type = (seen) => seen.headers['content-type'] ?? 'none';
    const html = (seen) => seen.status === 200 && type(seen).startsWith('text/html')
        ? (0,smoke_check/* passed */.bF)()
        : (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(seen)}, ${type(seen)}`);
    return [
        {
            ...common,
            id: root,
            want: '200 and HTML',
            hint: 'usually: the site was not published, or the bucket does not admit the distribution',
            run: async (probe) => {
                const settled = await first(probe);
                return (0,smoke_check/* allOf */.bn)([html(settled.value), (0,smoke_check/* passed */.bF)(lagNote(settled))]);
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
                if (verdict.outcome !== 'passed')
                    return verdict;
                return Buffer.compare(shown.body, deep.body) === 0 ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)('another page than /');
            },
        },
        {
            ...common,
            id: 'site/missing-asset',
            pairedWith: root,
            want: '404, and never a page',
            hint: 'usually: a custom error response turns errors into index.html, or the distribution lacks s3:ListBucket',
            run: (probe) => (0,smoke_check/* each */.__)(probe, [`/assets/slipway-smoke-${target.runId}.js`, `/slipway-smoke-${target.runId}.png`], (path) => path.replace(target.runId, '…'), async (path, probe) => {
                const seen = await probe.send({ url: `${base}${path}` });
                if (seen.status !== 404)
                    return (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(seen)}, ${type(seen)}`);
                return isThePage(seen, await page(probe)) ? (0,smoke_check/* failed */.gz)('404 with the page as its body') : (0,smoke_check/* passed */.bF)();
            }),
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
                if (hashed.length === 0)
                    return (0,smoke_check/* failed */.gz)('the page names no asset with a hash in its name');
                return (0,smoke_check/* each */.__)(probe, hashed, ({ path }) => path, ({ seen }) => {
                    const directives = cacheControl(seen);
                    const good = directives.includes('max-age=31536000') && directives.includes('immutable');
                    return good ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`Cache-Control: ${directives.join(', ') || 'absent'}`);
                });
            },
        },
        {
            ...common,
            id: 'site/html-not-cached',
            severity: 'major',
            want: 'Cache-Control: no-cache on / and on a deep link',
            hint: 'usually: the page was written like an asset; visitors then keep an old one',
            run: async (probe) => (0,smoke_check/* each */.__)(probe, [
                { path: '/', seen: await page(probe) },
                { path: profile.deepLink, seen: await probe.send({ url: `${base}${profile.deepLink}` }) },
            ], ({ path }) => path, ({ seen }) => {
                const directives = cacheControl(seen);
                const fresh = directives.includes('no-cache') || directives.includes('no-store');
                return fresh ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`Cache-Control: ${directives.join(', ') || 'absent'}`);
            }),
        },
        {
            ...common,
            id: 'site/assets-load',
            want: '200 and the right type for every asset that the page names',
            hint: 'usually: the page was flipped before its assets were there',
            run: async (probe) => (0,smoke_check/* each */.__)(probe, await assets(probe), ({ path }) => path, ({ path, seen }) => {
                const accepted = acceptedTypes(path);
                const got = (type(seen).split(';')[0] ?? '').trim();
                const right = accepted === null ? !got.startsWith('text/html') : accepted.includes(got);
                return seen.status === 200 && right ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(seen)}, ${type(seen)}`);
            }),
        },
        {
            ...common,
            id: 'site/serves-release',
            want: target.release === null ? 'a release' : `release ${target.release.slice(0, 8)} in /release.json`,
            hint: 'usually: the invalidation is still under way, or the edge caches /release.json',
            run: async (probe) => {
                if (target.release === null)
                    return (0,smoke_check/* notEnforceable */.AX)('it was not said which release should run');
                const settled = await settle(target, () => probe.send({ url: `${base}/release.json` }), (seen) => releaseOf(seen) === target.release);
                const served = releaseOf(settled.value);
                if (served === target.release)
                    return (0,smoke_check/* passed */.bF)(lagNote(settled));
                return (0,smoke_check/* failed */.gz)(served === null ? (0,smoke_check/* describe */.q0)(settled.value) : `release ${served.slice(0, 8)}`);
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
                    ? (0,smoke_check/* passed */.bF)()
                    : (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(seen)}, Location: ${location}`);
            },
        },
        {
            ...common,
            id: 'site/http2',
            severity: 'minor',
            want: 'h2 chosen by ALPN',
            hint: 'usually: HttpVersion of the distribution is http1.1',
            run: async (probe) => {
                if (target.tls === null)
                    return (0,smoke_check/* notEnforceable */.AX)('no TLS connection can be made from here');
                await page(probe);
                const { hostname } = new URL(base);
                const attempt = {
                    host: hostname,
                    minVersion: 'TLSv1.2',
                    maxVersion: 'TLSv1.3',
                    alpn: ['h2', 'http/1.1'],
                    trust: 'all',
                };
                const answer = await target.tls(attempt, target.signal);
                if (answer.kind !== 'connected')
                    return (0,smoke_check/* failed */.gz)(`the handshake ended with ${answer.code}`);
                if (answer.alpn === 'h2')
                    return (0,smoke_check/* passed */.bF)();
                const direct = await target.tls({ ...attempt, trust: 'public' }, target.signal);
                return direct.kind === 'connected'
                    ? (0,smoke_check/* failed */.gz)(`ALPN: ${answer.alpn ?? 'none'}`)
                    : (0,smoke_check/* notEnforceable */.AX)('a proxy on the way ends TLS and does not offer HTTP/2');
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
                if (largest === undefined)
                    return (0,smoke_check/* notEnforceable */.AX)('the page names no script and no style sheet');
                // CloudFront compresses from 1,000 bytes on (CloudFront Developer Guide, "Serve compressed files").
                if (largest.seen.body.length < 1000)
                    return (0,smoke_check/* notEnforceable */.AX)('no script or style sheet has 1,000 bytes');
                const headers = { 'accept-encoding': 'br, gzip' };
                const seen = await probe.send({ url: `${base}${largest.path}`, headers });
                const encoding = seen.headers['content-encoding'] ?? 'none';
                return seen.status === 200 && ['br', 'gzip'].includes(encoding)
                    ? (0,smoke_check/* passed */.bF)(encoding)
                    : (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(seen)}, Content-Encoding: ${encoding}`);
            },
        },
    ];
}
/** An unknown path of the API is the API's to answer, never the page: on the site's origin, or on the API's own. */
function unknownApiPath(profile, api, base, target) {
    const url = profile.apiPath === undefined ? api?.url : `${base}${profile.apiPath}`;
    if (url === undefined)
        return [];
    return [
        {
            id: 'site/unknown-api-path',
            group: 'site',
            severity: 'major',
            pairedWith: profile.apiPath === undefined ? null : root,
            want: '4xx and JSON',
            hint: 'usually: the rewrite of deep links also catches the API',
            run: async (probe) => {
                const type = (seen) => seen.headers['content-type'] ?? 'none';
                const good = (seen) => seen.status >= 400 && seen.status < 500 && /^application\/(?:[\w.+-]+\+)?json\b/.test(type(seen));
                const settled = await settle(target, () => probe.send({ url: `${url}/slipway-smoke-unknown-${target.runId}` }), good);
                const seen = settled.value;
                return good(seen) ? (0,smoke_check/* passed */.bF)(lagNote(settled)) : (0,smoke_check/* failed */.gz)(`${(0,smoke_check/* describe */.q0)(seen)}, ${type(seen)}`);
            },
        },
    ];
}
function cacheControl(seen) {
    return (seen.headers['cache-control'] ?? '')
        .split(',')
        .map((directive) => directive.trim().toLowerCase())
        .filter((directive) => directive !== '');
}
function isThePage(seen, page) {
    return ((seen.headers['content-type'] ?? '').startsWith('text/html') ||
        (page.body.length > 0 && Buffer.compare(seen.body, page.body) === 0));
}
const releaseMarker = dist/* object */.Ikc({ release: dist/* string */.YjP() });
function releaseOf(seen) {
    if (seen.status !== 200)
        return null;
    try {
        return dist/* parse */.qgA(releaseMarker, JSON.parse(seen.text())).release;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./src/aws/signed-call.ts
var signed_call = __webpack_require__(3666);
;// CONCATENATED MODULE: ./src/smoke/aws-call.ts


/**
 * One call of an AWS API that speaks JSON 1.0 (Smithy, "AWS JSON 1.0 protocol"), signed with the credentials of the run.
 *
 * @returns the answer's body
 * @throws FixtureError for an answer that is none, or a refusal by its code
 */
async function callAws(probe, credentials, call) {
    const { url, headers, text } = await (0,signed_call/* signJsonCall */.qL)(call, { credentials, version: '1.0' });
    const answer = await probe.send({ method: 'POST', url, headers, body: new TextEncoder().encode(text) });
    const parsed = (0,signed_call/* parseJsonAnswer */.oV)(answer.text());
    if (answer.status !== 200) {
        throw new smoke_check/* FixtureError */.ig(`${call.target.split('.').at(-1) ?? call.target} was refused: HTTP ${answer.status} ${(0,signed_call/* refusalCode */.cu)(parsed)}`);
    }
    return parsed;
}

;// CONCATENATED MODULE: ./src/smoke/evidence.ts
/** Headers of a request that explain its answer. `authorization` is told by its scheme alone. */
const requestHeadersShown = new Set([
    'origin',
    'access-control-request-method',
    'access-control-request-headers',
    'accept-encoding',
    'content-type',
]);
const responseHeadersShown = new Set([
    'access-control-allow-credentials',
    'access-control-allow-headers',
    'access-control-allow-methods',
    'access-control-allow-origin',
    'access-control-expose-headers',
    'age',
    'cache-control',
    'content-encoding',
    'content-length',
    'content-security-policy',
    'content-type',
    'etag',
    'location',
    'referrer-policy',
    'strict-transport-security',
    'vary',
    'www-authenticate',
    'x-amz-server-side-encryption',
    'x-cache',
    'x-content-type-options',
    'x-frame-options',
]);
const longest = 300;
/**
 * Takes out of a text whatever could be a credential: JSON Web Tokens, queries of presigned URLs, access key ids,
 * long opaque runs such as signatures and session tokens. What is left names no secret.
 */
function redact(text) {
    const clean = text
        .replace(/\beyJ[\w-]+(?:\.[\w-]*){0,4}/g, '•••')
        .replace(/\?\S*X-Amz-\S*/gi, '?•••')
        .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, '•••')
        .replace(/[A-Za-z0-9+_=-]{64,}/g, '•••');
    return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
/** An address without its query: the signature of a presigned URL stands there. */
function withoutQuery(url) {
    const parsed = new URL(url);
    return `${parsed.origin}${parsed.pathname}`;
}
/** One exchange as the report may show it. */
function evidenceOf(exchange) {
    const shown = {};
    for (const [name, value] of Object.entries(exchange.requestHeaders)) {
        if (requestHeadersShown.has(name))
            shown[name] = redact(value);
        if (name === 'authorization')
            shown[name] = /^(?:Bearer|Basic)\b/.exec(value)?.[0].concat(' •••') ?? '•••';
    }
    const answered = {};
    for (const [name, value] of Object.entries(exchange.responseHeaders)) {
        if (!responseHeadersShown.has(name))
            continue;
        answered[name] = redact(name === 'location' ? (value.split('?')[0] ?? '') : value);
    }
    return {
        method: exchange.method,
        url: redact(withoutQuery(exchange.url)),
        requestHeaders: shown,
        status: exchange.status,
        responseHeaders: answered,
    };
}

;// CONCATENATED MODULE: ./src/smoke/groups/state-machine.ts




/** How long an execution may take, in milliseconds: functions start cold after a deployment. */
const patience = 25_000;
const state_machine_pause = 500;
const started = dist/* object */.Ikc({ executionArn: dist/* string */.YjP() });
/** API_DescribeExecution; `error` and `cause` only of an execution that failed. */
const described = dist/* object */.Ikc({
    status: dist/* string */.YjP(),
    error: dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP())),
    cause: dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP())),
});
/**
 * Starts executions of a state machine and waits for their end. One has an input that touches nothing and succeeds, one has an
 * input that the state machine refuses by an error's name: a machine that refuses everything would pass the second alone.
 */
function stateMachine(target, machine) {
    const { accepted, refused } = machine;
    return [
        {
            id: 'state-machine/runs',
            group: 'state-machine',
            severity: 'critical',
            pairedWith: null,
            want: 'an execution that touches nothing, and succeeds',
            hint: "usually: a function cannot be loaded or lacks a setting, or the state machine's role may not call it",
            run: async (probe) => {
                const found = await execute(target, machine.arn, { name: 'runs', input: accepted }, probe);
                return found.status === 'SUCCEEDED' ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(told(found));
            },
        },
        {
            id: 'state-machine/refuses-input',
            group: 'state-machine',
            severity: 'major',
            pairedWith: 'state-machine/runs',
            want: `${refused.error} for an input that says nothing`,
            hint: 'usually: an input that is wrong runs on, and fails somewhere else',
            run: async (probe) => {
                const found = await execute(target, machine.arn, { name: 'refuses', input: refused.input }, probe);
                return found.status === 'FAILED' && found.error === refused.error ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(told(found));
            },
        },
    ];
}
async function execute({ clock, signal, runId, credentials }, stateMachineArn, { name, input }, probe) {
    const region = stateMachineArn.split(':')[3] ?? '';
    const call = async (operation, body, schema) => {
        const target = `AWSStepFunctions.${operation}`;
        const answer = await callAws(probe, await credentials(), { service: 'states', region, target, body });
        const read = dist/* safeParse */.xLC(schema, answer);
        if (!read.success)
            throw new smoke_check/* FixtureError */.ig(`${operation} answered something else`);
        return read.output;
    };
    const start = { stateMachineArn, name: `slipway-smoke-${runId}-${name}`, input };
    const { executionArn } = await call('StartExecution', start, started);
    const since = clock.now();
    for (;;) {
        const found = await call('DescribeExecution', { executionArn }, described);
        if (found.status !== 'RUNNING' || clock.now() - since > patience)
            return found;
        await clock.sleep(state_machine_pause, signal);
    }
}
function told({ status, error, cause }) {
    const why = [error, cause].filter((each) => each !== undefined && each !== null && each !== '');
    return redact([status === 'RUNNING' ? 'it still runs' : status, ...why].join(': '));
}

;// CONCATENATED MODULE: ./src/smoke/groups/tls.ts

const day = 86_400_000;
/** Time enough to renew it. */
const leastDays = 21;
/** MinimumProtocolVersion is TLSv1 for those, whatever is set (CloudFront API Reference, ViewerCertificate). */
const cloudFrontNames = '.cloudfront.net';
/** Old TLS is refused, and the certificate covers the name for long enough. One set of checks for each host. */
function tls(target, hosts) {
    return Object.entries(hosts).flatMap(([name, host]) => tlsOf(target, name, host));
}
function tlsOf(target, name, host) {
    const valid = `tls/${name}-handshake`;
    const common = { group: 'tls', severity: 'major', pairedWith: valid };
    const modern = { host, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', trust: 'all' };
    const connect = async (attempt) => target.tls?.(attempt, target.signal) ?? null;
    const cannot = (0,smoke_check/* notEnforceable */.AX)('no TLS connection can be made from here');
    return [
        {
            ...common,
            id: valid,
            pairedWith: null,
            want: `TLS 1.2 or 1.3 with a certificate for ${host}`,
            hint: 'usually: the certificate covers another name, or its chain is incomplete',
            run: async () => {
                const answer = await connect(modern);
                if (answer === null)
                    return cannot;
                return answer.kind === 'connected' ? (0,smoke_check/* passed */.bF)(answer.protocol) : (0,smoke_check/* failed */.gz)(answer.code);
            },
        },
        ...['TLSv1', 'TLSv1.1'].map((version) => ({
            ...common,
            id: `tls/${name}-refuses-${version.toLowerCase()}`,
            want: `no handshake with ${version === 'TLSv1' ? 'TLS 1.0' : 'TLS 1.1'}`,
            hint: 'usually: MinimumProtocolVersion or SecurityPolicy is an old one',
            run: async () => {
                const answer = await connect({ ...modern, minVersion: version, maxVersion: version });
                if (answer === null)
                    return cannot;
                if (answer.kind === 'cannot-offer')
                    return (0,smoke_check/* notEnforceable */.AX)(`this Node cannot offer ${version} (${answer.code})`);
                if (answer.kind === 'refused')
                    return (0,smoke_check/* passed */.bF)();
                return host.endsWith(cloudFrontNames)
                    ? (0,smoke_check/* notEnforceable */.AX)("a name of CloudFront's own takes every version; only a domain name of one's own refuses old ones")
                    : (0,smoke_check/* failed */.gz)(`${answer.protocol} was spoken`);
            },
        })),
        {
            ...common,
            id: `tls/${name}-certificate-lasts`,
            want: `${leastDays} days or more`,
            hint: 'usually: the validation record of the certificate is gone, so it was not renewed',
            run: async () => {
                const answer = await connect({ ...modern, trust: 'public' });
                if (answer === null)
                    return cannot;
                if (answer.kind !== 'connected') {
                    const all = await connect(modern);
                    return all?.kind === 'connected'
                        ? (0,smoke_check/* notEnforceable */.AX)('the certificate comes from an authority that was handed in, not from the target')
                        : (0,smoke_check/* failed */.gz)(answer.code);
                }
                const days = Math.floor((answer.notAfter - target.clock.now()) / day);
                return days >= leastDays ? (0,smoke_check/* passed */.bF)(`${days} days`) : (0,smoke_check/* failed */.gz)(`${days} days`);
            },
        },
    ];
}

;// CONCATENATED MODULE: ./src/smoke/groups/websocket.ts




const websocket_valid = 'websocket/connects';
/** Milliseconds that a message may take there and back. */
const echoPatience = 8000;
/** Who brings a valid token is connected, by each way that clients have, and hears what is said; nobody else is. */
function websocket(target, profile) {
    const { url, subprotocol } = profile;
    const tokens = () => {
        if (target.socketTokens === null)
            throw new smoke_check/* FixtureError */.ig(`the profile names no source of tokens for ${target.environment}`);
        return target.socketTokens;
    };
    const bearer = (token) => ({ url, headers: { authorization: `Bearer ${token}` } });
    const byQuery = (token) => ({ url: `${url}?token=${encodeURIComponent(token)}` });
    async function open(probe, handshake) {
        const answer = await target.openSocket(handshake, target.signal);
        probe.attach([
            evidenceOf({
                method: 'GET',
                url: handshake.url.replace(/^ws/, 'http'),
                requestHeaders: handshake.headers ?? {},
                status: answer.kind === 'open' ? 101 : answer.status,
                responseHeaders: {},
            }),
        ]);
        return answer;
    }
    /** Opens, judges and closes again. */
    async function connected(probe, handshake, judge = () => (0,smoke_check/* passed */.bF)()) {
        const settled = await settle(target, () => open(probe, handshake), ({ kind }) => kind === 'open');
        const answer = settled.value;
        if (answer.kind === 'refused')
            return (0,smoke_check/* failed */.gz)(websocket_described(answer));
        try {
            return (0,smoke_check/* allOf */.bn)([await judge(answer.socket), (0,smoke_check/* passed */.bF)(lagNote(settled))]);
        }
        finally {
            answer.socket.close();
        }
    }
    async function refused(probe, handshake) {
        const answer = await open(probe, handshake);
        if (answer.kind === 'refused')
            return answer.status === 401 || answer.status === 403 ? (0,smoke_check/* passed */.bF)() : (0,smoke_check/* failed */.gz)(websocket_described(answer));
        answer.socket.close();
        return (0,smoke_check/* failed */.gz)('HTTP 101: it was let in');
    }
    const say = (socket, text) => {
        socket.send(JSON.stringify({ action: profile.action, text, id: target.runId }));
    };
    const hears = async (socket, text) => (await socket.next((message) => textOf(message) === text, echoPatience)) === null
        ? (0,smoke_check/* failed */.gz)(`nothing came back within ${echoPatience / 1000} s`)
        : (0,smoke_check/* passed */.bF)();
    const common = { group: 'websocket', severity: 'critical', pairedWith: websocket_valid, want: '401 or 403' };
    const positive = { ...common, pairedWith: null, impliedBy: websocket_valid };
    const forged = target.fixture(async (probe) => forge(await tokens().valid(probe), await tokens().publicKeys(probe)));
    const claim = (name, change, hint) => ({
        ...common,
        id: `websocket/${name}`,
        hint: `usually: ${hint}`,
        run: async (probe) => {
            const { sign } = tokens();
            if (sign === null) {
                return (0,smoke_check/* notEnforceable */.AX)(`a wrong claim means something only under a trusted signature, and ${target.environment} trusts no test issuer`);
            }
            return refused(probe, bearer(await sign(change(Math.floor(target.clock.now() / 1000)))));
        },
    });
    return [
        {
            ...common,
            id: websocket_valid,
            pairedWith: null,
            want: '101 to a valid token in the Authorization header',
            hint: "usually: the authorizer cannot fetch the issuer's keys, audience and issuer differ, or the function of $connect fails",
            run: async (probe) => connected(probe, bearer(await tokens().valid(probe))),
        },
        {
            ...positive,
            id: 'websocket/connects-by-query',
            want: '101 to a valid token in the query, since a browser sets no header',
            hint: 'usually: the authorizer has an IdentitySource, and the gateway refuses who does not bring just that',
            run: async (probe) => connected(probe, byQuery(await tokens().valid(probe))),
        },
        ...(subprotocol === undefined
            ? []
            : [
                {
                    ...positive,
                    id: 'websocket/connects-by-subprotocol',
                    want: `101 to a valid token beside the subprotocol, and ${subprotocol} named back`,
                    hint: 'usually: the function of $connect names no Sec-WebSocket-Protocol in its answer, so that browsers hang up',
                    run: async (probe) => {
                        const protocols = [subprotocol, `bearer.${await tokens().valid(probe)}`];
                        return connected(probe, { url, protocols }, ({ protocol }) => protocol === subprotocol
                            ? (0,smoke_check/* passed */.bF)()
                            : (0,smoke_check/* failed */.gz)(`subprotocol: ${protocol === '' ? 'none' : 'another one'}`));
                    },
                },
            ]),
        {
            ...positive,
            id: 'websocket/echo',
            want: 'a message comes back to the connection that sent it, and to another one of its session',
            hint: 'usually: the function of the route may not reach connections (execute-api:ManageConnections), or does not find them in the table',
            run: async (probe) => {
                const handshake = bearer(await tokens().valid(probe));
                return connected(probe, handshake, (first) => connected(probe, handshake, async (second) => {
                    const text = `slipway-smoke ${target.runId}`;
                    say(first, text);
                    const [own, other] = await Promise.all([hears(first, text), hears(second, text)]);
                    return own.outcome === 'passed' && other.outcome === 'failed'
                        ? (0,smoke_check/* failed */.gz)(`the other connection: ${other.got}`)
                        : (0,smoke_check/* allOf */.bn)([own, other]);
                }));
            },
        },
        {
            ...common,
            id: 'websocket/no-token',
            hint: 'usually: the route $connect has no authorizer',
            run: async (probe) => (0,smoke_check/* each */.__)(probe, [{ url }, byQuery(''), { url, headers: { authorization: 'Bearer' } }], () => 'without a token', (handshake, probe) => refused(probe, handshake)),
        },
        {
            ...common,
            id: 'websocket/malformed-token',
            hint: 'usually: a parse error is let through, or the first word is cut off without being read',
            run: async (probe) => {
                const basic = `Basic ${await tokens().valid(probe)}`;
                return (0,smoke_check/* each */.__)(probe, [bearer('smoke'), bearer('a.b.c'), byQuery('smoke'), { url, headers: { authorization: basic } }], () => 'a token that is none', (handshake, probe) => refused(probe, handshake));
            },
        },
        {
            ...common,
            id: 'websocket/forged-token',
            want: '401 or 403 to one token of each known forgery',
            hint: 'usually: the token is decoded and not verified, or the algorithm is taken from the token',
            run: async (probe) => {
                const kinds = Object.entries(await forged(probe));
                const cases = kinds.flatMap(([kind, [token]]) => (token === undefined ? [] : [{ kind, token }]));
                return (0,smoke_check/* each */.__)(probe, cases, ({ kind }) => kind, ({ token }, probe) => refused(probe, bearer(token)));
            },
        },
        claim('expired', (now) => ({ claims: { iat: now - 7200, nbf: now - 7200, exp: now - 3600 } }), 'exp is not checked'),
        claim('wrong-issuer', () => ({ claims: { iss: 'https://issuer.slipway.invalid' } }), 'iss is not checked'),
        claim('wrong-audience', () => ({ claims: { aud: 'slipway-smoke-other', client_id: 'slipway-smoke-other' } }), 'neither aud nor client_id is checked'),
        claim('wrong-token-use', () => ({ claims: { token_use: 'id' } }), 'an identity token passes for an access token'),
        claim('missing-scope', () => ({ claims: { scope: 'slipway-smoke/none' } }), 'scopes are not checked'),
    ];
}
function websocket_described({ status, reason }) {
    return status === null ? reason : `HTTP ${status}`;
}
function textOf(message) {
    try {
        const parsed = JSON.parse(message);
        return typeof parsed === 'object' && parsed !== null && 'text' in parsed ? parsed.text : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/smoke/groups/all-groups.ts


















/** The checks that a profile asks for: a group for each section that it fills in. */
function groupsOf(target, region) {
    const { api, bucket, site: web, cache, stateMachine: machine, cdn: edge, socket } = target.profile;
    const groups = [];
    const add = (group, checks) => groups.push({ group, checks });
    if (api)
        add('jwt', jwt(target, api));
    if (api?.cors)
        add('cors-api', corsApi(target, api, api.cors));
    if (bucket)
        add('presigned-put', presignedPut(target, bucket, region));
    if (api?.upload && bucket) {
        add('presigned-post', presignedPost(target, formsOfApi(target, api, api.upload, bucket), bucket, region));
    }
    else if (bucket?.form) {
        add('presigned-post', presignedPost(target, formsOfApplication(target, bucket.form, bucket), bucket, region));
    }
    if (bucket)
        add('bucket', bucketGroup(target, bucket, region));
    if (bucket?.cors)
        add('cors-bucket', corsBucket(target, bucket, bucket.cors, region));
    if (web) {
        const visitor = letIn(target, web);
        add('site', visitor.checks(site(visitor.target, web, api)));
        add('headers', visitor.checks(headers(visitor.target, web)));
        const asks = web.basicAuth?.environments ?? [];
        if (asks.includes(target.environment))
            add('basic-auth', basicAuth(target, web));
    }
    const isOn = edge !== undefined && edge.url !== 'none';
    if (bucket && isOn) {
        const checks = cdn(target, edge, bucket);
        add('cdn', checks.cdn);
        add('headers', checks.headers);
    }
    const hosts = {
        ...(api ? { api: new URL(api.url).hostname } : {}),
        ...(web ? { site: new URL(web.url).hostname } : {}),
        ...(isOn ? { cdn: new URL(edge.url).hostname } : {}),
        ...(socket ? { socket: new URL(socket.url).hostname } : {}),
    };
    if (Object.keys(hosts).length > 0)
        add('tls', tls(target, hosts));
    if (cache && cache.connectivity !== 'none')
        add('cache-connectivity', cacheConnectivity(target, cache));
    if (machine)
        add('state-machine', stateMachine(target, machine));
    if (socket)
        add('websocket', websocket(target, socket));
    if (api?.rateLimit)
        add('rate-limit', rateLimit(target, api, api.rateLimit));
    if (bucket?.serviceLevel)
        add('service-level', serviceLevel(target, bucket, bucket.serviceLevel));
    return groups;
}

;// CONCATENATED MODULE: ./src/smoke/probe.ts

/** One request may take this long, in milliseconds, from connecting to its last byte. */
const probe_patience = 15_000;
/** Makes probes that share a dispatcher, a limit and a signal; each keeps its own evidence. */
function makeProbes(options) {
    const make = () => {
        const evidence = [];
        return {
            evidence,
            attach: (more) => void evidence.push(...more),
            fork: make,
            send: (request) => options.limit(() => send(request, options, evidence)),
        };
    };
    return make;
}
async function send(request, options, evidence) {
    const { request: fetchOnce } = await Promise.all(/* import() */[__webpack_require__.e(4460), __webpack_require__.e(68)]).then(__webpack_require__.t.bind(__webpack_require__, 68, 23));
    const method = request.method ?? 'GET';
    const requestHeaders = { ...request.headers };
    const started = options.clock.now();
    let status = null;
    let headers = {};
    try {
        const answer = await fetchOnce(request.url, {
            method,
            headers: requestHeaders,
            dispatcher: options.http,
            signal: AbortSignal.any([options.signal, AbortSignal.timeout(probe_patience)]),
            headersTimeout: probe_patience,
            bodyTimeout: probe_patience,
            ...(request.body === undefined ? {} : { body: request.body }),
        });
        status = answer.statusCode;
        headers = flatten(answer.headers);
        const body = await readUpTo(answer.body, request.keep ?? 1024 * 1024);
        const took = options.clock.now() - started;
        return { status, headers, body, took, text: () => new TextDecoder().decode(body) };
    }
    catch (error) {
        options.signal.throwIfAborted();
        throw new Error(`${method} ${withoutQuery(request.url)} got no answer: ${redact(reasonOf(error))}`, {
            cause: error,
        });
    }
    finally {
        evidence.push(evidenceOf({ method, url: request.url, requestHeaders, status, responseHeaders: headers }));
    }
}
function flatten(headers) {
    const flat = {};
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
    }
    return flat;
}
async function readUpTo(body, keep) {
    const chunks = [];
    let kept = 0;
    for await (const chunk of body) {
        if (kept >= keep)
            continue;
        const part = chunk.subarray(0, keep - kept);
        chunks.push(part);
        kept += part.length;
    }
    return Buffer.concat(chunks);
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `nothing within ${probe_patience / 1000} s`;
    const code = 'code' in error && typeof error.code === 'string' ? `${error.code} ` : '';
    return `${code}${error.message}`.trim();
}

// EXTERNAL MODULE: ./src/smoke/report.ts
var report = __webpack_require__(2711);
// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
;// CONCATENATED MODULE: ./src/smoke/run-check.ts



/** Exchanges that a report shows of one check. */
const mostEvidence = 6;
/** Runs one check and tells it as a result. Whatever it throws is a failure of the check, never of the run. */
async function runCheck(check, probe, clock, signal) {
    const started = clock.now();
    let verdict;
    try {
        signal.throwIfAborted();
        verdict = await untilAborted(check.run(probe), signal);
    }
    catch (error) {
        verdict = (0,smoke_check/* failed */.gz)(signal.aborted ? run_check_reasonOf(signal.reason) : run_check_reasonOf(error));
    }
    return {
        id: check.id,
        group: check.group,
        severity: check.severity,
        outcome: verdict.outcome,
        pairedWith: check.pairedWith,
        took: clock.now() - started,
        got: verdict.outcome === 'failed' ? redact(verdict.got) : verdict.outcome === 'passed' ? verdict.note : null,
        want: check.want,
        hint: check.hint,
        reason: verdict.outcome === 'not-enforceable' ? redact(verdict.reason) : null,
        // The newest first: a check stops at the exchange that it does not like. A retry that saw the same says nothing new.
        evidence: probe.evidence.filter(isNew).slice(-mostEvidence).reverse(),
    };
}
function isNew(entry, index, all) {
    return index === 0 || (0,canonical_json/* canonicalJson */.d)(entry) !== (0,canonical_json/* canonicalJson */.d)(all[index - 1]);
}
function untilAborted(work, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => {
            reject(new Error('interrupted'));
        };
        signal.addEventListener('abort', stop, { once: true });
        work.then(resolve, reject).finally(() => {
            signal.removeEventListener('abort', stop);
        });
    });
}
function run_check_reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/**
 * Results seen beside each other. A negative says nothing when its positive did not pass: what refuses everything is not
 * secure, it is dead. Such a result is never `passed`; it fails, or is not enforceable, as its positive did. A failure
 * that another one implies is marked, so that the cause can stand alone.
 */
function judgeTogether(results, checks) {
    const byId = new Map(results.map((result) => [result.id, result]));
    const impliedBy = new Map(checks.map((check) => [check.id, check.impliedBy]));
    return results.map((result) => {
        const cause = impliedBy.get(result.id);
        if (result.outcome === 'failed' && cause !== undefined && byId.get(cause)?.outcome === 'failed') {
            return { ...result, followsFrom: cause };
        }
        return judgePair(result, result.pairedWith === null ? undefined : byId.get(result.pairedWith));
    });
}
function judgePair(result, positive) {
    if (result.pairedWith === null || result.outcome !== 'passed' || positive?.outcome === 'passed')
        return result;
    if (positive?.outcome === 'not-enforceable') {
        return {
            ...result,
            outcome: 'not-enforceable',
            got: null,
            reason: `${positive.id} is not enforceable here, so this says nothing`,
        };
    }
    const why = positive === undefined ? 'was not run' : 'did not pass';
    return {
        ...result,
        outcome: 'failed',
        got: `not meaningful: ${result.pairedWith} ${why}`,
        followsFrom: result.pairedWith,
    };
}

;// CONCATENATED MODULE: ./src/smoke/web-socket.ts
/** One handshake may take this long, in milliseconds. */
const web_socket_patience = 15_000;
/** An opener over a dispatcher. The WebSocket of a browser keeps an answer's status to itself, so the request below it is watched. */
function makeSocketOpener(http) {
    return async ({ url, headers = {}, protocols = [] }, signal) => {
        const { WebSocket: Socket } = await Promise.all(/* import() */[__webpack_require__.e(4460), __webpack_require__.e(68)]).then(__webpack_require__.t.bind(__webpack_require__, 68, 23));
        signal.throwIfAborted();
        let status = null;
        const dispatcher = watching(http, (seen) => {
            status = seen;
        });
        const socket = new Socket(url, { dispatcher, headers: { ...headers }, protocols: [...protocols] });
        const inbox = inboxOf(socket);
        return new Promise((resolve) => {
            const refuse = (reason) => {
                clearTimeout(timer);
                socket.close();
                resolve({ kind: 'refused', status, reason });
            };
            const interrupt = () => {
                refuse('interrupted');
            };
            const timer = setTimeout(() => {
                refuse(`nothing within ${web_socket_patience / 1000} s`);
            }, web_socket_patience);
            signal.addEventListener('abort', interrupt, { once: true });
            socket.addEventListener('close', () => {
                signal.removeEventListener('abort', interrupt);
            });
            socket.addEventListener('error', (event) => {
                refuse(event.message);
            });
            socket.addEventListener('open', () => {
                clearTimeout(timer);
                resolve({
                    kind: 'open',
                    socket: {
                        protocol: socket.protocol,
                        send: (text) => {
                            socket.send(text);
                        },
                        next: inbox,
                        close: () => {
                            socket.close();
                        },
                    },
                });
            });
        });
    };
}
/** Keeps what comes, so that nobody has to listen beforehand. */
function inboxOf(socket) {
    const messages = [];
    let tell;
    socket.addEventListener('message', ({ data }) => {
        messages.push(String(data));
        tell?.();
    });
    return (isWanted, milliseconds) => new Promise((resolve) => {
        const end = (message) => {
            clearTimeout(timer);
            tell = undefined;
            resolve(message);
        };
        const timer = setTimeout(() => {
            end(null);
        }, milliseconds);
        tell = () => {
            const at = messages.findIndex(isWanted);
            if (at !== -1)
                end(messages.splice(at, 1)[0] ?? null);
        };
        tell();
    });
}
function watching(http, tell) {
    return http.compose((dispatch) => (options, handler) => dispatch(options, {
        onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
        onRequestUpgrade: (controller, status, headers, socket) => {
            tell(status);
            handler.onRequestUpgrade?.(controller, status, headers, socket);
        },
        onResponseStart: (controller, status, headers, text) => {
            tell(status);
            handler.onResponseStart?.(controller, status, headers, text);
        },
        onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
        onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
        onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
    }));
}

;// CONCATENATED MODULE: ./src/smoke/written-objects.ts
function makeWrittenObjects() {
    const keys = new Map();
    return {
        add: (bucket, key) => {
            const known = keys.get(bucket);
            if (known)
                known.add(key);
            else
                keys.set(bucket, new Set([key]));
        },
        get count() {
            return [...keys.values()].reduce((sum, entry) => sum + entry.size, 0);
        },
        remove: async (s3) => {
            let removed = 0;
            const problems = [];
            for (const [bucket, wanted] of keys) {
                try {
                    const client = await s3();
                    const found = await versionsOf(client, bucket, wanted);
                    problems.push(...(await deleteAll(client, bucket, found)));
                    const left = found.length === 0 ? [] : await versionsOf(client, bucket, wanted);
                    removed += found.length - left.length;
                    if (left.length > 0)
                        problems.push(`${left.length} versions are left in ${bucket}`);
                }
                catch (error) {
                    problems.push(`${bucket}: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`);
                }
            }
            return { removed, problems };
        },
    };
}
/** Lists by the keys' common prefixes: one folder, one listing. */
async function versionsOf(s3, bucket, wanted) {
    const prefixes = new Set([...wanted].map((key) => key.slice(0, key.lastIndexOf('/') + 1) || key));
    const found = [];
    for (const prefix of prefixes) {
        let marker = {};
        while (marker) {
            const page = await s3.listObjectVersions({ Bucket: bucket, Prefix: prefix, ...marker });
            for (const entry of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
                if (entry.Key !== undefined && wanted.has(entry.Key)) {
                    found.push({ key: entry.Key, versionId: entry.VersionId });
                }
            }
            marker =
                page.IsTruncated === true && page.NextKeyMarker !== undefined
                    ? {
                        KeyMarker: page.NextKeyMarker,
                        ...(page.NextVersionIdMarker === undefined
                            ? {}
                            : { VersionIdMarker: page.NextVersionIdMarker }),
                    }
                    : undefined;
        }
    }
    return found;
}
/** DeleteObjects takes at most 1,000 keys a call (Amazon S3 API Reference). */
async function deleteAll(s3, bucket, versions) {
    const problems = [];
    for (let start = 0; start < versions.length; start += 1000) {
        const answer = await s3.deleteObjects({
            Bucket: bucket,
            Delete: {
                Quiet: true,
                Objects: versions.slice(start, start + 1000).map(({ key, versionId }) => ({
                    Key: key,
                    ...(versionId === undefined ? {} : { VersionId: versionId }),
                })),
            },
        });
        for (const error of answer.Errors ?? []) {
            problems.push(`${bucket}/${error.Key ?? '?'}: ${error.Code ?? 'not deleted'}`);
        }
    }
    return problems;
}

;// CONCATENATED MODULE: ./src/smoke/run-smoke.ts













/** Requests on their way at once, over all groups, and checks at once within a group. */
const requestsAtOnce = 16;
const checksAtOnce = 4;
/** Handshakes under way at once; each takes a function or two of the target. */
const handshakesAtOnce = 4;
/** Milliseconds that the clean-up may take, after the checks or after an interruption. */
const cleanupPatience = 15_000;
/**
 * Runs the checks of a profile against one environment and removes what they wrote. Groups run beside each other, the
 * service level after them. A failed check is a result; this throws only for a profile that cannot be filled in
 * (`SMOKE_OUTPUT_MISSING`). When `signal` aborts, what has not finished is reported as failed, and the clean-up still runs.
 */
async function runSmoke(options) {
    const { clock, logger, environment } = options;
    const started = clock.now();
    const content = (0,fill_profile/* fillProfile */.J)(options.profile, options.outputs);
    const region = environment.regions.home;
    const deadline = new AbortController();
    const ending = new AbortController();
    const signal = AbortSignal.any([options.signal, deadline.signal]);
    const newProbe = makeProbes({ http: options.http, clock, signal, limit: (0,p_limit/* default */.A)(requestsAtOnce) });
    const runId = `${new Date(started).toISOString().replace(/[-:]|\.\d+/g, '')}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    const openSocket = options.openSocket ?? makeSocketOpener(options.http);
    const socketTurns = (0,p_limit/* default */.A)(handshakesAtOnce);
    const tokensOf = (section) => section === undefined
        ? null
        : makeTokenSource({
            profile: section.tokens,
            environment: environment.environment,
            subject: `slipway-smoke-${runId}`,
            secrets: () => options.aws.secretsManager(region),
            clock,
        });
    let siteCredential;
    const target = {
        profile: content,
        environment: environment.environment,
        release: options.release,
        runId,
        clock,
        signal,
        signer: options.signer ?? makeObjectSigner(region, () => options.aws.credentials()),
        s3: () => options.aws.s3(region),
        lambda: () => options.aws.lambda(region),
        credentials: () => options.aws.credentials(),
        written: makeWrittenObjects(),
        tls: options.tls,
        tokens: tokensOf(content.api),
        socketTokens: tokensOf(content.socket),
        openSocket: (handshake, until) => socketTurns(() => openSocket(handshake, until)),
        siteCredential: () => (siteCredential ??= (0,site_credential/* readSiteCredential */.v)(content.site, environment.environment, () => options.aws.secretsManager(region))),
        fixture: (make) => fixture(newProbe, make),
    };
    const groups = groupsOf(target, region).filter(({ group }) => options.groups?.includes(group) ?? !report/* optInGroups */.v.includes(group));
    const checks = groups.flatMap((group) => group.checks);
    const measured = groups.filter(({ group }) => group === 'service-level');
    const others = groups.filter(({ group }) => group !== 'service-level');
    logger.debug(`smoke: ${groups.map(({ group, checks }) => `${group} ${checks.length}`).join(', ')}`);
    const limit = content.seconds;
    clock.sleep(limit * 1000, ending.signal).then(() => {
        deadline.abort(new Error(`out of time: all checks together may take ${limit} s`));
    }, () => undefined);
    let results;
    try {
        const run = (group) => runGroup(group, newProbe, clock, signal);
        const first = (await Promise.all(others.map(run))).flat();
        results = [...first, ...(await Promise.all(measured.map(run))).flat()];
    }
    finally {
        ending.abort();
    }
    const cleanup = await cleanUp(target);
    const judged = [...judgeTogether(results, checks), ...(cleanup === null ? [] : [cleanup])];
    return run_smoke_report(options, started, judged);
}
async function runGroup({ checks }, newProbe, clock, signal) {
    const limit = (0,p_limit/* default */.A)(checksAtOnce);
    const run = (some) => Promise.all(some.map((check) => limit(() => runCheck(check, newProbe(), clock, signal))));
    // Positives first: they wait for a target that lags, so that the negatives meet one that has settled.
    const results = [
        ...(await run(checks.filter(({ pairedWith }) => pairedWith === null))),
        ...(await run(checks.filter(({ pairedWith }) => pairedWith !== null))),
    ];
    const order = checks.map(({ id }) => id);
    return results.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
/** Removes all that the run may have written. A result of its own, since left-overs are the run's failure. */
async function cleanUp(target) {
    if (target.written.count === 0)
        return null;
    const { clock, written } = target;
    const started = clock.now();
    const done = new AbortController();
    const tooLong = clock.sleep(cleanupPatience, done.signal).then(() => ({ removed: 0, problems: [`not done within ${cleanupPatience / 1000} s`] }), () => ({ removed: 0, problems: ['interrupted'] }));
    const { removed, problems } = await Promise.race([written.remove(target.s3), tooLong]);
    done.abort();
    return {
        id: 'cleanup/nothing-left',
        group: 'cleanup',
        severity: 'major',
        outcome: problems.length === 0 ? 'passed' : 'failed',
        pairedWith: null,
        took: clock.now() - started,
        got: problems.length === 0 ? `${removed} versions removed` : problems.join('; '),
        want: 'every version of every object that the checks wrote is gone',
        hint: 'usually: the role that runs the checks may not list or delete versions below the prefix of the profile',
        reason: null,
        evidence: [],
    };
}
function run_smoke_report(options, started, results) {
    const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
    return {
        schema: 1,
        title: options.profile.content.title,
        system: options.environment.system,
        environment: options.environment.environment,
        release: options.release,
        startedAt: new Date(started).toISOString(),
        took: options.clock.now() - started,
        results,
        passed: count('passed'),
        failed: count('failed'),
        notEnforceable: count('not-enforceable'),
    };
}

;// CONCATENATED MODULE: ./src/deployment/run-smoke-checks.ts

/**
 * Runs the smoke profile that the release carries against one environment; `null` for a system without a profile.
 *
 * @throws UserError SMOKE_OUTPUT_MISSING
 */
async function runSmokeChecks(target, session, outputs, { groups, role = 'deploy' } = {}) {
    const { smoke: profile } = target;
    if (profile === null)
        return null;
    const { http, tls, clock, logger, signal } = session;
    return runSmoke({
        profile,
        outputs,
        environment: target.environment,
        release: target.release.id,
        http,
        tls,
        aws: session.clients(target.environment, role),
        clock,
        logger,
        signal,
        ...(groups === undefined ? {} : { groups }),
    });
}


/***/ }),

/***/ 7833:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ smokeAnnotations)
/* harmony export */ });
const severities = { critical: 3, major: 2, minor: 1 };
/** Each failed check that stands for itself; what merely follows from another is told with that one. */
function smokeAnnotations({ system, environment, results }) {
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    return failed
        .filter(({ followsFrom }) => failed.every(({ id }) => id !== followsFrom))
        .map(({ id, severity, got, want, hint }) => ({
        kind: 'error',
        title: `${system} ${environment}: ${id}`,
        message: [`got ${got ?? 'nothing'}`, `want ${want}`, ...(hint === null ? [] : [hint])].join('\n'),
        at: null,
        severity: severities[severity],
    }));
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ansiPaint: () => (/* binding */ ansiPaint),
/* harmony export */   plainPaint: () => (/* binding */ plainPaint)
/* harmony export */ });
const same = (text) => text;
/** For files, pipes, CI and `NO_COLOR`. */
const plainPaint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const sgr = (on, off) => (text) => text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
/** The sixteen colours that every terminal has, as its owner chose them (ECMA-48, SGR). */
const ansiPaint = {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    cyan: sgr(36, 39),
};


/***/ }),

/***/ 1575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _R: () => (/* binding */ smokeCounts),
  NJ: () => (/* binding */ smokeMarkdown),
  Nu: () => (/* binding */ smokeText)
});

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
;// CONCATENATED MODULE: ./src/report/smoke-runbooks.ts
/** Where to read on when a check of a group fails; relative to the repository. */
const smokeRunbooks = {
    'presigned-put': 'docs/runbooks/presigned-urls.md',
    'presigned-post': 'docs/runbooks/presigned-urls.md',
    bucket: 'docs/runbooks/bucket-exposure.md',
    'service-level': 'docs/runbooks/smoke-runs.md',
    jwt: 'docs/runbooks/jwt.md',
    'cors-api': 'docs/runbooks/cors.md',
    'cors-bucket': 'docs/runbooks/cors.md',
    site: 'docs/runbooks/site.md',
    headers: 'docs/runbooks/site.md',
    'basic-auth': 'docs/runbooks/basic-auth.md',
    tls: 'docs/runbooks/tls.md',
    'cache-connectivity': 'docs/runbooks/cache-connectivity.md',
    cdn: 'docs/runbooks/site.md',
    websocket: 'docs/runbooks/chat-socket.md',
    'state-machine': 'docs/runbooks/state-machine.md',
    'rate-limit': 'docs/runbooks/keys-not-made.md',
    cleanup: 'docs/runbooks/smoke-runs.md',
};

// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
// EXTERNAL MODULE: ./src/report/columns.ts
var columns = __webpack_require__(1197);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/smoke-text.ts





/** `41 passed, 1 failed, 2 not enforceable here`. */
function smokeCounts(report) {
    return [
        `${report.passed} passed`,
        report.failed > 0 ? `${report.failed} failed` : '',
        report.notEnforceable > 0 ? `${report.notEnforceable} not enforceable here` : '',
    ]
        .filter((part) => part !== '')
        .join(', ');
}
/** The counts, each failed check with what was seen and wanted, and what could not be enforced with its reason. */
function smokeText(report, paint) {
    const failed = inOrder(report, 'failed');
    const open = inOrder(report, 'not-enforceable');
    const title = `${(0,visible/* visible */.R)(report.system)} · ${(0,visible/* visible */.R)(report.environment)}`;
    const counts = [
        paint.green(`${report.passed} passed`),
        report.failed > 0 ? paint.red(`${report.failed} failed`) : '',
        report.notEnforceable > 0 ? paint.yellow(`${report.notEnforceable} not enforceable here`) : '',
        (0,units/* duration */.p0)(report.took),
    ].filter((part) => part !== '');
    const lines = [` ${paint.bold('smoke')}  ${title}   ${counts.join('   ')}`];
    for (const result of causes(failed))
        lines.push(...failedLines(result, followers(failed, result), paint));
    const width = (0,columns/* widest */.D3)(open.map((result) => result.id));
    for (const result of open) {
        lines.push(`   ${paint.yellow('open')}    ${(0,columns/* padded */.jC)((0,visible/* visible */.R)(result.id), width)}  ${(0,visible/* visible */.R)(result.reason ?? 'no reason given')}`);
    }
    return lines.join('\n');
}
/** The failures that stand by themselves; one that only follows from another is told with that one. */
function causes(failed) {
    return failed.filter((result) => !failed.some((other) => result.followsFrom === other.id));
}
function followers(failed, cause) {
    return failed.filter((result) => result.followsFrom === cause.id);
}
function failedLines(result, following, paint) {
    const request = result.evidence[0];
    const asked = request ? `   ${request.method} ${(0,visible/* visible */.R)(request.url)}` : '';
    const origin = Object.entries(request?.requestHeaders ?? {}).find(([name]) => name.toLowerCase() === 'origin');
    const lines = [
        `   ${paint.red('failed')}  ${paint.bold((0,visible/* visible */.R)(result.id))}  ${result.severity}${asked}${origin ? `   Origin: ${(0,visible/* visible */.R)(origin[1])}` : ''}`,
        `           got   ${(0,visible/* visible */.R)(result.got ?? 'nothing')}`,
        `           want  ${(0,visible/* visible */.R)(result.want)}`,
    ];
    const hint = result.hint === null ? '' : `${(0,visible/* visible */.R)(result.hint)} · `;
    lines.push(`           ${paint.dim(`${hint}${smokeRunbooks[result.group]}`)}`);
    if (following.length > 0) {
        const names = following.map(({ id }) => (0,visible/* visible */.R)(id)).join(', ');
        lines.push(`           also failed because of it: ${names}`);
    }
    return lines;
}
function smokeMarkdown(report) {
    const failed = inOrder(report, 'failed');
    const open = inOrder(report, 'not-enforceable');
    const verdict = report.failed === 0 ? 'passed' : 'failed';
    const parts = [
        `### Smoke · ${(0,markdown/* prose */.CS)(report.system)} · ${(0,markdown/* prose */.CS)(report.environment)} · ${verdict}`,
        `${smokeCounts(report)}, ${(0,units/* duration */.p0)(report.took)}`,
    ];
    if (failed.length > 0) {
        parts.push([
            '| failed check | severity | got | want | usually |',
            '| --- | --- | --- | --- | --- |',
            ...causes(failed).map((result) => {
                const following = followers(failed, result);
                const cells = [
                    (0,markdown/* code */.aY)(result.id),
                    result.severity,
                    (0,markdown/* code */.aY)(result.got ?? 'nothing'),
                    (0,markdown/* code */.aY)(result.want),
                    [
                        (0,markdown/* prose */.CS)(result.hint ?? ''),
                        (0,markdown/* code */.aY)(smokeRunbooks[result.group]),
                        following.length === 0
                            ? ''
                            : `also failed because of it: ${following.map(({ id }) => (0,markdown/* code */.aY)(id)).join(', ')}`,
                    ]
                        .filter((part) => part !== '')
                        .join('<br>'),
                ];
                return `| ${cells.map(markdown/* cell */.Hn).join(' | ')} |`;
            }),
        ].join('\n'));
    }
    if (open.length > 0) {
        parts.push(`<details><summary>${open.length} not enforceable here</summary>\n\n${open
            .map((result) => `- ${(0,markdown/* code */.aY)(result.id)}: ${(0,markdown/* prose */.CS)(result.reason ?? 'no reason given')}`)
            .join('\n')}\n\n</details>`);
    }
    return parts.join('\n\n');
}
const severities = ['critical', 'major', 'minor'];
function inOrder(report, outcome) {
    return report.results
        .filter((result) => result.outcome === outcome)
        .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1));
}


/***/ })

};
