export const id = 6097;
export const ids = [6097];
export const modules = {

/***/ 5503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parameterSource)
/* harmony export */ });
/* unused harmony export sourceText */
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);
/* harmony import */ var _template_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(212);



/**
 * Reads a value. `${stack.Output}` alone is a reference; `$${` stands for `${`; a list becomes text with commas, a number or
 * boolean its text, as CloudFormation takes parameters (API reference, `Parameter.ParameterValue`).
 *
 * @throws UserError `CONFIG_REFERENCE` for a reference in a wrong form or place, or to a stack that the system does not have;
 *   `CONFIG_VALUE` for a list item with a comma
 */
function parameterSource(value, scope) {
    const { field, at } = scope;
    if (typeof value === 'object' && value !== null) {
        const items = value.map((item) => parameterSource(item, scope));
        const texts = items.map((item) => {
            if (item.kind === 'literal')
                return item.value;
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_REFERENCE', `${field} is a list with a reference in it; a reference stands alone: $\{${item.stack}.${item.output}}`, { at });
        });
        const comma = texts.find((text) => text.includes(','));
        if (comma !== undefined) {
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_VALUE', `${field} has the list item "${comma}", which holds a comma; CloudFormation would take it for two items`, { at });
        }
        return { kind: 'literal', value: texts.join(',') };
    }
    const text = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(value);
    const reference = /^\$\{([^{}]*)\}$/.exec(text);
    if (reference !== null)
        return readReference(reference[1] ?? '', scope);
    if (/(?<!\$)\$\{/.test(text)) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_REFERENCE', `${field} is "${text}"; a reference stands alone, as in \${stack.Output}. Write $\${ for a plain \${.`, { at });
    }
    return { kind: 'literal', value: text.replaceAll('$${', '${') };
}
function readReference(inner, { stacks, taker, field, at }) {
    const [, stack, output] = /^([^.]+)\.([A-Za-z0-9]{1,255})$/.exec(inner.trim()) ?? [];
    if (stack === undefined || output === undefined) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_REFERENCE', `${field} is "\${${inner}}"; a reference has the form \${stack.Output}`, { at });
    }
    if (!stacks.includes(stack)) {
        const hint = (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(stack, stacks) ?? `The stacks are ${stacks.join(', ')}.`;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_REFERENCE', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .withHint */ .mu)(`${field} takes an output of the stack ${stack}, which is not there`, hint), {
            at,
        });
    }
    if (stack === taker) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_REFERENCE', `${field} takes an output of its own stack, ${stack}; a stack can only take outputs of others`, { at });
    }
    return { kind: 'output', stack, output };
}
/** A reference as it is written, a literal as its text. */
function sourceText(source) {
    return source.kind === 'literal' ? source.value : `\${${source.stack}.${source.output}}`;
}


/***/ }),

/***/ 6097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ parseEnvironment),
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   gU: () => (/* binding */ parseEnvironmentName),
/* harmony export */   ny: () => (/* binding */ takes)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _template_nearest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(212);
/* harmony import */ var _environment_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5899);
/* harmony import */ var _parameter_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5503);
/* harmony import */ var _parse_system_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5059);
/* harmony import */ var _read_checked_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6300);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3538);
/* harmony import */ var _stack_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5259);








/**
 * The environment that a word names.
 *
 * @throws UserError `ENVIRONMENT_UNKNOWN` with the choices
 */
function parseEnvironmentName(word) {
    const found = _environment_name_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentNames */ .i.find((name) => name === word);
    if (found !== undefined)
        return found;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ENVIRONMENT_UNKNOWN', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_7__/* .withHint */ .mu)(`There is no environment ${word}; the environments are ${_environment_name_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentNames */ .i.join(', ')}`, (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_7__/* .suggestion */ .h)(word, _environment_name_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentNames */ .i)));
}
/**
 * Reads `params/<system>/<environment>.yml` from its text, out of the repository or a release.
 *
 * @param file its name in positions, relative to the repository
 * @param system the definition it belongs to, from the same place
 * @throws as `readChecked`, and UserError `CONFIG_REFERENCE`, `CONFIG_CYCLE`, `CONFIG_VALUE`, `CONFIG_RESERVED`,
 *   `CONFIG_PARAMETER_TWICE` where the wiring sets the same parameter
 */
function parseEnvironment(source, file, system, environment) {
    return readEnvironment(source, file, system, environment).value;
}
/** As `parseEnvironment`, with positions in the file. */
function readEnvironment(source, file, system, environment) {
    const checked = (0,_read_checked_js__WEBPACK_IMPORTED_MODULE_3__/* .readChecked */ .Y)(_schemas_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentSchema */ .V, source, file);
    const { value: read } = checked;
    const stacks = system.stacks.map(({ name }) => name);
    const errors = [];
    const edges = [];
    const values = (0,_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .mapValues */ .LG)(read.values, (parameters, name) => {
        const stack = system.stacks.find((each) => each.name === name);
        if (stack === undefined) {
            const hint = (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_7__/* .suggestion */ .h)(name, stacks) ?? `The stacks are ${stacks.join(', ')}.`;
            errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_VALUE', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_7__/* .withHint */ .mu)(`values names the stack ${name}, which ${system.file} does not have`, hint), {
                at: checked.locateKey(['values', name]),
            }));
            return {};
        }
        return (0,_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .mapValues */ .LG)(parameters, (value, parameter) => {
            const path = ['values', name, parameter];
            const at = checked.locate(path);
            errors.push(...(0,_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .reserved */ .$t)(parameter, path, checked), ...wiredAlready(stack, parameter, path, checked, system));
            try {
                const found = (0,_parameter_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterSource */ .J)(value, { stacks, taker: name, field: path.join('.'), at });
                if (found.kind === 'output')
                    edges.push({ taker: name, giver: found.stack, output: found.output, at });
                return found;
            }
            catch (error) {
                if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                    throw error;
                errors.push(error);
                return { kind: 'literal', value: '' };
            }
        });
    });
    (0,_read_checked_js__WEBPACK_IMPORTED_MODULE_3__/* .throwAll */ .K)(errors, file);
    (0,_stack_order_js__WEBPACK_IMPORTED_MODULE_5__/* .orderStacks */ .S)(stacks, [...wiring(system.stacks), ...edges]);
    return {
        ...checked,
        value: {
            system: system.system,
            environment,
            file,
            account: read.account,
            regions: read.regions,
            tags: read.tags,
            values,
        },
    };
}
/** Which stack takes which output, as `system.yml` wires them. */
function wiring(stacks) {
    return stacks.flatMap(({ name, parameters }) => takes(name, parameters));
}
function takes(taker, parameters) {
    return Object.values(parameters).flatMap((source) => source.kind === 'output' ? [{ taker, giver: source.stack, output: source.output }] : []);
}
function wiredAlready(stack, parameter, path, checked, system) {
    if (!Object.hasOwn(stack.parameters, parameter))
        return [];
    return [
        new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_PARAMETER_TWICE', `${path.join('.')} is set in ${system.file} too, at stacks.${stack.name}.parameters.${parameter}; keep one of them`, { at: checked.locateKey(path) }),
    ];
}


/***/ }),

/***/ 5059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oc: () => (/* binding */ artifactBucketParameter),
  PW: () => (/* binding */ isAddress),
  LG: () => (/* binding */ mapValues),
  V: () => (/* binding */ parseSystem),
  me: () => (/* binding */ readSystem),
  $t: () => (/* binding */ reserved)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/config/parameter-source.ts
var parameter_source = __webpack_require__(5503);
// EXTERNAL MODULE: ./src/template/nearest.ts
var nearest = __webpack_require__(212);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
;// CONCATENATED MODULE: ./src/config/read-operations.ts



/**
 * The secrets of a system's file. Mistakes that a schema can't see go to `errors`: a header that names no field, a field of
 * OAuth that is none of the secret's.
 */
function readSecrets(file, errors) {
    return Object.entries(file.value.secrets).map(([key, secret]) => {
        for (const { path, field } of fieldsNamed(secret)) {
            const choices = secret.fields === undefined ? ['value'] : Object.keys(secret.fields);
            if (choices.includes(field))
                continue;
            const hint = (0,nearest/* suggestion */.h)(field, choices) ?? `It has ${choices.join(', ')}.`;
            errors.push(new slipway_error/* UserError */.yo('CONFIG_VALUE', (0,nearest/* withHint */.mu)(`secrets.${key} has no field ${field}`, hint), {
                at: file.locate(['secrets', key, ...path]),
            }));
        }
        if (secret.test !== undefined && secret.oauth !== undefined) {
            errors.push(new slipway_error/* UserError */.yo('CONFIG_VALUE', `secrets.${key} has test and oauth; a refresh is what tries oauth, so leave test out`, {
                at: file.locateKey(['secrets', key, 'test']),
            }));
        }
        const { name, description, region, madeBy, environments, fields, test, oauth } = secret;
        return {
            key,
            name,
            description,
            region,
            madeBy,
            environments: environments ?? environment_name/* environmentNames */.i,
            fields: fields ?? null,
            test: test ?? null,
            oauth: oauth ?? null,
        };
    });
}
function fieldsNamed(secret) {
    const inHeaders = Object.entries(secret.test?.headers ?? {}).flatMap(([header, template]) => [...template.matchAll(/\{([^{}]*)\}/g)].map(([, field = '']) => ({
        path: ['test', 'headers', header],
        field,
    })));
    const { oauth } = secret;
    if (oauth === undefined)
        return inHeaders;
    const ofOAuth = ['clientIdField', 'clientSecretField', 'refreshTokenField'].map((key) => ({
        path: ['oauth', key],
        field: oauth[key],
    }));
    return [...inHeaders, ...ofOAuth];
}
/** The switches of a system's file; one of a stack that is not there goes to `errors`. */
function readSwitches(file, errors) {
    const stacks = Object.keys(file.value.stacks);
    return Object.entries(file.value.switches).map(([parameter, { stack, description, values }]) => {
        if (!stacks.includes(stack)) {
            const hint = (0,nearest/* suggestion */.h)(stack, stacks) ?? `The stacks are ${stacks.join(', ')}.`;
            errors.push(new slipway_error/* UserError */.yo('CONFIG_VALUE', (0,nearest/* withHint */.mu)(`switches.${parameter} names the stack ${stack}, which is not there`, hint), {
                at: file.locate(['switches', parameter, 'stack']),
            }));
        }
        return { parameter, stack, description, values };
    });
}

// EXTERNAL MODULE: ./src/config/read-checked.ts
var read_checked = __webpack_require__(6300);
// EXTERNAL MODULE: ./src/config/schemas.ts + 1 modules
var schemas = __webpack_require__(3538);
// EXTERNAL MODULE: ./src/config/stack-order.ts
var stack_order = __webpack_require__(5259);
;// CONCATENATED MODULE: ./src/config/parse-system.ts






/** The parameter that Slipway feeds to root templates itself. */
const artifactBucketParameter = 'ArtifactBucket';
/**
 * Reads `params/<system>/system.yml` from its text, out of the repository or a release.
 *
 * @param file its name, relative to the repository; the folder is the system's name
 * @throws as `readChecked`, and UserError `CONFIG_REFERENCE`, `CONFIG_CYCLE`, `CONFIG_VALUE`, `CONFIG_RESERVED`
 */
function parseSystem(source, file) {
    return readSystem(source, file).value;
}
/** As `parseSystem`, with positions in the file. */
function readSystem(source, file) {
    const checked = (0,read_checked/* readChecked */.Y)(schemas/* systemSchema */.$, source, file);
    const { value: read } = checked;
    const errors = [];
    const stacks = Object.keys(read.stacks);
    const edges = [];
    const folder = file.split('/').at(-2);
    if (folder !== undefined && folder !== read.system) {
        errors.push(new slipway_error/* UserError */.yo('CONFIG_VALUE', `system is "${read.system}", but the folder is ${folder}; they have one name`, {
            at: checked.locate(['system']),
        }));
    }
    const sourceOf = (value, path, taker) => {
        const at = checked.locate(path);
        try {
            const found = (0,parameter_source/* parameterSource */.J)(value, { stacks, taker, field: path.join('.'), at });
            if (found.kind === 'output' && taker !== null) {
                edges.push({ taker, giver: found.stack, output: found.output, at });
            }
            return found;
        }
        catch (error) {
            if (!(error instanceof slipway_error/* UserError */.yo))
                throw error;
            errors.push(error);
            return { kind: 'literal', value: '' };
        }
    };
    const definitions = Object.entries(read.stacks).map(([name, stack]) => ({
        name,
        template: stack.template,
        region: stack.region,
        parameters: mapValues(stack.parameters, (value, parameter) => {
            const path = ['stacks', name, 'parameters', parameter];
            errors.push(...reserved(parameter, path, checked));
            return sourceOf(value, path, name);
        }),
    }));
    const site = read.site === undefined ? null : readSite(read.site, sourceOf);
    if (typeof site?.build === 'object')
        errors.push(...badAddress(site.build.artifact, checked));
    const secrets = readSecrets(checked, errors);
    const switches = readSwitches(checked, errors);
    (0,read_checked/* throwAll */.K)(errors, file);
    const order = (0,stack_order/* orderStacks */.S)(stacks, edges);
    return {
        ...checked,
        value: {
            system: read.system,
            file,
            description: read.description,
            names: read.names,
            stacks: definitions.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
            site,
            smoke: read.smoke ?? null,
            promotion: read.promotion,
            secrets,
            switches,
        },
    };
}
function readSite(site, source) {
    return {
        build: typeof site.build === 'string'
            ? site.build
            : { artifact: site.build.artifact, sha256: site.build.sha256.toLowerCase() },
        bucket: source(site.bucket, ['site', 'bucket'], null),
        distribution: source(site.distribution, ['site', 'distribution'], null),
        url: source(site.url, ['site', 'url'], null),
        config: mapValues(site.config, (value, key) => source(value, ['site', 'config', key], null)),
    };
}
/** Whether the repository names a file by its address rather than by its path. */
function isAddress(artifact) {
    return artifact.startsWith('https://');
}
/** The value is not shown: what it holds may be a password. */
function badAddress(artifact, checked) {
    if (!isAddress(artifact))
        return [];
    const url = URL.parse(artifact);
    const at = checked.locate(['site', 'build', 'artifact']);
    if (url === null) {
        return [
            new slipway_error/* UserError */.yo('CONFIG_VALUE', 'site.build.artifact is not an address that a browser could open', {
                at,
            }),
        ];
    }
    if (url.username === '' && url.password === '')
        return [];
    return [
        new slipway_error/* UserError */.yo('CONFIG_VALUE', 'site.build.artifact holds a user or a password; it must be an address that anybody may read, or the path of a ZIP in the repository', { at }),
    ];
}
/** A mistake where a file sets what Slipway sets. */
function reserved(parameter, path, checked) {
    if (parameter !== artifactBucketParameter)
        return [];
    return [
        new slipway_error/* UserError */.yo('CONFIG_RESERVED', `${path.join('.')} is set by Slipway: it is the artifact bucket of the account and region. Leave it out.`, { at: checked.locateKey(path) }),
    ];
}
function mapValues(map, convert) {
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value, key)]));
}


/***/ }),

/***/ 6300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ throwAll),
/* harmony export */   Y: () => (/* binding */ readChecked)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _template_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
/* harmony import */ var _template_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9363);




/**
 * Reads a YAML 1.2 file and checks it against a schema. All mistakes are told at once, each with its place, the field, its
 * value and the choices.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @throws UserError `YAML_*` (see `readYaml`), `CONFIG_TAG`, `CONFIG_UNKNOWN_KEY`, `CONFIG_MISSING_KEY`, `CONFIG_TYPE`,
 *   `CONFIG_VALUE`; UserErrors `CONFIG_INVALID` where there are several
 */
function readChecked(schema, source, file) {
    const document = (0,_template_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(source, file, 'core');
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(schema, plainValue(document.root, document));
    const place = places(document);
    if (!result.success) {
        const errors = result.issues.flatMap(choiceOf).map((issue) => explain(issue, schema, place));
        const told = errors.map(({ at, message }) => JSON.stringify([at, message]));
        throwAll(errors.filter((_, index) => told.indexOf(told[index] ?? '') === index), file);
    }
    return { value: result.output, ...place };
}
/** Throws one mistake as it is, several as one `CONFIG_INVALID`; returns when there is none. */
function throwAll(errors, file) {
    const [first, ...rest] = errors;
    if (first === undefined)
        return;
    if (rest.length === 0)
        throw first;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .tQ('CONFIG_INVALID', `${file} has ${errors.length} mistakes`, errors);
}
function places(document) {
    const find = (path) => {
        let found = { node: document.root, keyStart: null };
        for (const step of path) {
            const next = descend(found.node, step);
            if (next === null)
                return found;
            found = next;
        }
        return found;
    };
    return {
        locate: (path) => document.position(find(path).node.start),
        locateKey: (path) => {
            const { node, keyStart } = find(path);
            return document.position(keyStart ?? node.start);
        },
    };
}
function descend(node, step) {
    if (node.kind === 'mapping') {
        const entry = node.entries.find(({ key }) => key === String(step));
        return entry ? { node: entry.value, keyStart: entry.keyStart } : null;
    }
    const item = node.kind === 'sequence' ? node.items[Number(step)] : undefined;
    return item ? { node: item, keyStart: null } : null;
}
function plainValue(node, document) {
    if (node.tag !== null && !node.tag.startsWith('!!')) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_TAG', `${node.tag} has no meaning in this file; tags such as !Ref stand in templates. An output of a stack is \${stack.Output}.`, { at: document.position(node.start) });
    }
    switch (node.kind) {
        case 'scalar':
            return node.value;
        case 'sequence':
            return node.items.map((item) => plainValue(item, document));
        case 'mapping':
            return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value, document)]));
    }
}
/**
 * Where a value may be a text or a map and is a map, what is wrong with the map rather than that it is no text.
 */
function choiceOf(issue) {
    if (issue.type !== 'union' || typeof issue.input !== 'object' || Array.isArray(issue.input))
        return [issue];
    const within = (issue.issues ?? []).filter(({ path }) => path?.[0]?.type === 'object');
    if (within.length === 0)
        return [issue];
    return within.map((each) => ({ ...each, path: [...(issue.path ?? []), ...(each.path ?? [])] }));
}
function explain(issue, schema, place) {
    const path = (issue.path ?? []).map((item) => item.key);
    // valibot takes a list for a map with the keys 0, 1, …
    const list = (issue.path ?? []).findIndex((item) => item.type === 'object' && Array.isArray(item.input));
    if (list !== -1) {
        const subject = path.slice(0, list).join('.') || 'This file';
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_TYPE', `${subject} is a list; it takes a map`, {
            at: place.locate(path.slice(0, list)),
        });
    }
    const name = path.join('.');
    const key = path.at(-1);
    const above = path.slice(0, -1);
    const within = above.length === 0 ? 'This file' : above.join('.');
    const aboutKey = issue.path?.at(-1)?.origin === 'key';
    if (issue.type === 'strict_object' && aboutKey) {
        const choices = keysAt(schema, above);
        if (issue.expected === 'never') {
            const unused = choices.filter((choice) => !present(issue, choice));
            const hint = (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(String(key), unused) ?? `It takes ${choices.join(', ')}.`;
            return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_UNKNOWN_KEY', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(`${within} has no key ${String(key)}`, hint), {
                at: place.locateKey(path),
            });
        }
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_MISSING_KEY', `${within} needs the key ${String(key)}`, {
            at: place.locateKey(above),
        });
    }
    if (aboutKey) {
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_VALUE', `The name ${name} is not allowed: ${issue.message}`, {
            at: place.locateKey(path),
        });
    }
    const subject = name === '' ? 'This file' : name;
    const choices = issue.type === 'picklist' || issue.type === 'literal' ? quoted(issue.expected ?? '') : null;
    if (choices !== null) {
        const hint = typeof issue.input === 'string' ? (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(issue.input, choices) : null;
        const message = (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(`${subject} is ${shown(issue.input)}; it must be ${oneOf(choices)}`, hint);
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_VALUE', message, { at: place.locate(path) });
    }
    const custom = !issue.message.startsWith('Invalid ');
    if (issue.kind === 'schema') {
        const wanted = custom
            ? issue.message
            : `it takes ${kinds[issue.expected ?? ''] ?? issue.expected ?? 'another type'}`;
        const quotes = issue.expected === 'string' && (typeof issue.input === 'number' || typeof issue.input === 'boolean')
            ? `Put it in quotes: '${String(issue.input)}'.`
            : null;
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_TYPE', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(`${subject} is ${shown(issue.input)}; ${wanted}`, quotes), {
            at: place.locate(path),
        });
    }
    const wanted = custom ? issue.message : `it must be ${issue.expected ?? 'another value'}`;
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_VALUE', `${subject} is ${shown(issue.input)}; ${wanted}`, {
        at: place.locate(path),
    });
}
const kinds = {
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    Object: 'a map',
    Array: 'a list',
};
/** A value as it stands in a message: short, and only its kind where it is long. */
function shown(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    if (typeof value !== 'string')
        return JSON.stringify(value);
    return value.length > 80 ? `"${value.slice(0, 77)}…"` : `"${value}"`;
}
function quoted(expected) {
    return [...expected.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
}
function oneOf(choices) {
    if (choices.length < 2)
        return choices.join('');
    return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
}
function present(issue, key) {
    const parent = issue.path?.at(-1)?.input;
    return typeof parent === 'object' && parent !== null && key in parent;
}
/** The keys that a schema's object at `path` takes; none where it is no object with fixed keys. */
function keysAt(schema, path) {
    const object = unwrap(schema);
    const [step, ...rest] = path;
    if (step === undefined)
        return Object.keys(object.entries ?? {});
    const next = object.entries?.[String(step)] ?? object.value ?? object.item;
    return next === undefined ? [] : keysAt(next, rest);
}
function unwrap(schema) {
    const shape = schema;
    if (shape.wrapped !== undefined)
        return unwrap(shape.wrapped);
    // Of a choice the map: only a map has keys.
    const map = shape.options?.map(unwrap).find(({ entries }) => entries !== undefined);
    return map ?? shape;
}


/***/ }),

/***/ 3538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ environmentSchema),
  $: () => (/* binding */ systemSchema)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
;// CONCATENATED MODULE: ./src/config/operations-schema.ts

/** What people call a secret or a switch on the command line. */
const fieldName = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'it must be letters, digits, hyphens and underscores, beginning with a letter, at most 64'));
/** A TCP port; zero is none that anybody could be reached at. */
const port = String.raw `(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])`;
/** HTTPS, so that a value never goes in the clear; without it only to the machine itself, for stand-ins. */
const address = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(new RegExp(String.raw `^(https:\/\/[A-Za-z0-9.-]+(:${port})?|http:\/\/(127\.0\.0\.1|localhost):${port})(\/[^\s#]*)?$`), 'it must be an address that begins with https:// and holds no user and no fragment'));
const environments = dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(['dev', 'sit', 'prod'])), dist/* minLength */.BpQ(1, 'it must name at least one environment'), dist/* description */.h_('The environments that have it; all without it.'));
const oauth = dist/* pipe */.FsL(dist/* strictObject */.rej({
    authorizeUrl: dist/* pipe */.FsL(address, dist/* description */.h_('Where a person gives consent, in a browser.')),
    tokenUrl: dist/* pipe */.FsL(address, dist/* description */.h_('Where a code, or a refresh token, is exchanged.')),
    scope: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Scopes, with blanks between them.')), ''),
    callback: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(new RegExp(String.raw `^http:\/\/(127\.0\.0\.1|localhost):${port}(\/[A-Za-z0-9._~/-]*)?$`), 'it must be an address of this machine with its port, as http://127.0.0.1:8765/callback'), dist/* description */.h_('The redirect address as the provider knows it, on this machine.')), 'http://127.0.0.1:8765/callback'),
    clientIdField: dist/* optional */.lqM(fieldName, 'client_id'),
    clientSecretField: dist/* optional */.lqM(fieldName, 'client_secret'),
    refreshTokenField: dist/* optional */.lqM(fieldName, 'refresh_token'),
}), dist/* description */.h_('For credentials of OAuth 2.0: `slipway secret authorize` gets the first refresh token, and a refresh is what tries them.'));
const secret = dist/* strictObject */.rej({
    name: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?!aws)(?:[A-Za-z0-9/_+=.@-]|\{env\}){1,200}$/, 'it must be the name in Secrets Manager: letters, digits and /_+=.@-, with {env} for the environment'), dist/* description */.h_('The name in Secrets Manager; `{env}` is the environment.')),
    description: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'it must not be empty')),
    region: dist/* optional */.lqM(dist/* picklist */.KIO(['home', 'edge']), 'home'),
    madeBy: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['template', 'person']), dist/* description */.h_('`template`: a stack makes it, empty. `person`: `slipway secret set` makes it where it is not there.')), 'template'),
    environments: dist/* optional */.lqM(environments),
    fields: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(fieldName, dist/* picklist */.KIO(['hidden', 'shown', 'json'])), dist/* minEntries */.bPf(1, 'it must name at least one field'), dist/* description */.h_('The fields of its JSON: `hidden` and `shown` are texts (a shown one is echoed while it is typed), `json` is any JSON. A plain text without it.'))),
    test: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* strictObject */.rej({
        url: address,
        headers: dist/* pipe */.FsL(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z][A-Za-z0-9-]*$/, 'it must be the name of a header')), dist/* string */.YjP()), dist/* minEntries */.bPf(1, 'it must hold the header that carries the value')),
    }), dist/* description */.h_('A GET that answers 2xx to a good value. In headers, {value} is the text, or {field} one field of it.'))),
    oauth: dist/* optional */.lqM(oauth),
});
/** `secrets` of `system.yml`: what people set, by the name that they call it. */
const secretsSchema = dist/* pipe */.FsL(dist/* record */.g1P(fieldName, secret), dist/* description */.h_('Secrets whose values people bring: `slipway secret set <system> <environment> <secret>`.'));
/** `switches` of `system.yml`: parameters that one may turn at once, in an emergency. */
const switchesSchema = dist/* pipe */.FsL(dist/* record */.g1P(fieldName, dist/* strictObject */.rej({
    stack: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'it must not be empty')),
    description: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'it must not be empty')),
    values: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'it must not be empty'))), dist/* minLength */.BpQ(2, 'it needs two values at least')), ['on', 'off']),
})), dist/* description */.h_('Parameters by name that `slipway switch` may turn in one environment at once, without the environments before it.'));

;// CONCATENATED MODULE: ./src/config/schemas.ts



/** Names of systems and stacks: they become parts of stack names, roles and GitHub environments. */
const schemas_name = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'it must be lower-case letters, digits and single hyphens, beginning with a letter'), dist/* maxLength */.Ru6(40, 'it must have at most 40 characters'));
/** What physical names begin with, up to a hyphen: a wildcard follows it in a policy, so it must not be one itself, nor a short one. */
const resourceName = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, 'it must be letters, digits and single hyphens, beginning with a letter, without the hyphen at the end'), dist/* minLength */.BpQ(4, 'it must have at least 4 characters, or it holds for names of others'), dist/* maxLength */.Ru6(40, 'it must have at most 40 characters'), dist/* check */.z6Y((text) => !/^slipway(-|$)/i.test(text), 'it must not begin with slipway: such names are taken'));
const relativePath = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))(?!.*\\)(?!\.\/)[^\s].*$/, 'it must be a path relative to the repository, with / as separator and without ..'));
/** CloudFormation's rule for logical names (API reference, `Parameter.ParameterKey`; User Guide, "Parameters"). */
const parameterName = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z0-9]{1,255}$/, 'it must be letters and digits'));
const scalarMessage = "it takes a text, a number, true or false, or a list of these; write '' for an empty text";
const scalar = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()], scalarMessage);
const parameterValue = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY(), dist/* array */.YOg(scalar)], scalarMessage), dist/* description */.h_('A value, a list (joined by commas), or `${stack.Output}`: the output of another stack of the same environment. `$${` stands for `${`.'));
const parameters = dist/* record */.g1P(parameterName, parameterValue);
const stack = dist/* strictObject */.rej({
    template: dist/* pipe */.FsL(relativePath, dist/* description */.h_('The root template, relative to the repository.')),
    region: dist/* pipe */.FsL(dist/* picklist */.KIO(['home', 'edge']), dist/* description */.h_("`home`: the environment's home region. `edge`: us-east-1, for what CloudFront needs there.")),
    parameters: dist/* optional */.lqM(dist/* pipe */.FsL(parameters, dist/* description */.h_('Wiring: values that are the same in all environments, and references `${stack.Output}`.')), {}),
});
const outputOf = (what) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'it must not be empty'), dist/* description */.h_(`${what}: mostly a reference, \`\${stack.Output}\`.`));
const artifact = dist/* strictObject */.rej({
    artifact: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?:https:\/\/[^\s#\\]+|(?![A-Za-z][A-Za-z0-9+.-]*:)(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))(?!.*\\)(?!\.\/)[^\s].*)$/, 'it must be an address https://… or a path relative to the repository, with / as separator and without ..'), dist/* description */.h_("A ZIP of another repository's build: an address https://…, or a path relative to this repository.")),
    sha256: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9A-Fa-f]{64}$/, "it must be the SHA-256 of the artifact's bytes, 64 hex digits"), dist/* description */.h_('The SHA-256 of its bytes, 64 hex digits; what has another one is not released.')),
});
const site = dist/* strictObject */.rej({
    build: dist/* pipe */.FsL(dist/* union */.KCZ([relativePath, artifact], 'it takes a folder of this repository, or a map of artifact and sha256: a ZIP that another repository has built'), dist/* description */.h_('The finished build: a folder, relative to the repository; or `{artifact, sha256}`, a ZIP that another repository has built.')),
    bucket: outputOf("The site's bucket"),
    distribution: outputOf("The id of the site's CloudFront distribution"),
    url: outputOf('The address as visitors see it, `https://…`'),
    config: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'it must not be empty')), dist/* string */.YjP()), dist/* description */.h_('What Slipway writes to config.json beside the build in each environment; never part of the release.')), {}),
});
const promotion = dist/* strictObject */.rej({
    approval: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(environment_name/* environmentNames */.i)), dist/* description */.h_('Environments that a person approves.')), ['prod']),
    rollBackOnSmokeFailure: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(['dev', 'sit'], 'only dev and sit roll back by themselves; prod never does')), dist/* description */.h_('Environments whose failed smoke checks roll back by themselves; never prod.')), []),
});
/** The form of `params/<system>/system.yml`. */
const systemSchema = dist/* strictObject */.rej({
    system: dist/* pipe */.FsL(schemas_name, dist/* description */.h_("The system's name; the same as the folder's.")),
    description: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('One line for people.')), ''),
    names: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(resourceName), dist/* description */.h_('What names of its resources begin with, where that is not the name of the system: CloudFormation gets rights to no others. `slipway bootstrap` hands them on.')), []),
    stacks: dist/* pipe */.FsL(dist/* record */.g1P(schemas_name, stack), dist/* minEntries */.bPf(1, 'it needs at least one stack'), dist/* description */.h_('Stacks by name. A stack is deployed as <system>-<environment>-<name>, after those whose outputs it takes.')),
    site: dist/* optional */.lqM(site),
    smoke: dist/* optional */.lqM(dist/* pipe */.FsL(relativePath, dist/* description */.h_("The smoke profile's file, relative to the repository."))),
    promotion: dist/* optional */.lqM(promotion, {}),
    secrets: dist/* optional */.lqM(secretsSchema, {}),
    switches: dist/* optional */.lqM(switchesSchema, {}),
});
const tagMessage = 'keys that begin with aws: or slipway: are taken';
/** The form of `params/<system>/<environment>.yml`. */
const environmentSchema = dist/* strictObject */.rej({
    account: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{12}$/, 'it must be the 12 digits of an AWS account, in quotes'), dist/* description */.h_('The 12 digits of the AWS account, in quotes.')),
    regions: dist/* strictObject */.rej({
        home: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'it must be a region such as eu-west-1'), dist/* description */.h_('Where the stacks with `region: home` stand.')),
        edge: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* literal */.euz('us-east-1'), dist/* description */.h_('CloudFront takes certificates, web ACLs and edge functions from there only.')), 'us-east-1'),
    }),
    tags: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?!aws:|slipway:)/i, tagMessage), dist/* regex */.yGV(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u, 'it must be 1 to 128 letters, digits, spaces and _.:/=+-@')), dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(256, 'it must have at most 256 characters'))), dist/* maxEntries */.bIj(48, 'it must hold at most 48 tags; CloudFormation takes 50 and Slipway adds two'), dist/* description */.h_('Tags of every stack, and so of its resources. Slipway adds slipway:system and slipway:environment.')), {}),
    values: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(schemas_name, parameters), dist/* description */.h_('Stack, then parameter, then value. The keys are the same in all environments.')), {}),
});


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ orderStacks)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/**
 * Orders stacks so that each stands after those whose outputs it takes, and otherwise as the file has them.
 *
 * @throws UserError `CONFIG_CYCLE`, which shows the circle
 */
function orderStacks(names, edges) {
    const ordered = [];
    const visit = (name, trail) => {
        if (ordered.includes(name))
            return;
        const start = trail.findIndex((edge) => edge.taker === name);
        if (start !== -1)
            throw circle(trail.slice(start));
        for (const edge of edges.filter(({ taker }) => taker === name))
            visit(edge.giver, [...trail, edge]);
        ordered.push(name);
    };
    for (const name of names)
        visit(name, []);
    return ordered;
}
function circle(edges) {
    const first = edges[0]?.taker ?? '';
    const path = [first, ...edges.map(({ giver }) => giver)].join(' → ');
    const reasons = edges.map(({ taker, giver, output }) => `${taker} takes ${giver}.${output}`).join(', ');
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_CYCLE', `The stacks wait for each other in a circle: ${path} (${reasons})`, {
        at: edges.findLast(({ at }) => at !== undefined)?.at,
    });
}


/***/ }),

/***/ 607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ asSecret),
/* harmony export */   EH: () => (/* binding */ maskedSecret),
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   II: () => (/* binding */ unresolved),
/* harmony export */   OZ: () => (/* binding */ lineage),
/* harmony export */   Y: () => (/* binding */ ruleOf),
/* harmony export */   _f: () => (/* binding */ unite),
/* harmony export */   bQ: () => (/* binding */ lineageOf),
/* harmony export */   e0: () => (/* binding */ exact),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   ws: () => (/* binding */ scalarText),
/* harmony export */   x7: () => (/* binding */ noLineage)
/* harmony export */ });
/* unused harmony export isKnown */
/** How a secret prints, everywhere. */
const maskedSecret = '•••• (secret)';
const noLineage = { sources: [], secret: false };
function lineageOf(...sources) {
    return { sources: [...new Set(sources)].sort(), secret: false };
}
/** What a text does not say of how a value comes about: the condition, or the map, that chooses it. */
function ruleOf(definition) {
    return lineageOf(`rule:${definition}`);
}
function known(value, lineage = noLineage) {
    return { kind: 'value', value, lineage };
}
function unresolved(text, lineage) {
    return { kind: 'unresolved', text: lineage.secret ? maskedSecret : text, lineage };
}
/** The same value, known to hold a secret. */
function asSecret(evaluated, source) {
    const add = (lineage) => ({ ...unite([lineage, lineageOf(source)]), secret: true });
    switch (evaluated.kind) {
        case 'value':
            return { ...evaluated, lineage: add(evaluated.lineage) };
        case 'unresolved':
            return unresolved(evaluated.text, add(evaluated.lineage));
        case 'list':
            return { kind: 'list', items: evaluated.items.map((item) => asSecret(item, source)) };
        case 'map':
            return {
                kind: 'map',
                entries: new Map([...evaluated.entries].map(([key, entry]) => [key, asSecret(entry, source)])),
            };
        case 'none':
            return evaluated;
    }
}
function unite(lineages) {
    return {
        sources: [...new Set(lineages.flatMap((each) => each.sources))].sort(),
        secret: lineages.some((each) => each.secret),
    };
}
/** The lineage of a value with all that it holds. */
function lineage(evaluated) {
    switch (evaluated.kind) {
        case 'value':
        case 'unresolved':
            return evaluated.lineage;
        case 'list':
            return unite(evaluated.items.map(lineage));
        case 'map':
            return unite([...evaluated.entries.values()].map(lineage));
        case 'none':
            return noLineage;
    }
}
/** True where nothing in the value waits for the deployment. */
function isKnown(evaluated) {
    switch (evaluated.kind) {
        case 'value':
        case 'none':
            return true;
        case 'unresolved':
            return false;
        case 'list':
            return evaluated.items.every(isKnown);
        case 'map':
            return [...evaluated.entries.values()].every(isKnown);
    }
}
/** The value as data to print: secrets masked, `${…}` for what is not known, without what is `AWS::NoValue`. */
function printable(evaluated) {
    return convert(evaluated, (value, from) => (from.secret ? maskedSecret : value));
}
/**
 * The value as data to compare or to hand to AWS: secrets in clear, `undefined` where any of it is unresolved. Never print it.
 */
function exact(evaluated) {
    return isKnown(evaluated) ? convert(evaluated, (value) => value) : undefined;
}
function convert(evaluated, scalar) {
    switch (evaluated.kind) {
        case 'value':
            return scalar(evaluated.value, evaluated.lineage);
        case 'unresolved':
            return evaluated.text;
        case 'list':
            return evaluated.items.filter((item) => item.kind !== 'none').map((item) => convert(item, scalar));
        case 'map':
            return Object.fromEntries([...evaluated.entries]
                .filter(([, entry]) => entry.kind !== 'none')
                .map(([key, entry]) => [key, convert(entry, scalar)]));
        case 'none':
            return null;
    }
}
/** The scalars of a value in order, with their paths. Empty lists and maps have none. */
function leaves(evaluated, path = []) {
    switch (evaluated.kind) {
        case 'value':
        case 'unresolved':
            return [{ path: path.join('.'), value: evaluated }];
        case 'list':
            return evaluated.items.flatMap((item, index) => leaves(item, [...path, String(index)]));
        case 'map':
            return [...evaluated.entries].flatMap(([key, entry]) => leaves(entry, [...path, key]));
        case 'none':
            return [];
    }
}
/** A scalar as CloudFormation makes text of it: `true` for a boolean, digits for a number, nothing for null. */
function scalarText(value) {
    return value === null ? '' : String(value);
}


/***/ }),

/***/ 9363:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);


/**
 * CloudFormation reads YAML 1.1 without binary, omap, pairs, set, timestamp, aliases and merges
 * (AWS CloudFormation User Guide, "CloudFormation template formats", "YAML").
 */
const cloudFormationSchema = new js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .Schema */ .Sj(js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAML11_SCHEMA */ .Wj.tags.filter((tag) => !/:(timestamp|merge|binary|omap|pairs|set)$/.test(tag.tagName)));
const schemas = { cloudformation: cloudFormationSchema, core: js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU };
/**
 * Reads one YAML document into nodes that know where they stand.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @param dialect `cloudformation` is YAML 1.1 as CloudFormation takes it (`yes` is true); `core` is YAML 1.2
 * @throws UserError `YAML_SYNTAX`, `YAML_EMPTY`, `YAML_ALIAS`, `YAML_KEY`, `YAML_DUPLICATE_KEY` with file, line, column;
 *   UserErrors `YAML_DUPLICATE_KEY` where several keys stand twice
 */
function readYaml(source, file, dialect = 'core') {
    const position = positionsOf(source, file);
    const events = parse(source, file);
    const builder = new NodeBuilder(source, schemas[dialect], position);
    const root = builder.build(events);
    const [first, ...rest] = builder.duplicates;
    if (first !== undefined) {
        if (rest.length === 0)
            throw first;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserErrors */ .tQ('YAML_DUPLICATE_KEY', `${file} holds ${rest.length + 1} keys that stand twice`, [
            first,
            ...rest,
        ]);
    }
    if (root === null) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('YAML_EMPTY', `${file} is empty`, { at: { file, line: 1, column: 1 } });
    }
    return { root, position };
}
function parse(source, file) {
    try {
        return (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(source, { filename: file });
    }
    catch (error) {
        if (!(error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB))
            throw error;
        const at = { file, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('YAML_SYNTAX', `${file} is not valid YAML: ${error.reason}`, {
            at,
            cause: error,
            next: advice.find(([reason]) => error.reason.startsWith(reason))?.[1],
        });
    }
}
/** js-yaml's terse reasons, and what they mostly come from. */
const advice = [
    ['deficient indentation', 'Look for a bracket, brace or quote that is opened before and not closed'],
    ['tab characters', 'Indent with spaces'],
    ['bad indentation of a mapping entry', 'A value that holds ": " or begins with @ or ` stands in quotes'],
];
function positionsOf(source, file) {
    const lineStarts = [0];
    for (let index = source.indexOf('\n'); index !== -1; index = source.indexOf('\n', index + 1)) {
        lineStarts.push(index + 1);
    }
    return (offset) => {
        let low = 0;
        let high = lineStarts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((lineStarts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
    };
}
/** Builds nodes from js-yaml's events, which carry offsets but no tree. */
class NodeBuilder {
    duplicates = [];
    #source;
    #schema;
    #position;
    #frames = [];
    #root = null;
    #documents = 0;
    /** The end of the last thing read: where an empty value is said to stand. */
    #last = 0;
    constructor(source, schema, position) {
        this.#source = source;
        this.#schema = schema;
        this.#position = position;
    }
    build(events) {
        for (const event of events)
            this.#take(event);
        return this.#root;
    }
    #take(event) {
        switch (event.type) {
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT:
                this.#documents += 1;
                if (this.#documents > 1) {
                    this.#fail('YAML_SYNTAX', 'The file holds more than one YAML document; one is expected', 
                    // where the next one begins (YAML 1.2, 9.1.2), not where the one before ends
                    Math.max(this.#source.indexOf('\n---', this.#last) + 1, this.#last));
                }
                this.#frames.push({ node: null, finished: null, keys: new Map(), key: null });
                return;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR:
                this.#add(this.#scalar(event));
                return;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE: {
                const items = [];
                const node = { kind: 'sequence', items, ...this.#head(event) };
                this.#frames.push({ node: { kind: 'sequence', items }, finished: node, keys: new Map(), key: null });
                this.#last = event.start;
                return;
            }
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING: {
                const entries = [];
                const node = { kind: 'mapping', entries, ...this.#head(event) };
                this.#frames.push({ node: { kind: 'mapping', entries }, finished: node, keys: new Map(), key: null });
                this.#last = event.start;
                return;
            }
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.ALIAS: {
                const name = this.#source.slice(event.anchorStart, event.anchorEnd);
                return this.#fail('YAML_ALIAS', `The alias *${name} is not supported: CloudFormation takes no YAML aliases. Write the value out.`, event.anchorStart - 1);
            }
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP: {
                const frame = this.#frames.pop();
                if (frame?.finished)
                    this.#add(frame.finished);
                return;
            }
        }
    }
    #head(event) {
        const tagged = event.tagStart >= 0;
        return {
            tag: tagged ? this.#source.slice(event.tagStart, event.tagEnd).trim() : null,
            start: tagged ? event.tagStart : event.start,
        };
    }
    #scalar(event) {
        const text = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(this.#source, event);
        const quoted = event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.SINGLE_QUOTED || event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.DOUBLE_QUOTED ? 1 : 0;
        const empty = event.valueStart < 0;
        const valueStart = empty ? this.#last : event.valueStart - quoted;
        const { tag, start } = this.#head({ ...event, start: valueStart });
        const end = empty ? Math.max(event.tagEnd, this.#last) : event.valueEnd + quoted;
        this.#last = end;
        return { kind: 'scalar', text, value: this.#value(text, tag, event.style, start), tag, start, end };
    }
    #value(text, tag, style, start) {
        if (tag?.startsWith('!!')) {
            const name = `tag:yaml.org,2002:${tag.slice(2)}`;
            const value = this.#schema.lookupScalarTag(name)?.resolve(text, true, name) ?? js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .NOT_RESOLVED */ .Hg;
            if (value === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .NOT_RESOLVED */ .Hg)
                this.#fail('YAML_SYNTAX', `${tag} does not take this value`, start);
            return plain(value, text);
        }
        if (tag !== null || style !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.PLAIN)
            return text;
        return plain(this.#schema.resolveImplicitScalarTag(text).value, text);
    }
    #add(node) {
        const frame = this.#frames.at(-1);
        if (!frame)
            return;
        if (frame.node === null)
            this.#root = node;
        else if (frame.node.kind === 'sequence')
            frame.node.items.push(node);
        else if (frame.key === null)
            frame.key = this.#key(frame, node);
        else {
            frame.node.entries.push({ key: frame.key.text, keyStart: frame.key.start, value: node });
            frame.key = null;
        }
    }
    #key(frame, node) {
        if (node.kind !== 'scalar')
            this.#fail('YAML_KEY', 'A key is a plain text here, not a list or a map', node.start);
        const earlier = frame.keys.get(node.text);
        if (earlier !== undefined) {
            const first = this.#position(earlier);
            this.duplicates.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('YAML_DUPLICATE_KEY', `The key ${node.text} stands twice; it stands first on line ${first.line}`, { at: this.#position(node.start) }));
        }
        else if (node.text === '<<') {
            this.#fail('YAML_ALIAS', 'The merge key << is not supported. Write the entries out.', node.start);
        }
        frame.keys.set(node.text, earlier ?? node.start);
        return { text: node.text, start: node.start };
    }
    #fail(code, message, offset) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(code, message, { at: this.#position(Math.max(offset, 0)) });
    }
}
/**
 * A number that would print otherwise than it is written (`1.10`, `010`, `012345678901`, `1:30`) stays text: versions and
 * account ids are no numbers.
 */
function plain(value, text) {
    if (typeof value === 'number')
        return String(value) === text ? value : text;
    // js-yaml takes `y` and `n` for booleans, as YAML 1.1 says; CloudFormation's and cfn-lint's readers don't (SnakeYAML, PyYAML).
    if (typeof value === 'boolean')
        return /^[yn]$/i.test(text) ? text : value;
    if (value === null)
        return value;
    return text;
}


/***/ })

};
