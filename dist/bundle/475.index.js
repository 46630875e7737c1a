export const id = 475;
export const ids = [475,246,7865,5008,2627,722];
export const modules = {

/***/ 4102:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

const { PutObjectCommand } = __webpack_require__(3711);
const { formatUrl } = __webpack_require__(519);
const { toEndpointV1, getEndpointFromInstructions } = __webpack_require__(2085);
const { toHex, toUint8Array } = __webpack_require__(2430);
const { createScope, getSigningKey } = __webpack_require__(5118);

const ALGORITHM_QUERY_PARAM = "X-Amz-Algorithm";
const CREDENTIAL_QUERY_PARAM = "X-Amz-Credential";
const AMZ_DATE_QUERY_PARAM = "X-Amz-Date";
const TOKEN_QUERY_PARAM = "X-Amz-Security-Token";
const SIGNATURE_QUERY_PARAM = "X-Amz-Signature";
const ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256";

const createPresignedPost = async (client, { Bucket, Key, Conditions = [], Fields = {}, Expires = 3600 }) => {
    const { systemClockOffset, base64Encoder, utf8Decoder, sha256 } = client.config;
    const now = new Date(Date.now() + systemClockOffset);
    const signingDate = iso8601(now).replace(/[\-:]/g, "");
    const shortDate = signingDate.slice(0, 8);
    const clientRegion = await client.config.region();
    const credentialScope = createScope(shortDate, clientRegion, "s3");
    const clientCredentials = await client.config.credentials();
    const credential = `${clientCredentials.accessKeyId}/${credentialScope}`;
    const fields = {
        ...Fields,
        bucket: Bucket,
        [ALGORITHM_QUERY_PARAM]: ALGORITHM_IDENTIFIER,
        [CREDENTIAL_QUERY_PARAM]: credential,
        [AMZ_DATE_QUERY_PARAM]: signingDate,
        ...(clientCredentials.sessionToken ? { [TOKEN_QUERY_PARAM]: clientCredentials.sessionToken } : {}),
    };
    const expiration = new Date(now.valueOf() + Expires * 1000);
    const conditionsSet = new Set();
    for (const condition of Conditions) {
        const stringifiedCondition = JSON.stringify(condition);
        conditionsSet.add(stringifiedCondition);
    }
    for (const [k, v] of Object.entries(fields)) {
        conditionsSet.add(JSON.stringify({ [k]: v }));
    }
    if (Key.endsWith("${filename}")) {
        conditionsSet.add(JSON.stringify(["starts-with", "$key", Key.substring(0, Key.lastIndexOf("${filename}"))]));
    }
    else {
        conditionsSet.add(JSON.stringify({ key: Key }));
    }
    const conditions = Array.from(conditionsSet).map((item) => JSON.parse(item));
    const encodedPolicy = base64Encoder(utf8Decoder(JSON.stringify({
        expiration: iso8601(expiration),
        conditions,
    })));
    const signingKey = await getSigningKey(sha256, clientCredentials, shortDate, clientRegion, "s3");
    const signature = await hmac(sha256, signingKey, encodedPolicy);
    const endpoint = toEndpointV1(await getEndpointFromInstructions({ Bucket, Key }, PutObjectCommand, {
        ...client.config,
    }, {
        logger: client.config.logger,
    }));
    return {
        url: formatUrl(endpoint),
        fields: {
            ...fields,
            key: Key,
            Policy: encodedPolicy,
            [SIGNATURE_QUERY_PARAM]: toHex(signature),
        },
    };
};
const iso8601 = (date) => date.toISOString().replace(/\.\d{3}Z$/, "Z");
const hmac = (ctor, secret, data) => {
    const hash = new ctor(secret);
    hash.update(toUint8Array(data));
    return hash.digest();
};

exports.g = createPresignedPost;


/***/ }),

/***/ 8505:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var __webpack_unused_export__;
const { formatUrl } = __webpack_require__(519);
const { getEndpointFromInstructions } = __webpack_require__(2085);
const { HttpRequest } = __webpack_require__(3422);
const { SignatureV4MultiRegion } = __webpack_require__(5785);

const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
const SHA256_HEADER = "X-Amz-Content-Sha256";

class S3RequestPresigner {
    signer;
    constructor(options) {
        const resolvedOptions = {
            service: options.signingName || options.service || "s3",
            uriEscapePath: options.uriEscapePath || false,
            applyChecksum: options.applyChecksum || false,
            ...options,
        };
        this.signer = new SignatureV4MultiRegion(resolvedOptions);
    }
    presign(requestToSign, { unsignableHeaders = new Set(), hoistableHeaders = new Set(), unhoistableHeaders = new Set(), ...options } = {}) {
        this.prepareRequest(requestToSign, {
            unsignableHeaders,
            unhoistableHeaders,
            hoistableHeaders,
        });
        return this.signer.presign(requestToSign, {
            expiresIn: 900,
            unsignableHeaders,
            unhoistableHeaders,
            ...options,
        });
    }
    presignWithCredentials(requestToSign, credentials, { unsignableHeaders = new Set(), hoistableHeaders = new Set(), unhoistableHeaders = new Set(), ...options } = {}) {
        this.prepareRequest(requestToSign, {
            unsignableHeaders,
            unhoistableHeaders,
            hoistableHeaders,
        });
        return this.signer.presignWithCredentials(requestToSign, credentials, {
            expiresIn: 900,
            unsignableHeaders,
            unhoistableHeaders,
            ...options,
        });
    }
    prepareRequest(requestToSign, { unsignableHeaders = new Set(), unhoistableHeaders = new Set(), hoistableHeaders = new Set(), } = {}) {
        unsignableHeaders.add("content-type");
        Object.keys(requestToSign.headers)
            .map((header) => header.toLowerCase())
            .filter((header) => header.startsWith("x-amz-server-side-encryption"))
            .forEach((header) => {
            if (!hoistableHeaders.has(header)) {
                unhoistableHeaders.add(header);
            }
        });
        requestToSign.headers[SHA256_HEADER] = UNSIGNED_PAYLOAD;
        const currentHostHeader = requestToSign.headers.host;
        const port = requestToSign.port;
        const expectedHostHeader = `${requestToSign.hostname}${requestToSign.port != null ? ":" + port : ""}`;
        if (!currentHostHeader || (currentHostHeader === requestToSign.hostname && requestToSign.port != null)) {
            requestToSign.headers.host = expectedHostHeader;
        }
    }
}

const getSignedUrl = async (client, command, options = {}) => {
    let s3Presigner;
    let region;
    if (typeof client.config.endpointProvider === "function") {
        const endpointV2 = await getEndpointFromInstructions(command.input, command.constructor, client.config);
        const authScheme = endpointV2.properties?.authSchemes?.[0];
        if (authScheme?.name === "sigv4a") {
            region = authScheme?.signingRegionSet?.join(",");
        }
        else {
            region = authScheme?.signingRegion;
        }
        s3Presigner = new S3RequestPresigner({
            ...client.config,
            signingName: authScheme?.signingName,
            region: async () => region,
        });
    }
    else {
        s3Presigner = new S3RequestPresigner(client.config);
    }
    const presignInterceptMiddleware = (next, context) => async (args) => {
        const { request } = args;
        if (!HttpRequest.isInstance(request)) {
            throw new Error("Request to be presigned is not an valid HTTP request.");
        }
        delete request.headers["amz-sdk-invocation-id"];
        delete request.headers["amz-sdk-request"];
        delete request.headers["x-amz-user-agent"];
        let presigned;
        const presignerOptions = {
            ...options,
            signingRegion: options.signingRegion ?? context["signing_region"] ?? region,
            signingService: options.signingService ?? context["signing_service"],
        };
        if (context.s3ExpressIdentity) {
            presigned = await s3Presigner.presignWithCredentials(request, context.s3ExpressIdentity, presignerOptions);
        }
        else {
            presigned = await s3Presigner.presign(request, presignerOptions);
        }
        return {
            response: {},
            output: {
                $metadata: { httpStatusCode: 200 },
                presigned,
            },
        };
    };
    const middlewareName = "presignInterceptMiddleware";
    const clientStack = client.middlewareStack.clone();
    clientStack.addRelativeTo(presignInterceptMiddleware, {
        name: middlewareName,
        relation: "before",
        toMiddleware: "awsAuthMiddleware",
        override: true,
    });
    const handler = command.resolveMiddleware(clientStack, client.config, {});
    const { output } = await handler({ input: command.input });
    const { presigned } = output;
    return formatUrl(presigned);
};

__webpack_unused_export__ = S3RequestPresigner;
exports.A = getSignedUrl;


/***/ }),

/***/ 9128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   encryptionInput: () => (/* binding */ encryptionInput),
/* harmony export */   linking: () => (/* binding */ linking),
/* harmony export */   makePresign: () => (/* binding */ makePresign)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3711);
/* harmony import */ var _aws_sdk_s3_presigned_post__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4102);
/* harmony import */ var _aws_sdk_s3_request_presigner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8505);



const usual = 300;
/**
 * What a client needs that makes links: the checksum of a body that is not known yet would be that of an empty one, and every
 * upload would fail (AWS SDK for JavaScript v3, `requestChecksumCalculation`).
 */
const linking = { requestChecksumCalculation: 'WHEN_REQUIRED' };
/** @param client made with `linking` */
function makePresign(client, settings) {
    const { bucket: Bucket, encryption } = settings;
    const stated = encryptionHeaders(encryption);
    return {
        get: (Key, life = {}) => (0,_aws_sdk_s3_request_presigner__WEBPACK_IMPORTED_MODULE_0__/* .getSignedUrl */ .A)(client, new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__.GetObjectCommand({ Bucket, Key }), lasting(life)),
        head: (Key, life = {}) => (0,_aws_sdk_s3_request_presigner__WEBPACK_IMPORTED_MODULE_0__/* .getSignedUrl */ .A)(client, new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__.HeadObjectCommand({ Bucket, Key }), lasting(life)),
        put: async (Key, { contentType, ...life }) => {
            const headers = { 'content-type': contentType, ...stated };
            const command = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__.PutObjectCommand({
                Bucket,
                Key,
                ContentType: contentType,
                ...encryptionInput(encryption),
            });
            const url = await (0,_aws_sdk_s3_request_presigner__WEBPACK_IMPORTED_MODULE_0__/* .getSignedUrl */ .A)(client, command, {
                ...lasting(life),
                signableHeaders: new Set(['host', ...Object.keys(headers)]),
                // In the query S3 would not look at them as headers, and the bucket's policy does.
                unhoistableHeaders: new Set(Object.keys(stated)),
            });
            return { url, headers };
        },
        post: (Key, { contentType, sizes, expiresIn = usual }) => (0,_aws_sdk_s3_presigned_post__WEBPACK_IMPORTED_MODULE_2__/* .createPresignedPost */ .g)(client, {
            Bucket,
            Key,
            Fields: { 'Content-Type': contentType, ...stated },
            Conditions: [['content-length-range', ...sizes]],
            Expires: expiresIn,
        }),
    };
}
function lasting({ expiresIn = usual, signedAt }) {
    return { expiresIn, ...(signedAt === undefined ? {} : { signingDate: new Date(signedAt) }) };
}
/** The encryption as PutObject takes it. */
function encryptionInput(encryption) {
    if (encryption === null)
        return {};
    return encryption.algorithm === 'AES256'
        ? { ServerSideEncryption: encryption.algorithm }
        : { ServerSideEncryption: encryption.algorithm, SSEKMSKeyId: encryption.keyArn };
}
function encryptionHeaders(encryption) {
    if (encryption === null)
        return {};
    const algorithm = { 'x-amz-server-side-encryption': encryption.algorithm };
    return encryption.algorithm === 'AES256'
        ? algorithm
        : { ...algorithm, 'x-amz-server-side-encryption-aws-kms-key-id': encryption.keyArn };
}


/***/ }),

/***/ 246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defaultProvider: () => (/* binding */ defaultProvider)
/* harmony export */ });
/**
 * Stands in the bundle for the SDK's default chain of credentials (environment, profiles, single sign-on, processes …). Every
 * client names it, for the case that it is made without credentials; ours never are. Without one the SDK says
 * "`credentials` not provided and no credentialDefaultProvider was configured" when a request is to be signed.
 */
const defaultProvider = undefined;


/***/ })

};
