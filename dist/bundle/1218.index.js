export const id = 1218;
export const ids = [1218];
export const modules = {

/***/ 1218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parameterStore: () => (/* binding */ parameterStore)
/* harmony export */ });
/* harmony import */ var _signed_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3666);

/** As many names as one filter takes, and as many results as one page holds (API_DescribeParameters). */
const most = 50;
const attempts = 6;
/**
 * What SSM knows of parameters, by signed requests: DescribeParameters is all that is called of it, and tells no value.
 * Throttled requests are made again, more slowly each time. Always the real endpoint: no setting of the SDK moves it.
 */
function parameterStore(options) {
    return {
        describeParameters: async (names) => {
            const found = [];
            for (let from = 0; from < names.length; from += most) {
                const filters = [{ Key: 'Name', Option: 'Equals', Values: names.slice(from, from + most) }];
                let token;
                do {
                    const page = await ask(options, {
                        ParameterFilters: filters,
                        MaxResults: most,
                        ...(token === undefined ? {} : { NextToken: token }),
                    });
                    found.push(...(page['Parameters'] ?? []));
                    token = typeof page['NextToken'] === 'string' ? page['NextToken'] : undefined;
                } while (token !== undefined);
            }
            return found;
        },
    };
}
async function ask(options, body) {
    const { region, userAgent, fetch: send = fetch, sleep = pause } = options;
    for (let attempt = 1;; attempt += 1) {
        const { url, headers, text } = await (0,_signed_call_js__WEBPACK_IMPORTED_MODULE_0__/* .signJsonCall */ .qL)({ service: 'ssm', region, target: 'AmazonSSM.DescribeParameters', body }, { credentials: await options.credentials(), version: '1.1' });
        const answer = await send(url, {
            method: 'POST',
            headers: { ...headers, 'user-agent': userAgent },
            body: text,
            signal: AbortSignal.timeout(30_000),
        });
        const parsed = (0,_signed_call_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonAnswer */ .oV)(await answer.text());
        if (answer.ok)
            return parsed;
        const code = (0,_signed_call_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalCode */ .cu)(parsed);
        if (attempt < attempts && (answer.status >= 500 || /Throttl|TooManyRequests/.test(code))) {
            await sleep(200 * 2 ** attempt);
            continue;
        }
        const message = typeof parsed['message'] === 'string' ? parsed['message'] : `HTTP ${answer.status}`;
        throw Object.assign(new Error(message), {
            name: code,
            $metadata: { httpStatusCode: answer.status },
        });
    }
}
async function pause(milliseconds) {
    const { setTimeout } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8500, 23));
    await setTimeout(milliseconds);
}


/***/ }),

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


/***/ })

};
