export const id = 3316;
export const ids = [3316,1738];
export const modules = {

/***/ 1738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRun: () => (/* binding */ readRun),
/* harmony export */   runUrl: () => (/* binding */ runUrl)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);



const repository = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const sha = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** As much as is read of the payload of `pull_request` (Docs, "Webhook events and payloads"). */
const payload = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        number: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(1)),
        head: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(repository) }),
        base: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: repository }),
        labels: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })), []),
    }),
});
/**
 * The run as the runner's variables and the event's payload tell it.
 * @throws UserError GITHUB_EVENT: this is no job of GitHub Actions, or the payload is not what GitHub sends
 */
function readRun(env) {
    const event = variable(env, 'GITHUB_EVENT_NAME');
    return {
        event,
        repository: variable(env, 'GITHUB_REPOSITORY'),
        id: variable(env, 'GITHUB_RUN_ID'),
        attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1'),
        actor: variable(env, 'GITHUB_ACTOR'),
        sha: variable(env, 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        pullRequest: event === 'pull_request' ? readPullRequest(env) : null,
    };
}
/** The page of the run. */
function runUrl({ serverUrl, repository, id }) {
    return `${serverUrl}/${repository}/actions/runs/${id}`;
}
function readPullRequest(env) {
    const file = variable(env, 'GITHUB_EVENT_PATH');
    let data;
    try {
        data = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `the event's payload ${file} can't be read as JSON`, { cause });
    }
    const read = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(payload, data);
    if (!read.success) {
        const where = read.issues.map((issue) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'the payload').slice(0, 5);
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `the payload of the event pull_request is not what GitHub sends; look at ${where.join(', ')}`);
    }
    const { number, head, base, labels } = read.output.pull_request;
    return {
        number,
        headSha: head.sha,
        headRef: head.ref,
        baseSha: base.sha,
        baseRef: base.ref,
        isFork: head.repo?.full_name !== base.repo.full_name,
        labels: labels.map(({ name }) => name),
    };
}
function variable(env, name) {
    const value = env[name];
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `${name} is not set, so this is no job of GitHub Actions`, {
        next: 'the command line does the same elsewhere: slipway --help',
    });
}


/***/ }),

/***/ 3961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OM: () => (/* binding */ assembleStackPlan),
  zo: () => (/* binding */ pseudoParameters),
  Dd: () => (/* binding */ stackReading)
});

// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/plan/change-set-notices.ts
var change_set_notices = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
;// CONCATENATED MODULE: ./src/plan/cost/paid-by-use.ts
/** Types whose cost depends on how much they are used: no template tells it. Type → what is paid for. */
const paidByUse = {
    'AWS::ApiGateway::RestApi': 'requests',
    'AWS::ApiGateway::Stage': 'requests',
    'AWS::ApiGatewayV2::Api': 'messages and connection time',
    'AWS::CloudFront::Distribution': 'requests and traffic',
    'AWS::CloudFront::Function': 'runs',
    'AWS::DynamoDB::Table': 'requests and storage',
    'AWS::EC2::FlowLog': 'log data',
    'AWS::Events::Rule': 'events',
    'AWS::Lambda::Function': 'requests and run time',
    'AWS::Lambda::LayerVersion': 'storage',
    'AWS::Lambda::Version': 'requests and run time',
    'AWS::Logs::LogGroup': 'log data and storage',
    'AWS::Logs::MetricFilter': 'hours in which its metric has data',
    'AWS::Route53::RecordSet': 'queries',
    'AWS::S3::Bucket': 'storage, requests, and request metrics where it has them',
    'AWS::SES::ConfigurationSet': 'mails',
    'AWS::SES::EmailIdentity': 'mails',
    'AWS::SNS::Topic': 'messages',
    'AWS::SQS::Queue': 'requests',
    'AWS::Scheduler::Schedule': 'runs',
    'AWS::StepFunctions::StateMachine': 'state changes',
};
/** Types with a fixed price that the table does not hold, or that a template does not settle. Type → why. */
const notPriced = {
    'AWS::ElastiCache::ReplicationGroup': 'no price of its nodes is in the table',
    'AWS::Route53::HealthCheck': 'it depends on whether its endpoint counts as one of AWS',
    'AWS::WAFv2::WebACL': 'no price of it is in the table',
};
/** Services and types that cost nothing by themselves: what they belong to is paid for. */
const freeOfCharge = [
    /^AWS::IAM::/,
    /^AWS::CloudFormation::/,
    /^AWS::ApplicationAutoScaling::/,
    /^AWS::ApiGateway::(?!RestApi$|Stage$)/,
    /^AWS::ApiGatewayV2::(?!Api$)/,
    /^AWS::Budgets::Budget$/,
    /^AWS::CertificateManager::Certificate$/,
    /^AWS::CloudFront::(?!Distribution$|Function$)/,
    /^AWS::EC2::(?:InternetGateway|Route|RouteTable|SecurityGroup|SecurityGroupEgress|SecurityGroupIngress|Subnet|SubnetRouteTableAssociation|VPC|VPCGatewayAttachment)$/,
    /^AWS::ElastiCache::(?:ParameterGroup|SubnetGroup)$/,
    /^AWS::KMS::Alias$/,
    /^AWS::Lambda::(?:EventSourceMapping|Permission|LayerVersionPermission|Alias|EventInvokeConfig)$/,
    /^AWS::Logs::(?:SubscriptionFilter|ResourcePolicy)$/,
    /^AWS::S3::BucketPolicy$/,
    /^AWS::SES::(?:ConfigurationSetEventDestination|Template)$/,
    /^AWS::SNS::(?:Subscription|TopicPolicy)$/,
    /^AWS::SQS::QueuePolicy$/,
];

;// CONCATENATED MODULE: ./src/plan/cost/price-table.ts
const priceList = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';
/**
 * List prices with where they stand and when they were read. A price that is not here is not guessed: the estimate says
 * "not priced". A line that is added names AWS's own page or price list, and the region that it holds for.
 */
const priceTable = [
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
        source: `${priceList}/AmazonCloudWatch/current/eu-west-1/index.json`,
        read: '2026-10-02',
    },
    {
        // Read in others' record of the list, where it has the location "Any".
        what: 'a dashboard',
        region: 'any',
        usd: 3,
        per: 'month',
        source: `${priceList}/AmazonCloudWatch/current/index.json`,
        read: '2026-11-21',
    },
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
        read: '2025-10-28',
    },
    {
        what: 'a public IPv4 address',
        region: 'any',
        usd: 0.005,
        per: 'hour',
        source: 'https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/',
        read: '2023-07-28',
    },
];
/** Hours that a month counts, as AWS's pricing calculator has it. */
const hoursInMonth = 730;
function findPrice(what, region) {
    return (priceTable.find((line) => line.what === what && (line.region === region || line.region === 'any')) ?? null);
}
function usdPerMonth({ usd, per }) {
    return per === 'month' ? usd : usd * hoursInMonth;
}

;// CONCATENATED MODULE: ./src/plan/cost/resource-price.ts



/** Prices one resource of a region by its type and properties; what a template does not settle is not priced. */
function priceOf(type, properties, region) {
    switch (type) {
        case 'AWS::KMS::Key':
        case 'AWS::KMS::ReplicaKey':
            return fixed('a KMS key', 1, region);
        case 'AWS::SecretsManager::Secret':
            return counted('a secret', secretCopies(properties), region, properties);
        case 'AWS::CloudWatch::Dashboard':
            return fixed('a dashboard', 1, region);
        case 'AWS::CloudWatch::Alarm':
            return counted('a metric of an alarm', alarmMetrics(properties), region, properties);
        case 'AWS::EC2::NatGateway':
            return fixed('a NAT gateway', 1, region);
        case 'AWS::EC2::EIP':
            return fixed('a public IPv4 address', 1, region);
        case 'AWS::EC2::VPCEndpoint':
            return endpoint(properties);
        case 'AWS::DynamoDB::Table':
            return table(properties);
        default:
            return byType(type, properties);
    }
}
function byType(type, properties) {
    const use = paidByUse[type];
    if (use !== undefined)
        return { kind: 'by use', of: use };
    if (freeOfCharge.some((pattern) => pattern.test(type)))
        return { kind: 'free' };
    const why = notPriced[type];
    if (why !== undefined)
        return { kind: 'not priced', why, size: properties };
    return { kind: 'not priced', why: 'nothing is known of its price', size: 1 };
}
function fixed(what, count, region) {
    const line = findPrice(what, region);
    if (line === null)
        return { kind: 'not priced', why: `no price of ${what} in ${region} is in the table`, size: count };
    return { kind: 'fixed', usdPerMonth: usdPerMonth(line) * count, count, line };
}
function counted(what, count, region, properties) {
    if (count === null)
        return {
            kind: 'not priced',
            why: 'its price goes by what the template does not settle',
            size: properties,
        };
    return fixed(what, count, region);
}
/** A secret and its replicas: each is paid for (Secrets Manager's pricing page). */
function secretCopies(properties) {
    const replicas = entry(properties, 'ReplicaRegions');
    if (replicas === undefined || replicas.kind === 'none')
        return 1;
    return replicas.kind === 'list' ? 1 + replicas.items.filter(({ kind }) => kind !== 'none').length : null;
}
/**
 * The metrics that an alarm looks at: each is paid for, expressions are not. High resolution (a period below a minute), a
 * search by query and a band of anomalies have other prices.
 */
function alarmMetrics(properties) {
    const metrics = entry(properties, 'Metrics');
    if (metrics === undefined || metrics.kind === 'none')
        return hasMinutes(properties) ? 1 : null;
    if (metrics.kind !== 'list')
        return null;
    const items = metrics.items.filter(({ kind }) => kind !== 'none');
    if (items.some(({ kind }) => kind !== 'map'))
        return null;
    const expressions = items.flatMap((item) => entry(item, 'Expression') ?? []);
    if (expressions.some((text) => !isPlain(text)))
        return null;
    const stats = items.flatMap((item) => entry(item, 'MetricStat') ?? []);
    return stats.every(hasMinutes) ? stats.length : null;
}
function isPlain(expression) {
    return (expression.kind === 'value' &&
        !/\b(?:SELECT|SEARCH|ANOMALY_DETECTION_BAND)\b/i.test(String(expression.value)));
}
function hasMinutes(metric) {
    const period = entry(metric, 'Period');
    return period?.kind === 'value' && Number(period.value) >= 60;
}
/** Gateway endpoints are free and the default (resource reference, VPCEndpoint); others are paid by hour and zone. */
function endpoint(properties) {
    const name = resource_price_text(entry(properties, 'VpcEndpointType'), 'Gateway');
    if (name === 'Gateway')
        return { kind: 'free' };
    return {
        kind: 'not priced',
        why: 'no price of an interface endpoint is in the table',
        size: [name, entry(properties, 'SubnetIds')],
    };
}
/** `PROVISIONED` is the default (resource reference, DynamoDB table). */
function table(properties) {
    const mode = resource_price_text(entry(properties, 'BillingMode'), 'PROVISIONED');
    const size = [
        mode,
        entry(properties, 'ProvisionedThroughput'),
        entry(properties, 'GlobalSecondaryIndexes'),
    ];
    return mode === 'PAY_PER_REQUEST'
        ? byType('AWS::DynamoDB::Table', properties)
        : { kind: 'not priced', why: 'no price of provisioned capacity is in the table', size };
}
function resource_price_text(value, otherwise) {
    if (value === undefined || value.kind === 'none')
        return otherwise;
    return value.kind === 'value' && (0,evaluated/* isKnown */.qE)(value) ? String(value.value) : null;
}
function entry(value, name) {
    return value.kind === 'map' ? value.entries.get(name) : undefined;
}

;// CONCATENATED MODULE: ./src/plan/cost/estimate-cost.ts

/** Estimates one root stack's change from its templates and parameters; asks nobody and guesses nothing. */
function estimateCost({ region, before, after }) {
    const [was, is] = [pricesOf(before, region), pricesOf(after, region)];
    const items = [];
    const byUse = [];
    const notPriced = [];
    for (const path of new Set([...was.keys(), ...is.keys()])) {
        const [old, next] = [was.get(path), is.get(path)];
        const type = next?.type ?? old?.type ?? '';
        const open = [next, old].find((each) => each?.price.kind === 'not priced')?.price;
        if (open?.kind === 'not priced') {
            if (!isSame(old, next))
                notPriced.push({ path, type, because: open.why });
            continue;
        }
        const line = [next, old].flatMap((each) => (each?.price.kind === 'fixed' ? [each.price.line] : []))[0];
        const [cost, costs] = [fixedOf(old), fixedOf(next)];
        if (line !== undefined && cost !== costs) {
            items.push({ path, type, before: cost, after: costs, source: line.source, read: line.read });
        }
        const use = [next, old].find((each) => each?.price.kind === 'by use')?.price;
        if (use?.kind === 'by use' && old?.price.kind !== next?.price.kind)
            byUse.push({ path, type, because: use.of });
    }
    const usd = cents(items.reduce((sum, item) => sum + item.after - item.before, 0));
    return { region, usd, items, byUse, notPriced };
}
function pricesOf(stack, region) {
    if (stack === null)
        return new Map();
    const own = stack.resources.map(({ logicalId, type, exists, properties }) => {
        const price = exists === 'yes'
            ? priceOf(type, properties, region)
            : { kind: 'not priced', why: 'whether it is made is decided while it runs', size: properties };
        return [[...stack.path, logicalId].join('/'), { type, price }];
    });
    return new Map([...own, ...[...stack.children.values()].flatMap((child) => [...pricesOf(child, region)])]);
}
function isSame(old, next) {
    return old?.type === next?.type && sizeOf(old) === sizeOf(next);
}
/** What an unpriced resource's price goes by, to compare. Evaluated values hold maps, which JSON leaves out. */
function sizeOf(resource) {
    if (resource?.price.kind !== 'not priced')
        return null;
    return JSON.stringify([resource.price.size], (_, value) => value instanceof Map ? [...value] : value);
}
function fixedOf(resource) {
    return resource?.price.kind === 'fixed' ? cents(resource.price.usdPerMonth) : 0;
}
function cents(usd) {
    return Math.round(usd * 100) / 100;
}

;// CONCATENATED MODULE: ./src/plan/cost/stack-cost.ts


/**
 * What a release does to the monthly bill of one root stack. `null` where nothing that is paid for changes, and where a
 * deployed template can't be read: then nobody knows what is paid now.
 */
function stackCost({ region, released, deployed, after }) {
    const tree = deployed === null ? null : templatesOf(deployed);
    if (deployed !== null && tree === null)
        return null;
    const before = tree === null || deployed === null
        ? null
        : (0,evaluate_tree/* evaluateTree */.q)(tree, { parameters: deployed.parameters, pseudo: after.pseudo });
    const estimate = estimateCost({ region, before, after: (0,evaluate_tree/* evaluateTree */.q)(released, after) });
    const size = estimate.items.length + estimate.byUse.length + estimate.notPriced.length;
    return size === 0 ? null : estimate;
}
function templatesOf({ template, children }) {
    if (template === null)
        return null;
    const below = [...children].map(([id, child]) => [id, templatesOf(child)]);
    if (below.some(([, tree]) => tree === null))
        return null;
    return { template, children: new Map(below.flatMap(([id, tree]) => (tree === null ? [] : [[id, tree]]))) };
}

// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
// EXTERNAL MODULE: ./src/plan/stack-inputs.ts
var stack_inputs = __webpack_require__(1265);
// EXTERNAL MODULE: ./src/template/evaluate.ts + 3 modules
var evaluate = __webpack_require__(1056);
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
;// CONCATENATED MODULE: ./src/plan/certain-first.ts
/** The changes of a stack and the properties of each: what is certain first, then what is only possible; else as given. */
function certainFirst(changes) {
    return sorted(changes).map((change) => ({ ...change, properties: sorted(change.properties) }));
}
function sorted(items) {
    return [
        ...items.filter(({ certainty }) => certainty === 'certain'),
        ...items.filter(({ certainty }) => certainty === 'possible'),
    ];
}

;// CONCATENATED MODULE: ./src/plan/change-source.ts
/** Whether changes may be there that nothing showed: a change set that failed shows some of them, but not all. */
function isBlind(source) {
    return source.kind === 'unseen' || (source.kind === 'change-set' && source.node.state === 'failed');
}
/** The changes that CloudFormation states, by logical id; none where there is no change set. */
function statedById(source) {
    if (source.kind !== 'change-set')
        return new Map();
    return new Map(source.node.changes.map((change) => [change.LogicalResourceId ?? '', change]));
}
/** What CloudFormation found for parameters that name something else (SSM), by parameter. */
function resolvedBy(source) {
    if (source.kind !== 'change-set')
        return {};
    return Object.fromEntries(source.node.parameters.flatMap(({ ParameterKey, ResolvedValue }) => ParameterKey === undefined || ResolvedValue === undefined
        ? []
        : [[ParameterKey, ResolvedValue]]));
}
/** Where the changes of a nested stack are known from, given its parent's source; `null` where it is not to be read. */
function childSource(source, logicalId, { isDeployed, willExist, stated }) {
    const isThere = isDeployed === true;
    switch (source.kind) {
        case 'new':
            return willExist === false ? null : source;
        case 'unchanged':
            // Without a look at the deployed tree, the template tells which nested stacks there are.
            return isThere || (isDeployed === null && willExist !== false) ? source : null;
        case 'unseen':
        case 'compared':
            if (willExist === false)
                return null;
            return isThere ? source : { kind: 'new' };
        case 'change-set': {
            if (stated === undefined)
                return isThere ? { kind: 'unchanged' } : null;
            if (stated.Action === 'Remove')
                return null;
            const node = source.node.children.get(logicalId);
            if (node?.state === 'made' || (node?.state === 'failed' && node.changes.length > 0)) {
                return { kind: 'change-set', node };
            }
            if (node?.state === 'empty')
                return isThere ? { kind: 'unchanged' } : { kind: 'new' };
            return isThere ? { kind: 'unseen' } : { kind: 'new' };
        }
    }
}

// EXTERNAL MODULE: ./src/plan/change-details.ts
var change_details = __webpack_require__(6432);
// EXTERNAL MODULE: ./src/plan/compare-values.ts
var compare_values = __webpack_require__(5867);
;// CONCATENATED MODULE: ./src/plan/finer-changes.ts



/**
 * Takes a change of a whole map or list apart into the scalars that differ, or may differ: a policy document reads as the
 * one statement that changes. Values come from the change set where it gives them; where it gives none, the templates tell
 * which parts there are. What can't be taken apart stays whole.
 */
function finerChanges(stated, resource, context) {
    if (stated.after === undefined || stated.unresolved) {
        const parts = byTemplates(stated, resource, context);
        if (parts !== null)
            return parts;
    }
    const [before, after] = [composite(stated.before), composite(stated.after)];
    if (before === null || after === null || Array.isArray(before) !== Array.isArray(after))
        return [stated];
    const parts = [...differing(before, after, stated.pointer)].map(({ pointer, before: old, after: next }) => ({
        ...stated,
        pointer,
        path: (0,change_details/* printablePath */.Vj)(pointer),
        before: (0,change_details/* textOf */.b6)(old),
        after: (0,change_details/* textOf */.b6)(next),
        unresolved: change_details/* unresolvedMarker */._6.test((0,change_details/* textOf */.b6)(next) ?? ''),
    }));
    return parts.length === 0 ? [stated] : parts;
}
function byTemplates(stated, resource, context) {
    const before = (0,compare_values/* sideOf */.Jh)(resource.before, stated.pointer, context.before).value;
    const after = (0,compare_values/* sideOf */.Jh)(resource.after, stated.pointer, context.after).value;
    if (!isComposite(before) || !isComposite(after) || before.kind !== after.kind)
        return null;
    const steps = [...(0,evaluated/* leaves */.FQ)(before, ['']), ...(0,evaluated/* leaves */.FQ)(after, [''])].map(({ path }) => path.split('.').slice(1));
    const pointers = new Set(steps.map((each) => JSON.stringify([...stated.pointer, ...each])));
    const given = composite(stated.before);
    return [...pointers].map((key) => {
        const pointer = JSON.parse(key);
        const old = given === null ? undefined : (0,change_details/* textOf */.b6)((0,change_details/* valueAt */.fK)(given, pointer.slice(stated.pointer.length)));
        return {
            ...stated,
            pointer,
            path: (0,change_details/* printablePath */.Vj)(pointer),
            before: old,
            after: undefined,
            unresolved: false,
        };
    });
}
function isComposite(value) {
    return value?.kind === 'list' || value?.kind === 'map';
}
/** The map or list that a text is in JSON; `null` for any other text, and for one that was cut off. */
function composite(text) {
    if (text === null || text === undefined || !/^\s*[[{]/.test(text))
        return null;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' ? value : null;
    }
    catch {
        return null;
    }
}
function* differing(before, after, pointer) {
    const [old, next] = [asObject(before), asObject(after)];
    if (old !== null && next !== null && Array.isArray(before) === Array.isArray(after)) {
        for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
            yield* differing(old[key], next[key], [...pointer, key]);
        }
        return;
    }
    const [left, right] = [(0,change_details/* textOf */.b6)(before) ?? '', (0,change_details/* textOf */.b6)(after) ?? ''];
    if (left !== right || change_details/* unresolvedMarker */._6.test(right))
        yield { pointer, before, after };
}
function asObject(value) {
    return typeof value === 'object' && value !== null ? value : null;
}

;// CONCATENATED MODULE: ./src/plan/policy-action.ts


/**
 * What a policy does to the old resource, as CloudFormation names it in `PolicyAction`. Absent means `Delete`;
 * `RetainExceptOnCreate` retains what has once been made (User Guide, "DeletionPolicy attribute"). A policy that can't be
 * known counts as `Delete`.
 */
function policyOf(resource, policy, scope) {
    const expression = resource?.[policy];
    if (expression === undefined || scope === null)
        return 'Delete';
    return keptAs((0,evaluated/* exact */.e0)((0,evaluate/* evaluate */._)(expression, scope)));
}
function keptAs(policy) {
    if (policy === 'Retain' || policy === 'RetainExceptOnCreate')
        return 'Retain';
    return policy === 'Snapshot' ? 'Snapshot' : 'Delete';
}

// EXTERNAL MODULE: ./src/plan/stateful-types.ts
var stateful_types = __webpack_require__(2883);
;// CONCATENATED MODULE: ./src/plan/clean-change.ts








const actions = {
    Add: 'add',
    Modify: 'modify',
    Remove: 'remove',
    Import: 'import',
    Dynamic: 'dynamic',
    SyncWithActual: 'sync',
};
const replacements = {
    True: 'always',
    Conditional: 'conditional',
    False: 'never',
};
/**
 * Turns what a change set says of one resource into a change of the plan: values put in where their producer is
 * unchanged, secrets masked, and what comes only from unresolved inputs of unchanged producers dropped. A nested stack
 * itself shows only in what is not its wiring: its own node tells the rest.
 */
function cleanChange(stated, resource, context) {
    const action = actions[stated.Action ?? ''] ?? 'dynamic';
    const type = stated.ResourceType ?? resource.after?.Type ?? resource.before?.Type ?? '';
    const isNested = type === stateful_types/* nestedStackType */.k;
    if (isNested && action !== 'modify')
        return { change: null, dropped: false };
    const all = action === 'modify' || action === 'sync' || action === 'dynamic' ? (0,change_details/* statedChanges */.ru)(stated) : [];
    const relevant = isNested ? all.filter((change) => !isWiring(change)) : all;
    const parts = relevant.flatMap((change) => finerChanges(change, resource, context));
    const properties = parts.flatMap((change) => propertyChange(change, resource, context) ?? []);
    const isDropped = action === 'modify' && relevant.length > 0 && properties.length === 0;
    if (isDropped || (isNested && properties.length === 0))
        return { change: null, dropped: isDropped };
    const replacement = replacementOf(stated, action, properties, properties.length < parts.length);
    const isSure = action !== 'dynamic' &&
        (properties.length === 0 || properties.some((each) => each.certainty === 'certain'));
    const change = {
        logicalId: resource.logicalId,
        type,
        physicalId: nameToShow(stated.PhysicalResourceId ?? null, resource, context),
        action,
        replacement,
        certainty: isSure ? 'certain' : 'possible',
        policyAction: policyActionOf(stated, action, replacement, resource, context),
        at: positionOf(resource, properties, replacement, context.template),
        properties,
        renews: null,
    };
    return { change, dropped: false };
}
/** The name of the resource as it stands; none where a secret went into it. */
function nameToShow(physicalId, { logicalId, before }, context) {
    if ((0,secret_text/* looksSecret */.n0)(physicalId, context.secrets))
        return null;
    if (before === undefined || context.before === null)
        return physicalId;
    return (0,evaluated/* lineage */.OZ)((0,evaluate/* evaluate */._)({ Ref: logicalId }, context.before)).secret ? null : physicalId;
}
/** What a parent tells a nested stack, and CloudFormation's word for "its template may have changed". */
function isWiring({ pointer: [attribute, name] }) {
    return (attribute === 'Properties' && (name === undefined || name === 'TemplateURL' || name === 'Parameters'));
}
function propertyChange(stated, resource, context) {
    const before = (0,compare_values/* sideOf */.Jh)(resource.before, stated.pointer, context.before);
    const after = (0,compare_values/* sideOf */.Jh)(resource.after, stated.pointer, context.after);
    const isKnown = context.before !== null && resource.before !== undefined && resource.after !== undefined;
    const saysDifferent = !stated.dynamicOnly &&
        !stated.unresolved &&
        stated.before !== undefined &&
        stated.after !== undefined &&
        stated.before !== stated.after;
    if (isKnown && !saysDifferent && (0,compare_values/* provablyEqual */.U_)(before.value, after.value))
        return null;
    const { secrets, systemOutputs } = context;
    const secret = isSecret(before, stated.before) ||
        isSecret(after, stated.after) ||
        (0,secret_text/* looksSecret */.n0)(stated.before ?? null, secrets) ||
        (0,secret_text/* looksSecret */.n0)(stated.after ?? null, secrets);
    // Where the deployed template can't be read, nobody knows what the old value came from.
    const isHiddenBefore = secret || (context.before === null && typeof stated.before === 'string');
    const printedAfter = (0,compare_values/* printed */.zd)(after.value);
    const lineage = after.sources.filter((source) => systemOutputs.has(source));
    const isOpen = stated.unresolved ||
        (after.value?.kind === 'unresolved' && (stated.after === undefined || lineage.length > 0));
    const isOpenBefore = stated.before === undefined || change_details/* unresolvedMarker */._6.test(stated.before ?? '');
    const beforeText = isOpenBefore ? (0,compare_values/* printed */.zd)(before.value) : stated.before;
    const openText = printedAfter === beforeText ? null : printedAfter;
    const knownText = stated.after === undefined ? printedAfter : stated.after;
    const afterText = isOpen ? (openText ?? knownAfterApply) : knownText;
    const certain = (isKnown && (0,compare_values/* provablyDifferent */.tV)(before.value, after.value)) || (!isOpen && !stated.dynamicOnly);
    return {
        path: stated.path,
        before: (0,secret_text/* masked */.Iv)(local(beforeText, context.path), isHiddenBefore),
        after: (0,secret_text/* masked */.Iv)(local(afterText, context.path), secret),
        secret,
        replacement: stated.replacement,
        certainty: certain ? 'certain' : 'possible',
        lineage,
    };
}
/**
 * Whether a value is secret by its lineage. CloudFormation counts the items of a list as they stand, which need not be as the
 * template has them: a text other than the template makes in that place may be any of its neighbours.
 */
function isSecret(side, stated) {
    if (side.secret || !side.secretNearby || typeof stated !== 'string')
        return side.secret;
    const data = side.value === undefined ? undefined : (0,evaluated/* exact */.e0)(side.value);
    return data === undefined || (0,change_details/* textOf */.b6)(data) !== stated;
}
/** Names of the stack's own resources without the path to the stack: `${PhotosBucket}`, not `${storage/PhotosBucket}`. */
function local(text, path) {
    return path.length === 0 || text === null ? text : text.replaceAll(`\${${path.join('/')}/`, '${');
}
/** How a value prints that neither CloudFormation nor the templates know yet. */
const knownAfterApply = '(known after apply)';
/**
 * CloudFormation's own word, unless some of what it is made of was dropped. Then the worst of the rest, by the rule of the
 * API reference (ResourceChange, Replacement): always and certain is a replacement, always and possible is conditional.
 */
function replacementOf(stated, action, properties, someDropped) {
    if (action !== 'modify')
        return 'never';
    const said = replacements[stated.Replacement ?? ''] ?? 'never';
    if (!someDropped)
        return said;
    const rest = properties
        .map(({ replacement, certainty }) => certainty === 'possible' && replacement === 'always' ? 'conditional' : replacement)
        .reduce(change_details/* worse */.JJ, 'never');
    return (0,change_details/* worse */.JJ)(said, rest) === said ? rest : said;
}
function policyActionOf(stated, action, replacement, resource, context) {
    if (action === 'remove')
        return stated.PolicyAction ?? policyOf(resource.before, 'DeletionPolicy', context.before);
    if (action !== 'modify' || replacement === 'never')
        return null;
    const policy = policyOf(resource.after, 'UpdateReplacePolicy', context.after);
    return stated.PolicyAction ?? `ReplaceAnd${policy}`;
}
/** The property that causes a replacement, else the resource; `null` for what the released template does not hold. */
function positionOf(resource, properties, replacement, template) {
    if (resource.after === undefined)
        return null;
    const place = ['Resources', resource.logicalId];
    const cause = replacement === 'never'
        ? undefined
        : (properties.find((property) => property.replacement === 'always') ??
            properties.find((property) => property.replacement === 'conditional'));
    if (cause === undefined)
        return template.locateKey(place);
    return template.locateKey([...place, 'Properties', ...cause.path.split('.')]);
}

// EXTERNAL MODULE: ./src/plan/template-scope.ts
var template_scope = __webpack_require__(4184);
;// CONCATENATED MODULE: ./src/plan/compared-change.ts









/** Attributes of a resource, beside its properties, whose change CloudFormation carries out. */
const attributes = ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy', 'CreationPolicy', 'Metadata'];
/**
 * What the templates alone tell of one resource: an addition, a removal, or properties that differ or may differ. Used
 * for a stack that is not there yet, where CloudFormation gave no nested change set, and where sources are compared. Whether
 * a property replaces the resource is not known from templates: `context.replacementOf` says what it counts as.
 */
function comparedChange(resource, context) {
    const type = resource.after?.Type ?? resource.before?.Type ?? '';
    const [was, is] = [(0,template_scope/* exists */.t2)(resource.before, context.before), (0,template_scope/* exists */.t2)(resource.after, context.after)];
    if (was === false && is === false)
        return null;
    if (type === stateful_types/* nestedStackType */.k && (was === false || is === false))
        return null;
    const base = { logicalId: resource.logicalId, type, physicalId: resource.physicalId, renews: null };
    if (was === false) {
        const at = positionOf(resource, [], 'never', context.template);
        const certainty = is === null ? 'possible' : 'certain';
        return {
            ...base,
            action: 'add',
            replacement: 'never',
            certainty,
            policyAction: null,
            at,
            properties: [],
        };
    }
    if (is === false) {
        const policyAction = policyOf(resource.before, 'DeletionPolicy', context.before);
        const certainty = was === null ? 'possible' : 'certain';
        return {
            ...base,
            action: 'remove',
            replacement: 'never',
            certainty,
            policyAction,
            at: null,
            properties: [],
        };
    }
    const properties = comparedProperties(resource, context);
    if (properties.length === 0 && was !== null && is !== null)
        return null;
    const replacement = properties
        .map((each) => each.replacement === 'always' && each.certainty === 'possible' ? 'conditional' : each.replacement)
        .reduce(change_details/* worse */.JJ, 'never');
    return {
        ...base,
        action: was === null || is === null ? 'dynamic' : 'modify',
        replacement,
        certainty: properties.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
        policyAction: replacement === 'never'
            ? null
            : `ReplaceAnd${policyOf(resource.after, 'UpdateReplacePolicy', context.after)}`,
        at: positionOf(resource, properties, replacement, context.template),
        properties,
    };
}
function comparedProperties(resource, context) {
    const isNested = resource.after?.Type === stateful_types/* nestedStackType */.k;
    const own = (side) => Object.fromEntries(Object.entries(side?.Properties ?? {}).filter(([name]) => !isNested || (name !== 'TemplateURL' && name !== 'Parameters')));
    const [before, after] = [own(resource.before), own(resource.after)];
    const type = resource.after?.Type ?? '';
    const replacementOf = (path) => isNested ? 'never' : context.replacementOf(type, path);
    const properties = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => comparedParts(name, before[name], after[name], replacementOf, context));
    return attributes.reduce((found, name) => found.concat(comparedParts(name, resource.before?.[name], resource.after?.[name], () => 'never', context)), properties);
}
function comparedParts(name, before, after, replacementOf, context) {
    const old = before === undefined || context.before === null ? undefined : (0,evaluate/* evaluate */._)(before, context.before);
    const next = after === undefined ? undefined : (0,evaluate/* evaluate */._)(after, context.after);
    if ((0,compare_values/* provablyEqual */.U_)(old, next))
        return [];
    const [left, right] = [byPath(old, name), byPath(next, name)];
    const paths = [...new Set([...left.keys(), ...right.keys()])].filter((path) => !(0,compare_values/* provablyEqual */.U_)(left.get(path), right.get(path)));
    return paths.map((path) => {
        const [was, is] = [left.get(path), right.get(path)];
        const secret = [was, is].some((value) => value !== undefined && ((0,evaluated/* lineage */.OZ)(value).secret || (0,secret_text/* looksSecret */.n0)((0,compare_values/* printed */.zd)(value), context.secrets)));
        const isHidden = was !== undefined && (0,evaluated/* exact */.e0)(was) === secret_text/* hiddenByCloudFormation */.wl;
        return {
            path,
            before: (0,secret_text/* masked */.Iv)(local((0,compare_values/* printed */.zd)(was), context.path), secret),
            after: (0,secret_text/* masked */.Iv)(local((0,compare_values/* printed */.zd)(is), context.path), secret),
            secret,
            replacement: replacementOf(path),
            certainty: !isHidden && (0,compare_values/* provablyDifferent */.tV)(was, is) ? 'certain' : 'possible',
            lineage: is === undefined ? [] : (0,evaluated/* lineage */.OZ)(is).sources.filter((source) => context.systemOutputs.has(source)),
        };
    });
}
/** The scalars of a value; a value without any (an empty list) stands for itself. */
function byPath(value, name) {
    if (value === undefined || value.kind === 'none')
        return new Map();
    const parts = (0,evaluated/* leaves */.FQ)(value, [name]);
    return parts.length === 0
        ? new Map([[name, value]])
        : new Map(parts.map((leaf) => [leaf.path, leaf.value]));
}

;// CONCATENATED MODULE: ./src/plan/pair-renewals.ts
/** What packaging appends to a renewed resource's logical id (`src/release/renewal.ts`). */
const suffix = /[0-9a-f]{8}$/;
/**
 * Pairs the addition of a resource that asks to be renewed (`Metadata.Slipway.RenewWith`) with the removal of the one it
 * takes over from: same type, same logical id but for the suffix that packaging gives.
 */
function pairRenewals(changes, body) {
    const removed = changes.filter((change) => change.action === 'remove');
    return changes.map((change) => {
        if (change.action !== 'add' || !asksToBeRenewed(body, change.logicalId))
            return change;
        const name = change.logicalId.replace(suffix, '');
        const former = removed.find(({ type, logicalId }) => type === change.type && (logicalId === name || logicalId.replace(suffix, '') === name));
        return former === undefined ? change : { ...change, renews: former.logicalId };
    });
}
function asksToBeRenewed(body, logicalId) {
    const slipway = body.Resources[logicalId]?.Metadata?.['Slipway'];
    return typeof slipway === 'object' && slipway !== null && 'RenewWith' in slipway;
}

;// CONCATENATED MODULE: ./src/plan/removed-node.ts





/**
 * A nested stack that is removed, as the removal of all that it holds: CloudFormation makes no change set for it.
 *
 * @param policy the nested stack's own `DeletionPolicy`: `Retain` keeps everything in it
 */
function removedNode(path, deployed, policy) {
    const isKept = policy !== undefined && keptAs((0,evaluated/* exact */.e0)(policy)) === 'Retain';
    const { template } = deployed;
    if (template === null)
        return unreadNode(path, deployed.stackId);
    const scope = {
        body: template.body,
        parameters: (0,parameter_values/* parameterValues */.oM)(template.body, deployed.parameters, path),
        pseudo: { stackName: deployed.stackName, stackId: deployed.stackId },
        path,
        resource: () => (0,evaluated/* known */.eO)(''),
    };
    const resources = Object.entries(template.body.Resources).filter(([, resource]) => (0,template_scope/* exists */.t2)(resource, scope) !== false);
    return {
        ...base(path),
        changes: resources
            .filter(([, resource]) => resource.Type !== stateful_types/* nestedStackType */.k)
            .map(([logicalId, resource]) => removal(logicalId, resource.Type, deployed.physicalIds.get(logicalId) ?? null, isKept ? 'Retain' : policyOf(resource, 'DeletionPolicy', scope))),
        children: resources.flatMap(([logicalId, resource]) => {
            const child = deployed.children.get(logicalId);
            if (child === undefined)
                return [];
            const own = isKept ? 'Retain' : policyOf(resource, 'DeletionPolicy', scope);
            return [removedNode([...path, logicalId], child, (0,evaluated/* known */.eO)(own))];
        }),
    };
}
/** A nested stack that is removed and could not be read: nothing can be said of what it holds, so it holds something. */
function unreadNode(path, stackId) {
    const [logicalId = ''] = path.slice(-1);
    return {
        ...base(path),
        changes: [removal(logicalId, stateful_types/* nestedStackType */.k, stackId, 'Delete')],
        unseen: [{ logicalId, type: stateful_types/* nestedStackType */.k, at: null }],
    };
}
function base(path) {
    return {
        path,
        template: null,
        status: 'remove',
        changes: [],
        outputsOnly: false,
        dropped: 0,
        unseen: [],
        children: [],
    };
}
function removal(logicalId, type, physicalId, policyAction) {
    return {
        logicalId,
        type,
        physicalId,
        action: 'remove',
        replacement: 'never',
        certainty: 'certain',
        policyAction,
        at: null,
        properties: [],
        renews: null,
    };
}

;// CONCATENATED MODULE: ./src/plan/replacement-table.ts
/**
 * Which properties replace a resource when they change, a line a type: those that its provider's schema calls create-only
 * ("Resource type definition schema": `createOnlyProperties`), after a question mark those that it calls so under
 * conditions. Made from the schemas of 2026-10-20 by scripts/replacements/write.ts; not to be edited.
 */
const replacementTable = `
ACMPCA::Certificate ApiPassthrough CertificateAuthorityArn CertificateSigningRequest SigningAlgorithm TemplateArn Validity ValidityNotBefore
ACMPCA::CertificateAuthority Type KeyAlgorithm SigningAlgorithm Subject CsrExtensions KeyStorageSecurityStandard UsageMode
ACMPCA::CertificateAuthorityActivation CertificateAuthorityArn
ACMPCA::Permission Actions CertificateAuthorityArn Principal SourceAccount
APS::AnomalyDetector Alias Workspace
APS::ResourcePolicy WorkspaceArn
APS::RuleGroupsNamespace Name Workspace
APS::Scraper Source
APS::Workspace KmsKeyArn
ApiGateway::Account
ApiGateway::ApiKey GenerateDistinctId Name Value
ApiGateway::Authorizer RestApiId
ApiGateway::BasePathMapping DomainName BasePath
ApiGateway::BasePathMappingV2 DomainNameArn BasePath
ApiGateway::ClientCertificate
ApiGateway::Deployment DeploymentCanarySettings RestApiId
ApiGateway::DocumentationPart Location RestApiId
ApiGateway::DocumentationVersion DocumentationVersion RestApiId
ApiGateway::DomainName DomainName
ApiGateway::DomainNameAccessAssociation DomainNameArn AccessAssociationSource AccessAssociationSourceType Tags
ApiGateway::DomainNameV2 DomainName SecurityPolicy EndpointConfiguration
ApiGateway::GatewayResponse ResponseType RestApiId
ApiGateway::Method RestApiId ResourceId HttpMethod
ApiGateway::Model ContentType Name RestApiId
ApiGateway::RequestValidator Name RestApiId
ApiGateway::Resource PathPart ParentId RestApiId
ApiGateway::RestApi
ApiGateway::Stage RestApiId StageName
ApiGateway::UsagePlan
ApiGateway::UsagePlanKey KeyId UsagePlanId KeyType
ApiGateway::VpcLink TargetArns
ApiGatewayV2::Api ProtocolType
ApiGatewayV2::ApiGatewayManagedOverrides ApiId
ApiGatewayV2::ApiMapping DomainName
ApiGatewayV2::Authorizer ApiId
ApiGatewayV2::Deployment ApiId
ApiGatewayV2::DomainName DomainName
ApiGatewayV2::Integration ApiId
ApiGatewayV2::IntegrationResponse ApiId IntegrationId
ApiGatewayV2::Model ApiId
ApiGatewayV2::PortalProduct
ApiGatewayV2::Route ApiId
ApiGatewayV2::RouteResponse ApiId RouteId
ApiGatewayV2::RoutingRule DomainNameArn
ApiGatewayV2::Stage StageName ApiId
ApiGatewayV2::VpcLink SecurityGroupIds SubnetIds
AppSync::Api
AppSync::ApiCache ApiId AtRestEncryptionEnabled TransitEncryptionEnabled
AppSync::ApiKey ApiId
AppSync::ChannelNamespace ApiId Name
AppSync::DataSource ApiId Name
AppSync::DomainName DomainName CertificateArn
AppSync::DomainNameApiAssociation DomainName
AppSync::FunctionConfiguration ApiId
AppSync::GraphQLApi ?LambdaAuthorizerConfig.AuthorizerResultTtlInSeconds ?LambdaAuthorizerConfig.AuthorizerUri ?LambdaAuthorizerConfig.IdentityValidationExpression ?UserPoolConfig.AppIdClientRegex ?UserPoolConfig.AwsRegion ?UserPoolConfig.DefaultAction ?UserPoolConfig.UserPoolId ?OpenIDConnectConfig.AuthTTL ?OpenIDConnectConfig.IatTTL ?OpenIDConnectConfig.Issuer ?OpenIDConnectConfig.ClientId
AppSync::GraphQLSchema
AppSync::Resolver ApiId FieldName TypeName
AppSync::SourceApiAssociation SourceApiIdentifier MergedApiIdentifier
AppSync::Type ApiId
ApplicationAutoScaling::ScalableTarget ResourceId ScalableDimension ServiceNamespace
ApplicationAutoScaling::ScalingPolicy PolicyName ServiceNamespace ResourceId ScalableDimension ScalingTargetId
Athena::CapacityReservation Name
Athena::DataCatalog Name
Athena::NamedQuery Name Database Description QueryString WorkGroup
Athena::PreparedStatement StatementName WorkGroup
Athena::WorkGroup Name
AutoScaling::AutoScalingGroup InstanceId AutoScalingGroupName ?LaunchConfigurationName ?VPCZoneIdentifier ?LaunchTemplate ?MixedInstancesPolicy
AutoScaling::LaunchConfiguration AssociatePublicIpAddress BlockDeviceMappings ClassicLinkVPCId ClassicLinkVPCSecurityGroups EbsOptimized IamInstanceProfile ImageId InstanceId InstanceMonitoring InstanceType KernelId KeyName LaunchConfigurationName MetadataOptions PlacementTenancy RamDiskId SecurityGroups SpotPrice UserData
AutoScaling::LifecycleHook AutoScalingGroupName LifecycleHookName
AutoScaling::ScalingPolicy AutoScalingGroupName
AutoScaling::ScheduledAction AutoScalingGroupName
AutoScaling::WarmPool AutoScalingGroupName
Backup::BackupPlan
Backup::BackupSelection BackupSelection BackupPlanId
Backup::BackupVault BackupVaultName EncryptionKeyArn
Backup::Framework FrameworkName
Backup::LegalHold Title Description RecoveryPointSelection
Backup::LogicallyAirGappedBackupVault BackupVaultName MinRetentionDays MaxRetentionDays EncryptionKeyArn
Backup::ReportPlan ReportPlanName
Backup::RestoreTestingPlan RestoreTestingPlanName
Backup::RestoreTestingSelection ProtectedResourceType RestoreTestingPlanName RestoreTestingSelectionName
Backup::TieringConfiguration TieringConfigurationName
Batch::ComputeEnvironment ComputeResources.SpotIamFleetRole ComputeEnvironmentName Tags Type EksConfiguration.EksClusterArn EksConfiguration.KubernetesNamespace ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate.CapacityOptionType ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate.FipsEnabled ?ComputeResources.AllocationStrategy ?ComputeResources.BidPercentage ?ComputeResources.Ec2Configuration ?ComputeResources.Ec2KeyPair ?ComputeResources.ImageId ?ComputeResources.InstanceRole ?ComputeResources.InstanceTypes ?ComputeResources.LaunchTemplate ?ComputeResources.PlacementGroup ?ComputeResources.ScalingPolicy ?ComputeResources.SecurityGroupIds ?ComputeResources.Subnets ?ComputeResources.Tags ?ComputeResources.Type
Batch::ConsumableResource ConsumableResourceName ResourceType
Batch::JobDefinition JobDefinitionName
Batch::JobQueue JobQueueName JobQueueType
Batch::QuotaShare QuotaShareName JobQueue
Batch::SchedulingPolicy Name
Batch::ServiceEnvironment ServiceEnvironmentName ServiceEnvironmentType
Cassandra::Keyspace KeyspaceName
Cassandra::Table KeyspaceName TableName PartitionKeyColumns ClusteringKeyColumns ClientSideTimestampsEnabled
Cassandra::Type KeyspaceName TypeName Fields
CertificateManager::Account
CertificateManager::AcmeDomainValidation AcmeEndpointArn DomainName PrevalidationOptions.DnsPrevalidation.HostedZoneId
CertificateManager::AcmeEndpoint AuthorizationBehavior CertificateTags
CertificateManager::AcmeExternalAccountBinding AcmeEndpointArn RoleArn Expiration
CertificateManager::Certificate SubjectAlternativeNames DomainValidationOptions KeyAlgorithm DomainName CertificateAuthorityArn CertificateExport
CloudFormation::ChangeSet ChangeSetName StackName TemplateBody TemplateURL UsePreviousTemplate Description ChangeSetType Capabilities RoleARN NotificationARNs IncludeNestedStacks OnStackFailure ImportExistingResources DeploymentMode Tags
CloudFormation::CustomResource ServiceToken
CloudFormation::GeneratedTemplate
CloudFormation::GuardHook ExecutionRole Alias
CloudFormation::HookDefaultVersion
CloudFormation::HookTypeConfig ConfigurationAlias
CloudFormation::HookVersion ExecutionRoleArn LoggingConfig SchemaHandlerPackage TypeName
CloudFormation::LambdaHook Alias AutoUpdate LoggingConfig
CloudFormation::Macro Name
CloudFormation::ModuleDefaultVersion Arn ModuleName VersionId
CloudFormation::ModuleVersion ModuleName ModulePackage
CloudFormation::PublicTypeVersion LogDeliveryBucket PublicVersionNumber TypeName Type Arn
CloudFormation::Publisher AcceptTermsAndConditions ConnectionArn
CloudFormation::ResourceDefaultVersion
CloudFormation::ResourceVersion ExecutionRoleArn LoggingConfig SchemaHandlerPackage TypeName
CloudFormation::Stack
CloudFormation::StackSet PermissionModel StackSetName
CloudFormation::TypeActivation LoggingConfig
CloudFormation::WaitCondition
CloudFormation::WaitConditionHandle
CloudFront::AnycastIpList IpCount Name Tags
CloudFront::CachePolicy
CloudFront::CloudFrontOriginAccessIdentity
CloudFront::ConnectionFunction Name ConnectionFunctionConfig.Runtime
CloudFront::ConnectionGroup Name
CloudFront::ContinuousDeploymentPolicy
CloudFront::Distribution
CloudFront::DistributionTenant Name
CloudFront::FieldLevelEncryptionConfig CallerReference
CloudFront::FieldLevelEncryptionProfile FieldLevelEncryptionProfileConfig.CallerReference
CloudFront::Function Name
CloudFront::KeyGroup
CloudFront::KeyValueStore Name
CloudFront::MonitoringSubscription DistributionId
CloudFront::OriginAccessControl
CloudFront::OriginRequestPolicy
CloudFront::PublicKey
CloudFront::RealtimeLogConfig Name
CloudFront::ResponseHeadersPolicy
CloudFront::StreamingDistribution
CloudFront::TrustStore Name
CloudFront::VpcOrigin
CloudTrail::Channel Source
CloudTrail::Dashboard
CloudTrail::EventDataStore
CloudTrail::ResourcePolicy ResourceArn
CloudTrail::Trail TrailName
CloudWatch::Alarm AlarmName
CloudWatch::AlarmMuteRule Name
CloudWatch::AnomalyDetector Dimensions MetricCharacteristics MetricName Namespace SingleMetricAnomalyDetector MetricMathAnomalyDetector Stat
CloudWatch::CompositeAlarm AlarmName
CloudWatch::Dashboard DashboardName
CloudWatch::InsightRule RuleName
CloudWatch::Integration IntegrationType Name
CloudWatch::LogAlarm AlarmName
CloudWatch::MetricStream Name
CloudWatch::OTelEnrichment
CloudWatch::ResourceMetricsConfiguration ResourceArn
CloudWatch::View Name
CodeArtifact::Domain DomainName EncryptionKey
CodeArtifact::PackageGroup DomainName Pattern
CodeArtifact::Repository RepositoryName DomainName DomainOwner
CodeCommit::Repository
Cognito::IdentityPool
Cognito::IdentityPoolPrincipalTag IdentityPoolId IdentityProviderName
Cognito::IdentityPoolRoleAttachment IdentityPoolId
Cognito::LogDeliveryConfiguration UserPoolId
Cognito::ManagedLoginBranding UserPoolId ClientId
Cognito::Terms UserPoolId ClientId
Cognito::UserPool
Cognito::UserPoolClient GenerateSecret UserPoolId
Cognito::UserPoolDomain UserPoolId Domain
Cognito::UserPoolGroup UserPoolId GroupName
Cognito::UserPoolIdentityProvider UserPoolId ProviderName ProviderType
Cognito::UserPoolRegionalConfigurationAttachment UserPoolId
Cognito::UserPoolReplica UserPoolId RegionName UserPoolTagsAtCreate
Cognito::UserPoolResourceServer UserPoolId Identifier
Cognito::UserPoolRiskConfigurationAttachment UserPoolId ClientId
Cognito::UserPoolUICustomizationAttachment UserPoolId ClientId
Cognito::UserPoolUser DesiredDeliveryMediums ForceAliasCreation UserAttributes Username UserPoolId ValidationData ClientMetadata MessageAction
Cognito::UserPoolUserToGroupAttachment UserPoolId GroupName Username
Config::AggregationAuthorization AuthorizedAccountId AuthorizedAwsRegion
Config::ConfigRule ConfigRuleName
Config::ConfigurationAggregator ConfigurationAggregatorName
Config::ConfigurationRecorder Name StartedOnCreate
Config::ConformancePack ConformancePackName
Config::Connector ConnectorConfiguration
Config::DeliveryChannel Name
Config::OrganizationConfigRule OrganizationConfigRuleName
Config::OrganizationConformancePack OrganizationConformancePackName
Config::RemediationConfiguration ConfigRuleName
Config::StoredQuery QueryName
DSQL::Cluster
DocDB::DBCluster SnapshotIdentifier KmsKeyId MasterUsername SourceDBClusterIdentifier DBClusterIdentifier AvailabilityZones DBSubnetGroupName StorageEncrypted
DocDB::DBClusterParameterGroup Family Description Name
DocDB::DBInstance DBClusterIdentifier AvailabilityZone DBInstanceIdentifier
DocDB::DBSubnetGroup DBSubnetGroupName
DocDB::EventSubscription SnsTopicArn SubscriptionName
DocDB::GlobalCluster Engine EngineVersion GlobalClusterIdentifier SourceDBClusterIdentifier StorageEncrypted
DynamoDB::Backup BackupName TableName
DynamoDB::GlobalTable TableName ?LocalSecondaryIndexes ?GlobalTableSourceArn ?KeySchema
DynamoDB::Table TableName ImportSourceSpecification ?KeySchema
EC2::ApplicationStatusCheck Interval IpScope
EC2::CapacityManagerDataExport S3BucketName S3BucketPrefix OutputFormat Schedule
EC2::CapacityReservation Tenancy InstancePlatform InstanceType AvailabilityZone OutPostArn EphemeralStorage EbsOptimized PlacementGroupArn AvailabilityZoneId
EC2::CapacityReservationFleet InstanceTypeSpecifications AllocationStrategy EndDate Tenancy InstanceMatchCriteria
EC2::CarrierGateway VpcId
EC2::ClientVpnAuthorizationRule ClientVpnEndpointId AuthorizeAllGroups Description AccessGroupId TargetNetworkCidr
EC2::ClientVpnEndpoint TransportProtocol ClientCidrBlock TagSpecifications AuthenticationOptions TransitGatewayConfiguration EndpointIpAddressType TrafficIpAddressType
EC2::ClientVpnRoute ClientVpnEndpointId DestinationCidrBlock TargetVpcSubnetId Description
EC2::ClientVpnTargetNetworkAssociation ClientVpnEndpointId AvailabilityZoneId AvailabilityZone SubnetId
EC2::CustomerGateway CertificateArn BgpAsn BgpAsnExtended Type IpAddress DeviceName
EC2::DHCPOptions NetbiosNameServers NetbiosNodeType NtpServers DomainName DomainNameServers Ipv6AddressPreferredLeaseTime
EC2::EC2Fleet LaunchTemplateConfigs OnDemandOptions ReservedCapacityOptions ReplaceUnhealthyInstances SpotOptions TagSpecifications TerminateInstancesWithExpiration Type ValidFrom ValidUntil TargetCapacitySpecification.TargetCapacityUnitType TargetCapacitySpecification.DefaultTargetCapacityType
EC2::EIP NetworkBorderGroup TransferAddress IpamPoolId Address
EC2::EIPAssociation AllocationId NetworkInterfaceId InstanceId PrivateIpAddress EIP
EC2::EgressOnlyInternetGateway VpcId
EC2::EnclaveCertificateIamRoleAssociation CertificateArn RoleArn
EC2::FlowLog DeliverCrossAccountRole DeliverLogsPermissionArn LogGroupName LogDestination ResourceId TrafficType LogDestinationType ResourceType LogFormat MaxAggregationInterval DestinationOptions TagFieldSpecifications
EC2::FpgaImage InputStorageLocation LogsStorageLocation
EC2::GatewayRouteTableAssociation GatewayId
EC2::Host AvailabilityZone InstanceType InstanceFamily OutpostArn AssetId
EC2::IPAM
EC2::IPAMAllocation IpamPoolId Cidr Description NetmaskLength
EC2::IPAMPool IpamScopeId SourceIpamPoolId Locale AddressFamily PubliclyAdvertisable PublicIpSource AwsService SourceResource
EC2::IPAMPoolCidr IpamPoolId Cidr NetmaskLength
EC2::IPAMPrefixListResolver IpamId AddressFamily
EC2::IPAMPrefixListResolverTarget IpamPrefixListResolverId PrefixListId PrefixListRegion
EC2::IPAMResourceDiscovery
EC2::IPAMResourceDiscoveryAssociation IpamId IpamResourceDiscoveryId
EC2::IPAMScope IpamId
EC2::IPv4Pool
EC2::Instance AvailabilityZone CpuOptions ElasticGpuSpecifications ElasticInferenceAccelerators EnclaveOptions HibernationOptions HostResourceGroupArn ImageId Ipv6AddressCount Ipv6Addresses KeyName LaunchTemplate LicenseSpecifications NetworkInterfaces PlacementGroupName PrivateIpAddress SecurityGroups SubnetId ?AdditionalInfo ?Affinity ?EbsOptimized ?HostId ?InstanceType ?KernelId ?PrivateDnsNameOptions ?RamdiskId ?Tenancy ?UserData ?BlockDeviceMappings ?SecurityGroupIds
EC2::InstanceConnectEndpoint SubnetId ClientToken PreserveClientIp SecurityGroupIds
EC2::InstanceEventWindow
EC2::InternetGateway
EC2::IpPoolRouteTableAssociation PublicIpv4Pool RouteTableId
EC2::IpamExternalResourceVerificationToken IpamId
EC2::IpamInternetRegistryAssociation IpamId Rir OrganizationHandle Description
EC2::KeyPair KeyName KeyType KeyFormat PublicKeyMaterial Tags
EC2::LaunchTemplate LaunchTemplateName
EC2::LocalGatewayRoute DestinationCidrBlock LocalGatewayRouteTableId
EC2::LocalGatewayRouteTable LocalGatewayId Mode
EC2::LocalGatewayRouteTableVPCAssociation LocalGatewayRouteTableId VpcId
EC2::LocalGatewayRouteTableVirtualInterfaceGroupAssociation LocalGatewayRouteTableId LocalGatewayVirtualInterfaceGroupId
EC2::LocalGatewayVirtualInterface LocalGatewayVirtualInterfaceGroupId OutpostLagId Vlan LocalAddress PeerAddress PeerBgpAsn PeerBgpAsnExtended
EC2::LocalGatewayVirtualInterfaceGroup LocalGatewayId LocalBgpAsn LocalBgpAsnExtended
EC2::NatGateway VpcId SubnetId ConnectivityType AllocationId PrivateIpAddress AvailabilityMode
EC2::NetworkAcl VpcId
EC2::NetworkAclEntry Egress RuleNumber NetworkAclId
EC2::NetworkInsightsAccessScope MatchPaths ExcludePaths
EC2::NetworkInsightsAccessScopeAnalysis NetworkInsightsAccessScopeId
EC2::NetworkInsightsAnalysis NetworkInsightsPathId FilterInArns FilterOutArns
EC2::NetworkInsightsPath SourceIp DestinationIp Source Destination Protocol DestinationPort FilterAtSource FilterAtDestination
EC2::NetworkInterface PrivateIpAddress InterfaceType SubnetId ?PrivateIpAddresses ?EnablePrimaryIpv6 ?ConnectionTrackingSpecification
EC2::NetworkInterfaceAttachment DeviceIndex InstanceId NetworkInterfaceId
EC2::NetworkInterfacePermission AwsAccountId Permission NetworkInterfaceId
EC2::NetworkPerformanceMetricSubscription Source Destination Metric Statistic
EC2::PlacementGroup Tags Strategy SpreadLevel PartitionCount ParentGroupId
EC2::PrefixList
EC2::Route RouteTableId DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId
EC2::RouteServer AmazonSideAsn
EC2::RouteServerAssociation RouteServerId VpcId
EC2::RouteServerEndpoint RouteServerId SubnetId
EC2::RouteServerPeer RouteServerEndpointId PeerAddress BgpOptions
EC2::RouteServerPropagation RouteServerId RouteTableId
EC2::RouteTable VpcId
EC2::SecondaryNetwork Ipv4CidrBlock NetworkType
EC2::SecurityGroup GroupDescription GroupName VpcId
EC2::SecurityGroupEgress IpProtocol DestinationSecurityGroupId ToPort CidrIp FromPort GroupId CidrIpv6 DestinationPrefixListId
EC2::SecurityGroupIngress GroupName IpProtocol SourceSecurityGroupId SourcePrefixListId ToPort CidrIp SourceSecurityGroupName SourceSecurityGroupOwnerId FromPort GroupId CidrIpv6
EC2::SecurityGroupVpcAssociation GroupId VpcId
EC2::SnapshotBlockPublicAccess
EC2::SpotFleet SpotFleetRequestConfigData.AllocationStrategy SpotFleetRequestConfigData.IamFleetRole SpotFleetRequestConfigData.InstanceInterruptionBehavior SpotFleetRequestConfigData.InstancePoolsToUseCount SpotFleetRequestConfigData.LaunchSpecifications SpotFleetRequestConfigData.LoadBalancersConfig SpotFleetRequestConfigData.OnDemandAllocationStrategy SpotFleetRequestConfigData.OnDemandMaxTotalPrice SpotFleetRequestConfigData.ReplaceUnhealthyInstances SpotFleetRequestConfigData.SpotMaintenanceStrategies SpotFleetRequestConfigData.SpotMaxTotalPrice SpotFleetRequestConfigData.SpotPrice SpotFleetRequestConfigData.TagSpecifications SpotFleetRequestConfigData.TerminateInstancesWithExpiration SpotFleetRequestConfigData.Type SpotFleetRequestConfigData.ValidFrom SpotFleetRequestConfigData.ValidUntil
EC2::SqlHaStandbyDetectedInstance InstanceId
EC2::Subnet VpcId AvailabilityZone AvailabilityZoneId CidrBlock OutpostArn Ipv6Native Ipv4IpamPoolId Ipv4NetmaskLength Ipv6IpamPoolId Ipv6NetmaskLength ?Ipv6CidrBlock
EC2::SubnetCidrBlock Ipv6CidrBlock SubnetId Ipv6IpamPoolId Ipv6NetmaskLength
EC2::SubnetCidrReservation SubnetId Cidr ReservationType Description
EC2::SubnetNetworkAclAssociation SubnetId NetworkAclId
EC2::SubnetRouteTableAssociation SubnetId RouteTableId
EC2::TrafficMirrorFilter Description
EC2::TrafficMirrorFilterRule TrafficMirrorFilterId
EC2::TrafficMirrorSession
EC2::TrafficMirrorTarget GatewayLoadBalancerEndpointId NetworkLoadBalancerArn NetworkInterfaceId Description
EC2::TransitGateway AmazonSideAsn MulticastSupport
EC2::TransitGatewayAttachment TransitGatewayId VpcId
EC2::TransitGatewayConnect TransportTransitGatewayAttachmentId Options
EC2::TransitGatewayConnectPeer TransitGatewayAttachmentId ConnectPeerConfiguration ConnectPeerConfiguration.PeerAddress ConnectPeerConfiguration.InsideCidrBlocks ConnectPeerConfiguration.TransitGatewayAddress ConnectPeerConfiguration.BgpConfigurations.*.PeerAsn
EC2::TransitGatewayMeteringPolicy TransitGatewayId
EC2::TransitGatewayMeteringPolicyEntry TransitGatewayMeteringPolicyId PolicyRuleNumber MeteredAccount SourceTransitGatewayAttachmentId SourceTransitGatewayAttachmentType SourceCidrBlock SourcePortRange DestinationTransitGatewayAttachmentId DestinationTransitGatewayAttachmentType DestinationCidrBlock DestinationPortRange Protocol
EC2::TransitGatewayMulticastDomain TransitGatewayId
EC2::TransitGatewayMulticastDomainAssociation TransitGatewayMulticastDomainId TransitGatewayAttachmentId SubnetId
EC2::TransitGatewayMulticastGroupMember TransitGatewayMulticastDomainId GroupIpAddress NetworkInterfaceId
EC2::TransitGatewayMulticastGroupSource TransitGatewayMulticastDomainId GroupIpAddress NetworkInterfaceId
EC2::TransitGatewayPeeringAttachment TransitGatewayId PeerTransitGatewayId PeerRegion PeerAccountId
EC2::TransitGatewayPolicyTable TransitGatewayId
EC2::TransitGatewayPolicyTableAssociation TransitGatewayAttachmentId TransitGatewayPolicyTableId
EC2::TransitGatewayPolicyTableEntry TransitGatewayPolicyTableId PolicyRuleNumber
EC2::TransitGatewayRoute TransitGatewayRouteTableId TransitGatewayAttachmentId DestinationCidrBlock Blackhole
EC2::TransitGatewayRouteTable TransitGatewayId
EC2::TransitGatewayRouteTableAssociation TransitGatewayRouteTableId TransitGatewayAttachmentId
EC2::TransitGatewayRouteTablePropagation TransitGatewayAttachmentId TransitGatewayRouteTableId
EC2::TransitGatewayVpcAttachment TransitGatewayId SubnetIds VpcId
EC2::VPC CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength VpcEncryptionControl ?InstanceTenancy
EC2::VPCBlockPublicAccessExclusion VpcId SubnetId
EC2::VPCBlockPublicAccessOptions
EC2::VPCCidrBlock Ipv6Pool VpcId AmazonProvidedIpv6CidrBlock Ipv6CidrBlock CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength Ipv6IpamPoolId Ipv6NetmaskLength Ipv6CidrBlockNetworkBorderGroup
EC2::VPCDHCPOptionsAssociation DhcpOptionsId VpcId
EC2::VPCEncryptionControl VpcId
EC2::VPCEndpoint ServiceName VpcEndpointType VpcId ServiceNetworkArn ResourceConfigurationArn ServiceRegion DnsOptions.PrivateDnsPreference DnsOptions.PrivateDnsSpecifiedDomains
EC2::VPCEndpointConnectionNotification ServiceId VPCEndpointId
EC2::VPCEndpointService
EC2::VPCEndpointServicePermissions ServiceId
EC2::VPCGatewayAttachment VpcId
EC2::VPCPeeringConnection PeerRegion PeerOwnerId PeerVpcId VpcId
EC2::VPNConcentrator TransitGatewayId Type
EC2::VPNConnection Type VpnConcentratorId EnableAcceleration LocalIpv4NetworkCidr LocalIpv6NetworkCidr OutsideIpAddressType RemoteIpv4NetworkCidr RemoteIpv6NetworkCidr StaticRoutesOnly TransportTransitGatewayAttachmentId TunnelInsideIpVersion PreSharedKeyStorage
EC2::VPNConnectionRoute DestinationCidrBlock VpnConnectionId
EC2::VPNGateway AmazonSideAsn Type
EC2::VPNGatewayRoutePropagation
EC2::VerifiedAccessEndpoint ApplicationDomain AttachmentType DomainCertificateArn EndpointDomainPrefix EndpointType SecurityGroupIds NetworkInterfaceOptions.NetworkInterfaceId LoadBalancerOptions.LoadBalancerArn RdsOptions.Protocol RdsOptions.RdsDbInstanceArn RdsOptions.RdsDbClusterArn RdsOptions.RdsDbProxyArn CidrOptions.Cidr CidrOptions.Protocol CidrOptions.SubnetIds
EC2::VerifiedAccessGroup
EC2::VerifiedAccessInstance
EC2::VerifiedAccessTrustProvider PolicyReferenceName DeviceOptions DeviceTrustProviderType TrustProviderType UserTrustProviderType
EC2::Volume
EC2::VolumeAttachment Device InstanceId VolumeId EbsCardIndex
ECR::PublicRepository RepositoryName
ECR::PullThroughCacheRule EcrRepositoryPrefix UpstreamRegistryUrl CredentialArn UpstreamRegistry CustomRoleArn UpstreamRepositoryPrefix
ECR::PullTimeUpdateExclusion PrincipalArn
ECR::RegistryPolicy
ECR::RegistryScanningConfiguration
ECR::ReplicationConfiguration
ECR::Repository RepositoryName EncryptionConfiguration EncryptionConfiguration.EncryptionType EncryptionConfiguration.KmsKey
ECR::RepositoryCreationTemplate Prefix
ECR::SigningConfiguration
ECS::CapacityProvider AutoScalingGroupProvider.AutoScalingGroupArn Name ClusterName
ECS::Cluster ClusterName
ECS::ClusterCapacityProviderAssociations Cluster
ECS::Daemon DaemonName ClusterArn
ECS::DaemonTaskDefinition Family ContainerDefinitions Cpu Memory ExecutionRoleArn TaskRoleArn Volumes PidMode IpcMode
ECS::ExpressGatewayService ServiceName Cluster InfrastructureRoleArn Tags
ECS::Gateway GatewayName Configuration.HostSharedAlb.NetworkConfiguration.Subnets Configuration.HostSharedAlb.NetworkConfiguration.IpAddressType Configuration.HostSharedAlb.Scheme Configuration.HostSharedAlb.Port Configuration.HostSharedAlb.Protocol
ECS::GatewayClusterAssociations Gateway Cluster
ECS::PrimaryTaskSet Cluster Service
ECS::Service Cluster Role SchedulingStrategy ServiceName ?LaunchType
ECS::TaskDefinition Family ContainerDefinitions Cpu EnableFaultInjection ExecutionRoleArn InferenceAccelerators Memory NetworkMode PlacementConstraints ProxyConfiguration RequiresCompatibilities RuntimePlatform TaskRoleArn Volumes PidMode IpcMode EphemeralStorage
ECS::TaskSet Cluster ExternalId LaunchType LoadBalancers NetworkConfiguration PlatformVersion Service ServiceRegistries TaskDefinition CapacityProviderStrategy
EFS::AccessPoint FileSystemId ClientToken PosixUser PosixUser.Uid PosixUser.Gid PosixUser.SecondaryGids RootDirectory RootDirectory.Path RootDirectory.CreationInfo RootDirectory.CreationInfo.OwnerUid RootDirectory.CreationInfo.OwnerGid RootDirectory.CreationInfo.Permissions
EFS::FileSystem AvailabilityZoneName Encrypted KmsKeyId PerformanceMode
EFS::MountTarget IpAddress Ipv6Address IpAddressType SubnetId FileSystemId
ElastiCache::CacheCluster Port SnapshotArns SnapshotName CacheSubnetGroupName ClusterName Engine NetworkType ?PreferredAvailabilityZones ?IpDiscovery
ElastiCache::GlobalReplicationGroup
ElastiCache::ParameterGroup CacheParameterGroupFamily
ElastiCache::ReplicationGroup AtRestEncryptionEnabled CacheSubnetGroupName DataTieringEnabled GlobalReplicationGroupId KmsKeyId NetworkType Port PreferredCacheClusterAZs ReplicationGroupId SnapshotArns SnapshotName ?AuthToken ?NodeGroupConfiguration
ElastiCache::SecurityGroup
ElastiCache::SecurityGroupIngress
ElastiCache::ServerlessCache ServerlessCacheName KmsKeyId SnapshotArnsToRestore SubnetIds NetworkType ConnectionType
ElastiCache::ServerlessCacheSnapshot ServerlessCacheSnapshotName ServerlessCacheName KmsKeyId
ElastiCache::Snapshot SnapshotName CacheClusterId ReplicationGroupId KmsKeyId
ElastiCache::SubnetGroup CacheSubnetGroupName
ElastiCache::User UserId UserName
ElastiCache::UserGroup UserGroupId
ElasticLoadBalancingV2::Listener LoadBalancerArn
ElasticLoadBalancingV2::ListenerCertificate ListenerArn
ElasticLoadBalancingV2::ListenerRule ListenerArn
ElasticLoadBalancingV2::LoadBalancer Name Type Scheme
ElasticLoadBalancingV2::TargetGroup TargetType ProtocolVersion Port Name VpcId Protocol IpAddressType
ElasticLoadBalancingV2::TrustStore Name
ElasticLoadBalancingV2::TrustStoreRevocation TrustStoreArn RevocationContents
Elasticsearch::Domain DomainName
Events::ApiDestination Name
Events::Archive ArchiveName SourceArn
Events::Connection Name
Events::Endpoint Name
Events::EventBus Name
Events::EventBusPolicy EventBusName StatementId
Events::Rule Name ?EventBusName
FSx::Backup FileSystemId
FSx::DataRepositoryAssociation FileSystemId FileSystemPath DataRepositoryPath BatchImportMetaDataOnCreate
FSx::FileCache FileCacheType FileCacheTypeVersion StorageCapacity SubnetIds SecurityGroupIds KmsKeyId CopyTagsToDataRepositoryAssociations DataRepositoryAssociations LustreConfiguration.PerUnitStorageThroughput LustreConfiguration.DeploymentType LustreConfiguration.MetadataConfiguration
FSx::FileSystem KmsKeyId SecurityGroupIds FileSystemType SubnetIds BackupId
FSx::S3AccessPointAttachment Name Type OntapConfiguration OpenZFSConfiguration S3AccessPoint
FSx::Snapshot VolumeId
FSx::StorageVirtualMachine FileSystemId Name RootVolumeSecurityStyle
FSx::Volume BackupId VolumeType OntapConfiguration.OntapVolumeType OntapConfiguration.StorageVirtualMachineId OntapConfiguration.VolumeStyle OntapConfiguration.AggregateConfiguration OntapConfiguration.AggregateConfiguration.Aggregates OntapConfiguration.AggregateConfiguration.ConstituentsPerAggregate OntapConfiguration.SnaplockConfiguration.SnaplockType OpenZFSConfiguration.OriginSnapshot OpenZFSConfiguration.OriginSnapshot.CopyStrategy OpenZFSConfiguration.OriginSnapshot.SnapshotARN OpenZFSConfiguration.ParentVolumeId
Glue::Blueprint Name
Glue::Catalog Name
Glue::Classifier XMLClassifier.Name CsvClassifier.Name JsonClassifier.Name GrokClassifier.Name
Glue::Connection CatalogId ConnectionInput.Name
Glue::ConnectionType ConnectionType IntegrationType Description RestConfiguration ConnectionProperties ConnectorAuthenticationConfiguration
Glue::Crawler Name
Glue::CustomEntityType Name
Glue::DataCatalogEncryptionSettings CatalogId
Glue::DataQualityRuleset Name
Glue::Database DatabaseName
Glue::DevEndpoint EndpointName
Glue::IdentityCenterConfiguration InstanceArn
Glue::Integration IntegrationName SourceArn TargetArn KmsKeyId AdditionalEncryptionContext IntegrationConfig IntegrationConfig.RefreshInterval
Glue::IntegrationResourceProperty ResourceArn
Glue::Job Name
Glue::MLTransform InputRecordTables TransformEncryption TransformParameters.FindMatchesParameters.PrimaryKeyColumnName
Glue::Partition TableName DatabaseName CatalogId PartitionInput.Values
Glue::Registry Name
Glue::Schema Registry Name DataFormat SchemaDefinition
Glue::SchemaVersion Schema SchemaDefinition
Glue::SchemaVersionMetadata SchemaVersionId Key Value
Glue::SecurityConfiguration Name
Glue::Session Id Description Role Command Timeout IdleTimeout DefaultArguments Connections MaxCapacity NumberOfWorkers WorkerType SecurityConfiguration GlueVersion RequestOrigin
Glue::Table DatabaseName CatalogId TableInput.Name Name
Glue::TableOptimizer TableName DatabaseName Type CatalogId
Glue::Trigger Name WorkflowName Type
Glue::UsageProfile Name
Glue::UserDefinedFunction DatabaseName FunctionName FunctionType
Glue::Workflow Name
IAM::AccessKey UserName Serial
IAM::Group GroupName
IAM::GroupPolicy PolicyName GroupName
IAM::InstanceProfile InstanceProfileName Path
IAM::ManagedPolicy ManagedPolicyName Description Path
IAM::OIDCProvider Url
IAM::Policy
IAM::Role Path RoleName
IAM::RolePolicy PolicyName RoleName
IAM::SAMLProvider Name AddPrivateKey RemovePrivateKey
IAM::ServerCertificate ServerCertificateName PrivateKey CertificateBody CertificateChain
IAM::ServiceLinkedRole CustomSuffix AWSServiceName
IAM::User UserName
IAM::UserPolicy PolicyName UserName
IAM::UserToGroupAddition
IAM::VirtualMFADevice VirtualMfaDeviceName Path
KMS::Alias AliasName
KMS::Key
KMS::ReplicaKey PrimaryKeyArn
Kinesis::Channel ChannelName ServiceExecutionRoleARN StreamConfigurationList EncryptionConfiguration S3DestinationConfiguration.StorageConfiguration S3DestinationConfiguration.DeadLetterQueueS3Configuration S3TablesDestinationConfiguration.S3TablesConfigurationList S3TablesDestinationConfiguration.DeadLetterQueueS3Configuration
Kinesis::ResourcePolicy ResourceArn
Kinesis::Stream Name
Kinesis::StreamConsumer ConsumerName StreamARN Tags
KinesisFirehose::DeliveryStream DeliveryStreamName DeliveryStreamType ElasticsearchDestinationConfiguration.VpcConfiguration AmazonopensearchserviceDestinationConfiguration.VpcConfiguration AmazonOpenSearchServerlessDestinationConfiguration.VpcConfiguration DatabaseSourceConfiguration KinesisStreamSourceConfiguration DirectPutSourceConfiguration MSKSourceConfiguration IcebergDestinationConfiguration.CatalogConfiguration SnowflakeDestinationConfiguration.SnowflakeVpcConfiguration
Lambda::Alias Name FunctionName
Lambda::CapacityProvider CapacityProviderName VpcConfig InstanceRequirements PermissionsConfig KmsKeyArn
Lambda::CodeSigningConfig
Lambda::EventInvokeConfig FunctionName Qualifier
Lambda::EventSourceMapping EventSourceArn StartingPosition StartingPositionTimestamp SelfManagedEventSource
Lambda::Function FunctionName PackageType TenancyConfig ?DurableConfig
Lambda::LayerVersion CompatibleRuntimes LicenseInfo CompatibleArchitectures LayerName Description Content
Lambda::LayerVersionPermission OrganizationId Principal Action LayerVersionArn
Lambda::MicrovmImage Name
Lambda::NetworkConnector Name
Lambda::Permission FunctionName FunctionUrlAuthType InvokedViaFunctionUrl SourceAccount SourceArn Principal PrincipalOrgID Action EventSourceToken
Lambda::ResourcePolicy ResourceArn
Lambda::Url TargetFunctionArn Qualifier
Lambda::Version FunctionName Description CodeSha256 ProvisionedConcurrencyConfig RuntimePolicy
Lambda::WebFunction FunctionName
Lambda::WebFunctionEndpoint FunctionName EndpointName EndpointType Regions
Lambda::WebFunctionRevision FunctionName Description KmsKeyArn BuildConfig ServiceConfig
Logs::AccountPolicy PolicyName PolicyType
Logs::Delivery DeliverySourceName DeliveryDestinationArn
Logs::DeliveryDestination Name OutputFormat DestinationResourceArn DeliveryDestinationType
Logs::DeliverySource Name
Logs::Destination DestinationName
Logs::Integration IntegrationName IntegrationType ResourceConfig
Logs::LogAnomalyDetector
Logs::LogGroup LogGroupName
Logs::LogStream LogGroupName LogStreamName
Logs::MetricFilter FilterName LogGroupName
Logs::QueryDefinition
Logs::ResourcePolicy PolicyName
Logs::ScheduledQuery Name
Logs::StorageTierPolicy
Logs::SubscriptionFilter FilterName LogGroupName
Logs::Transformer LogGroupIdentifier
MSK::BatchScramSecret ClusterArn
MSK::Channel ChannelName ClusterArn TopicConfigurationList EncryptionConfiguration LoggingInfo IcebergDestinationConfiguration.ServiceExecutionRoleArn IcebergDestinationConfiguration.Catalog IcebergDestinationConfiguration.Catalog.CatalogArn IcebergDestinationConfiguration.Catalog.WarehouseLocation IcebergDestinationConfiguration.DeadLetterQueueS3 IcebergDestinationConfiguration.DeadLetterQueueS3.BucketArn IcebergDestinationConfiguration.DeadLetterQueueS3.ErrorOutputPrefix IcebergDestinationConfiguration.DeadLetterQueueS3.ExpectedBucketOwner IcebergDestinationConfiguration.AppendOnly IcebergDestinationConfiguration.SchemaEvolution IcebergDestinationConfiguration.SchemaEvolution.EnableSchemaEvolution IcebergDestinationConfiguration.TableCreation IcebergDestinationConfiguration.TableCreation.EnableTableCreation IcebergDestinationConfiguration.DestinationTableList IcebergDestinationConfiguration.DestinationTableList.*.DestinationDatabaseName IcebergDestinationConfiguration.DestinationTableList.*.DestinationTableName IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec.PartitionStrategy IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec.SourceList IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec.SourceList.*.SourceName IcebergDestinationConfiguration.CompressionType S3DestinationConfiguration.ServiceExecutionRoleArn S3DestinationConfiguration.DeadLetterQueueS3 S3DestinationConfiguration.DeadLetterQueueS3.BucketArn S3DestinationConfiguration.DeadLetterQueueS3.ErrorOutputPrefix S3DestinationConfiguration.DeadLetterQueueS3.ExpectedBucketOwner S3DestinationConfiguration.Storage S3DestinationConfiguration.Storage.BucketArn S3DestinationConfiguration.Storage.OutputPrefix S3DestinationConfiguration.Storage.OutputKeyTemplate S3DestinationConfiguration.Storage.StorageClass S3DestinationConfiguration.Storage.CompressionType S3DestinationConfiguration.Storage.ExpectedBucketOwner
MSK::Cluster BrokerNodeGroupInfo.BrokerAZDistribution BrokerNodeGroupInfo.ClientSubnets BrokerNodeGroupInfo.SecurityGroups EncryptionInfo.EncryptionAtRest EncryptionInfo.EncryptionInTransit.InCluster ClusterName
MSK::ClusterPolicy ClusterArn
MSK::Configuration KafkaVersionsList Name
MSK::Replicator ReplicatorName Description KafkaClusters ServiceExecutionRoleArn ReplicationInfoList.*.SourceKafkaClusterArn ReplicationInfoList.*.SourceKafkaClusterId ReplicationInfoList.*.TargetKafkaClusterArn ReplicationInfoList.*.TargetKafkaClusterId ReplicationInfoList.*.TargetCompressionType ReplicationInfoList.*.ConsumerGroupReplication.ConsumerGroupOffsetSyncMode ReplicationInfoList.*.TopicReplication.StartingPosition ReplicationInfoList.*.TopicReplication.TopicNameConfiguration
MSK::ServerlessCluster ClusterName VpcConfigs ClientAuthentication Tags
MSK::Topic ClusterArn TopicName ReplicationFactor
MSK::VpcConnection ClientSubnets Authentication SecurityGroups TargetClusterArn VpcId
MemoryDB::ACL ACLName
MemoryDB::Cluster ClusterName TLSEnabled DataTiering KmsKeyId Port SubnetGroupName SnapshotArns MultiRegionClusterName SnapshotName NetworkType
MemoryDB::MultiRegionCluster MultiRegionClusterNameSuffix EngineVersion MultiRegionParameterGroupName TLSEnabled
MemoryDB::ParameterGroup ParameterGroupName Family Description
MemoryDB::Snapshot SnapshotName ClusterName KmsKeyId
MemoryDB::SubnetGroup SubnetGroupName
MemoryDB::User UserName
Neptune::DBCluster AvailabilityZones DBClusterIdentifier DBSubnetGroupName GlobalClusterIdentifier KmsKeyId RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier StorageEncrypted UseLatestRestorableTime
Neptune::DBClusterParameterGroup Name Description Family
Neptune::DBInstance AvailabilityZone DBClusterIdentifier DBInstanceIdentifier DBSnapshotIdentifier DBSubnetGroupName ?AutoMinorVersionUpgrade ?DBParameterGroupName ?PreferredMaintenanceWindow
Neptune::DBParameterGroup Name Description Family
Neptune::DBSubnetGroup DBSubnetGroupName
Neptune::EventSubscription SnsTopicArn SubscriptionName
Neptune::GlobalCluster GlobalClusterIdentifier SourceDBClusterIdentifier Engine StorageEncrypted
NeptuneGraph::Graph GraphName ReplicaCount ImportTask VectorSearchConfiguration KmsKeyIdentifier ?ProvisionedMemory
NeptuneGraph::GraphSnapshot SnapshotName GraphIdentifier
NeptuneGraph::PrivateGraphEndpoint GraphIdentifier SecurityGroupIds SubnetIds VpcId
OpenSearchServerless::AccessPolicy Type Name
OpenSearchServerless::Collection Name Tags Type StandbyReplicas CollectionGroupName EncryptionConfig
OpenSearchServerless::CollectionGroup Name StandbyReplicas Generation
OpenSearchServerless::CollectionIndex Id IndexName
OpenSearchServerless::Index IndexName CollectionEndpoint Settings.Analysis
OpenSearchServerless::LifecyclePolicy Type Name
OpenSearchServerless::SecurityConfig Type Name IamIdentityCenterOptions.InstanceArn
OpenSearchServerless::SecurityPolicy Type Name
OpenSearchServerless::VpcEndpoint Name VpcId
OpenSearchService::Application Name KmsKeyArn
OpenSearchService::Domain DomainName EngineMode ?EncryptionAtRestOptions.Enabled ?EncryptionAtRestOptions.KmsKeyId ?AdvancedSecurityOptions.Enabled
Pipes::Pipe Name Source SourceParameters.DynamoDBStreamParameters.StartingPosition SourceParameters.KinesisStreamParameters.StartingPosition SourceParameters.KinesisStreamParameters.StartingPositionTimestamp SourceParameters.ActiveMQBrokerParameters.QueueName SourceParameters.RabbitMQBrokerParameters.QueueName SourceParameters.RabbitMQBrokerParameters.VirtualHost SourceParameters.ManagedStreamingKafkaParameters.TopicName SourceParameters.ManagedStreamingKafkaParameters.StartingPosition SourceParameters.ManagedStreamingKafkaParameters.ConsumerGroupID SourceParameters.SelfManagedKafkaParameters.TopicName SourceParameters.SelfManagedKafkaParameters.StartingPosition SourceParameters.SelfManagedKafkaParameters.AdditionalBootstrapServers SourceParameters.SelfManagedKafkaParameters.ConsumerGroupID
QLDB::Ledger Name
QLDB::Stream LedgerName StreamName RoleArn KinesisConfiguration InclusiveStartTime ExclusiveEndTime
RDS::ClusterSnapshot DBClusterSnapshotIdentifier DBClusterIdentifier
RDS::CustomDBEngineVersion Engine EngineVersion DatabaseInstallationFilesS3BucketName DatabaseInstallationFilesS3Prefix DatabaseInstallationFiles ImageId KMSKeyId Manifest SourceCustomDbEngineVersionIdentifier UseAwsProvidedLatestImage
RDS::DBCluster ClusterScalabilityType DBClusterIdentifier DBSubnetGroupName DBSystemId DatabaseName EngineMode KmsKeyId PubliclyAccessible RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier SourceDbClusterResourceId SourceRegion StorageEncrypted UseLatestRestorableTime ?AvailabilityZones ?Engine ?GlobalClusterIdentifier ?MasterUsername
RDS::DBClusterEndpoint DBClusterEndpointIdentifier DBClusterIdentifier
RDS::DBClusterParameterGroup DBClusterParameterGroupName Description Family
RDS::DBInstance BackupTarget CharacterSetName CustomIAMInstanceProfile DBClusterIdentifier DBInstanceIdentifier DBName DBSubnetGroupName DBSystemId KmsKeyId MasterUsername NcharCharacterSetName SourceRegion StorageEncrypted Timezone ?AutoMinorVersionUpgrade ?AvailabilityZone ?BackupRetentionPeriod ?DBClusterSnapshotIdentifier ?DBParameterGroupName ?DBSnapshotIdentifier ?Engine ?MultiAZ ?PerformanceInsightsKMSKeyId ?PreferredMaintenanceWindow ?RestoreTime ?SourceDBClusterIdentifier ?SourceDBInstanceAutomatedBackupsArn ?SourceDBInstanceIdentifier ?SourceDbiResourceId ?UseLatestRestorableTime
RDS::DBParameterGroup DBParameterGroupName Description Family
RDS::DBProxy DBProxyName EngineFamily EndpointNetworkType TargetConnectionNetworkType VpcSubnetIds
RDS::DBProxyEndpoint DBProxyName DBProxyEndpointName EndpointNetworkType VpcSubnetIds
RDS::DBProxyTargetGroup DBProxyName TargetGroupName
RDS::DBSecurityGroup GroupDescription EC2VpcId
RDS::DBSecurityGroupIngress
RDS::DBShardGroup DBClusterIdentifier DBShardGroupIdentifier PubliclyAccessible
RDS::DBSnapshot DBSnapshotIdentifier DBInstanceIdentifier
RDS::DBSubnetGroup DBSubnetGroupName
RDS::Deployment BlueGreenDeploymentName Source TargetEngineVersion TargetDBParameterGroupName TargetDBClusterParameterGroupName TargetDBInstanceClass UpgradeTargetStorageConfig TargetIops TargetStorageType TargetAllocatedStorage TargetStorageThroughput
RDS::EventSubscription SubscriptionName SnsTopicArn
RDS::GlobalCluster GlobalClusterIdentifier SourceDBClusterIdentifier StorageEncrypted Engine
RDS::Integration SourceArn TargetArn KMSKeyId AdditionalEncryptionContext
RDS::OptionGroup EngineName MajorEngineVersion OptionGroupDescription OptionGroupName
Redshift::Cluster ClusterIdentifier OwnerAccount SnapshotIdentifier DBName SnapshotClusterIdentifier ClusterSubnetGroupName MasterUsername
Redshift::ClusterParameterGroup ParameterGroupName ParameterGroupFamily Description
Redshift::ClusterSecurityGroup Description
Redshift::ClusterSecurityGroupIngress ClusterSecurityGroupName CIDRIP EC2SecurityGroupOwnerId EC2SecurityGroupName
Redshift::ClusterSubnetGroup
Redshift::EndpointAccess EndpointName ClusterIdentifier ResourceOwner SubnetGroupName
Redshift::EndpointAuthorization ClusterIdentifier Account
Redshift::EventSubscription SubscriptionName
Redshift::Integration SourceArn TargetArn KMSKeyId AdditionalEncryptionContext
Redshift::QEV2IdcApplication IdcInstanceArn Qev2IdcApplicationName
Redshift::RedshiftIdcApplication IdcInstanceArn RedshiftIdcApplicationName ApplicationType SsoTagKeys
Redshift::ScheduledAction ScheduledActionName
Redshift::Snapshot SnapshotIdentifier ClusterIdentifier
Redshift::SnapshotCopyGrant SnapshotCopyGrantName KmsKeyId
Redshift::SnapshotSchedule ScheduleIdentifier ScheduleDescription
Redshift::UsageLimit ClusterIdentifier FeatureType LimitType Period
RedshiftServerless::Namespace NamespaceName
RedshiftServerless::Snapshot NamespaceName SnapshotName Tags Tags.*.Key Tags.*.Value
RedshiftServerless::Workgroup WorkgroupName NamespaceName
Route53::CidrCollection Name
Route53::DNSSEC HostedZoneId
Route53::DelegationSet
Route53::HealthCheck HealthCheckConfig.Type HealthCheckConfig.MeasureLatency HealthCheckConfig.RequestInterval
Route53::HostedZone Name DelegationSetId
Route53::KeySigningKey HostedZoneId Name KeyManagementServiceArn
Route53::QueryLoggingConfig HostedZoneId CloudWatchLogsLogGroupArn
Route53::RecordSet HostedZoneName HostedZoneId
Route53::RecordSetGroup HostedZoneName HostedZoneId
Route53::TrafficPolicy Name Document
Route53::TrafficPolicyInstance HostedZoneId Name
S3::AccessGrant S3PrefixType Tags
S3::AccessGrantsInstance Tags
S3::AccessGrantsLocation Tags
S3::AccessPoint Name Bucket BucketAccountId VpcConfiguration
S3::Bucket BucketName BucketNamePrefix BucketNamespace
S3::BucketPolicy Bucket
S3::MultiRegionAccessPoint Name PublicAccessBlockConfiguration Regions
S3::MultiRegionAccessPointPolicy MrapName
S3::StorageLens StorageLensConfiguration.Id
S3::StorageLensGroup Name
S3Express::AccessPoint Name Bucket BucketAccountId VpcConfiguration
S3Express::BucketPolicy Bucket
S3Express::DirectoryBucket BucketName LocationName DataRedundancy
S3Tables::Namespace TableBucketARN Namespace
S3Tables::Table TableBucketARN OpenTableFormat IcebergMetadata WithoutMetadata StorageClassConfiguration
S3Tables::TableBucket TableBucketName
S3Tables::TableBucketPolicy TableBucketARN
S3Tables::TablePolicy TableARN
S3Vectors::Index DataType Dimension DistanceMetric EncryptionConfiguration IndexName MetadataConfiguration VectorBucketArn VectorBucketName
S3Vectors::VectorBucket VectorBucketName EncryptionConfiguration
S3Vectors::VectorBucketPolicy VectorBucketArn VectorBucketName
SES::ConfigurationSet Name
SES::ConfigurationSetEventDestination ConfigurationSetName ?EventDestination.Name
SES::ContactList ContactListName
SES::CustomVerificationEmailTemplate TemplateName
SES::DedicatedIpPool PoolName ?ScalingMode
SES::EmailIdentity EmailIdentity
SES::EmailIdentityCertificate EmailIdentity FromAddress CertificateArn
SES::MailManagerAddonInstance AddonSubscriptionId
SES::MailManagerAddonSubscription AddonName
SES::MailManagerAddressList AddressListName
SES::MailManagerArchive KmsKeyArn
SES::MailManagerIngressPoint NetworkConfiguration Type
SES::MailManagerRelay
SES::MailManagerRuleSet
SES::MailManagerTrafficPolicy
SES::MultiRegionEndpoint EndpointName Details
SES::ReceiptFilter Filter Filter.Name Filter.IpFilter Filter.IpFilter.Policy Filter.IpFilter.Cidr
SES::ReceiptRule Rule.Name RuleSetName
SES::ReceiptRuleSet RuleSetName
SES::Template Template.TemplateName
SES::Tenant TenantName
SES::VdmAttributes
SNS::Subscription Endpoint Protocol TopicArn ?Region
SNS::Topic TopicName FifoTopic
SNS::TopicInlinePolicy TopicArn
SNS::TopicPolicy
SQS::Queue FifoQueue QueueName
SQS::QueueInlinePolicy Queue
SQS::QueuePolicy
SSM::Association InstanceId
SSM::CloudConnector RoleArn ConfigConnectorArn Configuration.AzureConfiguration.TenantId
SSM::Document Name DocumentType ?Content ?Attachments ?VersionName ?DocumentFormat ?TargetType ?Requires
SSM::MaintenanceWindow
SSM::MaintenanceWindowTarget WindowId
SSM::MaintenanceWindowTask WindowId TaskType
SSM::OpsItem Source
SSM::Parameter Name
SSM::PatchBaseline OperatingSystem
SSM::ResourceDataSync KMSKeyArn SyncFormat BucketPrefix SyncName BucketRegion BucketName S3Destination SyncType
SSM::ResourcePolicy ResourceArn
SSM::ServiceSetting SettingId
Scheduler::Schedule Name
Scheduler::ScheduleGroup Name
SecretsManager::ResourcePolicy SecretId
SecretsManager::RotationSchedule SecretId
SecretsManager::Secret Name
SecretsManager::SecretTargetAttachment SecretId
StepFunctions::Activity Name EncryptionConfiguration
StepFunctions::StateMachine StateMachineName StateMachineType
StepFunctions::StateMachineAlias Name
StepFunctions::StateMachineVersion StateMachineArn StateMachineRevisionId Description
Timestream::Database DatabaseName
Timestream::InfluxDBBackup Name DbResourceId RetentionDays
Timestream::InfluxDBCluster Name Username Password Organization Bucket VpcSubnetIds VpcSecurityGroupIds PubliclyAccessible DbStorageType AllocatedStorage DeploymentType NetworkType
Timestream::InfluxDBInstance Name Username Password Organization Bucket VpcSubnetIds VpcSecurityGroupIds PubliclyAccessible NetworkType
Timestream::ScheduledQuery ScheduledQueryName QueryString ScheduleConfiguration NotificationConfiguration ScheduledQueryExecutionRoleArn TargetConfiguration ErrorReportConfiguration KmsKeyId
Timestream::Table DatabaseName TableName
WAFv2::IPSet Name Scope
WAFv2::LoggingConfiguration ResourceArn
WAFv2::RegexPatternSet Name Scope
WAFv2::RuleGroup Name Scope
WAFv2::WebACL Name Scope
WAFv2::WebACLAssociation ResourceArn WebACLArn
`;

;// CONCATENATED MODULE: ./src/plan/schema-replacement.ts


let read;
function rules() {
    return (read ??= new Map(replacementTable
        .trim()
        .split('\n')
        .map((line) => {
        const [type = '', ...paths] = line.split(' ');
        return [`AWS::${type}`, paths.map(rule)];
    })));
}
function rule(text) {
    return text.startsWith('?')
        ? { path: text.slice(1), replacement: 'conditional' }
        : { path: text, replacement: 'always' };
}
/**
 * What the type's schema says. A type without a schema here may be replaced by any change; so may one that holds state and
 * whose schema calls no property create-only, for a schema may be silent about some. Tags replace only where the schema
 * says so.
 */
const schemaReplacement = (type, path) => {
    const known = rules().get(type);
    const steps = path.split('.');
    if (known === undefined || (known.length === 0 && Object.hasOwn(stateful_types/* statefulTypes */.U, type))) {
        return steps[0] === 'Tags' ? 'never' : 'conditional';
    }
    const found = known.filter((each) => isUnder(steps, each.path.split('.')));
    return found.reduce((worst, each) => (worst === 'always' || each.replacement === 'always' ? 'always' : 'conditional'), 'never');
};
/** Whether one path is the other, or a part of it; `*` stands for each item of a list. */
function isUnder(steps, rulePath) {
    const shared = rulePath.slice(0, steps.length);
    return shared.every((step, index) => step === '*' || step === steps[index]);
}

;// CONCATENATED MODULE: ./src/plan/stable-attributes.ts
/**
 * Attributes that keep their value while a resource is updated without being replaced, because they are its identity or
 * derive from it alone. Source: "Return values" and "Update requires" of each type in the CloudFormation resource
 * reference. An attribute that is not here may change with any update (a table's `StreamArn`, a template's
 * `LatestVersionNumber`), so what takes it stays "possible".
 */
const stableAttributes = {
    'AWS::ApiGateway::ApiKey': ['APIKeyId'],
    'AWS::ApiGateway::Authorizer': ['AuthorizerId'],
    'AWS::ApiGateway::Deployment': ['DeploymentId'],
    'AWS::ApiGateway::Resource': ['ResourceId'],
    'AWS::ApiGateway::RestApi': ['RestApiId', 'RootResourceId'],
    'AWS::ApiGatewayV2::Api': ['ApiEndpoint', 'ApiId'],
    'AWS::CloudFront::CachePolicy': ['Id'],
    'AWS::CloudFront::Distribution': ['DomainName', 'Id'],
    'AWS::CloudFront::Function': ['FunctionARN', 'FunctionMetadata.FunctionARN'],
    'AWS::CloudFront::OriginAccessControl': ['Id'],
    'AWS::CloudFront::OriginRequestPolicy': ['Id'],
    'AWS::CloudFront::ResponseHeadersPolicy': ['Id'],
    'AWS::Cognito::UserPool': ['ProviderName', 'ProviderURL', 'UserPoolId'],
    'AWS::EC2::EIP': ['AllocationId'],
    'AWS::EC2::NatGateway': ['NatGatewayId'],
    'AWS::EC2::SecurityGroup': ['GroupId', 'VpcId'],
    'AWS::EC2::Subnet': ['SubnetId', 'VpcId'],
    'AWS::EC2::VPC': ['DefaultNetworkAcl', 'DefaultSecurityGroup', 'VpcId'],
    'AWS::ElasticLoadBalancingV2::LoadBalancer': ['CanonicalHostedZoneID', 'DNSName', 'LoadBalancerFullName'],
    'AWS::IAM::Role': ['RoleId'],
    'AWS::KMS::Key': ['KeyId'],
    'AWS::S3::Bucket': ['DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'],
    'AWS::SecretsManager::Secret': ['Id'],
    'AWS::SNS::Topic': ['TopicArn', 'TopicName'],
    'AWS::SQS::Queue': ['QueueName', 'QueueUrl'],
};
/** Changes of these leave what a resource answers to references as it was. */
const inertPaths = /^(?:DeletionPolicy|UpdateReplacePolicy|UpdatePolicy|CreationPolicy|Metadata|Tags)(?:\.|$)/;
/** Whether a reference to a resource gives after the change what it gave before; `null`: the resource does not change. */
function keepsAttribute(change, type, attribute) {
    if (change === null || change.action === 'sync')
        return true;
    if (change.action !== 'modify' || change.replacement !== 'never')
        return false;
    const { properties } = change;
    return ((properties.length > 0 && properties.every(({ path }) => inertPaths.test(path))) ||
        survivesUpdate(type, attribute));
}
/**
 * Whether a reference still gives the same after an update without replacement.
 *
 * @param attribute `null` for `Ref`, which gives the physical id; a custom resource may answer any update with a new one
 *   (User Guide, "Custom resource response objects", `PhysicalResourceId`)
 */
function survivesUpdate(type, attribute) {
    if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
        return false;
    if (attribute === null || attribute === 'Arn')
        return true;
    return stableAttributes[type]?.includes(attribute) ?? false;
}

;// CONCATENATED MODULE: ./src/plan/unseen-resources.ts


/**
 * Deployed resources that hold something, of which no change set tells whether they are replaced or removed. One that
 * stops at the gate by a change that is shown is not listed twice.
 */
function unseenResources(input) {
    const { before, scope, template, changes } = input;
    const shown = new Set(changes.filter(stopsByItself).map((change) => change.logicalId));
    return Object.entries(before?.Resources ?? {})
        .filter(([id, resource]) => Object.hasOwn(stateful_types/* statefulTypes */.U, resource.Type) && !shown.has(id))
        .filter(([, resource]) => (0,template_scope/* exists */.t2)(resource, scope) !== false)
        .map(([logicalId, resource]) => ({
        logicalId,
        type: resource.Type,
        at: template.body.Resources[logicalId] === undefined
            ? null
            : template.locateKey(['Resources', logicalId]),
    }));
}
function stopsByItself(change) {
    return change.action === 'remove' || change.action === 'dynamic' || change.replacement !== 'never';
}

;// CONCATENATED MODULE: ./src/plan/stack-reading.ts















/**
 * Reads one stack of the tree. Resources are looked at on demand, each after those it refers to: whether a false change
 * can be dropped depends on whether its producer, often a nested stack beside it, really changes. A value that is
 * provably the same before and after is written as the same text on both sides (`${storage/Bucket.Arn}`, or the deployed
 * output), so that equality of evaluated values is the proof.
 */
function readStack(input) {
    const { path, released, deployed, source, given, systemOutputs, secrets } = input;
    const body = released.template.body;
    const oldBody = deployed?.template?.body ?? null;
    const stated = statedById(source);
    const pseudo = {
        ...input.pseudo,
        ...(deployed === null
            ? input.newStackName !== null && { stackName: input.newStackName }
            : { stackName: deployed.stackName, stackId: deployed.stackId }),
    };
    const children = new Map();
    const removedReadings = new Map();
    const outcomes = new Map();
    const underWay = new Set();
    const resolved = source.kind === 'compared' ? template_scope/* withNames */.B1 : template_scope/* withResolved */.RW;
    const after = {
        body,
        parameters: resolved(body, (0,parameter_values/* parameterValues */.oM)(body, given.after, path), resolvedBy(source)),
        pseudo,
        path,
        resource: attributeAfter,
    };
    const before = oldBody && {
        body: oldBody,
        parameters: resolved(oldBody, (0,parameter_values/* parameterValues */.oM)(oldBody, given.before, path), deployed?.parameters ?? {}),
        pseudo,
        path,
        resource: attributeBefore,
    };
    function nameOf(logicalId, attribute) {
        return [...path, logicalId].join('/') + (attribute === null ? '' : `.${attribute}`);
    }
    function token(logicalId, attribute) {
        return (0,evaluated/* known */.eO)(`\${${nameOf(logicalId, attribute)}}`);
    }
    /** Named by its path, so that it still tells what it is in the nested stack that it is handed to. */
    function open(logicalId, attribute) {
        const name = nameOf(logicalId, attribute);
        return (0,evaluated/* unresolved */.II)(`\${${name}}`, (0,evaluated/* lineageOf */.bQ)(name));
    }
    function attributeBefore(logicalId, attribute) {
        if (oldBody?.Resources[logicalId]?.Type !== stateful_types/* nestedStackType */.k || !attribute?.startsWith('Outputs.')) {
            return token(logicalId, attribute);
        }
        const name = attribute.slice('Outputs.'.length);
        const actual = deployed?.children.get(logicalId)?.outputs[name];
        const made = (child(logicalId) ?? removedReading(logicalId))?.outputBefore(name);
        if (actual === undefined)
            return source.kind === 'compared' ? made : undefined;
        // Of what no template makes, nobody knows what it comes from: it may be a secret.
        return (0,evaluated/* known */.eO)(actual, { sources: [], secret: made === undefined || (0,evaluated/* lineage */.OZ)(made).secret });
    }
    function attributeAfter(logicalId, attribute) {
        const type = body.Resources[logicalId]?.Type;
        if (type === stateful_types/* nestedStackType */.k && attribute?.startsWith('Outputs.')) {
            return child(logicalId)?.outputAfter(attribute.slice('Outputs.'.length));
        }
        if (type === undefined || oldBody?.Resources[logicalId]?.Type !== type)
            return open(logicalId, attribute);
        const outcome = outcomeOf(logicalId);
        const isKept = outcome !== 'under way' && keepsAttribute(outcome.change, type, attribute);
        return isKept ? token(logicalId, attribute) : open(logicalId, attribute);
    }
    function child(logicalId) {
        const found = children.get(logicalId);
        if (found !== undefined)
            return found;
        const tree = released.children.get(logicalId);
        const from = sourceOfChild(logicalId);
        const reading = tree === undefined || from === null
            ? null
            : readStack({
                path: [...path, logicalId],
                released: tree,
                deployed: from.kind === 'new' ? null : (deployed?.children.get(logicalId) ?? null),
                source: from,
                given: {
                    before: (0,template_scope/* parametersOf */.mC)(oldBody?.Resources[logicalId], before),
                    after: (0,template_scope/* parametersOf */.mC)(body.Resources[logicalId], after),
                },
                pseudo: input.pseudo,
                newStackName: null,
                secrets,
                systemOutputs,
            });
        children.set(logicalId, reading);
        return reading;
    }
    /** A nested stack that the release has no more, as it stands: its outputs may still be what a value was made of. */
    function removedReading(logicalId) {
        const found = removedReadings.get(logicalId);
        if (found !== undefined)
            return found;
        const tree = deployed?.children.get(logicalId);
        const reading = tree === undefined || tree.template === null
            ? null
            : readStack({
                ...input,
                path: [...path, logicalId],
                released: stack_reading_templatesOf(tree, tree.template),
                deployed: tree,
                source: { kind: 'unchanged' },
                given: { before: (0,template_scope/* parametersOf */.mC)(oldBody?.Resources[logicalId], before), after: {} },
                newStackName: null,
            });
        removedReadings.set(logicalId, reading);
        return reading;
    }
    function sourceOfChild(logicalId) {
        return childSource(source, logicalId, {
            isDeployed: deployed === null ? null : deployed.children.has(logicalId),
            willExist: (0,template_scope/* exists */.t2)(body.Resources[logicalId], after),
            stated: stated.get(logicalId),
        });
    }
    function outcomeOf(logicalId) {
        const found = outcomes.get(logicalId);
        if (found)
            return found;
        if (underWay.has(logicalId))
            return 'under way';
        underWay.add(logicalId);
        const outcome = decide(logicalId);
        underWay.delete(logicalId);
        outcomes.set(logicalId, outcome);
        return outcome;
    }
    function decide(logicalId) {
        const resources = { logicalId, before: oldBody?.Resources[logicalId], after: body.Resources[logicalId] };
        const context = {
            ...{ path, template: released.template, before, after, systemOutputs, secrets },
            replacementOf: source.kind === 'compared' ? schemaReplacement : () => 'conditional',
        };
        switch (source.kind) {
            case 'unchanged':
                return unchanged;
            case 'new':
            case 'unseen':
            case 'compared': {
                const physicalId = deployed?.physicalIds.get(logicalId) ?? null;
                return { change: comparedChange({ ...resources, physicalId }, context), dropped: false };
            }
            case 'change-set': {
                const change = stated.get(logicalId);
                return change === undefined ? unchanged : cleanChange(change, resources, context);
            }
        }
    }
    function outputAfter(name) {
        const output = body.Outputs?.[name];
        if (output === undefined)
            return undefined;
        const actual = deployed?.outputs[name];
        const value = (0,evaluate/* evaluate */._)(output.Value, after);
        if (actual === undefined)
            return value;
        const same = source.kind === 'unchanged' || (0,compare_values/* provablyEqual */.U_)(outputBefore(name), value);
        return same ? (0,evaluated/* known */.eO)(actual, (0,evaluated/* lineage */.OZ)(value)) : value;
    }
    function outputBefore(name) {
        const output = oldBody?.Outputs?.[name];
        return output === undefined || before === null ? undefined : (0,evaluate/* evaluate */._)(output.Value, before);
    }
    function outputsSame() {
        if (source.kind === 'unchanged')
            return true;
        return before !== null && (0,compare_values/* provablySameOutputs */.sW)(before, after);
    }
    function isPartial() {
        if (isBlind(source) && node().status !== 'unchanged')
            return true;
        return [...released.children.keys()].some((id) => child(id)?.isPartial() === true);
    }
    function node() {
        const ids = source.kind === 'change-set'
            ? [...stated.keys()]
            : [...new Set([...resourcesOf(oldBody), ...resourcesOf(body)])];
        const decided = ids.map(outcomeOf).filter((outcome) => outcome !== 'under way');
        const changes = certainFirst(pairRenewals(decided.flatMap((outcome) => outcome.change ?? []), body));
        const removed = removedChildren();
        const nodes = [...released.children.keys()].flatMap((id) => child(id)?.node() ?? []).concat(removed);
        const hidden = hiddenChildren();
        const moves = changes.length > 0 || hidden.length > 0 || nodes.some((each) => each.status !== 'unchanged');
        const says = source.kind === 'change-set' && source.node.state === 'made' && stated.size === 0;
        const isNew = source.kind === 'new' || (source.kind === 'change-set' && deployed === null);
        const outputsOnly = !isNew && !moves && (says || !outputsSame());
        const status = isNew ? 'create' : moves || outputsOnly ? 'change' : 'unchanged';
        return {
            path,
            template: released.template.file,
            status,
            changes,
            outputsOnly,
            dropped: decided.filter((outcome) => outcome.dropped).length,
            unseen: [
                ...(status === 'change' && isBlind(source) && deployed !== null
                    ? unseenResources({ before: oldBody, scope: before, template: released.template, changes })
                    : []),
                ...hidden,
            ],
            children: nodes,
        };
    }
    /**
     * Nested stacks that count as unseen as a whole: which change something in a way that only templates tell, and hold
     * nothing that would count by itself; and those of which CloudFormation does not know what becomes of them.
     */
    function hiddenChildren() {
        return [...released.children.keys()].filter(isHiddenChild).map((logicalId) => ({
            logicalId,
            type: stateful_types/* nestedStackType */.k,
            at: released.template.locateKey(['Resources', logicalId]),
        }));
    }
    function isHiddenChild(logicalId) {
        if (deployed?.children.has(logicalId) !== true)
            return false;
        if (stated.get(logicalId)?.Action === 'Dynamic')
            return true;
        const node = sourceOfChild(logicalId)?.kind === 'unseen' ? child(logicalId)?.node() : undefined;
        return node?.status === 'change' && node.unseen.length === 0;
    }
    function removedChildren() {
        const there = deployed?.children ?? new Map();
        const seen = [...there]
            .filter(([id]) => isRemoved(id))
            .map(([id, tree]) => {
            const policy = before === null ? undefined : (0,evaluate/* evaluate */._)(oldBody?.Resources[id]?.DeletionPolicy, before);
            return removedNode([...path, id], tree, policy);
        });
        const unread = [...stated]
            .filter(([id, { Action, ResourceType }]) => {
            return Action === 'Remove' && ResourceType === stateful_types/* nestedStackType */.k && !there.has(id);
        })
            .map(([id, { PhysicalResourceId }]) => unreadNode([...path, id], PhysicalResourceId ?? null));
        return [...seen, ...unread];
    }
    function isRemoved(logicalId) {
        if (source.kind === 'change-set')
            return stated.get(logicalId)?.Action === 'Remove';
        return ((source.kind === 'unseen' || source.kind === 'compared') &&
            (0,template_scope/* exists */.t2)(body.Resources[logicalId], after) === false);
    }
    return { node, isPartial, outputAfter, outputBefore };
}
/** The templates of a tree as it is deployed. */
function stack_reading_templatesOf(deployed, template) {
    const children = [...deployed.children].flatMap(([id, child]) => child.template === null ? [] : [[id, stack_reading_templatesOf(child, child.template)]]);
    return { template, children: new Map(children) };
}
const unchanged = { change: null, dropped: false };
function resourcesOf(body) {
    return Object.keys(body?.Resources ?? {});
}

;// CONCATENATED MODULE: ./src/plan/assemble-stack-plan.ts






/** Reads one root stack by all that was seen of it. */
function stackReading(basis, { source, deployed, changeSet }) {
    const { instance, released, inputs, current, planned } = basis;
    return readStack({
        path: [],
        released: released.tree,
        deployed,
        source,
        given: {
            before: (0,stack_inputs/* parameterTexts */.ui)(current?.Parameters),
            after: evaluatedInputs(inputs, changeSet, planned),
        },
        pseudo: pseudoParameters(instance),
        newStackName: instance.stackName,
        secrets: inputs.secrets,
        systemOutputs: new Set(Object.values(planned).flatMap(({ lineage }) => lineage ?? [])),
    });
}
/** What the pseudo parameters of a stack are, but for those that name the stack itself. */
function pseudoParameters({ account, region }) {
    return { accountId: account, region, ...partitionOf(region) };
}
/** Puts the plan of one root stack together. Decides nothing by itself but the outcome. */
function assembleStackPlan(basis, seen, reading = stackReading(basis, seen)) {
    const { instance, released, inputs, current, planned } = basis;
    const { source, changeSet, failures } = seen;
    const { body } = released.tree.template;
    const before = (0,stack_inputs/* parameterTexts */.ui)(current?.Parameters);
    const texts = changeSet === null ? inputs.texts : { ...inputs.texts, ...(0,stack_inputs/* parameterTexts */.ui)(changeSet.parameters) };
    const tree = reading.node();
    const parameters = (0,stack_inputs/* parameterChanges */.xI)(body, before, texts, planned, inputs.secrets);
    const touchesOnly = source.kind !== 'unchanged' &&
        current !== null &&
        (parameters.some((parameter) => !parameter.secret && parameter.deferred === null && parameter.before !== parameter.after) ||
            !sameTags(current, instance.tags));
    const isChange = tree.status !== 'unchanged' || touchesOnly || failures.length > 0;
    const outcome = current === null ? 'create' : isChange ? 'change' : 'none';
    const root = touchesOnly && tree.status === 'unchanged'
        ? { ...tree, status: 'change', outputsOnly: true }
        : tree;
    const cost = outcome === 'none' || (current !== null && seen.deployed === null)
        ? null
        : stackCost({
            region: instance.region,
            released: released.tree,
            deployed: seen.deployed,
            after: {
                parameters: evaluatedInputs(inputs, changeSet, planned),
                pseudo: pseudoParameters(instance),
            },
        });
    const isExecutable = failures.length === 0 && inputs.standIns.length === 0 && changeSet?.state === 'made';
    return {
        stack: instance.name,
        stackName: instance.stackName,
        region: instance.region,
        outcome,
        certainty: failures.length > 0 || reading.isPartial() ? 'partial' : 'full',
        changeSet: outcome !== 'none' && isExecutable ? changeSet.arn : null,
        template: released.sha256,
        parameters,
        root,
        warnings: [
            ...(changeSet === null ? [] : warningsOf(changeSet, instance.name, released.tree)).map((line) => (0,secret_text/* withoutSecrets */.cT)(line, inputs.secrets)),
            ...failures.map(({ path, reason }) => `${[instance.name, ...path].join('/')}: ${reason}`),
        ],
        failures,
        ...(cost === null ? {} : { cost }),
    };
}
/** What the change set was really given counts, not what was meant; a hidden value can't be read back. */
function evaluatedInputs(inputs, changeSet, planned) {
    const given = Object.entries(inputs.evaluated).map(([name, value]) => {
        const stated = changeSet?.parameters.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
        const isHidden = stated === undefined || /^\*+$/.test(stated) || inputs.standIns.includes(name);
        const lineage = planned[name]?.lineage;
        return [
            name,
            isHidden ? value : (0,evaluated/* known */.eO)(stated, (0,evaluated/* lineageOf */.bQ)(...(typeof lineage === 'string' ? [lineage] : []))),
        ];
    });
    return Object.fromEntries(given);
}
function sameTags(current, wanted) {
    const there = (current.Tags ?? []).map(({ Key, Value }) => `${Key ?? ''}=${Value ?? ''}`).sort();
    const asked = Object.entries(wanted)
        .map(([key, value]) => `${key}=${value}`)
        .sort();
    return JSON.stringify(there) === JSON.stringify(asked);
}
function warningsOf(node, stack, released) {
    const lines = (0,change_set_notices/* changeSetWarnings */.G9)(node, [stack], released);
    if (!(0,change_set_notices/* isWithoutNotices */.Gu)(node))
        return lines;
    return [
        ...lines,
        `${stack}: warnings of validations and hooks could not be read; that takes the permission cloudformation:DescribeEvents`,
    ];
}
function partitionOf(region) {
    if (region.startsWith('cn-'))
        return { partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' };
    return { partition: region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws', urlSuffix: 'amazonaws.com' };
}


/***/ }),

/***/ 6432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   Vj: () => (/* binding */ printablePath),
/* harmony export */   _6: () => (/* binding */ unresolvedMarker),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   ru: () => (/* binding */ statedChanges)
/* harmony export */ });
/**
 * Texts in place of values that are not known before the change set runs. Seen in the wild:
 * `{{IntrinsicFunction:<stack>/<LogicalId>.Outputs.<Name>/Fn::GetAtt}}`, `{{IntrinsicFunction:<stack>//Fn::ImportValue}}`,
 * `{{IntrinsicFunction://Fn::Join}}` (cloudformation-coverage-roadmap#759, cfn-language-discussion#152, rain#526), and
 * `{{changeSet:KNOWN_AFTER_APPLY}}` (API reference, ResourceTargetDefinition).
 */
const unresolvedMarker = /\{\{(?:IntrinsicFunction:[^{}]*|changeSet:KNOWN_AFTER_APPLY)\}\}/;
/**
 * Puts the details of one resource's change together, one entry a property. CloudFormation lists the same property twice
 * where a parameter feeds it (static by the parameter, dynamic by direct modification), and without a path where it has
 * no values.
 */
function statedChanges(change) {
    const contexts = { before: parseContext(change.BeforeContext), after: parseContext(change.AfterContext) };
    const groups = Map.groupBy(change.Details ?? [], (detail) => JSON.stringify(pointerOf(detail)));
    const pointers = [...groups.keys()].map((key) => JSON.parse(key));
    const changes = [...groups].flatMap(([key, details]) => {
        const pointer = JSON.parse(key);
        const finer = pointers.some((other) => other.length > pointer.length && pointer.every((step, index) => other[index] === step));
        const valueless = details.every(({ Target }) => Target?.BeforeValue === undefined && Target?.AfterValue === undefined);
        return finer && valueless ? [] : stated(pointer, details, contexts);
    });
    return withOpenLists(changes);
}
/**
 * A list that a parameter feeds is one stand-in while planning, however many items it will have: the first item seems to
 * change, and the others to go. None of that is known, of any item.
 */
function withOpenLists(changes) {
    const listOf = ({ pointer }) => /^\d+$/.test(pointer.at(-1) ?? '') ? JSON.stringify(pointer.slice(0, -1)) : null;
    const open = new Set(changes.filter(({ unresolved }) => unresolved).map(listOf));
    return changes.map((change) => {
        const list = listOf(change);
        return list !== null && open.has(list) ? { ...change, unresolved: true } : change;
    });
}
function stated(pointer, details, contexts) {
    const replacement = details
        .map((detail) => recreation(detail.Target?.RequiresRecreation))
        .reduce(worse, 'never');
    const dynamicOnly = details.every((detail) => detail.Evaluation === 'Dynamic');
    const make = (at, before, after) => ({
        pointer: at,
        path: printablePath(at),
        before,
        after,
        replacement,
        dynamicOnly,
        unresolved: after !== undefined && after !== null && unresolvedMarker.test(after),
    });
    const givenBefore = details.map(({ Target }) => Target?.BeforeValue).find((value) => value !== undefined);
    const givenAfter = details.map(({ Target }) => Target?.AfterValue).find((value) => value !== undefined);
    const [old, next] = [valueAt(contexts.before, pointer), valueAt(contexts.after, pointer)];
    if (givenBefore !== undefined || givenAfter !== undefined) {
        return [make(pointer, whole(givenBefore, old) ?? null, whole(givenAfter, next) ?? null)];
    }
    if (contexts.before === undefined && contexts.after === undefined)
        return [make(pointer, undefined, undefined)];
    const leaves = [...differingLeaves(old, next, pointer)];
    return leaves.length === 0
        ? [make(pointer, textOf(old), textOf(next))]
        : leaves.map((leaf) => make(leaf.pointer, textOf(leaf.before), textOf(leaf.after)));
}
/** "Large values can be truncated" (API reference, ResourceTargetDefinition): the context has the whole one. */
function whole(given, context) {
    const full = textOf(context);
    if (given === undefined)
        return full ?? undefined;
    const stem = given.replace(/(?:\.\.\.|…)$/, '');
    return full !== null &&
        full.length > given.length &&
        stem !== '' &&
        full.startsWith(stem) &&
        given.length >= 200
        ? full
        : given;
}
function pointerOf({ Target }) {
    if (Target?.Path !== undefined && Target.Path !== '') {
        return Target.Path.replace(/^\//, '')
            .split('/')
            .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    }
    const attribute = Target?.Attribute ?? 'Properties';
    if (attribute === 'Tags')
        return ['Properties', 'Tags'];
    return Target?.Name === undefined ? [attribute] : [attribute, Target.Name];
}
/** `Environment.Variables.STAGE`; attributes other than properties keep their name: `DeletionPolicy`. */
function printablePath(pointer) {
    const steps = pointer[0] === 'Properties' && pointer.length > 1 ? pointer.slice(1) : pointer;
    return steps.join('.');
}
function parseContext(context) {
    if (context === undefined || context === '')
        return undefined;
    try {
        return JSON.parse(context);
    }
    catch {
        return undefined; // Cut off: the details' own values have to do.
    }
}
/** The value at a pointer; `undefined` where there is none. */
function valueAt(value, pointer) {
    return pointer.reduce((current, step) => {
        if (typeof current !== 'object' || current === null)
            return undefined;
        return Object.hasOwn(current, step) ? current[step] : undefined;
    }, value);
}
/** A value as text: a string as it is, anything else as JSON; `null` where there is none. */
function textOf(value) {
    if (value === undefined)
        return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function* differingLeaves(before, after, pointer) {
    if (isComposite(before) && isComposite(after) && Array.isArray(before) === Array.isArray(after)) {
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            yield* differingLeaves(valueAt(before, [key]), valueAt(after, [key]), [...pointer, key]);
        }
    }
    else if (JSON.stringify(before) !== JSON.stringify(after)) {
        yield { pointer, before, after };
    }
}
function isComposite(value) {
    return typeof value === 'object' && value !== null;
}
function recreation(requires) {
    if (requires === 'Always')
        return 'always';
    return requires === 'Conditionally' ? 'conditional' : 'never';
}
const severity = ['never', 'conditional', 'always'];
function worse(a, b) {
    return severity.indexOf(a) >= severity.indexOf(b) ? a : b;
}


/***/ }),

/***/ 7662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ changeSetWarnings),
/* harmony export */   Gu: () => (/* binding */ isWithoutNotices),
/* harmony export */   Qe: () => (/* binding */ readNotices),
/* harmony export */   aB: () => (/* binding */ noticePosition),
/* harmony export */   ut: () => (/* binding */ noticeText)
/* harmony export */ });
/**
 * Reads what validations and hooks found while a change set was made, all pages. Those that only warn (a bucket that is not
 * empty, a quota) come with change sets that were made, too, so every one is asked. DescribeEvents has a permission of its
 * own; without it the plan stands, and says so.
 *
 * @see API reference, DescribeEvents and OperationEvent
 */
async function readNotices(api, changeSet) {
    const events = [];
    let token;
    try {
        do {
            const page = await api.describeEvents?.({
                ChangeSetName: changeSet,
                ...(token === undefined ? {} : { NextToken: token }),
            });
            events.push(...(page?.OperationEvents ?? []));
            token = page?.NextToken;
        } while (token !== undefined);
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        if (error.name.startsWith('AccessDenied'))
            return null;
        // The API is younger than some endpoints; a change set may have been deleted since it was described.
        if (error.name === 'InvalidAction' || error.name.startsWith('ChangeSetNotFound'))
            return [];
        throw error;
    }
    const notices = events.flatMap((event) => noticeOf(event) ?? []);
    return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
function noticeOf(event) {
    const path = (event.ValidationPath ?? '').split('/').filter((step) => step !== '');
    const at = path.indexOf('Properties');
    const place = {
        logicalId: event.LogicalResourceId ?? (path[0] === 'Resources' ? (path[1] ?? null) : null),
        property: at < 0 ? [] : path.slice(at + 1),
    };
    const fallback = event.ResourceStatusReason ?? 'no reason is given';
    switch (event.EventType) {
        case 'VALIDATION_ERROR':
            if (event.ValidationStatus === 'SKIPPED')
                return null;
            return {
                by: event.ValidationName ?? 'a validation',
                ...place,
                reason: event.ValidationStatusReason ?? fallback,
                fails: event.ValidationFailureMode !== 'WARN',
            };
        case 'HOOK_INVOCATION_ERROR':
            return {
                by: event.HookType ?? 'a hook',
                ...place,
                reason: event.HookStatusReason ?? fallback,
                fails: event.HookFailureMode !== 'WARN',
            };
        default:
            return null;
    }
}
/** Where the released template has what a notice is about; `null` for what it does not hold. */
function noticePosition(notice, released) {
    const { logicalId, property } = notice;
    if (logicalId === null || released?.template.body.Resources[logicalId] === undefined)
        return null;
    const place = ['Resources', logicalId];
    return released.template.locateKey(property.length === 0 ? place : [...place, 'Properties', ...property]);
}
/** `app/storage/PhotosBucket: the bucket is not empty (AWS::…)`; `path` leads to the stack, or is empty. */
function noticeText({ logicalId, property, reason, by }, path) {
    const subject = [[...path, ...(logicalId === null ? [] : [logicalId])].join('/'), ...property];
    const named = subject.filter((step) => step !== '').join('.');
    return `${named === '' ? '' : `${named}: `}${reason} (${by})`;
}
/**
 * The warnings of a change set and all that it nests, a line each that begins with the place in the tree. What a change set
 * has failed for is told with its failure, not here.
 *
 * @param path the root's name, then logical ids
 */
function changeSetWarnings(node, path, released) {
    const name = path.join('/');
    const noticed = (node.notices ?? [])
        .filter((notice) => !notice.fails || node.state === 'made')
        .map((notice) => {
        const at = noticePosition(notice, released);
        return `${noticeText(notice, path)}${at === null ? '' : `, ${at.file} line ${at.line}`}`;
    });
    return [
        ...(node.warning === null ? [] : [`${name}: ${node.warning}`]),
        ...(node.hooks === 0
            ? []
            : [
                `${name}: ${node.hooks} ${node.hooks === 1 ? 'hook looks' : 'hooks look'} at it before it changes anything`,
            ]),
        ...noticed,
        ...[...node.children].flatMap(([id, child]) => changeSetWarnings(child, [...path, id], released?.children.get(id))),
    ];
}
/** Whether what validations and hooks found of any change set of the tree could not be read. */
function isWithoutNotices(node) {
    return node.notices === null || [...node.children.values()].some(isWithoutNotices);
}


/***/ }),

/***/ 5867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jh: () => (/* binding */ sideOf),
/* harmony export */   U_: () => (/* binding */ provablyEqual),
/* harmony export */   sW: () => (/* binding */ provablySameOutputs),
/* harmony export */   tV: () => (/* binding */ provablyDifferent),
/* harmony export */   zd: () => (/* binding */ printed)
/* harmony export */ });
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2673);
/* harmony import */ var _template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1056);
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);
/* harmony import */ var _change_details_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6432);
/* harmony import */ var _template_scope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4184);





const nothing = { value: undefined, secret: false, secretNearby: false, sources: [] };
/**
 * Evaluates the part of a resource that a change set's pointer names: `['Properties', 'Tags', '0', 'Value']`, or an
 * attribute like `['DeletionPolicy']`.
 */
function sideOf(resource, pointer, scope) {
    if (resource === undefined || scope === null)
        return nothing;
    const [attribute = 'Properties', name, ...rest] = pointer;
    const [expression, steps] = attribute === 'Properties' && name !== undefined
        ? [resource.Properties?.[name], rest]
        : [resource[attribute], pointer.slice(1)];
    if (expression === undefined)
        return nothing;
    const whole = (0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(expression, scope);
    const part = steps.reduce(step, whole);
    const { secret, sources } = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(part ?? whole);
    return { value: part, secret, secretNearby: (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(whole).secret, sources };
}
function step(current, key) {
    if (current?.kind === 'map')
        return current.entries.get(key);
    // CloudFormation counts what is left after AWS::NoValue.
    if (current?.kind === 'list')
        return current.items.filter((item) => item.kind !== 'none')[Number(key)];
    // A part of something unresolved is as unresolved as the whole.
    return current?.kind === 'unresolved' ? current : undefined;
}
/** Whether two values are both known and equal. `AWS::NoValue` equals absence. */
function provablyEqual(before, after) {
    const [left, right] = [exactOrAbsent(before), exactOrAbsent(after)];
    return left !== unknown && right !== unknown && left === right;
}
/** Whether two values are both known and differ. */
function provablyDifferent(before, after) {
    const [left, right] = [exactOrAbsent(before), exactOrAbsent(after)];
    return left !== unknown && right !== unknown && left !== right;
}
/** Whether a template's outputs are provably the same on both sides: the same ones, with equal values. */
function provablySameOutputs(before, after) {
    const there = (scope) => Object.entries(scope.body.Outputs ?? {})
        .filter(([, output]) => (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(output, scope) !== false)
        .map(([name]) => name);
    return [...new Set([...there(before), ...there(after)])].every((name) => {
        const [old, next] = [before.body.Outputs?.[name], after.body.Outputs?.[name]];
        if (old === undefined || next === undefined || (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(old, before) !== (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(next, after))
            return false;
        return provablyEqual((0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(old.Value, before), (0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(next.Value, after));
    });
}
const unknown = Symbol('unknown');
function exactOrAbsent(value) {
    if (value === undefined || value.kind === 'none')
        return null;
    const data = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .exact */ .e0)(value);
    return data === undefined ? unknown : (0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(scalarsAsText(data));
}
/** CloudFormation makes text of booleans and numbers wherever a property or parameter takes text. */
function scalarsAsText(value) {
    if (Array.isArray(value))
        return value.map(scalarsAsText);
    if (typeof value !== 'object' || value === null)
        return value === null ? '' : String(value);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, scalarsAsText(entry)]));
}
/** The value as text with secrets masked and `${…}` for what is not known; `null` where there is none. */
function printed(value) {
    return value === undefined || value.kind === 'none' ? null : (0,_change_details_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(value));
}


/***/ }),

/***/ 1731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   UQ: () => (/* binding */ stackFacts)
/* harmony export */ });
/* unused harmony export planFacts */
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2673);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);


/**
 * SHA-256 over the facts of a plan: the release and the one it replaces, the trees of changes, the parameters and the
 * site's diff. Neither the order in which CloudFormation lists things nor ARNs, change sets' names, physical ids,
 * positions or time go in, so a change set that is made anew gives the same digest. What an earlier stack of the same
 * deployment still decides goes in by its lineage (`edge.FunctionVersionArn`), never by a value.
 */
function fingerprint(plan) {
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(planFacts(plan)
        .map((fact) => (0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)([fact.subject, fact.says]))
        .sort()));
}
/** The facts that the fingerprint digests and that two plans are compared by. Two plans with equal facts are one plan. */
function planFacts(plan) {
    const { schema, system, environment, account, release, baseRelease } = plan;
    return [
        { subject: ['plan'], says: { schema, system, environment, account } },
        { subject: ['release'], says: { release } },
        { subject: ['base'], says: { baseRelease } },
        ...plan.stacks.flatMap(stackFacts),
        ...siteFacts(plan.site),
    ];
}
/** The facts of one stack, for comparing it before and after an earlier stack has run. */
function stackFacts(plan) {
    const { stack, stackName, region, outcome, certainty, template } = plan;
    const deferred = new Set(plan.parameters.flatMap((parameter) => parameter.deferred ?? []));
    const parameters = plan.parameters.map((parameter) => {
        const { name, before, after, secret } = parameter;
        const says = parameter.deferred === null ? { before, after, secret } : { deferred: parameter.deferred, secret };
        return { subject: ['parameter', stack, name], says };
    });
    const failures = plan.failures.map((failure) => ({
        subject: ['failure', stack, ...failure.path],
        says: {},
    }));
    return [
        { subject: ['stack', stack], says: { stackName, region, outcome, certainty, template } },
        ...parameters,
        ...nodeFacts(stack, plan.root, deferred),
        ...failures,
    ];
}
function nodeFacts(stack, node, deferred) {
    const at = [stack, ...node.path];
    const own = node.status === 'unchanged'
        ? []
        : [
            {
                subject: ['nested', ...at],
                says: { status: node.status, template: node.template, outputsOnly: node.outputsOnly },
            },
        ];
    const changes = node.changes.flatMap((change) => {
        const { type, action, replacement, certainty, policyAction, renews } = change;
        return [
            {
                subject: ['change', ...at, change.logicalId],
                says: { type, action, replacement, certainty, policyAction, renews },
            },
            ...change.properties.map((property) => ({
                subject: ['property', ...at, change.logicalId, property.path],
                says: propertySays(property, deferred),
            })),
        ];
    });
    const unseen = node.unseen.map(({ logicalId, type }) => ({
        subject: ['unseen', ...at, logicalId],
        says: { type },
    }));
    return [
        ...own,
        ...changes,
        ...unseen,
        ...node.children.flatMap((child) => nodeFacts(stack, child, deferred)),
    ];
}
function propertySays(property, deferred) {
    const { before, after, secret, replacement, certainty } = property;
    const lineage = property.lineage.filter((output) => deferred.has(output)).sort();
    return lineage.length > 0
        ? { lineage, secret, replacement }
        : { before, after, secret, replacement, certainty };
}
function siteFacts(site) {
    if (site === null)
        return [{ subject: ['site'], says: { planned: false } }];
    const keys = (kind) => site[kind].map((key) => ({ subject: ['site', kind, key], says: {} }));
    return [
        { subject: ['site'], says: { planned: true } },
        ...keys('added'),
        ...keys('changed'),
        ...keys('removed'),
        ...keys('invalidate'),
    ];
}


/***/ }),

/***/ 1476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   Gj: () => (/* binding */ gate)
/* harmony export */ });
/* unused harmony export overrideOf */
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2673);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2883);



const defaultPolicy = { statefulTypes: _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .statefulTypes */ .U };
/**
 * Decides whether a plan destroys data: the removal or replacement (conditional too) of a stateful resource anywhere in
 * the tree, the weakening of what protects one, and a stateful resource that no change set showed. A stack whose nested
 * stacks could not all be seen stops as a whole where nothing in it does. Each stop can be overridden by its own word, which names release, system, environment, path and action, and nothing else.
 *
 * @param overrides the 16-digit words that were given, by label or input; unknown ones change nothing
 */
function gate(input, policy = defaultPolicy, overrides = []) {
    const given = new Set(Array.from(overrides, (word) => word.trim().toLowerCase()));
    const stops = input.stacks
        .flatMap((stack) => stackStops(stack, policy).map((stop) => ({ ...stop, stack: stack.stack })))
        .map((stop) => {
        const override = overrideOf({ ...input, stack: stop.stack, path: stop.path, action: stop.action });
        return { ...stop, override, overridden: given.has(override) };
    });
    const failed = input.stacks.some((stack) => stack.failures.length > 0);
    return { verdict: failed || stops.some((stop) => !stop.overridden) ? 'stop' : 'pass', stops };
}
/** The word that overrides one stop: 16 hex digits, good for this release, environment, resource and action alone. */
function overrideOf(stop) {
    const { release, system, environment, stack, path, action } = stop;
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)([release, system, environment, stack, path, action])).slice(0, 16);
}
/** What a stop names that is about no one resource: all that is nested in a stack. */
const allNested = 'nested stacks';
/** A plan that could not see the nested stacks never passes by itself; one that failed stops anyway, and no word mends it. */
function stackStops(stack, policy) {
    const stops = nodeStops(stack.root, policy);
    const isBlind = stack.certainty === 'partial' && stack.outcome === 'change' && stack.failures.length === 0;
    if (!isBlind || stops.some(({ action }) => action === 'unseen'))
        return stops;
    const reason = lossOf(_stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k, policy);
    const unseen = { path: allNested, type: _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k, action: 'unseen', reason };
    return [...stops, { ...unseen, at: null, property: null, policyAction: null }];
}
function nodeStops(node, policy) {
    const pathOf = (logicalId) => [...node.path, logicalId].join('/');
    const unseen = node.unseen.map((resource) => ({
        path: pathOf(resource.logicalId),
        type: resource.type,
        action: 'unseen',
        reason: lossOf(resource.type, policy),
        at: resource.at,
        property: null,
        policyAction: null,
    }));
    return [
        ...node.changes.flatMap((change) => changeStops(change, pathOf(change.logicalId), policy)),
        ...unseen,
        ...node.children.flatMap((child) => nodeStops(child, policy)),
    ];
}
function changeStops(change, path, policy) {
    const stateful = Object.hasOwn(policy.statefulTypes, change.type);
    if (!stateful && change.type !== _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k)
        return [];
    const base = {
        path,
        type: change.type,
        reason: lossOf(change.type, policy),
        at: change.at,
        policyAction: change.policyAction,
    };
    const stops = [];
    // Whether a nested stack stays is not known, and a stack that stays as it is shows nothing of what it holds.
    if (!stateful && change.action === 'dynamic')
        stops.push({ ...base, action: 'unseen', property: null });
    if (stateful && change.action === 'remove')
        stops.push({ ...base, action: 'remove', property: null });
    if (stateful && isReplacement(change)) {
        const cause = change.properties.find((property) => property.replacement === 'always') ??
            change.properties.find((property) => property.replacement === 'conditional');
        stops.push({ ...base, action: 'replace', property: cause?.path ?? null });
    }
    const weakened = change.action === 'modify' ? change.properties.find(isWeakening) : undefined;
    if (weakened)
        stops.push({ ...base, action: 'weaken', property: weakened.path });
    return stops;
}
/** `Dynamic` means that CloudFormation can't tell the action (API reference, ResourceChange): it counts as a replacement. */
function isReplacement(change) {
    return change.action === 'dynamic' || (change.action === 'modify' && change.replacement !== 'never');
}
/**
 * How much a policy keeps. Absent means `Delete` (User Guide, "DeletionPolicy attribute"). `RetainExceptOnCreate` keeps
 * like `Retain` once the resource is there. What is not known protects nothing.
 */
const protection = {
    Delete: 0,
    Snapshot: 1,
    Retain: 2,
    RetainExceptOnCreate: 2,
};
function isWeakening(property) {
    const { path, before, after } = property;
    if (path === 'DeletionPolicy' || path === 'UpdateReplacePolicy') {
        const kept = protection[before ?? 'Delete'] ?? 2;
        return kept > (protection[after ?? 'Delete'] ?? 0);
    }
    if (path === 'DeletionProtection' || path === 'DeletionProtectionEnabled') {
        const isOn = (text) => /^(true|active)$/i.test(text ?? '');
        return isOn(before) && !isOn(after);
    }
    return false;
}
function lossOf(type, policy) {
    if (type === _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k)
        return 'what its resources hold';
    return policy.statefulTypes[type] ?? 'what it holds';
}


/***/ }),

/***/ 7461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ stackPlanSchema),
/* harmony export */   Ne: () => (/* binding */ gateStopSchema),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _config_environment_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5899);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1731);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1476);





const text = valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP();
const nullableText = valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
const digest = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^[0-9a-f]{64}$/, 'is not 64 lower-case hex digits'));
const texts = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text);
const count = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0));
const replacement = valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['never', 'conditional', 'always']);
const certainty = valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['certain', 'possible']);
const position = valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ file: text, line: count, column: count }));
const propertyChange = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    path: text,
    before: nullableText,
    after: nullableText,
    secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    replacement,
    certainty,
    lineage: texts,
});
const resourceChange = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    logicalId: text,
    type: text,
    physicalId: nullableText,
    action: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['add', 'modify', 'remove', 'import', 'dynamic', 'sync']),
    replacement,
    certainty,
    policyAction: nullableText,
    at: position,
    properties: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(propertyChange),
    renews: nullableText,
});
const stackNode = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    path: texts,
    template: nullableText,
    status: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['create', 'change', 'unchanged', 'remove']),
    changes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(resourceChange),
    outputsOnly: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    dropped: count,
    unseen: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ logicalId: text, type: text, at: position })),
    children: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .lazy */ .RZV(() => stackNode)),
});
const uncounted = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ path: text, type: text, because: text }));
const cost = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    region: text,
    usd: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    items: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        path: text,
        type: text,
        before: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
        after: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
        source: text,
        read: text,
    })),
    byUse: uncounted,
    notPriced: uncounted,
});
/** The shape of one stack of a plan file. */
const stackPlanSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    stack: text,
    stackName: text,
    region: text,
    outcome: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['create', 'change', 'none']),
    certainty: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['full', 'partial']),
    changeSet: nullableText,
    template: digest,
    parameters: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        name: text,
        before: nullableText,
        after: nullableText,
        secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
        deferred: nullableText,
    })),
    root: stackNode,
    warnings: texts,
    failures: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ path: texts, reason: text, at: position })),
    cost: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(cost),
});
/** The shape of a stop of the gate in a plan file. */
const gateStopSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    stack: text,
    path: text,
    type: text,
    action: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['remove', 'replace', 'weaken', 'unseen']),
    reason: text,
    at: position,
    property: nullableText,
    policyAction: nullableText,
    override: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^[0-9a-f]{16}$/, 'is not 16 lower-case hex digits')),
    overridden: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
});
const plan = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    system: text,
    environment: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_config_environment_name_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentNames */ .i),
    account: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^\d{12}$/, 'is not 12 digits')),
    release: digest,
    baseRelease: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(digest),
    stacks: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(stackPlanSchema),
    site: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        added: texts,
        changed: texts,
        removed: texts,
        unchanged: count,
        bytes: count,
        invalidate: texts,
    })),
    gate: valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ verdict: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['pass', 'stop']), stops: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(gateStopSchema) }),
    hasChanges: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    fingerprint: digest,
    createdAt: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .isoTimestamp */ .yhX()),
});
/**
 * Reads a plan file back. What it says is not believed: the fingerprint is made again from the contents, and the gate's
 * verdict again from the changes and the overrides that the file says were given.
 *
 * @param source the file's text
 * @param file its name, for messages
 * @throws UserError `PLAN_UNREADABLE` (no JSON), `PLAN_SHAPE` (names each field), `PLAN_FINGERPRINT` (contents and
 *   fingerprint do not belong together), `PLAN_GATE` (the verdict does not follow from the changes)
 */
function parsePlan(source, file) {
    let data;
    try {
        data = JSON.parse(source);
    }
    catch (error) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_UNREADABLE', `${file} is not JSON`, { cause: error, next: again });
    }
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(plan, data);
    if (!result.success) {
        const issues = result.issues
            .slice(0, 5)
            .map((issue) => `${valibot__WEBPACK_IMPORTED_MODULE_3__/* .getDotPath */ .BuJ(issue) ?? 'the plan'}: ${issueText(issue)}`);
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_SHAPE', `${file} is not a plan. ${issues.join('. ')}.`, { next: again });
    }
    const read = result.output;
    const actual = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(read);
    if (actual !== read.fingerprint) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_FINGERPRINT', `${file} says fingerprint ${read.fingerprint.slice(0, 8)}, but its contents have ${actual.slice(0, 8)}: it was changed after it was made`, { next: again });
    }
    const overrides = read.gate.stops.filter((stop) => stop.overridden).map((stop) => stop.override);
    const verdict = (0,_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .gate */ .Gj)(read, undefined, overrides);
    if (verdict.verdict !== read.gate.verdict || verdict.stops.length !== read.gate.stops.length) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_GATE', `${file} says the gate's verdict is "${read.gate.verdict}" with ${read.gate.stops.length} stops, but its changes give "${verdict.verdict}" with ${verdict.stops.length}`, { next: again });
    }
    return read;
}
const again = 'Make the plan again: slipway plan <system> <environment>';
function issueText(issue) {
    const expected = issue.expected === null ? '' : `, expected ${issue.expected}`;
    return issue.message.startsWith('is not') ? issue.message : `received ${issue.received}${expected}`;
}


/***/ }),

/***/ 7884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ masked),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   wl: () => (/* binding */ hiddenByCloudFormation)
/* harmony export */ });
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);

/** A text that CloudFormation fills in when it deploys, or whose value it hides. */
const reference = /\{\{resolve:[^{}]*\}\}/;
/** What CloudFormation shows in place of a `NoEcho` value (User Guide, "Parameters", NoEcho). */
const hiddenByCloudFormation = '****';
/** Whether a text is a secret by its own looks: a dynamic reference, a hidden value, or one that holds a known secret. */
function looksSecret(text, secrets) {
    if (text === null)
        return false;
    if (reference.test(text) || text === hiddenByCloudFormation)
        return true;
    return secrets.some((secret) => secret !== '' && text.includes(secret));
}
/** The text as it may be printed. */
function masked(text, secret) {
    return secret && text !== null ? _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedSecret */ .EH : text;
}
/** A line of CloudFormation's own words, with known secrets taken out. */
function withoutSecrets(line, secrets) {
    return (secrets
        .filter((secret) => secret !== '')
        // a secret may be part of another
        .sort((a, b) => b.length - a.length)
        .reduce((text, secret) => text.replaceAll(secret, _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedSecret */ .EH), line));
}


/***/ }),

/***/ 1265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VC: () => (/* binding */ defaultText),
/* harmony export */   m7: () => (/* binding */ stackInputs),
/* harmony export */   ui: () => (/* binding */ parameterTexts),
/* harmony export */   xI: () => (/* binding */ parameterChanges)
/* harmony export */ });
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);
/* harmony import */ var _template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7832);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7884);



/** The parameter through which a template learns where its artifacts lie; Slipway itself feeds it to root stacks. */
const artifactBucketParameter = 'ArtifactBucket';
/**
 * @param current the stack as it stands; its value of a parameter stands in for an output that does not exist yet
 */
function stackInputs(instance, body, planned, artifactBucket, current) {
    const declared = body.Parameters ?? {};
    const all = artifactBucketParameter in declared
        ? { ...planned, [artifactBucketParameter]: { value: artifactBucket, lineage: null, deferred: false } }
        : planned;
    const texts = {};
    const evaluated = {};
    const standIns = [];
    for (const [name, { value, lineage }] of Object.entries(all)) {
        const sources = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .lineageOf */ .bQ)(...(lineage === null ? [] : [lineage]));
        if (value !== null) {
            texts[name] = value;
            evaluated[name] = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(value, sources);
        }
        else {
            standIns.push(name);
            texts[name] = currentValue(current, name) ?? `decided-by-${instance.name}-${name}`;
            evaluated[name] = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .unresolved */ .II)(`\${${lineage ?? name}}`, sources);
        }
    }
    const secrets = Object.entries(declared)
        .filter(([, parameter]) => (0,_template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoEcho */ .jm)(parameter))
        .flatMap(([name, parameter]) => [texts[name] ?? '', plainText(parameter.Default)])
        .filter((text) => text.length >= shortestSecret);
    return { texts, evaluated, standIns, secrets };
}
/** Shorter texts would be found in every line; they are still masked by lineage. */
const shortestSecret = 4;
function plainText(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : '';
}
function currentValue(current, name) {
    const value = current?.Parameters?.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
    return value === _secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenByCloudFormation */ .wl ? undefined : value;
}
/** The parameters of a plan: every one that the release's template or the deployed stack has. */
function parameterChanges(body, before, after, planned, secrets) {
    const declared = body.Parameters ?? {};
    const names = [...new Set([...Object.keys(declared), ...Object.keys(before)])].sort();
    return names.map((name) => {
        const parameter = declared[name];
        const source = planned[name];
        const old = before[name] ?? null;
        const next = parameter === undefined ? null : (after[name] ?? defaultText(parameter.Default));
        const secret = (parameter !== undefined && (0,_template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoEcho */ .jm)(parameter)) ||
            (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .looksSecret */ .n0)(old, secrets) ||
            (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .looksSecret */ .n0)(next, secrets);
        const deferred = source?.deferred === true ? source.lineage : null;
        const unknownYet = source?.value === null;
        return {
            name,
            before: (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .Iv)(old, secret),
            after: unknownYet ? null : (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .Iv)(next, secret),
            secret,
            deferred,
        };
    });
}
/** A parameter's default as the text that CloudFormation makes of it; `null` where there is none. */
function defaultText(value) {
    if (value === undefined || value === null)
        return null;
    return Array.isArray(value) ? value.map(String).join(',') : plainText(value);
}
/** By name; the value that CloudFormation found where the parameter holds an SSM key. */
function parameterTexts(parameters) {
    return Object.fromEntries((parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
        ParameterKey ?? '',
        ResolvedValue ?? ParameterValue ?? '',
    ]));
}


/***/ }),

/***/ 2883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ statefulTypes),
/* harmony export */   k: () => (/* binding */ nestedStackType)
/* harmony export */ });
/**
 * Resource types that hold what a template can't bring back, and what would be lost. The gate stops at their removal or
 * replacement. Source for each: "Return values" and "Update requires" of the type in the CloudFormation resource
 * reference; the choice of types follows what its own `DeletionPolicy` page names as worth keeping, widened by keys,
 * identities and addresses.
 */
const statefulTypes = {
    'AWS::S3::Bucket': 'its objects',
    'AWS::S3Express::DirectoryBucket': 'its objects',
    'AWS::S3Tables::TableBucket': 'its tables',
    'AWS::S3Vectors::VectorBucket': 'its vectors',
    'AWS::DynamoDB::Table': 'its items',
    'AWS::DynamoDB::GlobalTable': 'its items',
    'AWS::RDS::DBInstance': 'its databases',
    'AWS::RDS::DBCluster': 'its databases',
    'AWS::RDS::GlobalCluster': 'its databases',
    'AWS::DocDB::DBCluster': 'its databases',
    'AWS::Neptune::DBCluster': 'its graph',
    'AWS::NeptuneGraph::Graph': 'its graph',
    'AWS::QLDB::Ledger': 'its records',
    'AWS::Redshift::Cluster': 'its warehouse',
    'AWS::RedshiftServerless::Namespace': 'its warehouse',
    'AWS::DSQL::Cluster': 'its databases',
    'AWS::Timestream::Database': 'its tables',
    'AWS::Timestream::Table': 'its records',
    'AWS::Cassandra::Keyspace': 'its tables',
    'AWS::Cassandra::Table': 'its rows',
    'AWS::ElastiCache::CacheCluster': 'its cached data',
    'AWS::ElastiCache::ReplicationGroup': 'its cached data',
    'AWS::ElastiCache::ServerlessCache': 'its cached data',
    'AWS::MemoryDB::Cluster': 'its data',
    'AWS::OpenSearchService::Domain': 'its indices',
    'AWS::OpenSearchServerless::Collection': 'its indices',
    'AWS::Elasticsearch::Domain': 'its indices',
    'AWS::EFS::FileSystem': 'its files',
    'AWS::FSx::FileSystem': 'its files',
    'AWS::FSx::Volume': 'its files',
    'AWS::EC2::Volume': 'its blocks',
    'AWS::EC2::Instance': 'what lies on its disks',
    'AWS::EC2::EIP': 'its address, which others may have allowed',
    'AWS::KMS::Key': 'the key without which data encrypted with it can not be read',
    'AWS::KMS::ReplicaKey': 'the key without which data encrypted with it can not be read',
    'AWS::SecretsManager::Secret': 'its value',
    'AWS::Cognito::UserPool': 'its users',
    'AWS::Cognito::IdentityPool': 'its identities',
    'AWS::Cognito::UserPoolClient': 'its id and secret, which applications hold',
    'AWS::Cognito::UserPoolDomain': 'its sign-in address',
    'AWS::Kinesis::Stream': 'its unread records',
    'AWS::MSK::Cluster': 'its topics',
    'AWS::SQS::Queue': 'its unread messages',
    'AWS::Logs::LogGroup': 'its log history',
    'AWS::CloudTrail::EventDataStore': 'its events',
    'AWS::Events::Archive': 'its events',
    'AWS::APS::Workspace': 'its metrics',
    'AWS::CloudFront::KeyValueStore': 'its entries',
    'AWS::ECR::Repository': 'its images',
    'AWS::ECR::PublicRepository': 'its images',
    'AWS::CodeArtifact::Domain': 'its packages',
    'AWS::CodeArtifact::Repository': 'its packages',
    'AWS::Route53::HostedZone': 'its name servers and records',
    'AWS::CertificateManager::Certificate': 'its validation, which somebody may have to give again',
    'AWS::ACMPCA::CertificateAuthority': 'the key behind every certificate that it has issued',
    'AWS::SES::EmailIdentity': 'its verification',
    'AWS::Backup::BackupVault': 'its recovery points',
    'AWS::Backup::LogicallyAirGappedBackupVault': 'its recovery points',
    'AWS::CodeCommit::Repository': 'its commits',
    'AWS::IAM::User': 'its access keys',
    'AWS::ApiGateway::ApiKey': 'its value, which clients hold',
};
/** Its removal shows as the removal of what it holds; only the policy that protects it as a whole is looked at here. */
const nestedStackType = 'AWS::CloudFormation::Stack';


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

/***/ 4184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ withNames),
/* harmony export */   RW: () => (/* binding */ withResolved),
/* harmony export */   mC: () => (/* binding */ parametersOf),
/* harmony export */   t2: () => (/* binding */ exists)
/* harmony export */ });
/* harmony import */ var _template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1056);
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);


/** Whether a resource or output is there, by its condition; `null` where that can't be known. */
function exists(part, scope) {
    if (part === undefined || scope === null)
        return false;
    if (part.Condition === undefined)
        return true;
    const decided = (0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCondition */ .F)(part.Condition, scope);
    return typeof decided === 'boolean' ? decided : null;
}
/** What a parent gives to the parameters of a nested stack. */
function parametersOf(resource, scope) {
    if (scope === null)
        return {};
    const parameters = (0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource?.Properties?.['Parameters'] ?? {}, scope);
    return parameters.kind === 'map' ? Object.fromEntries(parameters.entries) : {};
}
/** Parameters that name something else (SSM), each by that name: the same name gives the same value on both sides. */
function withNames(body, parameters) {
    const named = Object.entries(body.Parameters ?? {}).flatMap(([name, parameter]) => {
        const value = parameters[name];
        if (value === undefined || !parameter.Type.startsWith('AWS::SSM::Parameter::Value'))
            return [];
        const from = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value);
        return [[name, (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(`\${${from.sources.join(' ')}}`, from)]];
    });
    return { ...parameters, ...Object.fromEntries(named) };
}
/** Values that CloudFormation found for SSM-typed parameters, of which templates hold only the key. */
function withResolved(body, parameters, resolved) {
    const found = Object.entries(body.Parameters ?? {}).flatMap(([name, parameter]) => {
        const value = resolved[name];
        const isSsm = parameter.Type.startsWith('AWS::SSM::Parameter::Value');
        const secret = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(parameters[name] ?? { kind: 'none' }).secret;
        return isSsm && value !== undefined ? [[name, (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(value, { sources: [], secret })]] : [];
    });
    return { ...parameters, ...Object.fromEntries(found) };
}


/***/ }),

/***/ 5925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline),
/* harmony export */   X: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6401);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4285);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5585);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7885);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1197);








const commentLimit = 65_536;
/** Columns of the tree's left and right side. */
const leftWidth = 56;
const valueWidth = 32;
/**
 * The plans of one system for a pull request: the verdict, one line an environment, what stops, and the changes folded
 * away. If the place is too small, the trees are left out first, and the comment says so.
 */
function planMarkdown(comment) {
    const limit = comment.limit ?? commentLimit;
    const whole = render(comment, details(comment.entries, 'listed'));
    if (whole.length <= limit)
        return whole;
    const folded = render(comment, details(comment.entries, 'folded'));
    if (folded.length <= limit)
        return folded;
    const bare = render(comment, ['The changes are too many for a comment; the full report lists them.']);
    if (bare.length <= limit)
        return bare;
    const room = bare.slice(0, limit - 3);
    const end = room.lastIndexOf('\n\n');
    return `${end > 0 ? room.slice(0, end) : room}\n\n…`;
}
function render(comment, trees) {
    const problems = comment.entries.filter((entry) => entry.plan === null);
    return [
        `### Slipway · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(comment.system)} · ${headline(comment.entries)}`,
        ...(comment.cautions ?? []).map((text) => `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(text)}`),
        ...cautions(comment.entries),
        table(comment.entries),
        ...comment.entries.flatMap(({ plan }) => (plan === null ? [] : stopBlocks((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .stopTexts */ .lh)(plan)))),
        ...problems.map(({ environment, problem }) => `> **${environment} has no plan.** ${problem === undefined ? 'Its job did not hand one in.' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(problem)}`),
        ...trees,
        footer(comment),
    ].join('\n\n');
}
/** Said before anything else, so that nobody takes a comparison of sources for a plan. */
function cautions(entries) {
    const texts = entries.flatMap(({ plan }) => (plan === null ? [] : ((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .caveat */ .jf)(plan) ?? [])));
    return [...new Set(texts)].map((text) => `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(text)}`);
}
/** `prod stops, dev and sit are ready`: the worst first. */
function headline(entries) {
    const phrases = _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdicts */ .rY.flatMap((verdict) => {
        const names = entries
            .filter(({ plan }) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan) === verdict)
            .map(({ environment }) => environment);
        return names.length === 0 ? [] : [`${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(names)} ${verbs[verdict][names.length === 1 ? 0 : 1]}`];
    });
    return phrases.length === 0 ? 'nothing planned' : phrases.join(', ');
}
const verbs = {
    missing: ['has no plan', 'have no plan'],
    failed: ['cannot be planned', 'cannot be planned'],
    stopped: ['stops', 'stop'],
    changed: ['changes', 'change'],
    ready: ['is ready', 'are ready'],
    'no-changes': ['has no changes', 'have no changes'],
};
function table(entries) {
    const number = (count) => (count === 0 ? '–' : String(count));
    const grave = (count, possible = 0) => {
        const text = count === 0 ? (possible > 0 ? '' : '–') : `**${count}**`;
        return [text, possible > 0 ? `${possible} possible` : ''].filter((part) => part !== '').join(' + ');
    };
    const rows = entries.map(({ environment, plan }) => {
        const verdict = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan);
        const word = verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes'
            ? _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictWords */ .L2[verdict]
            : `**${_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictWords */ .L2[verdict]}**`;
        if (plan === null)
            return `| ${environment} | | | | | | ${word} |`;
        const sum = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .totals */ .Sd)(plan.stacks);
        const region = plan.stacks.find((stack) => stack.region !== 'us-east-1')?.region ?? plan.stacks[0]?.region;
        const allowed = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? 0 : plan.gate.stops.filter((stop) => stop.overridden).length;
        const cells = [
            region === undefined ? environment : `${environment} · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(region)}`,
            number(sum.add),
            number(sum.change),
            grave(sum.replace, sum.possibleReplace),
            grave(sum.remove),
            siteCell(plan),
            allowed > 0 ? `${word}, ${allowed} allowed` : word,
        ];
        return `| ${cells.map(_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn).join(' | ')} |`;
    });
    return [
        '| environment | add | change | replace | remove | site | verdict |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        ...rows,
    ].join('\n');
}
function siteCell(plan) {
    const site = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? null : plan.site;
    if (site === null)
        return '–';
    const parts = [
        site.added.length > 0 ? `${site.added.length} new` : '',
        site.changed.length > 0 ? `${site.changed.length} changed` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '–' : parts.join(', ');
}
/** The first ones in full; of many, the others are a line each, for nobody reads a wall. */
function stopBlocks(stops) {
    const told = stops.length > 4 ? 3 : stops.length;
    const rest = stops.slice(told).map((stop) => {
        const label = stop.label === null ? '' : ` ${stop.overridden ? 'Allowed by' : 'Label'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.label)}.`;
        return `> - ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.headline)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.subject)}.${label}`;
    });
    return [...stops.slice(0, told).map(stopBlock), ...(rest.length > 0 ? [rest.join('\n')] : [])];
}
function stopBlock(stop) {
    const cause = stop.property === null ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.property)} changes`;
    const where = stop.place === null ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.place)})`;
    const lines = [
        `> **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.headline)}${stop.overridden ? ', and may' : ''}.** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.subject)}${cause}${where}.`,
        `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.fate)}`,
    ];
    if (stop.label !== null) {
        lines.push(stop.overridden
            ? `> Allowed by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.label)}.`
            : `> If you mean it, add the label ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.label)} (this release, this environment, this resource, this action; nothing else).`);
    }
    return lines.join('\n');
}
/** Environments whose trees read the same share one. */
function details(entries, possible) {
    const groups = new Map();
    for (const { environment, plan } of entries) {
        if (plan === null || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan) === 'no-changes')
            continue;
        const text = detail(plan, possible);
        groups.set(text, [...(groups.get(text) ?? []), environment]);
    }
    return [...groups].map(([text, environments]) => {
        const plan = entries.find(({ environment }) => environment === environments[0])?.plan;
        const size = plan ? (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeText */ .lP)((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .totals */ .Sd)(plan.stacks)) : '';
        return `<details><summary>${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(environments)}: ${size}</summary>\n\n${text}\n\n</details>`;
    });
}
function detail(plan, mode) {
    const options = { additions: 'folded', possible: 'counted', value: valueWidth };
    const rows = plan.stacks
        .filter((stack) => stack.outcome !== 'none')
        .flatMap((stack) => (0,_plan_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .planRows */ .Lq)(stack, options))
        .filter((row) => mode === 'listed' || row.level !== 'property');
    const site = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? null : (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .siteText */ .tE)(plan.site);
    const warnings = plan.stacks.flatMap((stack) => stack.warnings);
    const blocks = [
        rows.length > 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fenced */ .OF)('diff', rowLines(rows)) : '',
        mode === 'folded'
            ? 'Properties are left out: the comment would be too long. The full report has them.'
            : '',
        site === null ? '' : `Site: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(site)}.`,
        (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2)(plan).map(_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS).join(' '),
        warnings.map((warning) => `- warning: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(warning)}`).join('\n'),
    ];
    return blocks.filter((block) => block !== '').join('\n\n');
}
const gutters = {
    plain: ' ',
    add: '+',
    change: '!',
    replace: '-',
    remove: '-',
    possible: ' ',
};
function rowLines(rows) {
    const left = (0,_columns_js__WEBPACK_IMPORTED_MODULE_7__/* .widest */ .D3)(rows.map((row) => row.left), leftWidth);
    return rows.map((row) => `${gutters[row.tone]} ${(0,_columns_js__WEBPACK_IMPORTED_MODULE_7__/* .padded */ .jC)((0,_columns_js__WEBPACK_IMPORTED_MODULE_7__/* .cut */ .Jj)(row.left, left), left)}  ${row.right}`.trimEnd());
}
function footer(comment) {
    const fingerprints = comment.entries.flatMap(({ environment, plan }) => plan === null || (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? [] : [`${environment} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.fingerprint))}`]);
    const parts = [
        comment.release === '' ? '' : `release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(comment.release))}`,
        fingerprints.length > 0 ? `plan ${fingerprints.join(', ')}` : '',
        comment.commit === null ? '' : `commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(comment.commit.slice(0, 7))}${mergeText(comment)}`,
        ...(comment.links ?? []).map(({ text, url }) => `[${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(text)}](<${encodeURI(url).replaceAll('>', '%3E').replaceAll('<', '%3C')}>)`),
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
function mergeText({ merge }) {
    return merge === null || merge === undefined ? '' : `, merged as ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(merge.slice(0, 7))}`;
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

/***/ 5569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ wordFor),
/* harmony export */   Lq: () => (/* binding */ planRows),
/* harmony export */   U$: () => (/* binding */ isParameterChange),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   ip: () => (/* binding */ tones),
/* harmony export */   p5: () => (/* binding */ parameterText),
/* harmony export */   pn: () => (/* binding */ propertyText)
/* harmony export */ });
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7885);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1197);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);




const marks = {
    add: '+',
    change: '~',
    replace: '±',
    remove: '-',
    renew: '↻',
    import: '←',
    possible: '?',
};
const tones = {
    add: 'add',
    change: 'change',
    replace: 'replace',
    remove: 'remove',
    renew: 'change',
    import: 'add',
    possible: 'possible',
};
/** The tree of one stack's changes, parents first. Stacks without a change are left out. */
function planRows(stack, options) {
    const { root } = stack;
    return [
        nodeRow(root, stack.stack, '', options),
        ...nodeBody(root, '', options, (guide) => parameterRows(stack, guide, options)),
    ];
}
function nodeRow(node, name, lead, options) {
    const row = (tone, mark, said) => ({
        level: 'stack',
        tone,
        left: lead + mark + (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(name),
        right: [said, (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(node.template ?? '')].filter((text) => text !== '').join('  '),
        at: null,
    });
    const resources = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).length;
    const size = (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(resources, 'resource');
    switch (node.status) {
        case 'create':
            return row('add', '+ ', options.additions === 'folded' && resources > 0 ? `new stack, ${size}` : 'new stack');
        case 'remove':
            return row('remove', '- ', `removed with ${size}`);
        case 'change':
        case 'unchanged':
            return row('plain', '', '');
    }
}
function nodeBody(node, lead, options, parameters = () => []) {
    const children = node.children.filter((child) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(child).some((each) => isShown(each, options)));
    const guide = `${lead}${children.length > 0 ? '│ ' : '  '}`;
    const row = (tone, left, right, at) => ({
        level: 'change',
        tone,
        left: guide + left,
        right,
        at,
    });
    return [
        ...parameters(guide),
        ...ownChanges(node, options).flatMap((change) => resourceRows(change, guide, options)),
        ...(node.outputsOnly ? [row('change', '~ outputs', 'only outputs or tags change', null)] : []),
        ...node.unseen.map((each) => row('possible', `? ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(each.logicalId)}`, `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(each.type)}  not seen, counted as touched`, each.at)),
        ...children.flatMap((child, index) => {
            const last = index === children.length - 1;
            return [
                nodeRow(child, child.path.at(-1) ?? '', `${lead}${last ? '└─ ' : '├─ '}`, options),
                ...nodeBody(child, `${lead}${last ? '   ' : '│  '}`, options),
            ];
        }),
    ];
}
function ownChanges(node, options) {
    if (options.additions === 'folded' && node.status === 'create')
        return [];
    return (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).filter((change) => options.possible === 'listed' || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change) !== 'possible');
}
function isShown(node, options) {
    if (!(0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .isTouched */ .Dn)(node))
        return false;
    return (node.status !== 'change' ||
        node.outputsOnly ||
        node.unseen.length > 0 ||
        ownChanges(node, options).length > 0);
}
function resourceRows(change, guide, options) {
    const kind = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change);
    const tone = tones[kind];
    const head = {
        level: 'change',
        tone,
        left: `${guide}${marks[kind]} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(change.logicalId)}`,
        right: [(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(change.type), wordFor(change, kind)].filter((text) => text !== '').join('  '),
        at: change.at,
    };
    if (kind === 'add' || kind === 'remove' || kind === 'possible')
        return [head];
    const properties = change.properties.map((property) => ({
        level: 'property',
        tone,
        left: `${guide}    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(property.path)}`,
        right: propertyText(property, options.value),
        at: null,
    }));
    return [head, ...properties];
}
/** What the mark alone may not say. */
function wordFor(change, kind) {
    const words = [];
    if (kind === 'replace')
        words.push('replaced');
    if (kind === 'import')
        words.push('imported');
    if (kind === 'renew')
        words.push(change.type === 'AWS::ApiGateway::Deployment' ? 'API redeployed' : 'renewed');
    if (kind === 'possible')
        words.push('decided while it runs');
    if ((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .mayReplace */ .kA)(change))
        words.push('may be replaced');
    if (change.action === 'sync')
        words.push('drift put right');
    if (kind === 'remove' && change.policyAction?.includes('Retain') === true)
        words.push('kept, no longer managed');
    return words.join(', ');
}
/** `256 → 512`; a secret only says that it changes. */
function propertyText(property, columns) {
    const notes = [
        property.replacement === 'always'
            ? 'replaces'
            : property.replacement === 'conditional'
                ? 'may replace'
                : '',
        property.lineage.length > 0 ? `from ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(property.lineage.join(', '))}` : '',
        property.certainty === 'possible' ? 'decided while it runs' : '',
    ].filter((note) => note !== '');
    const change = property.secret
        ? '•••• (secret) changed'
        : changeText(property.before, property.after, columns);
    return notes.length === 0 ? change : `${change}  (${notes.join('; ')})`;
}
function changeText(before, after, columns) {
    return `${valueText(before, columns)} → ${valueText(after, columns)}`;
}
function valueText(value, columns) {
    return value === null ? '(none)' : value === '' ? '(empty)' : (0,_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(value), columns);
}
function parameterRows(stack, guide, options) {
    if (stack.outcome === 'create')
        return [];
    return stack.parameters.filter(isParameterChange).map((parameter) => ({
        level: 'property',
        tone: 'change',
        left: `${guide}~ parameter ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(parameter.name)}`,
        right: parameterText(parameter, options.value),
        at: null,
    }));
}
function isParameterChange(parameter) {
    return parameter.before !== parameter.after;
}
function parameterText(parameter, columns) {
    if (parameter.secret)
        return '•••• (secret) changed';
    const text = changeText(parameter.before, parameter.after, columns);
    return parameter.deferred === null
        ? text
        : `${text}  (from ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(parameter.deferred)}, known after it)`;
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

/***/ 4668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ stringWidth)
});

;// CONCATENATED MODULE: ./node_modules/ansi-regex/index.js
// Valid string terminator sequences are ESC\ and 0x9c; OSC also accepts BEL.
const ST = String.raw`(?:\u001B\u005C|\u009C)`;

// OSC sequences only: ESC ] ... BEL/ST (or the C1 introducer 0x9d ... BEL/ST).
// Payloads stop at terminators, cancellations, and C1 controls. An unterminated string cannot swallow the next sequence or repeatedly scan its payload from later introducers. Terminals likewise abort a control string on an unexpected ESC.
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;

// DCS, SOS, PM, APC, and screen window titles have opaque payloads terminated by ST. Nested ESC payloads, such as tmux passthrough, require a parser.
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;

// Linux console palette controls have fixed lengths and no string terminator; iTerm2 terminates its palette assignments. Consume an immediately adjacent OSC terminator, but match these controls before OSC so a later BEL cannot consume visible text.
const linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;

// CSI: ESC [ or C1 CSI, parameter bytes (0x30–0x3f), intermediate bytes (0x20–0x2f), then a final byte (0x40–0x7e).
// `= < >` are final bytes in two-byte VT52 escapes (`ESC >`) but parameter bytes in a CSI (`ESC [ > 0 ; 276 ; 0 c`, the device attributes reply). Match CSI first to consume the whole sequence, where its introducer makes the two unambiguous.
const csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;

// Related escapes: ESC, intermediate bytes (0x20–0x2f), then a final byte (0x30–0x7e), or a supported two-byte escape.
// The two-byte final class stays narrow so that ESC followed by an arbitrary character is not read as a sequence. CSI parameters belong only to the CSI form, preventing partial matches and avoiding a second scan with nested repetition.
// Escapes whose final byte is a digit include `ESC 7` and `ESC 8` (save and restore cursor), `ESC ( 0` (line drawing character set), and `ESC # 8` (screen alignment).
// A digit is never a CSI final byte. These escapes end immediately at their final byte, so `ESC 7 l` is read as the escape followed by text rather than a sequence with parameter 7 and final byte `l`.
const ansi_regex_escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;

const pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${ansi_regex_escape}`;

function ansiRegex({onlyFirst = false} = {}) {
	return new RegExp(pattern, onlyFirst ? undefined : 'g');
}

;// CONCATENATED MODULE: ./node_modules/strip-ansi/index.js


const regex = ansiRegex();

function stripAnsi(string) {
	if (typeof string !== 'string') {
		throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	}

	// Fast path: ANSI codes require ESC (7-bit) or CSI (8-bit) introducer
	if (!string.includes('\u001B') && !string.includes('\u009B')) {
		return string;
	}

	// Even though the regex is global, we don't need to reset the `.lastIndex`
	// because unlike `.exec()` and `.test()`, `.replace()` does it automatically
	// and doing it manually has a performance penalty.
	return string.replace(regex, '');
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup-data.js
// Generated by scripts/build.js

const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];

const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];

const lookup_data_halfwidthMinimalCodePoint = 8361;
const lookup_data_halfwidthMaximumCodePoint = 65518;
const lookup_data_halfwidthRanges = (/* unused pure expression or super */ null && ([8361, 8361, 65377, 65470, 65474, 65479, 65482, 65487, 65490, 65495, 65498, 65500, 65512, 65518]));

const lookup_data_narrowMinimalCodePoint = 32;
const lookup_data_narrowMaximumCodePoint = 10630;
const lookup_data_narrowRanges = (/* unused pure expression or super */ null && ([32, 126, 162, 163, 165, 166, 172, 172, 175, 175, 10214, 10221, 10629, 10630]));

const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const utilities_isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) {
			high = mid - 1;
		} else if (codePoint > ranges[i + 1]) {
			low = mid + 1;
		} else {
			return true;
		}
	}

	return false;
};

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup.js



const commonCjkCodePoint = 0x4E_00;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);

// Use a hot-path range so common `isWide` calls can skip binary search.
// The range containing U+4E00 covers common CJK ideographs;
// fallback to the largest range for resilience to Unicode table changes.
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];

	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];

		if (
			commonCjkCodePoint >= start
			&& commonCjkCodePoint <= end
		) {
			return [start, end];
		}

		if ((end - start) > (fastPathEnd - fastPathStart)) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}

	return [fastPathStart, fastPathEnd];
}

const isAmbiguous = codePoint => {
	if (
		codePoint < ambiguousMinimalCodePoint
		|| codePoint > ambiguousMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(ambiguousRanges, codePoint);
};

const isFullwidth = codePoint => {
	if (
		codePoint < fullwidthMinimalCodePoint
		|| codePoint > fullwidthMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(fullwidthRanges, codePoint);
};

const isHalfwidth = codePoint => {
	if (
		codePoint < halfwidthMinimalCodePoint
		|| codePoint > halfwidthMaximumCodePoint
	) {
		return false;
	}

	return isInRange(halfwidthRanges, codePoint);
};

const isNarrow = codePoint => {
	if (
		codePoint < narrowMinimalCodePoint
		|| codePoint > narrowMaximumCodePoint
	) {
		return false;
	}

	return isInRange(narrowRanges, codePoint);
};

const isWide = codePoint => {
	if (
		codePoint >= wideFastPathStart
		&& codePoint <= wideFastPathEnd
	) {
		return true;
	}

	if (
		codePoint < wideMinimalCodePoint
		|| codePoint > wideMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(wideRanges, codePoint);
};

function lookup_getCategory(codePoint) {
	if (isAmbiguous(codePoint)) {
		return 'ambiguous';
	}

	if (isFullwidth(codePoint)) {
		return 'fullwidth';
	}

	if (isHalfwidth(codePoint)) {
		return 'halfwidth';
	}

	if (isNarrow(codePoint)) {
		return 'narrow';
	}

	if (isWide(codePoint)) {
		return 'wide';
	}

	return 'neutral';
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/index.js


function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) {
		throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
	}
}

function eastAsianWidthType(codePoint) {
	validate(codePoint);

	return getCategory(codePoint);
}

function eastAsianWidth(codePoint, {ambiguousAsWide = false} = {}) {
	validate(codePoint);

	if (
		isFullwidth(codePoint)
		|| isWide(codePoint)
		|| (ambiguousAsWide && isAmbiguous(codePoint))
	) {
		return 2;
	}

	return 1;
}

// Private exports for https://github.com/sindresorhus/is-fullwidth-code-point


;// CONCATENATED MODULE: ./node_modules/string-width/index.js



/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
	1. Skip non-printing clusters (Default_Ignorable, Control, pure nonspacing/enclosing Mark, lone Surrogates). Tabs are ignored by design.
	2. RGI emoji clusters (\p{RGI_Emoji}) are double-width.
	3. Minimally-qualified/unqualified emoji clusters (ZWJ sequences with 2+ Extended_Pictographic, or keycap sequences) are double-width.
	4. Hangul jamo collapse each standard modern Hangul L+V or L+V+T syllable piece to width 2.
	   Unmatched repeated leading/vowel/trailing jamo stay additive because that matches how the terminals we target render them.
	5. Otherwise use East Asian Width of the cluster's first visible code point, and add widths for trailing spacing marks and Halfwidth/Fullwidth Forms within the same cluster (e.g., dakuten/handakuten/prolonged sound mark).
*/

const segmenter = new Intl.Segmenter();

// Matches a visible (printing) character. Used to find the base scalar of a cluster (skipping leading Prepend/Format/Marks) and to detect whole-cluster zero-width.
// Intentionally a single negated class without a quantifier: a repeated pattern like `^(?:…|…)+$` backtracks exponentially on overlapping properties, and even `^[…]+$` overflows V8's backtrack stack (RangeError) on clusters with millions of marks.
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;

// RGI emoji sequences
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;

// Detect minimally-qualified/unqualified emoji sequences (missing VS16 but still render as double-width)
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;

function isDoubleWidthNonRgiEmojiSequence(segment) {
	// Real emoji clusters are < 30 chars; guard against pathological input
	if (segment.length > 50) {
		return false;
	}

	if (unqualifiedKeycapRegex.test(segment)) {
		return true;
	}

	// ZWJ sequences with 2+ Extended_Pictographic
	if (segment.includes('\u200D')) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}

	return false;
}

// Returns the cluster starting at its first visible character, or `undefined` if the whole cluster is zero-width.
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? undefined : segment.slice(index);
}

function isHangulLeadingJamo(codePoint) {
	return (codePoint >= 0x11_00 && codePoint <= 0x11_5F)
		|| (codePoint >= 0xA9_60 && codePoint <= 0xA9_7C);
}

function isHangulVowelJamo(codePoint) {
	return (codePoint >= 0x11_60 && codePoint <= 0x11_A7)
		|| (codePoint >= 0xD7_B0 && codePoint <= 0xD7_C6);
}

function isHangulTrailingJamo(codePoint) {
	return (codePoint >= 0x11_A8 && codePoint <= 0x11_FF)
		|| (codePoint >= 0xD7_CB && codePoint <= 0xD7_FB);
}

function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint)
		|| isHangulVowelJamo(codePoint)
		|| isHangulTrailingJamo(codePoint);
}

function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];

	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) {
			continue;
		}

		codePoints.push(character.codePointAt(0));
	}

	if (codePoints.length === 0) {
		return undefined;
	}

	let width = 0;

	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) {
				return undefined;
			}

			// Mixed cluster (e.g., L + precomposed syllable): use EAW for non-jamo remainder
			for (let remaining = index; remaining < codePoints.length; remaining++) {
				width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			}

			return width;
		}

		// Modern Hangul L+V(+T) shapes as one syllable block. Unmatched jamo stay additive:
		// U+1100 U+1100 U+1161 => U+1100 + (U+1100 U+1161) => 2 + 2.
		if (
			isHangulLeadingJamo(codePoint)
			&& isHangulVowelJamo(codePoints[index + 1])
		) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}

		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}

	return width;
}

function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;

	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}

		if (
			spacingMarkRegex.test(character)
			|| (character >= '\uFF00' && character <= '\uFFEF')
		) {
			extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		}
	}

	return extra;
}

function stringWidth(input, options = {}) {
	if (typeof input !== 'string' || input.length === 0) {
		return 0;
	}

	const {
		ambiguousIsNarrow = true,
		countAnsiEscapeCodes = false,
	} = options;

	let string = input;

	// Avoid calling stripAnsi when there are no ANSI escape sequences (ESC = 0x1B, CSI = 0x9B)
	if (!countAnsiEscapeCodes && (string.includes('\u001B') || string.includes('\u009B'))) {
		string = stripAnsi(string);
	}

	if (string.length === 0) {
		return 0;
	}

	// Fast path: printable ASCII (0x20–0x7E) needs no segmenter, regex, or EAW lookup — width equals length.
	if (/^[\u0020-\u007E]*$/.test(string)) {
		return string.length;
	}

	let width = 0;
	const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};

	for (const {segment} of segmenter.segment(string)) {
		// Zero-width / non-printing clusters
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === undefined) {
			continue;
		}

		// Emoji width logic
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}

		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== undefined) {
			width += hangulWidth;
			continue;
		}

		// Everything else: EAW of the cluster’s first visible scalar
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);

		// Add width for trailing spacing marks and Halfwidth/Fullwidth Forms (e.g., ﾞ, ﾟ, ｰ)
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}

	return width;
}


/***/ })

};
