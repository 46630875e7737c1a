export const id = 4156;
export const ids = [4156,9066];
export const modules = {

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

/***/ 7106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ namesSecret),
/* harmony export */   s: () => (/* binding */ withDynamicReferences)
/* harmony export */ });
/* harmony import */ var _evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);

/**
 * Text that CloudFormation completes when it deploys keeps its text; the reference goes into the lineage. Secrets Manager's
 * and SSM's secure strings make it a secret (CloudFormation User Guide, "Dynamic references").
 */
function withDynamicReferences(text, from) {
    const found = [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):[^{}]*\}\}/g)];
    if (found.length === 0)
        return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(text, from);
    const sources = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .unite */ ._f)([from, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .lineageOf */ .bQ)(...found.map((match) => match[0]))]);
    return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(text, { ...sources, secret: sources.secret || found.some((match) => match[1] !== 'ssm') });
}
/** True where a text, even with gaps in it, holds a dynamic reference to a secret. */
function namesSecret(text) {
    return /\{\{resolve:(secretsmanager|ssm-secure):/.test(text);
}


/***/ }),

/***/ 4649:
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
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
// EXTERNAL MODULE: ./src/template/references.ts
var references = __webpack_require__(2017);
;// CONCATENATED MODULE: ./src/template/evaluate.ts






/**
 * Evaluates any part of a template. What cannot be known before the deployment comes back as `unresolved` with its
 * lineage, never as an error: cfn-lint and CloudFormation judge the template.
 */
function evaluate(value, scope) {
    if (value === null || value === undefined)
        return (0,evaluated/* known */.eO)(null);
    if (typeof value === 'string')
        return (0,dynamic_references/* withDynamicReferences */.s)(value, evaluated/* noLineage */.x7);
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
            return evaluate_select(items());
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
        case 'Fn::Not':
            return logic(items(), (values) => !values[0]);
        case 'Fn::And':
            return logic(items(), (values) => values.every(Boolean), false);
        case 'Fn::Or':
            return logic(items(), (values) => values.some(Boolean), true);
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
            return { kind: 'list', items: blocks.map((each) => (0,evaluated/* known */.eO)(each)) };
        }
        case 'Fn::ImportValue': {
            const exported = (0,evaluated/* exact */.e0)(evaluate(argument, scope));
            if (typeof exported !== 'string')
                return waiting(name, items());
            return (0,evaluated/* unresolved */.II)(`\${export:${exported}}`, (0,evaluated/* lineageOf */.bQ)(`export:${exported}`));
        }
        default:
            return waiting(name, items());
    }
}
function waiting(name, items) {
    const from = (0,evaluated/* lineage */.OZ)({ kind: 'list', items });
    const source = from.sources.length === 0 ? (0,evaluated/* lineageOf */.bQ)(name) : from;
    return (0,evaluated/* unresolved */.II)(`${name.replace('Fn::', '')}(${items.map(textOf).join(', ')})`, {
        ...source,
        secret: from.secret,
    });
}
function textOf(value) {
    const data = (0,evaluated/* printable */.g$)(value);
    return typeof data === 'string' ? data : JSON.stringify(data);
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
    const found = scope.resource(logicalId, attributeName);
    if (found)
        return found;
    const name = (0,references/* fullName */.fq)({ name: logicalId, attribute: attributeName });
    return (0,evaluated/* unresolved */.II)(`\${${name}}`, (0,evaluated/* lineageOf */.bQ)([...scope.path, name].join('/')));
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
function concatenate(pieces) {
    const flat = pieces.map(parameter_values/* flatten */.Bq);
    const from = (0,evaluated/* unite */._f)(flat.map((piece) => piece.lineage));
    if (flat.every((piece) => piece.kind === 'value')) {
        return (0,dynamic_references/* withDynamicReferences */.s)(flat.map((piece) => (0,evaluated/* scalarText */.ws)(piece.value)).join(''), from);
    }
    const text = flat.map((piece) => (piece.kind === 'value' ? (0,evaluated/* scalarText */.ws)(piece.value) : piece.text)).join('');
    return (0,evaluated/* unresolved */.II)(text, { ...from, secret: from.secret || (0,dynamic_references/* namesSecret */.L)(text) });
}
function choose([condition, yes, no], scope) {
    if (typeof condition !== 'string')
        return waiting('Fn::If', []);
    const decided = evaluateCondition(condition, scope);
    if (typeof decided === 'boolean')
        return evaluate(decided ? yes : no, scope);
    const branches = [evaluate(yes, scope), evaluate(no, scope)];
    const [first = (0,evaluated/* known */.eO)(null), second = (0,evaluated/* known */.eO)(null)] = branches;
    const [left, right] = branches.map(evaluated/* exact */.e0);
    if (left !== undefined && JSON.stringify(left) === JSON.stringify(right))
        return first;
    return (0,evaluated/* unresolved */.II)(`${textOf(first)} or ${textOf(second)} (${condition})`, (0,evaluated/* unite */._f)([decided, ...branches.map(evaluated/* lineage */.OZ)]));
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
function logic(items, decide, absorbing) {
    const values = items.map((item) => (item.kind === 'value' ? String(item.value) === 'true' : undefined));
    if (absorbing !== undefined && values.includes(absorbing))
        return (0,evaluated/* known */.eO)(absorbing);
    const decided = values.filter((value) => value !== undefined);
    return decided.length === values.length ? (0,evaluated/* known */.eO)(decide(decided)) : waiting('Fn::Condition', items);
}
function join([delimiter, list]) {
    const separator = delimiter === undefined ? undefined : (0,evaluated/* exact */.e0)(delimiter);
    if (typeof separator !== 'string' || list?.kind !== 'list') {
        return waiting('Fn::Join', [delimiter, list].filter((each) => each !== undefined));
    }
    const present = list.items.filter((item) => item.kind !== 'none');
    return concatenate(present.flatMap((item, index) => (index === 0 ? [item] : [(0,evaluated/* known */.eO)(separator), item])));
}
function evaluate_select([index, list]) {
    const position = index === undefined ? undefined : Number((0,evaluated/* exact */.e0)(index));
    const item = list?.kind === 'list' && position !== undefined ? list.items[position] : undefined;
    return (item ??
        waiting('Fn::Select', [index, list].filter((each) => each !== undefined)));
}
function split([delimiter, text]) {
    const separator = delimiter === undefined ? undefined : (0,evaluated/* exact */.e0)(delimiter);
    const whole = text === undefined ? undefined : (0,evaluated/* exact */.e0)(text);
    if (typeof separator !== 'string' || typeof whole !== 'string' || text === undefined) {
        return waiting('Fn::Split', [delimiter, text].filter((each) => each !== undefined));
    }
    return { kind: 'list', items: whole.split(separator).map((part) => (0,evaluated/* known */.eO)(part, (0,evaluated/* lineage */.OZ)(text))) };
}
function findInMap(items, scope) {
    const [mapping, first, second] = items.map(evaluated/* exact */.e0);
    if (typeof mapping !== 'string' || first === undefined || second === undefined)
        return waiting('Fn::FindInMap', items);
    const entry = field(field(scope.body.Mappings?.[mapping], comparable(first)), comparable(second));
    return entry === undefined ? waiting('Fn::FindInMap', items) : evaluate(entry, scope);
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
    const read = (0,_dynamic_references_js__WEBPACK_IMPORTED_MODULE_0__/* .withDynamicReferences */ .s)(text, value.lineage);
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
