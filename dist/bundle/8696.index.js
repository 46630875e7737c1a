export const id = 8696;
export const ids = [8696];
export const modules = {

/***/ 6401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isStatic)
/* harmony export */ });
function isStatic(plan) {
    return 'kind' in plan;
}


/***/ }),

/***/ 8696:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isDestructive: () => (/* binding */ isDestructive),
/* harmony export */   planHeadline: () => (/* binding */ planHeadline)
/* harmony export */ });
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5585);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7885);



/**
 * The worst news of a plan in a few words, for whoever approves it: what stops it, else what it lets through, replaces and
 * removes, else how much it changes. Names nothing that a template or a person has given.
 */
function planHeadline(plan) {
    switch ((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(plan)) {
        case 'missing':
        case 'failed':
            return 'cannot be planned';
        case 'stopped': {
            const open = (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .stopTexts */ .lh)(plan).filter(({ overridden }) => !overridden);
            const rest = open.length > 1 ? ` and ${open.length - 1} more` : '';
            return `stopped: ${open[0]?.headline ?? 'the gate'}${rest}`;
        }
        case 'no-changes':
            return 'no changes';
        case 'changed':
        case 'ready':
            return changes(plan);
    }
}
function changes(plan) {
    const sum = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .totals */ .Sd)(plan.stacks);
    const allowed = plan.gate.stops.filter(({ overridden }) => overridden).length;
    const site = plan.site === null ? 0 : plan.site.added.length + plan.site.changed.length;
    const parts = [
        allowed > 0 ? `${allowed} allowed by word` : '',
        sum.remove > 0 ? `${sum.remove} removed` : '',
        sum.replace > 0 ? `${sum.replace} replaced` : '',
        sum.possibleReplace > 0 ? `${sum.possibleReplace} possibly replaced` : '',
        sum.change > 0 ? `${sum.change} changed` : '',
        sum.add > 0 ? `${sum.add} added` : '',
        site > 0 ? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(site, 'site file') : '',
    ].filter((part) => part !== '');
    if (parts.length > 0)
        return parts.join(', ');
    return sum.possible > 0 ? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(sum.possible, 'possible change') : 'only outputs or tags change';
}
/** Whether anything that exists is, or may be, removed or replaced. */
function isDestructive(plan) {
    const sum = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .totals */ .Sd)(plan.stacks);
    return sum.remove + sum.replace + sum.possibleReplace + plan.gate.stops.length > 0;
}


/***/ }),

/***/ 5585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jf: () => (/* binding */ caveat),
  Q2: () => (/* binding */ notes),
  tE: () => (/* binding */ siteText),
  lP: () => (/* binding */ sizeText),
  lh: () => (/* binding */ stopTexts)
});

// EXTERNAL MODULE: ./src/plan/static-plan.ts
var static_plan = __webpack_require__(6401);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
;// CONCATENATED MODULE: ./src/report/cost-text.ts

/**
 * What a plan does to the monthly bill, in one sentence that says what is not in the sum; `null` where no fixed price
 * changes and none is missing.
 */
function costText(stacks) {
    const costs = stacks.flatMap(({ cost }) => cost ?? []);
    const [items, missing, byUse] = [count(costs, 'items'), count(costs, 'notPriced'), count(costs, 'byUse')];
    if (items + missing === 0)
        return null;
    const usd = costs.reduce((sum, cost) => sum + cost.usd, 0);
    const sum = `${dollars(usd)} for ${(0,units/* counted */.hS)(items, 'resource')} with a fixed price`;
    const rest = [
        missing > 0 ? `${(0,units/* counted */.hS)(missing, 'resource')} not priced` : '',
        byUse > 0 ? `${(0,units/* counted */.hS)(byUse, 'resource')} paid by use` : '',
    ].filter((part) => part !== '');
    const beside = rest.length === 0 ? '' : `; not in it: ${rest.join(', ')}`;
    return `Monthly cost at list prices: ${items === 0 ? 'no fixed price is known' : sum}${beside}.`;
}
/** `+ $1.40`, `- $35.24`, `± $0.00`. */
function dollars(usd) {
    const sign = usd > 0 ? '+' : usd < 0 ? '-' : '±';
    return `${sign} $${Math.abs(usd).toFixed(2)}`;
}
function count(costs, kind) {
    return costs.reduce((sum, cost) => sum + cost[kind].length, 0);
}

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
/** `prod would replace a bucket`. */
function stopHeadline(environment, stop) {
    const what = withArticle(noun(stop.type));
    switch (stop.action) {
        case 'replace':
            return `${environment} would replace ${what}`;
        case 'remove':
            return `${environment} would remove ${what}`;
        case 'weaken':
            return `${environment} would take protection from ${what}`;
        case 'unseen':
            return `${environment} may touch ${what} that the plan could not see`;
    }
}
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

// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(6130);
;// CONCATENATED MODULE: ./src/report/plan-notes.ts





/** `4 changes in 2 of 9 stacks`. */
function sizeText(sum) {
    if ((0,plan_summary/* certain */.pY)(sum) === 0 && sum.touched === 0)
        return `no certain change in ${(0,units/* counted */.hS)(sum.stacks, 'stack')}`;
    return `${(0,units/* counted */.hS)((0,plan_summary/* certain */.pY)(sum), 'change')} in ${sum.touched} of ${(0,units/* counted */.hS)(sum.stacks, 'stack')}`;
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
            .map(({ name, count }) => `${count} in ${name}`);
        lines.push(`Only possible, decided while it runs: ${(0,units/* listed */.KE)(where)}.`);
    }
    if (sum.dropped > 0) {
        lines.push(`Left out: ${(0,units/* counted */.hS)(sum.dropped, 'change')} that only ${sum.dropped === 1 ? 'seems' : 'seem'} so because an input is not known before it runs.`);
    }
    const unchanged = sum.stacks - sum.touched;
    if (unchanged > 0)
        lines.push(`Unchanged: ${(0,units/* counted */.hS)(unchanged, 'stack')}.`);
    const cost = costText(plan.stacks);
    if (cost !== null)
        lines.push(cost);
    if ((0,static_plan/* isStatic */.N)(plan))
        return [...lines, ...plan.remarks];
    for (const stack of plan.stacks) {
        if (stack.outcome === 'create' && stack.changeSet === null) {
            lines.push(`${stack.stack} does not exist yet: planned from its template and parameters.`);
        }
    }
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
    const stops = plan.gate.stops.map((stop) => ({
        headline: stopHeadline(plan.environment, stop),
        subject: `${stop.stack}/${stop.path}`,
        property: stop.property,
        place: stop.at ? `${stop.at.file} line ${stop.at.line}` : null,
        fate: fate(stop),
        label: 'override' in stop ? allowLabel(stop) : null,
        overridden: 'override' in stop && stop.overridden,
    }));
    return [...failures, ...stops];
}


/***/ }),

/***/ 6130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isTouched),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
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
        dropped: nodes.reduce((sum, node) => sum + node.dropped, 0),
        stacks: nodes.length,
        touched: nodes.filter((node) => node.status === 'remove' || node.status === 'create' || isMoved(node))
            .length,
    };
}
/** The number of certain changes. */
function certain(sum) {
    return sum.add + sum.change + sum.replace + sum.remove;
}
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
/* harmony export */   qo: () => (/* binding */ clockTime)
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


/***/ })

};
