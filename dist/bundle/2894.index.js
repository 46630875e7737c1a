export const id = 2894;
export const ids = [2894];
export const modules = {

/***/ 7032:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ codeProperties),
/* harmony export */   L: () => (/* binding */ packageTemplate)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6660);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5061);



/** Where a template names code: in both, CloudFormation takes `S3Bucket` and `S3Key`. */
const codeProperties = {
    'AWS::Lambda::Function': 'Code',
    'AWS::Lambda::LayerVersion': 'Content',
};
/**
 * The template as it is uploaded: local paths replaced, in place, by what CloudFormation can reach in any account and
 * region. No line is added or taken away, so that a line of the packaged template is the same line of the source.
 *
 * @throws UserError `TEMPLATE_NEEDS_ARTIFACT_BUCKET` where the parameter is missing that the replacements stand on;
 *   `TEMPLATE_PATH_FORM` where a path is written over several lines; `TEMPLATE_TOO_LARGE`
 */
function packageTemplate(template, parts) {
    const edits = [
        ...[...parts.children].map(([id, digest]) => edit(template, ['Resources', id, 'Properties', 'TemplateURL'], templateUrl(digest))),
        ...[...parts.functions].map(([id, digest]) => edit(template, ['Resources', id, 'Properties', 'Code'], codeLocation(digest))),
        ...[...parts.layers].map(([id, digest]) => edit(template, ['Resources', id, 'Properties', 'Content'], codeLocation(digest))),
        ...(0,_renewal_js__WEBPACK_IMPORTED_MODULE_2__/* .renewalEdits */ .Ih)(template, parts.renewals),
    ];
    const needsBucket = [...parts.children.keys(), ...parts.functions.keys(), ...parts.layers.keys()][0];
    if (needsBucket !== undefined && template.body.Parameters?.['ArtifactBucket'] === undefined) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_NEEDS_ARTIFACT_BUCKET', `${needsBucket} is packaged, but the template has no parameter ArtifactBucket`, {
            at: template.locateKey(['Resources', needsBucket]),
            next: 'Add the parameter ArtifactBucket (Type: String); the parent passes it on with !Ref ArtifactBucket',
        });
    }
    const text = applyEdits(template.source, edits);
    (0,_template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__/* .requireSize */ .l)(text, template.locate([]));
    return text;
}
/** Path style: the local AWS knows no other, and it is valid on AWS. Valid in YAML and in JSON. */
const templateUrl = (digest) => `{ "Fn::Sub": "https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${digest}" }`;
const codeLocation = (digest) => `{ "S3Bucket": { "Ref": "ArtifactBucket" }, "S3Key": "${digest}" }`;
function edit(template, path, text) {
    const range = template.scalarRange(path);
    const at = template.locate(path);
    const source = range === null ? null : template.source.slice(range.start, range.end);
    if (range === null || source === null || source === '' || source.includes('\n')) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_PATH_FORM', `${path.slice(1).join('.')} is not a path on one line`, {
            at,
        });
    }
    return { ...range, text };
}
/** Applies edits that do not overlap. */
function applyEdits(source, edits) {
    let text = '';
    let end = 0;
    for (const each of [...edits].sort((a, b) => a.start - b.start)) {
        if (each.start < end)
            throw new Error(`edits overlap at offset ${each.start}`);
        text += source.slice(end, each.start) + each.text;
        end = each.end;
    }
    return text + source.slice(end);
}


/***/ }),

/***/ 8463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ packageTemplates),
/* harmony export */   TW: () => (/* binding */ functionsOf),
/* harmony export */   w: () => (/* binding */ layersOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4225);
/* harmony import */ var _package_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7032);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5061);





/**
 * The functions of a template whose `Code` is a path in the sources.
 *
 * @throws UserError `FUNCTION_PATH` where the path leads out of the repository
 */
const functionsOf = (template) => codeOf(template, 'AWS::Lambda::Function');
/**
 * The layers of a template whose `Content` is a path in the sources.
 *
 * @throws as `functionsOf`
 */
const layersOf = (template) => codeOf(template, 'AWS::Lambda::LayerVersion');
function codeOf(template, type) {
    const property = _package_template_js__WEBPACK_IMPORTED_MODULE_3__/* .codeProperties */ .F[type];
    return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
        const code = resource.Properties?.[property];
        if (resource.Type !== type || typeof code !== 'string')
            return [];
        const handler = resource.Properties?.['Handler'];
        const folder = relativeTo(template, code);
        if (folder === null) {
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('FUNCTION_PATH', `${property} of ${logicalId} leads out of the repository: ${code}`, {
                at: template.locate(['Resources', logicalId, 'Properties', property]),
                next: 'Name a folder relative to this template, such as ../../lambda/authorizer',
            });
        }
        return [{ template, logicalId, folder, handler: typeof handler === 'string' ? handler : null }];
    });
}
/**
 * Packages a template with all that it nests, from the leaves to the root, so that each parent names the digest of its
 * child. A template that stands in several places of the tree is packaged once.
 *
 * @returns the packaged templates by file; the root's is among them
 * @throws what `packageTemplate` throws, and UserError `TEMPLATE_RENEW_WITH` for a template that is not there
 */
async function packageTemplates(tree, sources, packaged = new Map()) {
    const { template } = tree;
    if (packaged.has(template.file))
        return packaged;
    const children = new Map();
    for (const [logicalId, child] of tree.children) {
        await packageTemplates(child, sources, packaged);
        children.set(logicalId, digestOf(packaged, child.template.file));
    }
    const digests = (references) => new Map(references.map(({ logicalId, folder }) => [logicalId, sources.functions.get(folder) ?? '']));
    const [functions, layers] = [digests(functionsOf(template)), digests(layersOf(template))];
    const renewals = await suffixes(template, sources);
    const text = (0,_package_template_js__WEBPACK_IMPORTED_MODULE_3__/* .packageTemplate */ .L)(template, { children, functions, layers, renewals });
    packaged.set(template.file, { file: template.file, text, sha256: (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(text) });
    return packaged;
}
async function suffixes(template, { functions, readSource }) {
    const entries = (0,_renewal_js__WEBPACK_IMPORTED_MODULE_4__/* .renewalsOf */ .Z)(template).map(async ({ logicalId, templates, path }) => {
        const texts = templates.map(async (name, index) => {
            if (name === 'self')
                return template.source;
            const file = relativeTo(template, name);
            // A version of a function is a snapshot of its code.
            const code = file === null ? undefined : functions.get(file);
            if (code !== undefined)
                return code;
            try {
                if (file !== null)
                    return await readSource(file);
            }
            catch {
                // Said below, with the place.
            }
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_RENEW_WITH', `RenewWith of ${logicalId} names ${name}, which is not there`, {
                at: template.locate([...path, index]),
                next: 'Name self, or a template or the folder of a function by its path relative to this file',
            });
        });
        return [logicalId, (0,_renewal_js__WEBPACK_IMPORTED_MODULE_4__/* .renewalSuffix */ .i$)(await Promise.all(texts))];
    });
    return new Map(await Promise.all(entries));
}
/** A path in a template, relative to the repository; `null` where it leads out. */
function relativeTo(template, path) {
    const joined = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(template.file), path)).replace(/\/$/, '');
    return joined.startsWith('..') || path.startsWith('/') ? null : joined;
}
function digestOf(packaged, file) {
    const found = packaged.get(file);
    if (!found)
        throw new Error(`${file} is not packaged`);
    return found.sha256;
}


/***/ }),

/***/ 5061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ renewalEdits),
/* harmony export */   Z: () => (/* binding */ renewalsOf),
/* harmony export */   i$: () => (/* binding */ renewalSuffix)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);


/** The resources that ask to be renewed. Throws UserError `TEMPLATE_RENEW_WITH` where the list has another form. */
function renewalsOf(template) {
    return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
        const templates = renewWith(resource);
        if (templates === undefined)
            return [];
        const path = ['Resources', logicalId, 'Metadata', 'Slipway', 'RenewWith'];
        if (!isTexts(templates) || templates.length === 0) {
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_RENEW_WITH', `RenewWith of ${logicalId} is not a list of templates; each is self or a path relative to this file`, { at: template.locate(path) });
        }
        return [{ logicalId, templates, path }];
    });
}
/** What is appended to the logical id: eight hex digits of the sources' digest. */
function renewalSuffix(sources) {
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(sources.map((source) => (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(source)).join('\n')));
}
/** Each place that names a renewed resource: its key, `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`. */
function renewalEdits(template, renewals) {
    if (renewals.size === 0)
        return [];
    const keys = [...renewals].map(([id, suffix]) => keyEdit(template, id, suffix));
    const places = new Map();
    for (const { path, form, ids } of references(template.body, renewals)) {
        const range = template.scalarRange(path);
        if (range)
            places.set(range.start, { end: range.end, form, ids });
    }
    const values = [...places].map(([start, { end, form, ids }]) => {
        const text = ids.reduce((source, id) => source.replaceAll(patterns[form](id), `$<before>${id}${renewals.get(id) ?? ''}`), template.source.slice(start, end));
        return { start, end, text };
    });
    return [...keys, ...values];
}
const patterns = {
    name: (id) => new RegExp(`(?<before>^|[\\s"'])${id}(?![A-Za-z0-9])`, 'g'),
    substitution: (id) => new RegExp(`(?<before>\\$\\{\\s*)${id}(?![A-Za-z0-9])`, 'g'),
};
function keyEdit(template, id, suffix) {
    const { line, column } = template.locateKey(['Resources', id]);
    const start = offsetOf(template.source, line, column);
    const at = template.source.indexOf(id, start);
    return { start: at, end: at + id.length, text: id + suffix };
}
function offsetOf(source, line, column) {
    let start = 0;
    for (let each = 1; each < line; each++)
        start = source.indexOf('\n', start) + 1;
    return start + column - 1;
}
function* references(value, renewals, path = []) {
    if (typeof value !== 'object' || value === null)
        return;
    for (const [key, child] of Object.entries(value)) {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        if (key === 'Ref' || key === 'DependsOn')
            yield* named(child, renewals, here);
        else if (key === 'Fn::GetAtt' && Array.isArray(child)) {
            for (const reference of named(child[0], renewals, [...here, 0])) {
                // The short form and `A.B` are one scalar, the list form is several.
                yield reference;
                yield { ...reference, path: here };
            }
        }
        else if (key === 'Fn::Sub')
            yield* substituted(child, renewals, here);
        if (key !== 'DependsOn')
            yield* references(child, renewals, here);
    }
}
function* named(value, renewals, path) {
    if (typeof value === 'string' && renewals.has(value))
        yield { path, form: 'name', ids: [value] };
    if (!Array.isArray(value))
        return;
    for (const [index, each] of value.entries())
        yield* named(each, renewals, [...path, index]);
}
function* substituted(value, renewals, path) {
    const list = Array.isArray(value) ? value : [value];
    const own = new Set(Object.keys(typeof list[1] === 'object' && list[1] !== null ? list[1] : {}));
    const ids = [...renewals.keys()].filter((id) => !own.has(id));
    if (typeof list[0] !== 'string' || ids.length === 0)
        return;
    yield { path: Array.isArray(value) ? [...path, 0] : path, form: 'substitution', ids };
}
function renewWith(resource) {
    const slipway = resource.Metadata?.['Slipway'];
    return typeof slipway === 'object' && slipway !== null && 'RenewWith' in slipway
        ? slipway.RenewWith
        : undefined;
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
}


/***/ }),

/***/ 1197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ widest),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   jC: () => (/* binding */ padded)
/* harmony export */ });
/* harmony import */ var string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4668);

/** What trees and tables are drawn with: each takes one column, and most lines hold nothing else. */
const plain = /^[ -~│├└─→←…•±↻×–]*$/;
/** Marks that take no column can stand in any number above one letter: no text is longer than so many characters a column. */
const charactersAColumn = 4;
/** Counting takes long beyond ASCII, and a tree asks for the same texts again and again. */
const counted = new Map();
const mostCounted = 5000;
/** Columns that a terminal takes for a text. */
function columnsOf(text) {
    if (plain.test(text))
        return text.length;
    const known = counted.get(text);
    if (known !== undefined)
        return known;
    const columns = (0,string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text);
    if (counted.size >= mostCounted)
        counted.clear();
    counted.set(text, columns);
    return columns;
}
/** Cut to a number of columns, in the middle, where values differ least often. */
function cut(text, columns) {
    if (text.length <= columns * charactersAColumn && columnsOf(text) <= columns)
        return text;
    const characters = Array.from(text);
    const head = Math.ceil((columns - 1) / 2);
    const tail = Math.max(0, columns - 1 - head);
    return `${taken(characters, head)}…${taken(characters.reverse(), tail, true)}`;
}
/** As many characters as have room in so many columns; from the end where they come reversed. */
function taken(characters, columns, isReversed = false) {
    const some = [];
    let width = 0;
    for (const character of characters) {
        width += columnsOf(character);
        if (width > columns || some.length >= columns * charactersAColumn)
            break;
        some.push(character);
    }
    return (isReversed ? some.reverse() : some).join('');
}
/** Filled with spaces to a number of columns as a terminal counts them. */
function padded(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
/** The widest of some texts, in columns, but no more than `most`. */
function widest(texts, most = Number.POSITIVE_INFINITY) {
    return Math.min(most, texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0));
}


/***/ }),

/***/ 7885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KN: () => (/* binding */ ago),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/** `1 file`, `2 files`. */
function counted(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(words) {
    if (words.length < 2)
        return words[0] ?? '';
    return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
/** The first of many words, and how many more there are: `a, b, c and 37 more stacks`. */
function someOf(words, singular, most = 6) {
    if (words.length <= most + 1)
        return listed(words);
    return listed([...words.slice(0, most), counted(words.length - most, `more ${singular}`)]);
}
/** A running clock of milliseconds: `0:41`, `12:05`, `1:00:09`. */
function clockTime(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const rest = String(seconds % 60).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${rest}`;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
/** How long something took: `340 ms`, `5.8 s`, `1:02 min`. */
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 59_950)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    return `${clockTime(milliseconds)} min`;
}
/** `512 B`, `12.3 kB`, `4.0 MB`, in powers of ten. */
function bytes(count) {
    if (count < 1000)
        return `${count} B`;
    if (count < 999_950)
        return `${(count / 1000).toFixed(1)} kB`;
    return `${(count / 1_000_000).toFixed(1)} MB`;
}
/** How long ago a moment (ISO 8601) was: `just now`, `2 min ago`, `3 h ago`, `yesterday`, `3 days ago`, then the date. */
function ago(moment, now) {
    const seconds = (now - Date.parse(moment)) / 1000;
    if (seconds < 60)
        return 'just now';
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 86_400)
        return `${Math.floor(seconds / 3600)} h ago`;
    const days = Math.floor(seconds / 86_400);
    if (days === 1)
        return 'yesterday';
    return days < 30 ? `${days} days ago` : moment.slice(0, 10);
}
/** `templates/modules/bucket.yml:31`: what editors and terminals open. */
function place(at) {
    return `${at.file}:${at.line}`;
}


/***/ }),

/***/ 7106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ parseDynamicReference),
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   sR: () => (/* binding */ withDynamicReferences)
/* harmony export */ });
/* harmony import */ var _evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);

/**
 * Text that CloudFormation completes when it deploys keeps its text; the reference goes into the lineage. Secrets Manager's
 * and SSM's secure strings make it a secret (CloudFormation User Guide, "Dynamic references").
 */
function withDynamicReferences(text, from) {
    const found = [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):[^{}]*\}\}/g)];
    if (found.length === 0)
        return { kind: 'value', value: text, lineage: from };
    const sources = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .unite */ ._f)([from, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .lineageOf */ .bQ)(...found.map((match) => match[0]))]);
    const secret = sources.secret || found.some((match) => match[1] !== 'ssm');
    return { kind: 'value', value: text, lineage: { ...sources, secret } };
}
/** True where a text, even with gaps in it, holds a dynamic reference to a secret. */
function namesSecret(text) {
    return /\{\{resolve:(secretsmanager|ssm-secure):/.test(text);
}
/**
 * Takes `{{resolve:…}}` apart; `null` for what is none. `secretsmanager:secret-id:secret-string:json-key:version-stage:version-id`,
 * of which all but the first may be missing and AWSCURRENT is the stage where neither is named; `ssm:name:version` and
 * `ssm-secure:name:version`. Names have no colon, ARNs have six (CloudFormation User Guide, "Dynamic references").
 */
function parseDynamicReference(text) {
    const match = /^\{\{resolve:(secretsmanager|ssm-secure|ssm):([^{}]+)\}\}$/.exec(text);
    const [, service = '', rest = ''] = match ?? [];
    const parts = rest.split(':');
    const length = parts[0] === 'arn' ? (service === 'secretsmanager' ? 7 : 6) : 1;
    const name = parts.slice(0, length).join(':').trim();
    if (name === '')
        return null;
    const [first = '', , stage = '', id = ''] = parts.slice(length).map((part) => part.trim());
    if (service === 'ssm' || service === 'ssm-secure')
        return { service, name, stage: null, version: first === '' ? null : first };
    if (id !== '')
        return { service: 'secretsmanager', name, stage: null, version: id };
    return { service: 'secretsmanager', name, stage: stage === '' ? 'AWSCURRENT' : stage, version: null };
}


/***/ }),

/***/ 4416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ fedBy),
/* harmony export */   q: () => (/* binding */ evaluateTree)
/* harmony export */ });
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(505);
/* harmony import */ var _evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);
/* harmony import */ var _parameter_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7832);
var _a;



/**
 * Evaluates a template with all that it nests, as CloudFormation would at a first creation: a parent's values go into its
 * children's parameters, the children's outputs come back. What only the deployment can tell stays unresolved.
 */
function evaluateTree(tree, scope) {
    return new StackEvaluation(tree, scope, [], scope.parameters, scope.pseudo).stack();
}
class StackEvaluation {
    #tree;
    #given;
    #path;
    #scope;
    #children = new Map();
    /** Children whose parameters are being evaluated: a circle among them stays unresolved. */
    #open = new Set();
    constructor(tree, given, path, parameters, pseudo) {
        this.#tree = tree;
        this.#given = given;
        this.#path = path;
        const { body } = tree.template;
        this.#scope = {
            body,
            parameters: (0,_parameter_values_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterValues */ .oM)(body, parameters, path),
            pseudo,
            path,
            resource: (logicalId, attribute) => this.#resource(logicalId, attribute),
        };
    }
    stack() {
        const { template } = this.#tree;
        const existing = Object.entries(template.body.Resources)
            .map(([logicalId, resource]) => ({ logicalId, resource, exists: this.#exists(resource.Condition) }))
            .filter(({ exists }) => exists !== false);
        const resources = existing.map(({ logicalId, resource, exists }) => ({
            logicalId,
            type: resource.Type,
            exists: exists === true ? 'yes' : 'possible',
            properties: (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource.Properties ?? {}, this.#scope),
            deletionPolicy: this.#policy(resource.DeletionPolicy),
            updateReplacePolicy: this.#policy(resource.UpdateReplacePolicy),
            at: template.locateKey(['Resources', logicalId]),
        }));
        const children = existing.flatMap(({ logicalId }) => {
            const child = this.#child(logicalId);
            return child === null ? [] : [[logicalId, child.stack()]];
        });
        const outputs = Object.keys(template.body.Outputs ?? {}).flatMap((name) => {
            const value = this.output(name);
            return value === null ? [] : [[name, value]];
        });
        return {
            path: this.#path,
            template,
            parameters: this.#scope.parameters,
            resources,
            children: new Map(children),
            outputs: Object.fromEntries(outputs),
        };
    }
    /** `null` where there is none, or where its condition is false. */
    output(name) {
        const output = this.#tree.template.body.Outputs?.[name];
        if (output === undefined)
            return null;
        const exists = this.#exists(output.Condition);
        if (exists === false)
            return null;
        const value = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(output.Value, this.#scope);
        return exists === true ? value : (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value));
    }
    #exists(condition) {
        if (condition === undefined)
            return true;
        const decided = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCondition */ .F)(condition, this.#scope);
        return typeof decided === 'boolean' ? decided : 'possible';
    }
    #policy(policy) {
        return policy === undefined ? { kind: 'none' } : (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(policy, this.#scope);
    }
    #resource(logicalId, attribute) {
        const known = this.#given.resource?.(this.#path, logicalId, attribute);
        if (known !== undefined || attribute?.startsWith('Outputs.') !== true)
            return known;
        if (this.#open.has(logicalId))
            return undefined;
        const output = attribute.slice('Outputs.'.length);
        const value = this.#child(logicalId)?.output(output) ?? null;
        if (value === null) {
            if (this.#tree.children.get(logicalId)?.template.body.Outputs?.[output] !== undefined) {
                this.#given.onAbsentOutput?.({ path: this.#path, template: this.#tree.template, logicalId, output });
            }
            return undefined;
        }
        if (value.kind === 'value' || value.kind === 'none')
            return value;
        const from = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value);
        const source = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)([...this.#path, `${logicalId}.${attribute}`].join('/'));
        return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${logicalId}.${attribute}}`, { ...source, secret: from.secret });
    }
    #child(logicalId) {
        const made = this.#children.get(logicalId);
        if (made)
            return made;
        const tree = this.#tree.children.get(logicalId);
        const resource = this.#tree.template.body.Resources[logicalId];
        if (tree === undefined || resource === undefined)
            return null;
        if (this.#exists(resource.Condition) === false)
            return null;
        this.#open.add(logicalId);
        const given = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource.Properties?.['Parameters'] ?? {}, this.#scope);
        this.#open.delete(logicalId);
        const parameters = given.kind === 'map'
            ? Object.fromEntries([...given.entries].filter(([, value]) => value.kind !== 'none'))
            : {};
        const pseudo = Object.fromEntries(Object.entries(this.#scope.pseudo).filter(([name]) => name !== 'stackName' && name !== 'stackId'));
        const child = new _a(tree, this.#given, [...this.#path, logicalId], parameters, pseudo);
        this.#children.set(logicalId, child);
        return child;
    }
}
_a = StackEvaluation;
/** The lineage of a value that an earlier stack of the deployment feeds: `edge.LogBucket`. */
function fedBy(stack, output) {
    const name = `${stack}.${output}`;
    return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)(name));
}


/***/ }),

/***/ 505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ evaluate),
  F: () => (/* binding */ evaluateCondition)
});

// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
;// CONCATENATED MODULE: ./src/template/cidr.ts
/**
 * What `Fn::Cidr` gives for IPv4: `count` blocks with `bits` host bits each, out of `block`
 * (CloudFormation User Guide, "Fn::Cidr"). `null` where the arguments don't fit (also for IPv6).
 */
function cidrBlocks(block, count, bits) {
    const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block);
    if (match === null)
        return null;
    const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
    if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32)
        return null;
    if (!Number.isInteger(count) || count < 1 || count > 256)
        return null;
    if (!Number.isInteger(bits) || bits < 1 || bits > 32 - prefix)
        return null;
    const size = 2 ** bits;
    const whole = 2 ** (32 - prefix);
    if (count * size > whole)
        return null;
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    const first = address - (address % whole);
    return Array.from({ length: count }, (_, index) => {
        const start = first + index * size;
        const octets = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(start / unit) % 256);
        return `${octets.join('.')}/${32 - bits}`;
    });
}

// EXTERNAL MODULE: ./src/template/dynamic-references.ts
var dynamic_references = __webpack_require__(7106);
// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/template/references.ts
var references = __webpack_require__(2017);
;// CONCATENATED MODULE: ./src/template/rule-functions.ts
/** What a rule's function says of a list and its other argument; `undefined` where the arguments are not what it takes. */
function ruleFunction(name, [list, other]) {
    if (!Array.isArray(list) || other === undefined)
        return undefined;
    const members = list.map(String);
    if (name === 'Fn::EachMemberIn') {
        return Array.isArray(other) ? members.every((member) => other.map(String).includes(member)) : undefined;
    }
    if (typeof other === 'object')
        return undefined;
    return name === 'Fn::Contains'
        ? members.includes(String(other))
        : members.every((member) => member === String(other));
}

;// CONCATENATED MODULE: ./src/template/secret-attributes.ts
/**
 * Attributes that are secrets by themselves (CloudFormation resource reference, "Return values" of each type): whoever has
 * one may act as somebody.
 */
const secretAttributes = {
    'AWS::IAM::AccessKey': ['SecretAccessKey'],
    'AWS::Cognito::UserPoolClient': ['ClientSecret'],
    'AWS::AppSync::ApiKey': ['ApiKey'],
    'AWS::IVS::StreamKey': ['Value'],
};
/** Properties that name a resource: its `Ref`, its ARN and its address hold what they are given. */
const naming = /(?:Name|Identifier|Id)$/;
/**
 * Whether what a resource gives is a secret: by its type, because the attribute repeats a property that a secret went into
 * (`AWS::SSM::Parameter`, `Value`), because a secret names the resource, or because a custom resource computes it from one.
 *
 * @param attribute `null` for its `Ref`
 * @param isSecret whether a secret goes into a part of the template
 */
function givesSecret(resource, attribute, isSecret) {
    if (resource === undefined || resource.Type === 'AWS::CloudFormation::Stack')
        return false;
    const { Type, Properties = {} } = resource;
    if (attribute !== null && secretAttributes[Type]?.includes(attribute) === true)
        return true;
    if (attribute !== null && Properties[attribute] !== undefined)
        return isSecret(Properties[attribute]);
    const isCustom = Type.startsWith('Custom::') || Type === 'AWS::CloudFormation::CustomResource';
    if (isCustom && attribute !== null)
        return isSecret(Properties);
    return Object.entries(Properties).some(([name, value]) => naming.test(name) && isSecret(value));
}

// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
;// CONCATENATED MODULE: ./src/template/text-functions.ts



/** What a function gives that can't be computed yet: its text with what is known, and the lineage of all it is given. */
function waiting(name, items) {
    const from = (0,evaluated/* lineage */.OZ)({ kind: 'list', items });
    const source = from.sources.length === 0 ? (0,evaluated/* lineageOf */.bQ)(name) : from;
    return (0,evaluated/* unresolved */.II)(`${name.replace('Fn::', '')}(${items.map(textOf).join(', ')})`, {
        ...source,
        secret: from.secret,
    });
}
/** A value that was found by others: as secret as they are. */
function asSecretAs(others, value) {
    const from = (0,evaluated/* lineage */.OZ)({ kind: 'list', items: others });
    return from.secret ? (0,evaluated/* asSecret */.BO)(value, from.sources[0] ?? 'secret') : value;
}
/** A value as it reads within the text of another. */
function textOf(value) {
    const data = (0,evaluated/* printable */.g$)(value);
    return typeof data === 'string' ? data : JSON.stringify(data);
}
/** One text of several values; unresolved as soon as one of them is. */
function concatenate(pieces) {
    const flat = pieces.map(parameter_values/* flatten */.Bq);
    const from = (0,evaluated/* unite */._f)(flat.map((piece) => piece.lineage));
    if (flat.every((piece) => piece.kind === 'value')) {
        return (0,dynamic_references/* withDynamicReferences */.sR)(flat.map((piece) => (0,evaluated/* scalarText */.ws)(piece.value)).join(''), from);
    }
    const text = flat.map((piece) => (piece.kind === 'value' ? (0,evaluated/* scalarText */.ws)(piece.value) : piece.text)).join('');
    const { lineage: whole } = (0,dynamic_references/* withDynamicReferences */.sR)(text, from);
    return (0,evaluated/* unresolved */.II)(text, { ...whole, secret: whole.secret || (0,dynamic_references/* namesSecret */.L4)(text) });
}
/** `Fn::Join`, of its delimiter and its list. */
function join([delimiter, list]) {
    const separator = delimiter === undefined ? undefined : (0,evaluated/* exact */.e0)(delimiter);
    if (typeof separator !== 'string' || list?.kind !== 'list') {
        return waiting('Fn::Join', [delimiter, list].filter((each) => each !== undefined));
    }
    const present = list.items.filter((item) => item.kind !== 'none');
    const between = (0,evaluated/* known */.eO)(separator, (0,evaluated/* lineage */.OZ)(delimiter ?? { kind: 'none' }));
    return concatenate(present.flatMap((item, index) => (index === 0 ? [item] : [between, item])));
}
/** `Fn::Select`, of an index and a list. */
function text_functions_select([index, list]) {
    const position = index === undefined ? undefined : Number((0,evaluated/* exact */.e0)(index));
    const item = list?.kind === 'list' && position !== undefined ? list.items[position] : undefined;
    const given = [index, list].filter((each) => each !== undefined);
    return item === undefined ? waiting('Fn::Select', given) : asSecretAs(given.slice(0, 1), item);
}
/** `Fn::Split`, of a delimiter and a text. */
function split([delimiter, text]) {
    const separator = delimiter === undefined ? undefined : (0,evaluated/* exact */.e0)(delimiter);
    const whole = text === undefined ? undefined : (0,evaluated/* exact */.e0)(text);
    if (typeof separator !== 'string' || typeof whole !== 'string' || text === undefined) {
        return waiting('Fn::Split', [delimiter, text].filter((each) => each !== undefined));
    }
    const from = (0,evaluated/* unite */._f)([text, delimiter ?? text].map(evaluated/* lineage */.OZ));
    return { kind: 'list', items: whole.split(separator).map((part) => (0,evaluated/* known */.eO)(part, from)) };
}

;// CONCATENATED MODULE: ./src/template/evaluate.ts








/**
 * Evaluates any part of a template. What cannot be known before the deployment comes back as `unresolved` with its
 * lineage, never as an error: cfn-lint and CloudFormation judge the template.
 */
function evaluate(value, scope) {
    if (value === null || value === undefined)
        return (0,evaluated/* known */.eO)(null);
    if (typeof value === 'string')
        return (0,dynamic_references/* withDynamicReferences */.sR)(value, evaluated/* noLineage */.x7);
    if (typeof value === 'number' || typeof value === 'boolean')
        return (0,evaluated/* known */.eO)(value);
    if (Array.isArray(value))
        return { kind: 'list', items: value.map((item) => evaluate(item, scope)) };
    if (typeof value !== 'object')
        return (0,evaluated/* known */.eO)(null);
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && isIntrinsic(only[0], only[1])) {
        return evaluateFunction(only[0], only[1], scope);
    }
    return { kind: 'map', entries: new Map(entries.map(([key, entry]) => [key, evaluate(entry, scope)])) };
}
/** `true`, `false`, or the lineage of what it waits for. A name that does not exist, or that needs itself, is unresolved. */
function evaluateCondition(name, scope) {
    const outcome = conditionValue(name, scope);
    if (outcome.kind === 'value' && typeof outcome.value === 'boolean')
        return outcome.value;
    return (0,evaluated/* lineage */.OZ)(outcome);
}
function isIntrinsic(name, argument) {
    return name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string');
}
function evaluateFunction(name, argument, scope) {
    const list = Array.isArray(argument) ? argument : [argument];
    const items = () => list.map((item) => evaluate(item, scope));
    switch (name) {
        case 'Ref':
            return reference(String(argument), scope);
        case 'Condition':
            return conditionValue(String(argument), scope);
        case 'Fn::GetAtt':
            return attribute(list, scope);
        case 'Fn::Sub':
            return substitute(list, scope);
        case 'Fn::If':
            return choose(list, scope);
        case 'Fn::Join':
            return join(items());
        case 'Fn::Select':
            return text_functions_select(items());
        case 'Fn::Split':
            return split(items());
        case 'Fn::FindInMap':
            return findInMap(items(), scope);
        case 'Fn::Equals': {
            const [left, right] = items().map(evaluated/* exact */.e0);
            return left === undefined || right === undefined
                ? waiting(name, items())
                : (0,evaluated/* known */.eO)(comparable(left) === comparable(right), (0,evaluated/* lineage */.OZ)({ kind: 'list', items: items() }));
        }
        case 'Fn::Contains':
        case 'Fn::EachMemberEquals':
        case 'Fn::EachMemberIn': {
            const says = ruleFunction(name, items().map(evaluated/* exact */.e0));
            return says === undefined ? waiting(name, items()) : (0,evaluated/* known */.eO)(says);
        }
        case 'Fn::Not':
            return logic(name, items(), (values) => !values[0]);
        case 'Fn::And':
            return logic(name, items(), (values) => values.every(Boolean), false);
        case 'Fn::Or':
            return logic(name, items(), (values) => values.some(Boolean), true);
        case 'Fn::Base64': {
            const text = (0,evaluated/* exact */.e0)(evaluate(argument, scope));
            if (typeof text !== 'string')
                return waiting(name, items());
            return (0,evaluated/* known */.eO)(Buffer.from(text, 'utf8').toString('base64'), (0,evaluated/* lineage */.OZ)(evaluate(argument, scope)));
        }
        case 'Fn::Cidr': {
            const [block, count, bits] = items().map(evaluated/* exact */.e0);
            const blocks = typeof block === 'string' ? cidrBlocks(block, Number(count), Number(bits)) : null;
            if (blocks === null)
                return waiting(name, items());
            return asSecretAs(items(), { kind: 'list', items: blocks.map((each) => (0,evaluated/* known */.eO)(each)) });
        }
        case 'Fn::ImportValue': {
            const exported = (0,evaluated/* exact */.e0)(evaluate(argument, scope));
            if (typeof exported !== 'string')
                return waiting(name, items());
            return asSecretAs(items(), (0,evaluated/* unresolved */.II)(`\${export:${exported}}`, (0,evaluated/* lineageOf */.bQ)(`export:${exported}`)));
        }
        default:
            return waiting(name, items());
    }
}
/** `Fn::Equals` compares texts: `true` and `"true"` are equal. */
function comparable(value) {
    return typeof value === 'object' ? (0,canonical_json/* canonicalJson */.d)(value) : String(value);
}
function reference(name, scope) {
    if (name === 'AWS::NoValue')
        return { kind: 'none' };
    const { pseudo } = scope;
    const pseudoValues = {
        'AWS::AccountId': pseudo.accountId,
        'AWS::Region': pseudo.region,
        'AWS::Partition': pseudo.partition ?? 'aws',
        'AWS::URLSuffix': pseudo.urlSuffix ?? 'amazonaws.com',
        'AWS::StackName': pseudo.stackName,
        'AWS::StackId': pseudo.stackId,
    };
    const value = pseudoValues[name];
    if (value !== undefined)
        return (0,evaluated/* known */.eO)(value);
    return scope.parameters[name] ?? resourceValue(name, null, scope);
}
function resourceValue(logicalId, attributeName, scope) {
    const name = (0,references/* fullName */.fq)({ name: logicalId, attribute: attributeName });
    const source = [...scope.path, name].join('/');
    const found = scope.resource(logicalId, attributeName) ?? (0,evaluated/* unresolved */.II)(`\${${name}}`, (0,evaluated/* lineageOf */.bQ)(source));
    return isSecretOf(logicalId, attributeName, scope) ? (0,evaluated/* asSecret */.BO)(found, source) : found;
}
/** What is known already of the resources of a scope; `false` while it is being found out, so that a circle ends. */
const secretOf = new WeakMap();
function isSecretOf(logicalId, attributeName, scope) {
    const known = secretOf.get(scope) ?? new Map();
    secretOf.set(scope, known);
    const name = JSON.stringify([logicalId, attributeName]);
    const before = known.get(name);
    if (before !== undefined)
        return before;
    known.set(name, false);
    const secret = givesSecret(scope.body.Resources[logicalId], attributeName, (part) => (0,evaluated/* lineage */.OZ)(evaluate(part, scope)).secret);
    known.set(name, secret);
    return secret;
}
function attribute([logicalId, name], scope) {
    const attributeName = (0,evaluated/* exact */.e0)(evaluate(name, scope));
    if (typeof logicalId !== 'string' || typeof attributeName !== 'string') {
        return waiting('Fn::GetAtt', [evaluate(logicalId, scope), evaluate(name, scope)]);
    }
    return resourceValue(logicalId, attributeName, scope);
}
function substitute([text, variables], scope) {
    if (typeof text !== 'string')
        return waiting('Fn::Sub', [evaluate(text, scope)]);
    const own = typeof variables === 'object' && variables !== null ? variables : {};
    return concatenate((0,references/* subPieces */.OT)(text).map((piece) => {
        if (piece.kind === 'text')
            return (0,evaluated/* known */.eO)(piece.text);
        const name = (0,references/* fullName */.fq)(piece);
        if (Object.hasOwn(own, name))
            return evaluate(own[name], scope);
        return piece.attribute === null
            ? reference(piece.name, scope)
            : resourceValue(piece.name, piece.attribute, scope);
    }));
}
function choose([condition, yes, no], scope) {
    if (typeof condition !== 'string')
        return waiting('Fn::If', []);
    const outcome = conditionValue(condition, scope);
    const decided = outcome.kind === 'value' ? outcome.value : null;
    if (typeof decided === 'boolean')
        return evaluate(decided ? yes : no, scope);
    const branches = [evaluate(yes, scope), evaluate(no, scope)];
    const [first = (0,evaluated/* known */.eO)(null), second = (0,evaluated/* known */.eO)(null)] = branches;
    const [left, right] = branches.map(evaluated/* exact */.e0);
    if (left !== undefined && JSON.stringify(left) === JSON.stringify(right))
        return first;
    return (0,evaluated/* unresolved */.II)(`${textOf(first)} or ${textOf(second)} (${condition})`, (0,evaluated/* unite */._f)([...[outcome, ...branches].map(evaluated/* lineage */.OZ), (0,evaluated/* ruleOf */.Y)(textOf(outcome))]));
}
function conditionValue(name, scope) {
    const condition = scope.body.Conditions?.[name];
    if (condition === undefined)
        return (0,evaluated/* unresolved */.II)(`\${${name}}`, (0,evaluated/* lineageOf */.bQ)([...scope.path, name].join('/')));
    // Without itself, so that a circle of conditions ends as unresolved.
    const others = Object.entries(scope.body.Conditions ?? {}).filter(([other]) => other !== name);
    return evaluate(condition, { ...scope, body: { ...scope.body, Conditions: Object.fromEntries(others) } });
}
/** `absorbing` is the value that decides alone: false for And, true for Or. */
function logic(name, items, decide, absorbing) {
    const values = items.map((item) => (item.kind === 'value' ? String(item.value) === 'true' : undefined));
    if (absorbing !== undefined && values.includes(absorbing))
        return (0,evaluated/* known */.eO)(absorbing);
    const decided = values.filter((value) => value !== undefined);
    return decided.length === values.length ? (0,evaluated/* known */.eO)(decide(decided)) : waiting(name, items);
}
function findInMap(items, scope) {
    const [mapping, first, second] = items.map(evaluated/* exact */.e0);
    if (typeof mapping !== 'string' || first === undefined || second === undefined) {
        const maps = scope.body.Mappings ?? {};
        const from = typeof mapping === 'string' ? maps[mapping] : maps;
        const open = waiting('Fn::FindInMap', items);
        return (0,evaluated/* unresolved */.II)(textOf(open), (0,evaluated/* unite */._f)([(0,evaluated/* lineage */.OZ)(open), (0,evaluated/* ruleOf */.Y)((0,canonical_json/* canonicalJson */.d)(from ?? null))]));
    }
    const entry = field(field(scope.body.Mappings?.[mapping], comparable(first)), comparable(second));
    return entry === undefined
        ? waiting('Fn::FindInMap', items)
        : asSecretAs(items.slice(0, 3), evaluate(entry, scope));
}
function field(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return value[key];
}


/***/ }),

/***/ 7832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ flatten),
/* harmony export */   Fs: () => (/* binding */ isListType),
/* harmony export */   jm: () => (/* binding */ isNoEcho),
/* harmony export */   oM: () => (/* binding */ parameterValues)
/* harmony export */ });
/* harmony import */ var _dynamic_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7106);
/* harmony import */ var _evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);


/**
 * Puts given values and defaults together. A value is taken as CloudFormation takes it: text, a list for list types. A
 * `NoEcho` parameter's is a secret; an SSM-typed one's is unresolved, since only the key is given; one without value and
 * default is unresolved.
 */
function parameterValues(body, given, path = []) {
    const entries = Object.entries(body.Parameters ?? {}).map(([name, parameter]) => {
        const value = given[name];
        const source = [...path, name].join('/');
        const evaluated = value === undefined
            ? defaultValue(parameter, name, source)
            : typed(parameter, name, typeof value === 'string' ? (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(value) : value);
        return [name, isNoEcho(parameter) ? (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .asSecret */ .BO)(evaluated, source) : evaluated];
    });
    return Object.fromEntries(entries);
}
function isNoEcho(parameter) {
    return String(parameter.NoEcho) === 'true';
}
function isListType(type) {
    return type === 'CommaDelimitedList' || type.startsWith('List<');
}
function defaultValue(parameter, name, source) {
    if (parameter.Default === undefined)
        return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)(source));
    const { Default: value } = parameter;
    const text = Array.isArray(value)
        ? value.map(String).join(',')
        : (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(value);
    return typed(parameter, name, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(text));
}
function typed(parameter, name, given) {
    const value = flatten(given);
    if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) {
        const key = value.kind === 'value' ? (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(value.value) : value.text;
        return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unite */ ._f)([value.lineage, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)(`ssm:${key}`)]));
    }
    if (value.kind !== 'value')
        return value;
    const text = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(value.value);
    const read = (0,_dynamic_references_js__WEBPACK_IMPORTED_MODULE_0__/* .withDynamicReferences */ .sR)(text, value.lineage);
    if (!isListType(parameter.Type))
        return read;
    const items = text === '' ? [] : text.split(',').map((item) => item.trim());
    return { kind: 'list', items: items.map((item) => (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(item, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(read))) };
}
/** A list given to a parameter is text with commas; a map has no such form. */
function flatten(given) {
    if (given.kind === 'value' || given.kind === 'unresolved')
        return given;
    if (given.kind === 'none')
        return { kind: 'value', value: '', lineage: _evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .noLineage */ .x7 };
    const items = given.kind === 'list' ? given.items.map(flatten) : [];
    const from = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(given);
    if (items.every((item) => item.kind === 'value')) {
        return { kind: 'value', value: items.map((item) => (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(item.value)).join(','), lineage: from };
    }
    const text = items.map((item) => (item.kind === 'value' ? (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(item.value) : item.text)).join(',');
    return { kind: 'unresolved', text: from.secret ? _evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedSecret */ .EH : text, lineage: from };
}


/***/ }),

/***/ 2017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   OT: () => (/* binding */ subPieces),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
/* harmony import */ var _short_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4418);

/**
 * Takes a text of `Fn::Sub` apart. `${!Literal}` is the text `${Literal}` (CloudFormation User Guide, "Fn::Sub").
 */
function subPieces(text) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(/\$\{([^{}]*)\}/g)) {
        if (match.index > end)
            pieces.push({ kind: 'text', text: text.slice(end, match.index) });
        end = match.index + match[0].length;
        const inner = (match[1] ?? '').trim();
        if (inner.startsWith('!')) {
            pieces.push({ kind: 'text', text: `\${${inner.slice(1)}}` });
            continue;
        }
        const attribute = (0,_short_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .splitAttribute */ .h)(inner);
        pieces.push(attribute === null
            ? { kind: 'name', name: inner, attribute: null }
            : { kind: 'name', name: attribute[0], attribute: attribute[1] });
    }
    if (end < text.length)
        pieces.push({ kind: 'text', text: text.slice(end) });
    return pieces;
}
/**
 * Everything that a value refers to, in the order it stands: `Ref`, `Fn::GetAtt`, names in `Fn::Sub` (without those that
 * its own map gives), conditions of `Fn::If` and `Condition`, literal names of mappings.
 */
function references(value, path = []) {
    if (Array.isArray(value))
        return value.flatMap((item, index) => references(item, [...path, index]));
    if (typeof value !== 'object' || value === null)
        return [];
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) {
        const found = intrinsicReferences(only[0], only[1], path);
        if (found !== null)
            return found;
    }
    return entries.flatMap(([key, entry]) => references(entry, [...path, key]));
}
function intrinsicReferences(name, argument, path) {
    const inner = [...path, name];
    const list = Array.isArray(argument) ? argument : [];
    switch (name) {
        case 'Ref':
            return typeof argument === 'string' ? [{ kind: 'ref', name: argument, path }] : null;
        case 'Condition':
            return typeof argument === 'string' ? [{ kind: 'condition', name: argument, path }] : null;
        case 'Fn::GetAtt': {
            const [logicalId, attribute] = list;
            if (typeof logicalId !== 'string')
                return null;
            if (typeof attribute === 'string')
                return [{ kind: 'attribute', name: logicalId, attribute, path }];
            return references(attribute, [...inner, 1]);
        }
        case 'Fn::Sub': {
            const [text, variables] = typeof argument === 'string' ? [argument, undefined] : list;
            if (typeof text !== 'string')
                return null;
            const own = new Set(typeof variables === 'object' && variables !== null ? Object.keys(variables) : []);
            const named = subPieces(text).flatMap((piece) => {
                if (piece.kind === 'text' || own.has(fullName(piece)))
                    return [];
                if (piece.attribute === null)
                    return [{ kind: 'ref', name: piece.name, path }];
                return [{ kind: 'attribute', name: piece.name, attribute: piece.attribute, path }];
            });
            return [...named, ...references(variables, [...inner, 1])];
        }
        case 'Fn::If': {
            const [condition, ...branches] = list;
            if (typeof condition !== 'string')
                return null;
            return [
                { kind: 'condition', name: condition, path: [...inner, 0] },
                ...branches.flatMap((branch, index) => references(branch, [...inner, index + 1])),
            ];
        }
        case 'Fn::FindInMap': {
            const [mapping, ...keys] = list;
            const rest = keys.flatMap((key, index) => references(key, [...inner, index + 1]));
            if (typeof mapping !== 'string')
                return [...references(mapping, [...inner, 0]), ...rest];
            return [{ kind: 'mapping', name: mapping, path: [...inner, 0] }, ...rest];
        }
        default:
            return null;
    }
}
/** A name in `Fn::Sub` as it is written. */
function fullName(piece) {
    return piece.attribute === null ? piece.name : `${piece.name}.${piece.attribute}`;
}


/***/ })

};
