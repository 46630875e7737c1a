export const id = 2373;
export const ids = [2373];
export const modules = {

/***/ 3640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ compareEnvironments)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/**
 * A parameter that one environment sets, all set: else an environment silently runs with a default that another does not.
 * One error `CONFIG_PARAMETER_KEYS` for each that is missing, at the stack's place in the file that lacks it.
 */
function compareEnvironments(environments) {
    const seen = new Map();
    for (const { value } of environments) {
        for (const [stack, parameters] of Object.entries(value.values)) {
            for (const parameter of Object.keys(parameters)) {
                const key = `${stack}.${parameter}`;
                const entry = seen.get(key) ?? { stack, parameter, files: [] };
                entry.files.push(value.file);
                seen.set(key, entry);
            }
        }
    }
    return environments.flatMap(({ value, locateKey }) => [...seen.values()]
        .filter(({ files }) => !files.includes(value.file))
        .map(({ stack, parameter, files }) => new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_PARAMETER_KEYS', `values.${stack} has no ${parameter}, which ${files.join(' and ')} set${files.length === 1 ? 's' : ''}; ` +
        'all environments set the same parameters', { at: locateKey(['values', stack]) })));
}


/***/ }),

/***/ 1036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ loadEnvironments),
/* harmony export */   Is: () => (/* binding */ systemFile),
/* harmony export */   S0: () => (/* binding */ readEnvironmentFile),
/* harmony export */   Ye: () => (/* binding */ loadEnvironment),
/* harmony export */   Yk: () => (/* binding */ readSystemFile),
/* harmony export */   jB: () => (/* binding */ listSystems),
/* harmony export */   qU: () => (/* binding */ environmentFile),
/* harmony export */   sb: () => (/* binding */ loadSystem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);
/* harmony import */ var _template_nearest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(212);
/* harmony import */ var _compare_environments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3640);
/* harmony import */ var _environment_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5899);
/* harmony import */ var _parse_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6097);
/* harmony import */ var _parse_system_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5059);
/* harmony import */ var _read_checked_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6300);









const parametersFolder = 'params';
/** Where the definition of a system stands, relative to the repository. */
function systemFile(system) {
    return `${parametersFolder}/${system}/system.yml`;
}
/** Where the parameters of an environment stand, relative to the repository. */
function environmentFile(system, environment) {
    return `${parametersFolder}/${system}/${environment}.yml`;
}
/** The systems of a repository, sorted: the folders in `params` that hold a `system.yml`. */
async function listSystems(root) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, parametersFolder), { withFileTypes: true }).catch((error) => {
        if (isNoEntry(error))
            return [];
        throw error;
    });
    const systems = [];
    for (const entry of entries) {
        if (entry.isDirectory() && (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, systemFile(entry.name)))))
            systems.push(entry.name);
    }
    return systems.sort();
}
/**
 * Reads a system's definition from the repository, and looks whether the files that it names are there.
 *
 * @param root the repository's folder
 * @throws UserError `SYSTEM_UNKNOWN` with the choices, `CONFIG_FILE_MISSING`, and what `parseSystem` throws
 */
async function loadSystem(root, system) {
    return (await readSystemFile(root, system)).value;
}
/** As `loadSystem`, with positions in the file. */
async function readSystemFile(root, system) {
    const systems = await listSystems(root);
    if (!systems.includes(system))
        throw unknownSystem(system, systems);
    const file = systemFile(system);
    const checked = (0,_parse_system_js__WEBPACK_IMPORTED_MODULE_5__/* .readSystem */ .me)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file), 'utf8'), file);
    const { stacks, smoke } = checked.value;
    const named = [
        ...stacks.map(({ name, template }) => ({ path: ['stacks', name, 'template'], named: template })),
        ...(smoke === null ? [] : [{ path: ['smoke'], named: smoke }]),
    ];
    const errors = [];
    for (const { path, named: target } of named) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, target)))
            continue;
        errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('CONFIG_FILE_MISSING', `${path.join('.')} names ${target}, which is not there`, {
            at: checked.locate(path),
        }));
    }
    (0,_read_checked_js__WEBPACK_IMPORTED_MODULE_6__/* .throwAll */ .K)(errors, file);
    return checked;
}
/**
 * Reads one environment of a system from the repository.
 *
 * @param environment `dev`, `sit` or `prod`; anything else is an error with the choices
 * @throws UserError `ENVIRONMENT_UNKNOWN`, `CONFIG_FILE_MISSING`, and what `parseEnvironment` throws
 */
async function loadEnvironment(root, system, environment) {
    return (await readEnvironmentFile(root, system, environment)).value;
}
/** As `loadEnvironment`, with positions in the file. */
async function readEnvironmentFile(root, system, environment) {
    const name = (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEnvironmentName */ .gU)(environment);
    const file = environmentFile(system.system, name);
    const source = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file), 'utf8').catch((error) => {
        if (!isNoEntry(error))
            throw error;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('CONFIG_FILE_MISSING', `There is no ${file}; a system has one file for each of ${_environment_name_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentNames */ .i.join(', ')}`);
    });
    return (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .readEnvironment */ .Qo)(source, file, system, name);
}
/**
 * Reads all environments of a system in promotion order, and compares them: the same stacks with the same parameters in each.
 *
 * @throws as `loadEnvironment` for each, all mistakes at once; UserError `CONFIG_PARAMETER_KEYS`
 */
async function loadEnvironments(root, system) {
    const errors = [];
    const read = [];
    for (const name of _environment_name_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentNames */ .i) {
        try {
            read.push(await readEnvironmentFile(root, system, name));
        }
        catch (error) {
            if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw error;
            errors.push(...(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserErrors */ .tQ ? error.errors : [error]));
        }
    }
    (0,_read_checked_js__WEBPACK_IMPORTED_MODULE_6__/* .throwAll */ .K)([...errors, ...(0,_compare_environments_js__WEBPACK_IMPORTED_MODULE_3__/* .compareEnvironments */ .O)(read)], `${parametersFolder}/${system.system}`);
    return read.map(({ value }) => value);
}
function unknownSystem(system, systems) {
    if (systems.length === 0) {
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('SYSTEM_UNKNOWN', `There is no system ${system}: ${parametersFolder} holds no system.yml`, {
            next: `Write ${systemFile('<system>')}, or run the command in the repository's folder`,
        });
    }
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('SYSTEM_UNKNOWN', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .withHint */ .mu)(`There is no system ${system}; the systems are ${systems.join(', ')}`, (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .suggestion */ .h)(system, systems)));
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, (error) => {
        if (isNoEntry(error))
            return false;
        throw error;
    });
}
function isNoEntry(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR';
}


/***/ }),

/***/ 2673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/**
 * One text for one value: keys sorted by code unit, no white space, `undefined` fields left out (RFC 8785 but for number
 * formatting, which `JSON.stringify` already does alike). Digests of data are digests of this text.
 */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, field) => {
        if (field === null || typeof field !== 'object' || Array.isArray(field))
            return field;
        return Object.fromEntries(Object.entries(field)
            .filter(([, entry]) => entry !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}


/***/ }),

/***/ 4225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ short),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** The SHA-256 of bytes or of a text's UTF-8 bytes, as 64 lower-case hex digits. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** The first eight digits: how a release or a plan is named to people. */
function short(digest) {
    return digest.slice(0, 8);
}


/***/ }),

/***/ 6660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseTemplate),
/* harmony export */   l: () => (/* binding */ requireSize)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
/* harmony import */ var _short_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4418);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9363);




/** CloudFormation User Guide, "Template anatomy". */
const sections = [
    'AWSTemplateFormatVersion',
    'Description',
    'Metadata',
    'Parameters',
    'Rules',
    'Mappings',
    'Conditions',
    'Transform',
    'Resources',
    'Outputs',
];
/** CloudFormation reads a template of at most 1 MB from S3 (User Guide, "CloudFormation quotas"). */
const templateLimit = 1024 * 1024;
/**
 * Reads a CloudFormation template in YAML or JSON. Short forms are expanded, so that the data is what the long forms
 * give; positions are kept for every key and value.
 *
 * @param source the template's text
 * @param file its name in positions, relative to the repository, `/` as separator
 * @throws UserError `YAML_*` (see `readYaml`); `TEMPLATE_TAG` for an unknown short form; `TEMPLATE_SHAPE` where a section
 *   is unknown, `Resources` is missing or empty, or a resource, parameter or output has not the form it must have;
 *   `TEMPLATE_TOO_LARGE`
 */
function parseTemplate(source, file) {
    requireSize(source, { file, line: 1, column: 1 });
    const document = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .g)(source, file, 'cloudformation');
    const { value, place } = build(document.root, null, document);
    const locatePlace = (path) => {
        let current = place;
        for (const step of path) {
            const next = current.children.get(String(step));
            if (next === undefined)
                return current;
            current = next;
        }
        return current;
    };
    const exactPlace = (path) => {
        let current = place;
        for (const step of path)
            current = current?.children.get(String(step));
        return current ?? null;
    };
    checkShape(value, file, (path, key) => {
        const found = locatePlace(path);
        return document.position(key ? (found.keyStart ?? found.start) : found.start);
    });
    return {
        file,
        source,
        body: value,
        locate: (path) => document.position(locatePlace(path).start),
        locateKey: (path) => {
            const found = locatePlace(path);
            return document.position(found.keyStart ?? found.start);
        },
        scalarRange: (path) => {
            const { start, end } = exactPlace(path) ?? { start: 0, end: null };
            return end === null ? null : { start, end };
        },
    };
}
/** @throws UserError `TEMPLATE_TOO_LARGE` for a text that CloudFormation does not take */
function requireSize(text, at) {
    const size = new TextEncoder().encode(text).length;
    if (size <= templateLimit)
        return;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_TOO_LARGE', `The template is ${size} bytes; CloudFormation takes ${templateLimit}`, { at, next: 'Move a part of it to a nested template' });
}
function build(node, keyStart, document) {
    const plain = buildUntagged(node, keyStart, document);
    if (node.tag === null || node.tag === '!' || node.tag.startsWith('!!'))
        return plain;
    const name = _short_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .shortForms */ ._[node.tag];
    if (name === undefined) {
        const choices = Object.keys(_short_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .shortForms */ ._);
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_TAG', (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(`CloudFormation has no ${node.tag}`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(node.tag, choices) ?? `It has ${choices.join(', ')}.`), { at: document.position(node.start) });
    }
    return {
        value: { [name]: name === 'Fn::GetAtt' ? attributeList(plain.value) : plain.value },
        place: { ...plain.place, children: new Map([[name, { ...plain.place, keyStart: node.start }]]) },
    };
}
function buildUntagged(node, keyStart, document) {
    switch (node.kind) {
        case 'scalar':
            return {
                value: node.value,
                place: { start: node.start, end: node.end, keyStart, children: new Map() },
            };
        case 'sequence': {
            const items = node.items.map((item) => build(item, null, document));
            const children = new Map(items.map((item, index) => [String(index), item.place]));
            return {
                value: items.map((item) => item.value),
                place: { start: node.start, end: null, keyStart, children },
            };
        }
        case 'mapping':
            return buildMapping(node, keyStart, document);
    }
}
function buildMapping(node, keyStart, document) {
    const entries = node.entries.map((entry) => {
        const built = build(entry.value, entry.keyStart, document);
        const value = entry.key === 'Fn::GetAtt' ? attributeList(built.value) : built.value;
        return { key: entry.key, value, place: built.place };
    });
    return {
        value: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
        place: {
            start: node.start,
            end: null,
            keyStart,
            children: new Map(entries.map(({ key, place }) => [key, place])),
        },
    };
}
/** The one form of `Fn::GetAtt`'s argument: `[logical id, attribute]`. */
function attributeList(value) {
    if (typeof value === 'string')
        return (0,_short_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .splitAttribute */ .h)(value) ?? value;
    if (Array.isArray(value) && value.length > 2 && value.every((part) => typeof part === 'string')) {
        return [value[0], value.slice(1).join('.')];
    }
    return value;
}
function checkShape(value, file, at) {
    const fail = (message, path, key = false) => {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_SHAPE', message, { at: at(path, key) });
    };
    if (!isMap(value))
        return fail(`${file} is not a template: its root is not a map of sections`, []);
    for (const section of Object.keys(value)) {
        if (!sections.includes(section)) {
            fail((0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(`A template has no section ${section}`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(section, sections) ?? `It has ${sections.join(', ')}.`), [section], true);
        }
    }
    const resources = value['Resources'];
    if (!isMap(resources) || Object.keys(resources).length === 0) {
        return fail(`${file} has no Resources; a template needs at least one resource`, 'Resources' in value ? ['Resources'] : []);
    }
    const named = { Resources: 'resource', Parameters: 'parameter', Outputs: 'output' };
    for (const [section, noun] of Object.entries(named)) {
        const entries = value[section];
        if (entries === undefined)
            continue;
        if (!isMap(entries))
            return fail(`${section} is a map from names to ${noun}s`, [section]);
        for (const [name, entry] of Object.entries(entries)) {
            const path = [section, name];
            if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
                fail(`The name of the ${noun} ${name} may hold only letters and digits`, path, true);
            }
            if (!isMap(entry))
                return fail(`The ${noun} ${name} is not a map`, path);
            const field = section === 'Outputs' ? 'Value' : 'Type';
            if (!(field in entry))
                fail(`The ${noun} ${name} has no ${field}`, path, true);
            if (field === 'Type' && typeof entry[field] !== 'string') {
                fail(`The Type of the ${noun} ${name} is a text`, [...path, 'Type']);
            }
            if (section === 'Resources' && 'Properties' in entry && !isMap(entry['Properties'])) {
                fail(`The Properties of the resource ${name} are a map`, [...path, 'Properties']);
            }
        }
    }
    for (const section of ['Conditions', 'Mappings', 'Rules', 'Metadata']) {
        if (section in value && !isMap(value[section]))
            fail(`${section} is a map`, [section]);
    }
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ nestedStacks),
/* harmony export */   H_: () => (/* binding */ readTemplateTree),
/* harmony export */   PL: () => (/* binding */ readPackagedTree)
/* harmony export */ });
/* unused harmony export packagedDigest */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _parse_template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6660);



/** The resources of type `AWS::CloudFormation::Stack`, in the template's order. */
function nestedStacks(template) {
    return Object.entries(template.body.Resources)
        .filter(([, resource]) => resource.Type === 'AWS::CloudFormation::Stack')
        .map(([logicalId, resource]) => ({
        logicalId,
        path: ['Resources', logicalId, 'Properties', 'TemplateURL'],
        url: resource.Properties?.['TemplateURL'],
    }));
}
/**
 * Reads a source template with all that it nests. A `TemplateURL` in the sources is a path relative to the template's own file.
 *
 * @param rootFile relative to the repository, `/` as separator
 * @param readSource the text of a file; rejects with code `ENOENT`, `EISDIR` or `ENOTDIR` (or a SlipwayError that ends in `_MISSING`) if there is none
 * @throws UserError `TEMPLATE_MISSING`, `TEMPLATE_CHILD_MISSING`, `TEMPLATE_URL`, `TEMPLATE_CYCLE` (shows the circle), and
 *   what `parseTemplate` throws
 */
async function readTemplateTree(rootFile, readSource) {
    return readTree(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(rootFile), async (file) => ({ file, source: await readSource(file) }), (nested, parent) => sourceChild(nested, parent));
}
/**
 * Reads a packaged template with all that it nests, out of a release. A packaged `TemplateURL` ends in the child's SHA-256.
 *
 * @param rootSha256 64 hex digits: the packaged root template
 * @param readPackaged the text behind a digest, and the source file it was made from (positions are named by that)
 * @throws as `readTemplateTree`
 */
async function readPackagedTree(rootSha256, readPackaged) {
    return readTree(rootSha256, readPackaged, (nested, parent) => packagedChild(nested, parent));
}
/** The digest at the end of a packaged URL, be it plain or in `Fn::Sub`; `null` where there is none. */
function packagedDigest(url) {
    if (typeof url === 'string')
        return /(?:^|\/)([0-9a-f]{64})$/.exec(url)?.[1] ?? null;
    if (typeof url !== 'object' || url === null || !('Fn::Sub' in url))
        return null;
    const text = url['Fn::Sub'];
    return packagedDigest(Array.isArray(text) ? text[0] : text);
}
async function readTree(rootKey, read, childKey) {
    const parsed = new Map();
    const parse = (key) => {
        const known = parsed.get(key);
        if (known)
            return known;
        const template = read(key).then(({ source, file }) => (0,_parse_template_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTemplate */ .Q)(source, file));
        parsed.set(key, template);
        return template;
    };
    const visit = async (key, above, names) => {
        const template = await parse(key);
        const children = new Map();
        for (const nested of nestedStacks(template)) {
            const at = template.locate(nested.path);
            const child = childKey(nested, template);
            const trail = [...above, key];
            const start = trail.indexOf(child);
            if (start !== -1) {
                const circle = [...names, template.file].slice(start);
                throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_CYCLE', `The nested stack ${nested.logicalId} closes a circle: ${[...circle, circle[0] ?? ''].join(' → ')}`, { at });
            }
            const tree = await visit(child, trail, [...names, template.file]).catch((error) => {
                throw isMissing(error) ? missingChild(nested, child, at, error) : error;
            });
            children.set(nested.logicalId, tree);
        }
        return { template, children };
    };
    return visit(rootKey, [], []).catch((error) => {
        if (!isMissing(error))
            throw error;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_MISSING', `There is no template ${rootKey}`, { cause: error });
    });
}
function missingChild(nested, child, at, cause) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_CHILD_MISSING', `The nested stack ${nested.logicalId} names ${child}, which is not there`, { at, cause, next: 'TemplateURL is a path relative to the template that names it' });
}
function isMissing(error) {
    if (error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ)
        return error.code === 'ARTIFACT_MISSING';
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
function sourceChild(nested, parent) {
    const at = parent.locate(nested.path);
    const { url } = nested;
    if (typeof url !== 'string' || url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('/')) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_URL', `The TemplateURL of ${nested.logicalId} is ${typeof url === 'string' ? `"${url}"` : 'not a plain text'}; ` +
            'it must be a path relative to this file, such as ../modules/bucket.yml', { at, next: 'A release packages nested templates by their contents and writes the URL itself' });
    }
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(parent.file), url));
    if (file.startsWith('../')) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_URL', `The TemplateURL of ${nested.logicalId} leads out of the repository: ${url}`, { at });
    }
    return file;
}
function packagedChild(nested, parent) {
    const digest = packagedDigest(nested.url);
    if (digest !== null)
        return digest;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_URL', `The TemplateURL of ${nested.logicalId} in the packaged ${parent.file} does not end in a SHA-256`, { at: parent.locate(nested.path), next: 'Make the release again: slipway release <system>' });
}


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ shortForms),
/* harmony export */   h: () => (/* binding */ splitAttribute)
/* harmony export */ });
/**
 * The short forms of intrinsic functions and the long names they stand for (CloudFormation User Guide, "Intrinsic
 * function reference"; the rule functions from "Rules section").
 */
const shortForms = {
    '!Ref': 'Ref',
    '!Condition': 'Condition',
    '!And': 'Fn::And',
    '!Base64': 'Fn::Base64',
    '!Cidr': 'Fn::Cidr',
    '!Contains': 'Fn::Contains',
    '!EachMemberEquals': 'Fn::EachMemberEquals',
    '!EachMemberIn': 'Fn::EachMemberIn',
    '!Equals': 'Fn::Equals',
    '!FindInMap': 'Fn::FindInMap',
    '!GetAtt': 'Fn::GetAtt',
    '!GetAZs': 'Fn::GetAZs',
    '!If': 'Fn::If',
    '!ImportValue': 'Fn::ImportValue',
    '!Join': 'Fn::Join',
    '!Length': 'Fn::Length',
    '!Not': 'Fn::Not',
    '!Or': 'Fn::Or',
    '!RefAll': 'Fn::RefAll',
    '!Select': 'Fn::Select',
    '!Split': 'Fn::Split',
    '!Sub': 'Fn::Sub',
    '!ToJsonString': 'Fn::ToJsonString',
    '!Transform': 'Fn::Transform',
    '!ValueOf': 'Fn::ValueOf',
    '!ValueOfAll': 'Fn::ValueOfAll',
};
/** `Bucket.Arn` → `['Bucket', 'Arn']`; `Child.Outputs.Url` → `['Child', 'Outputs.Url']`. */
function splitAttribute(text) {
    const dot = text.indexOf('.');
    return dot <= 0 || dot === text.length - 1 ? null : [text.slice(0, dot), text.slice(dot + 1)];
}


/***/ })

};
