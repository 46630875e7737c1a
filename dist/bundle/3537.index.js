export const id = 3537;
export const ids = [3537];
export const modules = {

/***/ 3865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   So: () => (/* binding */ usdPerMonth),
/* harmony export */   t$: () => (/* binding */ hoursInMonth),
/* harmony export */   vk: () => (/* binding */ findPrice)
/* harmony export */ });
/* unused harmony export priceTable */
const priceList = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';
const vpc = { source: 'https://aws.amazon.com/vpc/pricing/', read: '2026-09-29' };
const waf = { source: `${priceList}/awswaf/current/us-east-1/index.json`, read: '2026-09-14' };
const route53 = { source: `${priceList}/AmazonRoute53/current/index.csv`, read: '2026-10-01' };
const alarms = {
    ireland: 'AmazonCloudWatch/20260922021715/eu-west-1',
    virginia: 'AmazonCloudWatch/current/us-east-1',
};
const cacheNodes = {
    source: `${priceList}/AmazonElastiCache/current/eu-west-1/index.json`,
    read: '2026-08-12',
};
const tables = { source: `${priceList}/AmazonDynamoDB/current/us-east-1/index.json`, read: '2026-09-30' };
/**
 * List prices with where they stand and when they were read. A price that is not here is not guessed: the estimate says
 * "not priced". A line that is added names AWS's own page or price list, and the region that it holds for. Prices of the
 * lists were read in others' dated records of them.
 */
const priceTable = [
    // In use or idle, it costs the same (VPC's pricing page).
    { what: 'a public IPv4 address', region: 'any', usd: 0.005, per: 'hour', ...vpc },
    {
        what: 'a NAT gateway',
        region: 'eu-west-1',
        usd: 0.048,
        per: 'hour',
        source: `${priceList}/AmazonEC2/20260925174521/eu-west-1/index.json`,
        read: '2026-10-02',
    },
    {
        what: 'a NAT gateway',
        region: 'us-east-1',
        usd: 0.045,
        per: 'hour',
        source: `${priceList}/AmazonEC2/current/us-east-1/index.json`,
        read: '2026-10-01',
    },
    {
        what: 'a NAT gateway',
        region: 'af-south-1',
        usd: 0.057,
        per: 'hour',
        source: `${priceList}/AmazonEC2/current/af-south-1/index.json`,
        read: '2026-09-07',
    },
    {
        what: 'an interface endpoint in one zone',
        region: 'eu-west-1',
        usd: 0.011,
        per: 'hour',
        source: `${priceList}/AmazonVPC/current/eu-west-1/index.json`,
        read: '2026-05-01',
    },
    {
        what: 'an interface endpoint in one zone',
        region: 'us-east-1',
        usd: 0.01,
        per: 'hour',
        source: `${priceList}/AmazonVPC/current/us-east-1/index.json`,
        read: '2026-09-29',
    },
    {
        what: 'a KMS key',
        region: 'any',
        usd: 1,
        per: 'month',
        source: 'https://aws.amazon.com/kms/pricing/',
        read: '2026-11-21',
    },
    {
        what: 'a secret',
        region: 'any',
        usd: 0.4,
        per: 'month',
        source: 'https://aws.amazon.com/secrets-manager/pricing/',
        read: '2026-09-20',
    },
    {
        what: 'a metric of an alarm',
        region: 'eu-west-1',
        usd: 0.1,
        per: 'month',
        source: `${priceList}/${alarms.ireland}/index.json`,
        read: '2026-10-04',
    },
    {
        what: 'a metric of an alarm',
        region: 'us-east-1',
        usd: 0.1,
        per: 'month',
        source: `${priceList}/${alarms.virginia}/index.json`,
        read: '2026-09-24',
    },
    {
        what: 'a metric of an alarm of high resolution',
        region: 'eu-west-1',
        usd: 0.3,
        per: 'month',
        source: `${priceList}/${alarms.ireland}/index.json`,
        read: '2026-09-24',
    },
    {
        what: 'a metric of an alarm of high resolution',
        region: 'us-east-1',
        usd: 0.3,
        per: 'month',
        source: `${priceList}/${alarms.virginia}/index.json`,
        read: '2026-09-24',
    },
    {
        // The list has it at the location "Any".
        what: 'a dashboard',
        region: 'any',
        usd: 3,
        per: 'month',
        source: `${priceList}/AmazonCloudWatch/current/index.json`,
        read: '2026-11-21',
    },
    // The same in all regions (AWS's blog, "Cost-effective ways for securing your web applications using AWS WAF").
    { what: 'a web ACL', region: 'any', usd: 5, per: 'month', ...waf },
    { what: 'a rule of a web ACL', region: 'any', usd: 1, per: 'month', ...waf },
    { what: 'a health check of an endpoint at AWS', region: 'any', usd: 0.5, per: 'month', ...route53 },
    { what: 'a health check of an endpoint elsewhere', region: 'any', usd: 0.75, per: 'month', ...route53 },
    { what: 'an option of a health check at AWS', region: 'any', usd: 1, per: 'month', ...route53 },
    { what: 'an option of a health check elsewhere', region: 'any', usd: 2, per: 'month', ...route53 },
    { what: 'a hosted zone, of the first 25', region: 'any', usd: 0.5, per: 'month', ...route53 },
    { what: 'a hosted zone, of those above 25', region: 'any', usd: 0.1, per: 'month', ...route53 },
    { what: 'a cache.r6g.xlarge node of Redis', region: 'eu-west-1', usd: 0.458, per: 'hour', ...cacheNodes },
    { what: 'a cache.r6g.xlarge node of Valkey', region: 'eu-west-1', usd: 0.3664, per: 'hour', ...cacheNodes },
    { what: 'a cache.m6g.large node of Redis', region: 'eu-west-1', usd: 0.164, per: 'hour', ...cacheNodes },
    { what: 'a cache.m6g.large node of Valkey', region: 'eu-west-1', usd: 0.1312, per: 'hour', ...cacheNodes },
    { what: 'a cache.m5.large node of Redis', region: 'eu-west-1', usd: 0.172, per: 'hour', ...cacheNodes },
    { what: 'a cache.m5.large node of Valkey', region: 'eu-west-1', usd: 0.1376, per: 'hour', ...cacheNodes },
    { what: 'a read unit of a table', region: 'us-east-1', usd: 0.00013, per: 'hour', ...tables },
    { what: 'a write unit of a table', region: 'us-east-1', usd: 0.00065, per: 'hour', ...tables },
];
/** Hours that a month counts, as AWS's pricing calculator has it. */
const hoursInMonth = 730;
/** The price of one thing in one region; never another region's in its place. */
function findPrice(what, region) {
    return (priceTable.find((line) => line.what === what && (line.region === region || line.region === 'any')) ?? null);
}
function usdPerMonth({ usd, per }) {
    return per === 'month' ? usd : usd * hoursInMonth;
}


/***/ }),

/***/ 8262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ worstEffect),
/* harmony export */   s: () => (/* binding */ driftEffects)
/* harmony export */ });
/**
 * What becomes of something that was changed outside CloudFormation, once the plan runs; the worst first.
 * - `fails`: the resource was deleted, and the plan changes it in place.
 * - `may-fail`: as `fails`, where the change itself is only possible.
 * - `overwritten`: the plan sets the very property.
 * - `lost`: the resource is removed, or made anew from its template.
 * - `possible`: the resource is changed in another property; whether its update sets this one, too, is the type's affair.
 * - `adopted`: the plan sets what stands there already.
 * - `stays`: the plan does not touch what the resource is made of, or keeps the resource.
 * - `gone`: the resource was deleted, and the plan has no need of it.
 */
const driftEffects = [
    'fails',
    'may-fail',
    'overwritten',
    'lost',
    'possible',
    'adopted',
    'stays',
    'gone',
];
/** The worst of some effects; `stays` where there are none. */
function worstEffect(effects) {
    return driftEffects.find((effect) => effects.includes(effect)) ?? 'stays';
}


/***/ }),

/***/ 6401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isStatic)
/* harmony export */ });
function isStatic(plan) {
    return 'kind' in plan;
}


/***/ }),

/***/ 8793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   ch: () => (/* binding */ costCell),
/* harmony export */   rs: () => (/* binding */ costText)
/* harmony export */ });
/* harmony import */ var _plan_cost_price_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3865);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7885);


/**
 * What a plan does to the monthly bill, in one sentence that says what is not in the sum, what a month is and how old the
 * prices are; `null` where no fixed price changes and none is missing.
 */
function costText(stacks) {
    const costs = stacks.flatMap(({ cost }) => cost ?? []);
    const [items, missing, byUse] = [count(costs, 'items'), count(costs, 'notPriced'), count(costs, 'byUse')];
    if (items + missing === 0)
        return null;
    const usd = costs.reduce((sum, cost) => sum + cost.usd, 0);
    const [oldest = ''] = costs.flatMap((cost) => cost.items.map(({ read }) => read)).sort();
    const terms = `USD, ${_plan_cost_price_table_js__WEBPACK_IMPORTED_MODULE_0__/* .hoursInMonth */ .t$} hours, prices of ${oldest} and later`;
    const sum = `${dollars(usd)} for ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(items, 'resource')} with a fixed price (${terms})`;
    const rest = [
        missing > 0 ? `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(missing, 'resource')} not priced` : '',
        byUse > 0 ? `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(byUse, 'resource')} paid by use` : '',
    ].filter((part) => part !== '');
    const beside = rest.length === 0 ? '' : `${items === 0 ? ':' : '; not in it:'} ${rest.join(', ')}`;
    return `Monthly cost at list prices: ${items === 0 ? 'no fixed price is known' : sum}${beside}.`;
}
/**
 * The same for a table's cell: the sum of what has a fixed price, and beside it what is not in it. `–` where nothing that is
 * paid for changes; `unknown` where a sum can't be told, for a plan that saw a part of its stacks only, too.
 */
function costCell(stacks) {
    const costs = stacks.flatMap(({ cost }) => cost ?? []);
    const isBlind = stacks.some(({ cost, certainty, outcome }) => cost === undefined && certainty === 'partial' && outcome === 'change');
    const parts = [
        count(costs, 'items') > 0 ? dollars(costs.reduce((sum, cost) => sum + cost.usd, 0)) : '',
        count(costs, 'byUse') > 0 ? 'use' : '',
        count(costs, 'notPriced') > 0 || isBlind ? 'unknown' : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '–' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(parts).replace(/^use/, 'by use');
}
/** `+ $1.40`, `- $35.24`, `± $0.00`. */
function dollars(usd) {
    const sign = usd > 0 ? '+' : usd < 0 ? '-' : '±';
    return `${sign} $${Math.abs(usd).toFixed(2)}`;
}
function count(costs, kind) {
    return costs.reduce((sum, cost) => sum + cost[kind].length, 0);
}


/***/ }),

/***/ 4061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ driftReport),
/* harmony export */   Zk: () => (/* binding */ driftVerdict),
/* harmony export */   sJ: () => (/* binding */ driftWord)
/* harmony export */ });
/* harmony import */ var _plan_drift_drift_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8262);
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6401);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7885);



/**
 * What a plan would do to drift in a word, the worst: an effect, `unknown` where nothing worse than that is known, `none`, or
 * nothing where it was not asked.
 */
function driftWord(plan) {
    const report = driftReport(plan);
    if (report === null)
        return '';
    const worst = report.resources[0]?.effect;
    if (worst !== undefined && meets(worst))
        return worst;
    return report.unknown.length > 0 ? 'unknown' : (worst ?? 'none');
}
/** What a verdict is to be read with: `overwrites drift`; empty where the plan meets nothing that was done by hand. */
function driftVerdict(plan) {
    const worst = driftReport(plan)?.resources[0]?.effect;
    return worst === undefined ? '' : verdicts[worst];
}
const verdicts = {
    fails: 'fails on drift',
    'may-fail': 'may fail on drift',
    overwritten: 'overwrites drift',
    lost: 'loses drift',
    possible: 'may overwrite drift',
    adopted: '',
    stays: '',
    gone: '',
};
/** Whether something is done, or may be, to what somebody did by hand. */
const meets = (effect) => effect !== 'adopted' && effect !== 'stays' && effect !== 'gone';
/** Every rendering asks for it more than once. */
const told = new WeakMap();
/** What a plan says of drift, in words; `null` where it was not asked. */
function driftReport(plan) {
    const known = told.get(plan);
    if (known !== undefined)
        return known;
    const report = reportOf(plan);
    told.set(plan, report);
    return report;
}
function reportOf(plan) {
    if ((0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isStatic */ .N)(plan))
        return null;
    const asked = plan.stacks.flatMap(({ stack, drift }) => (drift === undefined ? [] : [{ stack, drift }]));
    if (asked.length === 0)
        return null;
    const resources = asked
        .flatMap(({ stack, drift }) => drift.drifted.map((resource) => resourceText(stack, resource)))
        .toSorted((a, b) => _plan_drift_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .driftEffects */ .s.indexOf(a.effect) - _plan_drift_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .driftEffects */ .s.indexOf(b.effect));
    const unknown = asked.flatMap(({ stack, drift }) => drift.unknown.map(({ path, resources: ids, because }) => ({
        subjects: ids.length === 0 ? [[stack, ...path].join('/')] : ids.map((id) => [stack, ...path, id].join('/')),
        because,
    })));
    const count = unknown.reduce((sum, { subjects }) => sum + subjects.length, 0);
    return {
        headline: headlineOf(plan.environment, resources, count),
        isGrave: resources.some(({ effect }) => grave.includes(effect)),
        resources,
        unknown,
        note: noteOf(asked, resources, count),
    };
}
const grave = ['fails', 'overwritten', 'lost'];
function headlineOf(environment, resources, unknown) {
    const count = (effect) => resources.filter((each) => each.effect === effect).length;
    const would = [
        phrase(count('fails'), (many) => `fail on ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(many, 'resource')} deleted by hand`),
        phrase(count('overwritten'), (many) => `overwrite drift in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(many, 'resource')}`),
        phrase(count('lost'), (many) => `lose drift with ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(many, 'resource')}`),
    ].flat();
    const may = [
        phrase(count('may-fail'), (many) => `fail on ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(many, 'resource')} deleted by hand`),
        phrase(count('possible'), (many) => `overwrite drift in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(many, 'resource')}`),
    ].flat();
    const parts = [
        ...(would.length > 0 ? [`${environment} would ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(would)}`] : []),
        ...(may.length > 0 ? [`${environment} may ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(may)}`] : []),
        ...phrase(unknown, (many) => `drift of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(many, 'resource')} in ${environment} is unknown`),
    ];
    return parts.length === 0 ? null : parts.join('; ');
}
const phrase = (count, text) => count === 0 ? [] : [text(count)];
const fates = {
    fails: 'was deleted by hand: the update fails there and rolls back',
    'may-fail': 'was deleted by hand: if the change comes to pass, the update fails there and rolls back',
    overwritten: 'is overwritten',
    lost: 'is lost: the resource is removed, or made anew from its template',
    possible: 'may be overwritten: the resource is updated, in something else',
    adopted: 'is what the plan sets, too',
    stays: 'stays',
    gone: 'was deleted by hand already, and the plan does not need it',
};
/** Of a property that fares better than the worst of its resource. */
const shortFates = {
    ...fates,
    lost: 'is lost',
    possible: 'may be overwritten, too',
    adopted: 'the plan sets the same',
};
function resourceText(stack, { path, at, effect, properties }) {
    return {
        effect,
        subject: [stack, ...path].join('/'),
        place: at === null ? null : `${at.file} line ${at.line}`,
        fate: fates[effect],
        properties: properties.map((property) => ({
            name: property.path,
            text: propertyText(property) + (property.effect === effect ? '' : ` (${shortFates[property.effect]})`),
        })),
    };
}
/** `is 1024, was deployed as 256, becomes 512`. */
function propertyText({ expected, actual, becomes, secret, difference }) {
    const parts = [
        difference === 'remove'
            ? 'was taken away by hand'
            : difference === 'add'
                ? `was put there by hand: ${value(actual)}`
                : `is ${value(actual)}`,
        ...(expected === null ? [] : [`was deployed as ${value(expected)}`]),
        ...(becomes === null ? [] : [`becomes ${value(becomes)}`]),
    ];
    return secret && difference === 'not-equal' ? '•••• (secret) was changed by hand' : parts.join(', ');
}
const value = (text) => (text === null ? '(none)' : text === '' ? '(empty)' : text);
function noteOf(asked, resources, unknown) {
    const checked = asked.reduce((sum, { drift }) => sum + drift.checked, 0);
    const all = checked + unknown;
    if (all === 0)
        return 'Drift: nothing that stands is changed, so nothing can be overwritten.';
    const times = asked.flatMap(({ drift }) => drift.checkedAt ?? []).toSorted();
    const when = asked.some(({ drift }) => drift.looked === 'last')
        ? `, by the last detection${times[0] === undefined ? '' : ` (${times[0].slice(0, 16).replace('T', ' ')} UTC at the earliest)`}`
        : '';
    const found = resources.length === 0
        ? 'none differs'
        : `${resources.length} ${resources.length === 1 ? 'differs' : 'differ'}`;
    return `Drift: ${checked} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(all, 'changed resource')} compared with what was deployed${when}, ${checked === 0 ? 'so nothing is known' : found}. What the plan does not change was not looked at.`;
}


/***/ }),

/***/ 3537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jf: () => (/* binding */ caveat),
  Q2: () => (/* binding */ notes),
  tE: () => (/* binding */ siteText),
  lP: () => (/* binding */ sizeText),
  lh: () => (/* binding */ stopTexts),
  nZ: () => (/* binding */ warningsOf)
});

// EXTERNAL MODULE: ./src/plan/static-plan.ts
var static_plan = __webpack_require__(6401);
// EXTERNAL MODULE: ./src/report/cost-text.ts
var cost_text = __webpack_require__(8793);
// EXTERNAL MODULE: ./src/report/drift-text.ts
var drift_text = __webpack_require__(4061);
// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(6130);
;// CONCATENATED MODULE: ./src/report/gate-words.ts

/** `AWS::S3::Bucket` → `bucket`, `AWS::Cognito::UserPool` → `user pool`. */
function noun(type) {
    const name = type.split('::').at(-1) ?? type;
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
        .split(' ')
        .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
        .join(' ');
}
/** `a bucket`, `an API key`: by the sound of the first letter. */
function withArticle(word) {
    const vowel = /^[A-Z]{2}/.test(word) ? /^[AEFHILMNORSX]/ : /^[aeiou](?!s[aeiou]|ni)/i;
    return `${vowel.test(word) ? 'an' : 'a'} ${word}`;
}
/** `prod would replace a bucket`, or `may`, where CloudFormation decides that while it runs. */
function stopHeadline(environment, stop, change) {
    const what = withArticle(noun(stop.type));
    switch (stop.action) {
        case 'replace':
            return `${environment} ${change !== undefined && isOpen(change) ? 'may' : 'would'} replace ${what}`;
        case 'remove':
            return `${environment} would remove ${what}`;
        case 'weaken':
            return `${environment} would take protection from ${what}`;
        case 'unseen':
            return `${environment} may touch ${what} that the plan could not see`;
    }
}
const isOpen = (change) => change.action === 'dynamic' || (0,plan_summary/* mayReplace */.kA)(change);
/** What becomes of the resource and of what it holds, from CloudFormation's policy action. */
function fate(stop) {
    const what = noun(stop.type);
    const action = stop.policyAction ?? '';
    if (stop.action === 'weaken' || stop.action === 'unseen')
        return `At stake: ${stop.reason}.`;
    if (action.includes('Retain')) {
        return stop.action === 'replace'
            ? `The old ${what} is kept, but the application would start with an empty one.`
            : `The ${what} is kept, but nothing manages it any more.`;
    }
    if (action.includes('Snapshot'))
        return `A snapshot is taken first. Lost: ${stop.reason}.`;
    return `Lost: ${stop.reason}.`;
}
/** The label that lets exactly this happen. */
function allowLabel(stop) {
    return `slipway:allow ${stop.override}`;
}

// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
;// CONCATENATED MODULE: ./src/report/plan-notes.ts






/** `4 changes in 2 of 9 stacks`. */
function sizeText(sum) {
    const stacks = (0,units/* counted */.hS)(sum.stacks, 'stack');
    if ((0,plan_summary/* isOutputsOnly */.j6)(sum))
        return `only outputs or tags change, in ${sum.touched} of ${stacks}`;
    if ((0,plan_summary/* certain */.pY)(sum) === 0 && sum.touched === 0) {
        const open = [
            sum.failed > 0 ? `${sum.failed} cannot be planned` : '',
            sum.possible > 0 ? `${sum.possible} possible` : '',
            sum.unseen > 0 ? `${(0,units/* counted */.hS)(sum.unseen, 'resource')} not seen` : '',
        ].filter((part) => part !== '');
        return open.length > 0
            ? [`no certain change in ${stacks}`, ...open].join(', ')
            : `no change in ${stacks}`;
    }
    return `${(0,units/* counted */.hS)((0,plan_summary/* certain */.pY)(sum), 'change')} in ${sum.touched} of ${stacks}`;
}
/** What the tree does not show, in sentences. */
function notes(plan) {
    const sum = (0,plan_summary/* totals */.Sd)(plan.stacks);
    const lines = [];
    if (sum.possible > 0) {
        const where = plan.stacks
            .flatMap((stack) => (0,plan_summary/* nodesOf */.Nh)(stack.root).map((node) => ({ name: [stack.stack, ...node.path].join('/'), node })))
            .map(({ name, node }) => ({
            name,
            count: (0,plan_summary/* shownChanges */.ph)(node).filter((change) => (0,plan_summary/* kindOf */.I)(change) === 'possible').length,
        }))
            .filter(({ count }) => count > 0)
            .sort((left, right) => right.count - left.count)
            .map(({ name, count }) => `${count} in ${name}`);
        lines.push(`Only possible, decided while it runs: ${(0,units/* someOf */.yU)(where, 'stack')}.`);
    }
    if (sum.dropped > 0) {
        lines.push(`Left out: ${(0,units/* counted */.hS)(sum.dropped, 'change')} that only ${sum.dropped === 1 ? 'seems' : 'seem'} so because an input is not known before it runs.`);
    }
    if (sum.unchanged > 0)
        lines.push(`Unchanged: ${(0,units/* counted */.hS)(sum.unchanged, 'stack')}.`);
    const cost = (0,cost_text/* costText */.rs)(plan.stacks);
    if (cost !== null)
        lines.push(cost);
    if ((0,static_plan/* isStatic */.N)(plan))
        return [...lines, ...plan.remarks];
    for (const stack of plan.stacks) {
        if (stack.outcome === 'create' && stack.changeSet === null) {
            lines.push(`${stack.stack} does not exist yet: planned from its template and parameters.`);
        }
    }
    const drift = (0,drift_text/* driftReport */.CP)(plan);
    if (drift !== null)
        lines.push(drift.note);
    return lines;
}
/** What a reader must know before anything else: what a comparison of sources is not, and that a plan saw a part only. */
function caveat(plan) {
    if (!(0,static_plan/* isStatic */.N)(plan)) {
        const partial = plan.stacks.filter(({ certainty }) => certainty === 'partial').map(({ stack }) => stack);
        if (partial.length === 0)
            return null;
        return `certainty: partial. In ${plan.environment}, the nested stacks of ${(0,units/* listed */.KE)(partial)} could not be seen in full; more may change than is shown.`;
    }
    const base = /^[0-9a-f]{40,64}$/.test(plan.comparedWith)
        ? plan.comparedWith.slice(0, 12)
        : plan.comparedWith;
    return `Compared with the base (${base}), not with what runs; made from the sources, without credentials.`;
}
/** `site: 3 new, 2 changed, 209 unchanged, 12.3 kB to write, 2 paths to invalidate`; `null` where nothing changes. */
function siteText(site) {
    if (site === null)
        return null;
    const moved = site.added.length + site.changed.length + site.removed.length;
    if (moved === 0)
        return null;
    const parts = [
        site.added.length > 0 ? `${site.added.length} new` : '',
        site.changed.length > 0 ? `${site.changed.length} changed` : '',
        site.removed.length > 0 ? `${site.removed.length} no longer used` : '',
        site.unchanged > 0 ? `${site.unchanged} unchanged` : '',
        `${(0,units/* bytes */.ee)(site.bytes)} to write`,
        site.invalidate.length > 0
            ? `${(0,units/* counted */.hS)(site.invalidate.length, 'path')} to invalidate`
            : 'nothing to invalidate',
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function stopTexts(plan) {
    const failures = plan.stacks.flatMap((stack) => stack.failures.map((failure) => ({
        headline: `${plan.environment} cannot be planned`,
        subject: [stack.stack, ...failure.path].join('/'),
        property: null,
        place: failure.at ? `${failure.at.file} line ${failure.at.line}` : null,
        fate: failure.reason,
        label: null,
        overridden: false,
    })));
    const changes = changesByPlace(plan);
    const stops = plan.gate.stops.map((stop) => ({
        headline: stopHeadline(plan.environment, stop, changes.get(`${stop.stack}/${stop.path}`)),
        subject: `${stop.stack}/${stop.path}`,
        property: stop.property,
        place: stop.at ? `${stop.at.file} line ${stop.at.line}` : null,
        fate: fate(stop),
        label: 'override' in stop ? allowLabel(stop) : null,
        overridden: 'override' in stop && stop.overridden,
    }));
    return [...failures, ...stops];
}
/** By `app/Storage/PhotosBucket`; of a plan that stops nothing none, as nobody asks. */
function changesByPlace({ stacks, gate }) {
    if (gate.stops.length === 0)
        return new Map();
    return new Map(stacks.flatMap(({ stack, root }) => (0,plan_summary/* nodesOf */.Nh)(root).flatMap(({ path, changes }) => changes.map((change) => [[stack, ...path, change.logicalId].join('/'), change]))));
}
/** What CloudFormation warns of, each once; a failure's reason is told as what stops already. */
function warningsOf(plan) {
    const told = plan.stacks.flatMap(({ failures }) => failures.map(({ reason }) => reason));
    return [...new Set(plan.stacks.flatMap(({ warnings }) => warnings))].filter((warning) => !told.some((reason) => warning.endsWith(`: ${reason}`)));
}


/***/ }),

/***/ 6130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isTouched),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Ix: () => (/* binding */ isFailed),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   j6: () => (/* binding */ isOutputsOnly),
/* harmony export */   kA: () => (/* binding */ mayReplace),
/* harmony export */   pY: () => (/* binding */ certain),
/* harmony export */   ph: () => (/* binding */ shownChanges),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6401);

function kindOf(change) {
    if (change.certainty === 'possible' || change.action === 'dynamic')
        return 'possible';
    switch (change.action) {
        case 'add':
            return change.renews === null ? 'add' : 'renew';
        case 'remove':
            return 'remove';
        case 'import':
            return 'import';
        case 'modify':
        case 'sync':
            return change.replacement === 'always' ? 'replace' : 'change';
    }
}
/** A node's own changes as they are shown: without nested stacks (they are nodes) and without a renewal's removed half. */
function shownChanges(node) {
    const nested = new Set(node.children.map((child) => child.path.at(-1)));
    const renewed = new Set(node.changes.map((change) => change.renews));
    return node.changes.filter((change) => !(change.type === 'AWS::CloudFormation::Stack' && nested.has(change.logicalId)) &&
        !(change.action === 'remove' && renewed.has(change.logicalId)));
}
/** A node and all that it nests, parents first. */
function nodesOf(node) {
    return [node, ...node.children.flatMap(nodesOf)];
}
function isTouched(node) {
    return node.status !== 'unchanged' || node.changes.length > 0 || node.outputsOnly || node.unseen.length > 0;
}
function totals(stacks) {
    const nodes = stacks.flatMap((stack) => nodesOf(stack.root));
    const changes = nodes.flatMap(shownChanges);
    const count = (...kinds) => changes.filter((change) => kinds.includes(kindOf(change))).length;
    return {
        add: count('add'),
        change: count('change', 'renew', 'import'),
        replace: count('replace'),
        remove: count('remove'),
        possible: count('possible'),
        possibleReplace: changes.filter(mayReplace).length,
        possibleChange: changes.filter((change) => kindOf(change) === 'possible' && !mayReplace(change)).length,
        outputs: nodes.filter((node) => node.outputsOnly).length,
        dropped: nodes.reduce((sum, node) => sum + node.dropped, 0),
        stacks: nodes.length,
        touched: nodes.filter((node) => isNewOrGone(node) || isMoved(node)).length,
        unchanged: stacks.flatMap((stack) => nodesOf(stack.root).filter((node) => isStill(node, stack))).length,
        unseen: nodes.reduce((sum, node) => sum + node.unseen.length, 0),
        failed: stacks.reduce((sum, { failures }) => sum + failures.length, 0),
    };
}
/** The number of certain changes. */
function certain(sum) {
    return sum.add + sum.change + sum.replace + sum.remove;
}
/** Whether nothing but what stacks give out, or are tagged with, changes. */
function isOutputsOnly(sum) {
    return sum.outputs > 0 && certain(sum) + sum.possible === 0;
}
/** Whether the change set of this stack of a tree failed: what it does is not known in full. */
function isFailed(node, { failures }) {
    return failures.some(({ path }) => path.join('/') === node.path.join('/'));
}
function isStill(node, stack) {
    if (isNewOrGone(node) || node.outputsOnly || isFailed(node, stack))
        return false;
    return node.unseen.length === 0 && shownChanges(node).length === 0;
}
const isNewOrGone = ({ status }) => status === 'remove' || status === 'create';
function isMoved(node) {
    return shownChanges(node).some((change) => kindOf(change) !== 'possible') || node.outputsOnly;
}
/** A replacement that CloudFormation decides while it runs. */
function mayReplace(change) {
    return (change.replacement === 'conditional' ||
        (change.replacement === 'always' && (change.certainty === 'possible' || change.action === 'dynamic')));
}
/** What a plan means for whoever waits for it; the worst first. `changed` is all that a comparison of sources can say. */
const verdicts = ['missing', 'failed', 'stopped', 'changed', 'ready', 'no-changes'];
function verdictOf(plan) {
    if (plan === null)
        return 'missing';
    if (plan.stacks.some((stack) => stack.failures.length > 0))
        return 'failed';
    if (plan.gate.verdict === 'stop')
        return 'stopped';
    if (!plan.hasChanges)
        return 'no-changes';
    return (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isStatic */ .N)(plan) ? 'changed' : 'ready';
}
/** As it stands in a table. */
const verdictWords = {
    missing: 'no plan',
    failed: 'cannot be planned',
    stopped: 'stopped',
    changed: 'changes',
    ready: 'ready',
    'no-changes': 'no changes',
};


/***/ })

};
