export const id = 3606;
export const ids = [3606,1738];
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

/***/ 6688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OM: () => (/* binding */ assembleStackPlan),
  zo: () => (/* binding */ pseudoParameters),
  Dd: () => (/* binding */ stackReading)
});

// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/plan/change-set-hooks.ts
var change_set_hooks = __webpack_require__(7831);
// EXTERNAL MODULE: ./src/plan/change-set-notices.ts
var change_set_notices = __webpack_require__(7662);
;// CONCATENATED MODULE: ./src/plan/change-set-warnings.ts


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
        const at = (0,change_set_notices/* noticePosition */.aB)(notice, released);
        return `${(0,change_set_notices/* noticeText */.ut)(notice, path)}${at === null ? '' : `, ${at.file} line ${at.line}`}`;
    });
    return [
        ...(node.warning === null ? [] : [`${name}: ${node.warning}`]),
        ...(0,change_set_hooks/* hookLines */.FM)(node.hooks, path, released),
        ...noticed,
        ...[...node.children].flatMap(([id, child]) => changeSetWarnings(child, [...path, id], released?.children.get(id))),
    ];
}
/** Whether what validations and hooks found of any change set of the tree could not be read. */
function isWithoutNotices(node) {
    return node.notices === null || [...node.children.values()].some(isWithoutNotices);
}

// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/read-template-tree.ts
var read_template_tree = __webpack_require__(443);
// EXTERNAL MODULE: ./src/plan/stateful-types.ts
var stateful_types = __webpack_require__(2883);
// EXTERNAL MODULE: ./src/plan/cost/price-table.ts
var price_table = __webpack_require__(3865);
;// CONCATENATED MODULE: ./src/plan/cost/fixed-price.ts

/** Prices all parts of a resource, or none: what lacks a part's price has no price. */
function fixed(wanted, region, use = null) {
    const parts = [];
    for (const { what, count } of wanted) {
        const line = (0,price_table/* findPrice */.vk)(what, region);
        if (line === null)
            return { kind: 'not priced', why: `no price of ${what} in ${region} is in the table`, size: wanted };
        parts.push({ count, line });
    }
    return { kind: 'fixed', parts, use };
}
/** @param size what the price goes by */
function notSettled(size) {
    return { kind: 'not priced', why: 'its price goes by what the template does not settle', size };
}
function monthly(parts) {
    return cents(parts.reduce((sum, { count, line }) => sum + count * (0,price_table/* usdPerMonth */.So)(line), 0));
}
function cents(usd) {
    return Math.round(usd * 100) / 100;
}
/** `$35.04 a month`. */
function perMonth(usd) {
    return `$${usd.toFixed(2)} a month`;
}

// EXTERNAL MODULE: ./src/template/evaluate.ts + 4 modules
var evaluate = __webpack_require__(505);
;// CONCATENATED MODULE: ./src/plan/policy-action.ts


/**
 * What a policy does to the old resource, as CloudFormation names it in `PolicyAction`. Absent means `Delete`, but for
 * databases, which leave a snapshot where they are removed; `RetainExceptOnCreate` retains what has once been made (User
 * Guide, "DeletionPolicy attribute"). A policy that can't be known counts as `Delete`.
 */
function policyOf(resource, policy, scope) {
    const expression = resource?.[policy];
    if (expression === undefined)
        return policy === 'DeletionPolicy' && leavesSnapshot(resource) ? 'Snapshot' : 'Delete';
    if (scope === null)
        return 'Delete';
    return keptAs((0,evaluated/* exact */.e0)((0,evaluate/* evaluate */._)(expression, scope)));
}
function keptAs(policy) {
    if (policy === 'Retain' || policy === 'RetainExceptOnCreate')
        return 'Retain';
    return policy === 'Snapshot' ? 'Snapshot' : 'Delete';
}
/** An instance of a cluster has no data of its own, and leaves none. */
function leavesSnapshot(resource) {
    if (resource?.Type === 'AWS::RDS::DBInstance')
        return resource.Properties?.['DBClusterIdentifier'] === undefined;
    return resource?.Type === 'AWS::RDS::DBCluster';
}

;// CONCATENATED MODULE: ./src/plan/cost/settled-property.ts

/** A property that stands at a name; nothing where there is none. */
function entry(value, name) {
    const found = value.kind === 'map' ? value.entries.get(name) : undefined;
    return found?.kind === 'none' ? undefined : found;
}
/**
 * A property's text, or what it is where it is left out. `null` where the template does not settle it: it waits for the
 * deployment, CloudFormation looks it up, or it is a secret, which nothing may be said of.
 */
function settledText(value, otherwise) {
    if (value === undefined)
        return otherwise;
    if (value.kind !== 'value' || value.lineage.secret || value.lineage.sources.length > 0)
        return null;
    return String(value.value);
}
/** A property's whole number, 0 or more. `null` where it is none, or not settled. */
function settledCount(value, otherwise) {
    const text = settledText(value, String(otherwise));
    return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
/** The items that a list holds, whatever each is. `null` where how many there are is not settled. */
function settledItems(value) {
    if (value === undefined)
        return [];
    return value.kind === 'list' ? value.items.filter(({ kind }) => kind !== 'none') : null;
}
function isOn(value) {
    return settledText(value, 'false')?.toLowerCase() === 'true';
}

;// CONCATENATED MODULE: ./src/plan/cost/list-length.ts

/**
 * Counts the values of lists of a tree. What they are may wait for the deployment: two subnets that are still to be made
 * are two subnets. An output of another nested stack is followed to the list that it is made of.
 */
function listLengths(root) {
    const lengthOf = (value, seen) => {
        if (value?.kind === 'value')
            return lengthOfText(String(value.value));
        if (value?.kind !== 'unresolved')
            return settledItems(value)?.length ?? null;
        if (value.lineage.secret)
            return null;
        if (value.text.includes(','))
            return lengthOfText(value.text);
        const [source, ...more] = value.lineage.sources;
        if (source === undefined ||
            more.length > 0 ||
            seen.has(source) ||
            value.text !== `\${${lastName(source)}}`)
            return null;
        const output = findOutput(root, source);
        return output === undefined ? null : lengthOf(output, new Set([...seen, source]));
    };
    return (value) => lengthOf(value, new Set());
}
function lengthOfText(text) {
    const values = text.split(',');
    return values.some((each) => each.trim() === '') ? null : values.length;
}
/** `Network.Outputs.SubnetIds` of `Site/Network.Outputs.SubnetIds`. */
function lastName(source) {
    return source.split('/').at(-1) ?? source;
}
function findOutput(root, source) {
    const [, logicalId, output] = /^([^.]+)\.Outputs\.([^.]+)$/.exec(lastName(source)) ?? [];
    if (logicalId === undefined || output === undefined)
        return undefined;
    const path = [...source.split('/').slice(0, -1), logicalId];
    const stack = path.reduce((above, id) => above?.children.get(id), root);
    return stack?.outputs[output];
}

;// CONCATENATED MODULE: ./src/plan/cost/alarm-price.ts


/**
 * The metrics that an alarm looks at: each is paid for, expressions are not. High resolution (a period below a minute) has
 * a price of its own, a search by query and a band of anomalies have others (CloudWatch's pricing page).
 */
function alarmPrice(properties, region) {
    const metrics = settledItems(entry(properties, 'Metrics'));
    if (metrics === null || metrics.some(({ kind }) => kind !== 'map'))
        return notSettled(properties);
    const expressions = metrics.flatMap((metric) => entry(metric, 'Expression') ?? []);
    if (expressions.some((text) => !isPlain(text)))
        return notSettled(properties);
    const seen = metrics.length === 0 ? [properties] : metrics.flatMap((metric) => entry(metric, 'MetricStat') ?? []);
    // Left out, a period is none of this alarm's: an alarm needs one.
    const periods = seen.map((metric) => settledCount(entry(metric, 'Period'), 0));
    if (periods.some((period) => period === null || period === 0))
        return notSettled(properties);
    const isFine = periods.some((period) => period !== null && period < 60);
    const what = isFine ? 'a metric of an alarm of high resolution' : 'a metric of an alarm';
    return fixed([{ what, count: seen.length }], region);
}
function isPlain(expression) {
    const text = settledText(expression, '');
    return text !== null && !/\b(?:SELECT|SEARCH|ANOMALY_DETECTION_BAND)\b/i.test(text);
}

;// CONCATENATED MODULE: ./src/plan/cost/cache-price.ts


const engines = {
    redis: 'Redis',
    valkey: 'Valkey',
    memcached: 'Memcached',
};
/** Backups above what is free, and traffic between zones. */
const use = 'backups and traffic';
/** A replication group: each of its nodes is paid by the hour (ElastiCache's pricing page). */
function replicationGroupPrice(properties, region) {
    return nodesPrice(properties, groupNodes(properties), region);
}
/** A cluster, which is one node unless it says more (resource reference, `NumCacheNodes`). */
function cacheClusterPrice(properties, region) {
    // A member of a replication group is one of the nodes that the group has.
    return nodesPrice(properties, settledCount(entry(properties, 'NumCacheNodes'), 1), region);
}
/**
 * Nodes of a group: shards with a primary and its replicas each; or, without shards, so many in all, one unless said
 * (resource reference, ReplicationGroup: `NumNodeGroups` is 1 where it is left out, `NumCacheClusters` too).
 */
function groupNodes(properties) {
    const replicas = entry(properties, 'ReplicasPerNodeGroup');
    const shards = entry(properties, 'NodeGroupConfiguration');
    if (shards !== undefined) {
        const counts = settledItems(shards)?.map((shard) => {
            const own = settledCount(entry(shard, 'ReplicaCount') ?? replicas, 0);
            return own === null ? null : own + 1;
        });
        return (counts?.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0) ??
            null);
    }
    const groups = entry(properties, 'NumNodeGroups');
    if (groups === undefined && replicas === undefined)
        return settledCount(entry(properties, 'NumCacheClusters'), 1);
    const [of, each] = [settledCount(groups, 1), settledCount(replicas, 0)];
    return of === null || each === null ? null : of * (1 + each);
}
function nodesPrice(properties, count, region) {
    const type = settledText(entry(properties, 'CacheNodeType'), '');
    const engine = engines[settledText(entry(properties, 'Engine'), 'redis') ?? ''];
    const version = settledText(entry(properties, 'EngineVersion'), '');
    const size = [type, engine, version, count];
    // A member of a global group has its node type from there.
    if (type === null || type === '' || engine === undefined || version === null || count === null)
        return notSettled(size);
    if (engine === 'Redis' && /^[0-5]\./.test(version))
        return {
            kind: 'not priced',
            why: `Redis ${version} is past its standard support, which costs more than its nodes`,
            size,
        };
    return fixed([{ what: `a ${type} node of ${engine}`, count }], region, use);
}

;// CONCATENATED MODULE: ./src/plan/cost/dns-price.ts



/**
 * A health check: cheaper where its endpoint runs at AWS, which no template tells; HTTPS, a search for text, an interval of
 * ten seconds and measured latency are options that cost extra (Route 53's pricing page, "Health checks").
 */
function healthCheckPrice(properties) {
    const config = entry(properties, 'HealthCheckConfig');
    if (config === undefined)
        return notSettled(properties);
    const type = settledText(entry(config, 'Type'), '');
    const interval = settledText(entry(config, 'RequestInterval'), '30');
    const latency = settledText(entry(config, 'MeasureLatency'), 'false')?.toLowerCase() ?? null;
    const size = [type, interval, latency];
    if (type === null || type === '' || interval === null || latency === null)
        return notSettled(size);
    if (!/^(?:HTTPS?(?:_STR_MATCH)?|TCP)$/.test(type))
        return {
            kind: 'not priced',
            why: `no price of a health check of the kind ${type} is in the table`,
            size,
        };
    const options = [
        type.startsWith('HTTPS'),
        type.endsWith('_STR_MATCH'),
        interval === '10',
        latency === 'true',
    ].filter(Boolean);
    const near = usd('a health check of an endpoint at AWS') + options.length * usd('an option of a health check at AWS');
    const far = usd('a health check of an endpoint elsewhere') +
        options.length * usd('an option of a health check elsewhere');
    const why = `${perMonth(cents(near))} where its endpoint runs at AWS, ${perMonth(cents(far))} where it does not`;
    return { kind: 'not priced', why, size };
}
/** A hosted zone: how many its account has already, no template tells. */
function hostedZonePrice() {
    const [first, more] = [usd('a hosted zone, of the first 25'), usd('a hosted zone, of those above 25')];
    const why = `${perMonth(first)} as one of its account's first 25, ${perMonth(more)} as a later one; and queries`;
    return { kind: 'not priced', why, size: 1 };
}
function usd(what) {
    const line = (0,price_table/* findPrice */.vk)(what, 'any');
    return line === null ? NaN : (0,price_table/* usdPerMonth */.So)(line);
}

;// CONCATENATED MODULE: ./src/plan/cost/paid-by-use.ts
/** Types whose cost depends on how much they are used: no template tells it. Type → what is paid for. */
const paidByUse = {
    'AWS::ApiGateway::RestApi': 'requests',
    'AWS::ApiGatewayV2::Api': 'messages and connection time',
    'AWS::CloudFront::Function': 'runs',
    'AWS::EC2::FlowLog': 'log data',
    'AWS::ElastiCache::ServerlessCache': 'data that it holds, and requests',
    'AWS::Events::Rule': 'events',
    'AWS::Lambda::Function': 'requests and run time',
    'AWS::Lambda::LayerVersion': 'storage',
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
    'AWS::CloudWatch::CompositeAlarm': 'no price of it is in the table',
    'AWS::CloudWatch::AnomalyDetector': 'no price of it is in the table',
    'AWS::DynamoDB::GlobalTable': 'no price of capacity or requests that are replicated is in the table',
    'AWS::WAFv2::RuleGroup': 'its rules are paid for where it is used',
};
/** Services and types that cost nothing by themselves: what they belong to is paid for. */
const freeOfCharge = [
    /^AWS::IAM::/,
    /^AWS::CloudFormation::/,
    /^AWS::ApplicationAutoScaling::/,
    /^AWS::ApiGateway::(?!RestApi$|Stage$)/,
    /^AWS::ApiGatewayV2::(?!Api$)/,
    /^AWS::Budgets::Budget$/,
    /^AWS::CloudFront::(?!Distribution$|Function$)/,
    /^AWS::EC2::(?:InternetGateway|Route|RouteTable|SecurityGroup|SecurityGroupEgress|SecurityGroupIngress|Subnet|SubnetRouteTableAssociation|VPC|VPCGatewayAttachment)$/,
    /^AWS::ElastiCache::(?:ParameterGroup|SubnetGroup|User|UserGroup)$/,
    /^AWS::KMS::Alias$/,
    /^AWS::Lambda::(?:EventSourceMapping|Permission|LayerVersionPermission|EventInvokeConfig)$/,
    /^AWS::Logs::(?:SubscriptionFilter|ResourcePolicy)$/,
    /^AWS::S3::BucketPolicy$/,
    /^AWS::SES::(?:ConfigurationSetEventDestination|Template)$/,
    /^AWS::SecretsManager::(?:ResourcePolicy|RotationSchedule|SecretTargetAttachment)$/,
    /^AWS::SNS::(?:Subscription|TopicPolicy)$/,
    /^AWS::SQS::QueuePolicy$/,
    /^AWS::WAFv2::(?:IPSet|LoggingConfiguration|RegexPatternSet|WebACLAssociation)$/,
];

;// CONCATENATED MODULE: ./src/plan/cost/table-price.ts


/** A table pays for the capacity that it is given, or by request; `PROVISIONED` is the default (resource reference). */
function tablePrice(properties, region) {
    const mode = settledText(entry(properties, 'BillingMode'), 'PROVISIONED');
    if (mode === 'PAY_PER_REQUEST')
        return { kind: 'by use', of: 'requests and storage' };
    const indexes = settledItems(entry(properties, 'GlobalSecondaryIndexes'));
    const units = [properties, ...(indexes ?? [])].map(unitsOf);
    const tableClass = settledText(entry(properties, 'TableClass'), 'STANDARD');
    const size = [mode, units, tableClass];
    const reads = sum(units.map(([read]) => read));
    const writes = sum(units.map(([, write]) => write));
    if (mode !== 'PROVISIONED' || indexes === null || reads === null || writes === null)
        return notSettled(size);
    if (tableClass !== 'STANDARD')
        return {
            kind: 'not priced',
            why: `no price of capacity of the class ${tableClass ?? '?'} is in the table`,
            size,
        };
    // The template's units are what a table begins with: scaling changes them, and every hour is paid by what it is then.
    return fixed([
        { what: 'a read unit of a table', count: reads },
        { what: 'a write unit of a table', count: writes },
    ], region, 'storage, and capacity that scaling adds');
}
/** Reads and writes of a table or an index. */
function unitsOf(owner) {
    const throughput = entry(owner, 'ProvisionedThroughput');
    if (throughput?.kind !== 'map')
        return [null, null];
    return [
        settledCount(entry(throughput, 'ReadCapacityUnits'), 0),
        settledCount(entry(throughput, 'WriteCapacityUnits'), 0),
    ];
}
function sum(counts) {
    return counts.reduce((all, each) => (all === null || each === null ? null : all + each), 0);
}

;// CONCATENATED MODULE: ./src/plan/cost/web-acl-price.ts


/** Groups of AWS that are paid for by themselves (WAF's pricing page: bot control, fraud control, DDoS protection). */
const paidGroups = /^AWSManagedRules(?:BotControl|ATP|ACFP|AntiDDoS)RuleSet$/;
/**
 * A web ACL and its rules, each paid by the month; a group of AWS's managed rules counts as one rule (WAF's pricing page).
 * Groups of one's own, of sellers, and those of AWS that cost extra have prices that the table does not hold.
 */
function webAclPrice(properties, region) {
    const rules = settledItems(entry(properties, 'Rules'));
    if (!rules?.every(isOneRule))
        return notSettled(properties);
    return fixed([
        { what: 'a web ACL', count: 1 },
        { what: 'a rule of a web ACL', count: rules.length },
    ], region, 'requests');
}
function isOneRule(rule) {
    const statement = entry(rule, 'Statement');
    if (statement?.kind !== 'map' || entry(statement, 'RuleGroupReferenceStatement') !== undefined)
        return false;
    const group = entry(statement, 'ManagedRuleGroupStatement');
    if (group === undefined)
        return true;
    const [vendor, name] = [settledText(entry(group, 'VendorName'), ''), settledText(entry(group, 'Name'), '')];
    return vendor === 'AWS' && name !== null && !paidGroups.test(name);
}

;// CONCATENATED MODULE: ./src/plan/cost/resource-price.ts








/** Types whose price is fixed, or may be. */
const pricings = {
    'AWS::ApiGateway::Stage': apiStagePrice,
    'AWS::CertificateManager::Certificate': certificatePrice,
    'AWS::CloudFront::Distribution': distributionPrice,
    'AWS::CloudWatch::Alarm': alarmPrice,
    'AWS::CloudWatch::Dashboard': (_, region) => fixed([{ what: 'a dashboard', count: 1 }], region),
    'AWS::DynamoDB::Table': tablePrice,
    'AWS::EC2::EIP': addressPrice,
    'AWS::EC2::NatGateway': gatewayPrice,
    'AWS::EC2::VPCEndpoint': endpointPrice,
    'AWS::ElastiCache::CacheCluster': cacheClusterPrice,
    'AWS::ElastiCache::ReplicationGroup': replicationGroupPrice,
    'AWS::KMS::Key': keyPrice,
    'AWS::KMS::ReplicaKey': keyPrice,
    'AWS::Lambda::Alias': (properties) => concurrencyPrice(properties) ?? { kind: 'free' },
    'AWS::Lambda::Version': (properties) => concurrencyPrice(properties) ?? { kind: 'by use', of: 'requests and run time' },
    'AWS::Route53::HealthCheck': healthCheckPrice,
    'AWS::Route53::HostedZone': hostedZonePrice,
    'AWS::SecretsManager::Secret': secretPrice,
    'AWS::WAFv2::WebACL': webAclPrice,
};
/**
 * Prices one resource of a region by its type and properties; what a template does not settle is not priced.
 *
 * @param properties a map, or an empty one, evaluated with the stack's parameters
 * @param lengthOf counts lists of the tree that the resource is in
 */
function priceOf(type, properties, region, lengthOf) {
    const pricing = Object.hasOwn(pricings, type) ? pricings[type] : undefined;
    return pricing === undefined ? byType(type, properties) : pricing(properties, region, lengthOf);
}
function byType(type, properties) {
    const use = Object.hasOwn(paidByUse, type) ? paidByUse[type] : undefined;
    if (use !== undefined)
        return { kind: 'by use', of: use };
    if (freeOfCharge.some((pattern) => pattern.test(type)))
        return { kind: 'free' };
    const why = Object.hasOwn(notPriced, type) ? notPriced[type] : undefined;
    if (why !== undefined)
        return { kind: 'not priced', why, size: properties };
    return { kind: 'not priced', why: 'nothing is known of its price', size: 1 };
}
/** A key and each of its replicas is paid for; each of its first two rotations adds as much (KMS's pricing page). */
function keyPrice(properties, region) {
    const use = isOn(entry(properties, 'EnableKeyRotation'))
        ? 'requests, and its first two rotations'
        : 'requests';
    return fixed([{ what: 'a KMS key', count: 1 }], region, use);
}
/** A secret and its replicas: each is paid for (Secrets Manager's pricing page). */
function secretPrice(properties, region) {
    const replicas = settledItems(entry(properties, 'ReplicaRegions'));
    if (replicas === null)
        return notSettled(properties);
    return fixed([{ what: 'a secret', count: 1 + replicas.length }], region, 'requests');
}
/**
 * An address costs the same in use or idle; one that the account brought along costs nothing (AWS's blog, "Identify and optimize
 * public IPv4 address usage on AWS").
 */
function addressPrice(properties, region) {
    const pool = settledText(entry(properties, 'PublicIpv4Pool'), 'amazon');
    if (pool !== 'amazon' || entry(properties, 'IpamPoolId') !== undefined) {
        const why = 'no price of an address of a pool is in the table: those that the account brought along are free';
        return { kind: 'not priced', why, size: 1 };
    }
    return fixed([{ what: 'a public IPv4 address', count: 1 }], region);
}
/** A gateway of a region spreads to as many zones as it is needed in (VPC's user guide), which no template tells. */
function gatewayPrice(properties, region) {
    const mode = settledText(entry(properties, 'AvailabilityMode'), 'zonal');
    if (mode === null)
        return notSettled(properties);
    if (mode === 'regional')
        return {
            kind: 'not priced',
            why: 'no price of a NAT gateway of a whole region is in the table',
            size: mode,
        };
    return fixed([{ what: 'a NAT gateway', count: 1 }], region, 'data that goes through it');
}
/**
 * Gateway endpoints are free and the default (resource reference, VPCEndpoint). Interface endpoints are paid by the hour in
 * each zone that they stand in, which is each of their subnets: one a zone (PrivateLink's pricing page).
 */
function endpointPrice(properties, region, lengthOf) {
    const kind = settledText(entry(properties, 'VpcEndpointType'), 'Gateway');
    if (kind === 'Gateway')
        return { kind: 'free' };
    const count = lengthOf(entry(properties, 'SubnetIds'));
    const size = [kind, count];
    if (kind === null || count === null || count === 0)
        return notSettled(size);
    if (kind !== 'Interface')
        return { kind: 'not priced', why: `no price of an endpoint of the kind ${kind} is in the table`, size };
    return fixed([{ what: 'an interface endpoint in one zone', count }], region, 'data that goes through it');
}
/** Concurrency that is held ready is paid for while it is held, run or not; `null` where none is. */
function concurrencyPrice(properties) {
    const held = entry(properties, 'ProvisionedConcurrencyConfig');
    if (held === undefined)
        return null;
    return { kind: 'not priced', why: 'no price of provisioned concurrency is in the table', size: held };
}
/** Public certificates cost nothing, unless they can be exported; private ones do (Certificate Manager's pricing page). */
function certificatePrice(properties) {
    const authority = entry(properties, 'CertificateAuthorityArn');
    const isExported = settledText(entry(properties, 'CertificateExport'), 'DISABLED') !== 'DISABLED';
    if (authority === undefined && !isExported)
        return { kind: 'free' };
    const why = 'no price of a private certificate, or of one that can be exported, is in the table';
    return { kind: 'not priced', why, size: isExported };
}
/** A stage's cache is paid by the hour, its requests by use. */
function apiStagePrice(properties) {
    if (!isOn(entry(properties, 'CacheClusterEnabled')))
        return { kind: 'by use', of: 'requests' };
    const size = settledText(entry(properties, 'CacheClusterSize'), '');
    return { kind: 'not priced', why: "no price of a stage's cache is in the table", size };
}
/** Addresses of its own for clients that send no server name are paid by the month (CloudFront's pricing page). */
function distributionPrice(properties) {
    const certificate = entry(entry(properties, 'DistributionConfig') ?? properties, 'ViewerCertificate');
    const support = certificate === undefined ? 'sni-only' : settledText(entry(certificate, 'SslSupportMethod'), 'sni-only');
    if (support === 'sni-only')
        return { kind: 'by use', of: 'requests and traffic' };
    return { kind: 'not priced', why: 'no price of IP addresses of its own is in the table', size: support };
}

;// CONCATENATED MODULE: ./src/plan/cost/price-stack.ts






/** Prices all resources of a stack and of what it nests, by path; none for `null`. */
function pricesOf(stack, region) {
    return stack === null ? new Map() : pricesBelow(stack, { region, lengthOf: listLengths(stack) }, false);
}
function pricesBelow(stack, place, isKept) {
    const keeps = (resource) => isKept || keptAs((0,evaluated/* exact */.e0)(resource.deletionPolicy)) === 'Retain';
    const own = stack.resources.map((resource) => [
        [...stack.path, resource.logicalId].join('/'),
        { type: resource.type, price: priceIfMade(resource, place), isKept: keeps(resource) },
    ]);
    const keptStacks = new Set(stack.resources
        .filter((each) => each.type === stateful_types/* nestedStackType */.k && keeps(each))
        .map((each) => each.logicalId));
    const below = [...stack.children].flatMap(([logicalId, child]) => [
        ...pricesBelow(child, place, keptStacks.has(logicalId)),
    ]);
    return new Map([...own, ...below]);
}
/** What the deployment decides to make, or not, has no price that is a fact. */
function priceIfMade({ type, properties, exists }, place) {
    const price = priceOf(type, properties, place.region, place.lengthOf);
    if (exists === 'yes' || price.kind === 'free')
        return price;
    const why = 'whether it is made is decided while it runs';
    if (price.kind === 'fixed') {
        return {
            kind: 'not priced',
            why: `${why}; ${perMonth(monthly(price.parts))} if it is`,
            size: price.parts,
        };
    }
    if (price.kind === 'by use')
        return { kind: 'not priced', why: `${why}; by use if it is (${price.of})`, size: price.of };
    return { ...price, why: `${why}; ${price.why}` };
}

;// CONCATENATED MODULE: ./src/plan/cost/estimate-cost.ts


/** Estimates one root stack's change from its templates and parameters; asks nobody and guesses nothing. */
function estimateCost({ region, before, after, keptOnReplacement }) {
    const [was, is] = [pricesOf(before, region), pricesOf(after, region)];
    const items = [];
    const byUse = [];
    const notPriced = [];
    for (const path of new Set([...was.keys(), ...is.keys()])) {
        const [old, next] = [was.get(path), is.get(path)];
        const type = next?.type ?? old?.type ?? '';
        const isKept = keptOnReplacement?.has(path) === true || (next === undefined && old?.isKept === true);
        const kept = isKept ? old : undefined;
        const why = unpriced(old, next);
        if (why !== null) {
            if (isKept)
                notPriced.push({ path, type, because: `${keptNote}; ${why}` });
            else if (!isSame(old, next))
                notPriced.push({ path, type, because: why });
            continue;
        }
        const item = itemOf(path, type, { old, next, kept });
        if (item !== null)
            items.push(item);
        const [use, used] = [useOf(next), useOf(old)];
        if (isKept && used !== null)
            byUse.push({ path, type, because: `${used}; ${keptNote}` });
        else if (use !== used)
            byUse.push({ path, type, because: use ?? used ?? '' });
    }
    const usd = cents(items.reduce((sum, item) => sum + item.after - item.before, 0));
    return { region, usd, items, byUse, notPriced };
}
/** Of an old resource that its policy keeps: nobody's plan will show it again. */
const keptNote = 'the old one leaves the stack, is kept and goes on costing';
function itemOf(path, type, { old, next, kept }) {
    const [before, after] = [costOf(old), cents(costOf(next) + costOf(kept))];
    const parts = [next, old].flatMap((side) => fixedOf(side) ?? [])[0]?.parts ?? [];
    const [first] = parts;
    if (first === undefined || (before === after && kept === undefined))
        return null;
    // As old as the oldest of its prices.
    const [read = first.line.read] = parts.map(({ line }) => line.read).sort();
    const note = costOf(kept) > 0 ? { note: keptNote } : {};
    return { path, type, before, after, source: first.line.source, read, ...note };
}
/** Why a change of a resource has no sum; what it is now comes first. `null` where both sides have a price, or none is due. */
function unpriced(old, next) {
    const open = [next, old].find((side) => side?.price.kind === 'not priced')?.price;
    return open?.kind === 'not priced' ? open.why : null;
}
function isSame(old, next) {
    return old?.type === next?.type && sizeOf(old) === sizeOf(next);
}
/** What an unpriced resource's price goes by, to compare. Evaluated values hold maps, which JSON leaves out. */
function sizeOf(side) {
    if (side?.price.kind !== 'not priced')
        return null;
    return JSON.stringify([side.price.size], (_, value) => value instanceof Map ? [...value] : value);
}
/** What a resource costs by its use, on top of its price or instead of one; `null` for nothing. */
function useOf(side) {
    if (side?.price.kind === 'by use')
        return side.price.of;
    return fixedOf(side)?.use ?? null;
}
function costOf(side) {
    const price = fixedOf(side);
    return price === null ? 0 : monthly(price.parts);
}
function fixedOf(side) {
    return side?.price.kind === 'fixed' ? side.price : null;
}

;// CONCATENATED MODULE: ./src/plan/cost/stack-cost.ts




/**
 * What a release does to the monthly bill of one root stack. `null` where nothing that is paid for changes. Where a deployed
 * template can't be read, nobody knows what is paid now: the estimate says just that.
 */
function stackCost({ region, released, deployed, after, root }) {
    const unread = deployed === null ? [] : unreadPaths(deployed, []);
    if (unread.length > 0) {
        const because = 'the template that is deployed could not be read, so nobody knows what is paid now';
        const notPriced = unread.map((path) => ({ path, type: stateful_types/* nestedStackType */.k, because }));
        return { region, usd: 0, items: [], byUse: [], notPriced };
    }
    const tree = deployed === null ? null : templatesOf(deployed);
    const before = tree === null || deployed === null
        ? null
        : (0,evaluate_tree/* evaluateTree */.q)(tree, { parameters: deployed.parameters, pseudo: after.pseudo });
    const keptOnReplacement = new Set(root === undefined ? [] : keptPaths(root));
    const estimate = estimateCost({ region, before, after: (0,evaluate_tree/* evaluateTree */.q)(released, after), keptOnReplacement });
    const size = estimate.items.length + estimate.byUse.length + estimate.notPriced.length;
    return size === 0 ? null : estimate;
}
/** Stacks of the deployed tree that are there and could not be read; the root is called `this stack`. */
function unreadPaths({ template, children, physicalIds }, path) {
    if (template === null)
        return [path.join('/') || 'this stack'];
    return (0,read_template_tree/* nestedStacks */.DM)(template).flatMap(({ logicalId }) => {
        const child = children.get(logicalId);
        const below = [...path, logicalId];
        if (child !== undefined)
            return unreadPaths(child, below);
        return physicalIds.has(logicalId) ? [below.join('/')] : [];
    });
}
function templatesOf({ template, children }) {
    if (template === null)
        return null;
    const below = [...children].flatMap(([id, child]) => {
        const tree = templatesOf(child);
        return tree === null ? [] : [[id, tree]];
    });
    return { template, children: new Map(below) };
}
/** Resources that are certainly replaced, whose old one stays (API reference, ResourceChange, `PolicyAction`). */
function keptPaths({ path, changes, children }) {
    const own = changes
        .filter((change) => change.replacement === 'always' && change.policyAction === 'ReplaceAndRetain')
        .map((change) => [...path, change.logicalId].join('/'));
    return [...own, ...children.flatMap(keptPaths)];
}

// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
// EXTERNAL MODULE: ./src/plan/stack-inputs.ts
var stack_inputs = __webpack_require__(1265);
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
    const [was, is] = [(0,template_scope/* exists */.t2)(resource.before, context.before), (0,template_scope/* exists */.t2)(resource.after, context.after)];
    if (was === false && is === false)
        return null;
    // What goes, or becomes something else, is told as what it was.
    const type = (was === false ? undefined : resource.before?.Type) ?? resource.after?.Type ?? '';
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
    const properties = [...comparedType(resource), ...comparedProperties(resource, context)];
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
        at: resource.after !== undefined && resource.after.Type !== type
            ? context.template.locateKey(['Resources', resource.logicalId, 'Type'])
            : positionOf(resource, properties, replacement, context.template),
        properties,
    };
}
/**
 * Another type under the same logical id, which CloudFormation refuses ("Update of resource type is not permitted"): what was
 * there would have to go.
 */
function comparedType({ before, after }) {
    if (before === undefined || after === undefined || before.Type === after.Type)
        return [];
    const types = { path: 'Type', before: before.Type, after: after.Type };
    return [{ ...types, secret: false, replacement: 'always', certainty: 'certain', lineage: [] }];
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
    const paths = [...new Set([...left.keys(), ...right.keys()])].filter((path) => !(0,compare_values/* provablyEqual */.U_)(left.get(path), right.get(path)) &&
        !(left.has(path) ? isUnknownWithin(right, path) : isUnknownWithin(left, path)));
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
/** Whether a path leads into what is not known as a whole: a list that is put together of what a deployment gives. */
function isUnknownWithin(side, path) {
    return [...side].some(([each, value]) => value.kind === 'unresolved' && path.startsWith(`${each}.`));
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

// EXTERNAL MODULE: ./src/plan/deployed-tree.ts
var deployed_tree = __webpack_require__(6906);
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

;// CONCATENATED MODULE: ./src/plan/nested-stacks.ts






/**
 * Says of each nested stack of a stack by what it is read, and what becomes of those that no change set tells of.
 *
 * @param read reads one stack; nested ones are read as their parent is
 */
function nestedStacks(input, { stated, before, after }, read) {
    const { path, released, deployed, source } = input;
    const body = released.template.body;
    const oldBody = deployed?.template?.body ?? null;
    const readings = new Map();
    const removedReadings = new Map();
    function reading(logicalId) {
        const found = readings.get(logicalId);
        if (found !== undefined)
            return found;
        const tree = released.children.get(logicalId);
        const from = sourceOfChild(logicalId);
        const made = tree === undefined || from === null
            ? null
            : read({
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
                secrets: input.secrets,
                systemOutputs: input.systemOutputs,
            });
        readings.set(logicalId, made);
        return made;
    }
    /** A nested stack that the release has no more, as it stands: its outputs may still be what a value was made of. */
    function removedReading(logicalId) {
        const found = removedReadings.get(logicalId);
        if (found !== undefined)
            return found;
        const tree = deployed?.children.get(logicalId);
        const templates = tree === undefined ? null : (0,deployed_tree/* deployedTemplates */.WD)(tree);
        const made = tree === undefined || templates === null
            ? null
            : read({
                ...input,
                path: [...path, logicalId],
                released: templates,
                deployed: tree,
                source: { kind: 'unchanged' },
                given: { before: (0,template_scope/* parametersOf */.mC)(oldBody?.Resources[logicalId], before), after: {} },
                newStackName: null,
            });
        removedReadings.set(logicalId, made);
        return made;
    }
    function sourceOfChild(logicalId) {
        return childSource(source, logicalId, {
            isDeployed: deployed === null ? null : deployed.children.has(logicalId),
            willExist: (0,template_scope/* exists */.t2)(body.Resources[logicalId], after),
            stated: stated.get(logicalId),
        });
    }
    /**
     * Nested stacks that count as unseen as a whole: which change something in a way that only templates tell, and hold
     * nothing that would count by itself; and those of which CloudFormation does not know what becomes of them.
     */
    function hidden() {
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
        const node = sourceOfChild(logicalId)?.kind === 'unseen' ? reading(logicalId)?.node() : undefined;
        return node?.status === 'change' && node.unseen.length === 0;
    }
    function removed() {
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
        if (source.kind !== 'unseen' && source.kind !== 'compared')
            return false;
        const resource = body.Resources[logicalId];
        return resource?.Type !== stateful_types/* nestedStackType */.k || (0,template_scope/* exists */.t2)(resource, after) === false;
    }
    return { reading, removedReading, removed, hidden };
}

;// CONCATENATED MODULE: ./src/plan/output-changes.ts






/**
 * What of a stack's outputs changes, by name: those that are added or removed, and those of which neither the value nor the
 * name of the export is provably the same. Of what is there the deployed text counts, of what will be the template's with
 * its parameters; a secret in either masks both.
 */
function outputChanges(sides) {
    const names = new Set([
        ...Object.keys(sides.before?.body.Outputs ?? {}),
        ...Object.keys(sides.after.body.Outputs ?? {}),
        ...(sides.before === null ? Object.keys(sides.deployed?.outputs ?? {}) : []),
    ]);
    return [...names].sort().flatMap((name) => outputChange(name, sides) ?? []);
}
function outputChange(name, sides) {
    const { path, secrets } = sides;
    const actual = sides.deployed?.outputs[name];
    const was = sideBefore(name, actual, sides);
    const is = sideOf(sides.after.body.Outputs?.[name], sides.after);
    if (was.isThere === false && is.isThere === false)
        return null;
    const isSameExport = (0,compare_values/* provablyEqual */.U_)(was.exportName, is.exportName);
    const isSameValue = output_changes_isSame(was.value, is.value, actual);
    if (isSameByTemplates(name, sides))
        return null;
    if (was.isThere === true && is.isThere === true && isSameValue && isSameExport)
        return null;
    const old = actual ?? (0,compare_values/* printed */.zd)(was.value);
    const next = is.isThere === false ? null : withPhysicalIds(is.value, sides);
    const secret = 
    // Of what no template makes, nobody knows what it comes from: it may be a secret.
    (was.isThere !== false && was.value === undefined) ||
        output_changes_isSecret(was.value) ||
        output_changes_isSecret(is.value) ||
        [old, next].some((text) => (0,secret_text/* looksSecret */.n0)(text, secrets));
    const exported = (side) => {
        const text = side.isThere === false ? null : (0,compare_values/* printed */.zd)(side.exportName);
        return local((0,secret_text/* masked */.Iv)(text, output_changes_isSecret(side.exportName) || (0,secret_text/* looksSecret */.n0)(text, secrets)), path);
    };
    return {
        name,
        action: was.isThere === false ? 'add' : is.isThere === false ? 'remove' : 'modify',
        before: was.isThere === false ? null : (0,secret_text/* masked */.Iv)(local(old, path), secret),
        after: (0,secret_text/* masked */.Iv)(local(next, path), secret),
        secret,
        certainty: isCertain(was, is, { actual, isSameValue, isSameExport }) ? 'certain' : 'possible',
        export: { before: exported(was), after: exported(is) },
        lineage: is.value === undefined
            ? []
            : (0,evaluated/* lineage */.OZ)(is.value).sources.filter((source) => sides.systemOutputs.has(source)),
        at: is.isThere === false ? null : sides.template.locateKey(['Outputs', name]),
    };
}
/** The template's condition tells; what is deployed where that can't be known. */
function sideBefore(name, actual, { before, deployed }) {
    if (before === null)
        return { isThere: actual !== undefined, value: undefined, exportName: undefined };
    const side = sideOf(before.body.Outputs?.[name], before);
    const wasSeen = deployed !== null && Object.keys(deployed.outputs).length > 0;
    return side.isThere === null && wasSeen ? { ...side, isThere: actual !== undefined } : side;
}
function sideOf(output, scope) {
    const isThere = (0,template_scope/* exists */.t2)(output, scope);
    if (output === undefined || isThere === false) {
        return { isThere: false, value: undefined, exportName: undefined };
    }
    const name = output.Export?.Name;
    return {
        isThere,
        value: (0,evaluate/* evaluate */._)(output.Value, scope),
        exportName: name === undefined ? undefined : (0,evaluate/* evaluate */._)(name, scope),
    };
}
function isSameByTemplates(name, { before, after }) {
    return before !== null && (0,compare_values/* provablySameOutputs */.sW)(withOutput(name, before), withOutput(name, after));
}
/** A stack that gives out this alone. */
function withOutput(name, scope) {
    const output = scope.body.Outputs?.[name];
    return { ...scope, body: { ...scope.body, Outputs: output === undefined ? {} : { [name]: output } } };
}
/** By the templates, or because the release's gives the text that is there. */
function output_changes_isSame(was, is, actual) {
    if (was !== undefined && (0,compare_values/* provablyEqual */.U_)(was, is))
        return true;
    return actual !== undefined && is?.kind === 'value' && (0,evaluated/* scalarText */.ws)(is.value) === actual;
}
function isCertain(was, is, seen) {
    if (was.isThere === null || is.isThere === null)
        return false;
    if (was.isThere !== is.isThere)
        return true;
    if (!seen.isSameExport && (0,compare_values/* provablyDifferent */.tV)(was.exportName, is.exportName))
        return true;
    if (seen.isSameValue || isHidden(is.value))
        return false;
    const isText = is.value?.kind === 'value' && !(0,evaluated/* scalarText */.ws)(is.value.value).includes('${');
    if (seen.actual !== undefined && isText)
        return true;
    return was.value !== undefined && !isHidden(was.value) && (0,compare_values/* provablyDifferent */.tV)(was.value, is.value);
}
/** Whether a `NoEcho` value that CloudFormation keeps to itself is in it. */
function isHidden(value) {
    return (value?.kind === 'value' && output_changes_isSecret(value) && (0,evaluated/* scalarText */.ws)(value.value).includes(secret_text/* hiddenByCloudFormation */.wl));
}
function output_changes_isSecret(value) {
    return value !== undefined && (0,evaluated/* lineage */.OZ)(value).secret;
}
/**
 * The value as it prints, with what `Ref` gives of the stack's own resources, if they stay: that is their physical id
 * (User guide, "Ref"). What stays of others is named: `${Function.Arn}`.
 */
function withPhysicalIds(value, { path, deployed }) {
    const text = (0,compare_values/* printed */.zd)(value);
    // In a value that is not known as a whole, a name may be of a resource that is made anew.
    if (text === null || value?.kind !== 'value')
        return text;
    const lead = path.map((id) => `${id}/`).join('');
    return text.replaceAll(/\$\{([^${}]+)\}/g, (token, name) => name.startsWith(lead) ? (deployed?.physicalIds.get(name.slice(lead.length)) ?? token) : token);
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

;// CONCATENATED MODULE: ./src/plan/documented-replacements.ts
/**
 * Properties that replace a resource by the CloudFormation reference ("Update requires: Replacement", after a question mark
 * "Some interruptions" or sometimes), although the provider's schema does not call them create-only; a line a type, in the form
 * of `replacementTable`. A comparison of templates must not pass what the reference says destroys a resource. From AWS's
 * service specification (@aws-cdk/aws-service-spec 0.1.216), which @aws-cdk/cloudformation-diff decides by.
 */
const documentedReplacements = `
AppSync::GraphQLSchema ApiId
Batch::JobDefinition Tags
Batch::JobQueue Tags
Batch::SchedulingPolicy Tags
Cassandra::Keyspace ReplicationSpecification
CertificateManager::Certificate ValidationMethod
DocDB::DBCluster EngineVersion
EC2::CapacityReservation InstanceMatchCriteria TagSpecifications
EC2::CapacityReservationFleet TagSpecifications
EC2::EIP Domain
EC2::TrafficMirrorSession NetworkInterfaceId
EC2::TransitGatewayRouteTable Tags
EC2::VPCPeeringConnection AssumeRoleRegion PeerRoleArn
EC2::VPNConnection CustomerGatewayId TransitGatewayId VpnGatewayId VpnTunnelOptionsSpecifications
ECS::Service DeploymentController
ElastiCache::CacheCluster ?AZMode ?NumCacheNodes ?PreferredAvailabilityZone
ElastiCache::ReplicationGroup ?NumNodeGroups Engine ReplicasPerNodeGroup
ElastiCache::User Engine
ElastiCache::UserGroup Engine
Elasticsearch::Domain ?AdvancedSecurityOptions ?ElasticsearchVersion ?EncryptionAtRestOptions ?NodeToNodeEncryptionOptions
Events::EventBus EventSourceName
FSx::FileSystem FileSystemTypeVersion
Glue::Database CatalogId
HealthLake::FHIRDatastore DatastoreName IdentityProviderConfiguration
Lambda::EventSourceMapping AmazonManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig
Location::GeofenceCollection Description
Location::Tracker Description PositionFiltering
Omics::SequenceStore Description FallbackLocation Name Tags
RDS::DBInstance ?StorageType Port
RedshiftServerless::Namespace Tags
Route53::RecordSet Name
S3::Bucket ObjectLockEnabled
SageMaker::Domain AppNetworkAccessType SubnetIds Tags
Timestream::ScheduledQuery ClientToken
`;

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
AmazonMQ::Broker BrokerName StorageType DeploymentMode EngineType SubnetIds AuthenticationStrategy EncryptionOptions PubliclyAccessible
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
BedrockAgentCore::Memory Name EncryptionKeyArn
Cassandra::Keyspace KeyspaceName
Cassandra::Table KeyspaceName TableName PartitionKeyColumns ClusteringKeyColumns ClientSideTimestampsEnabled
Cassandra::Type KeyspaceName TypeName Fields
CertificateManager::Account
CertificateManager::AcmeDomainValidation AcmeEndpointArn DomainName PrevalidationOptions.DnsPrevalidation.HostedZoneId
CertificateManager::AcmeEndpoint AuthorizationBehavior CertificateTags
CertificateManager::AcmeExternalAccountBinding AcmeEndpointArn RoleArn Expiration
CertificateManager::Certificate SubjectAlternativeNames DomainValidationOptions KeyAlgorithm DomainName CertificateAuthorityArn CertificateExport
Cloud9::EnvironmentEC2 AutomaticStopTimeMinutes OwnerArn ConnectionType InstanceType ImageId SubnetId Repositories
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
CloudHSM::Cluster SubnetIds NetworkType Mode HsmType
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
CodeConnections::Connection ConnectionName ProviderType HostArn
CodeStarConnections::Connection ConnectionName ProviderType HostArn
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
Connect::Instance DirectoryId InstanceAlias IdentityManagementType
Connect::PhoneNumber Type CountryCode Prefix SourcePhoneNumberArn
CustomerProfiles::Domain DomainName
DAX::Cluster IAMRoleARN SSESpecification ClusterEndpointEncryptionType NetworkType ClusterName NodeType SubnetGroupName
DSQL::Cluster
DirectoryService::MicrosoftAD VpcSettings Edition Name Password ShortName CreateAlias
DirectoryService::SimpleAD Size VpcSettings Name Password ShortName Description CreateAlias
DocDB::DBCluster SnapshotIdentifier KmsKeyId MasterUsername SourceDBClusterIdentifier DBClusterIdentifier AvailabilityZones DBSubnetGroupName StorageEncrypted
DocDB::DBClusterParameterGroup Family Description Name
DocDB::DBInstance DBClusterIdentifier AvailabilityZone DBInstanceIdentifier
DocDB::DBSubnetGroup DBSubnetGroupName
DocDB::EventSubscription SnsTopicArn SubscriptionName
DocDB::GlobalCluster Engine EngineVersion GlobalClusterIdentifier SourceDBClusterIdentifier StorageEncrypted
DocDBElastic::Cluster AdminUserName AuthType ClusterName KmsKeyId
DocDBElastic::ClusterSnapshot ClusterArn SnapshotName
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
EKS::Cluster OutpostConfig EncryptionConfig KubernetesNetworkConfig.IpFamily KubernetesNetworkConfig.ServiceIpv4Cidr AccessConfig.BootstrapClusterCreatorAdminPermissions Name RoleArn BootstrapSelfManagedAddons
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
GlobalAccelerator::Accelerator
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
Grafana::Workspace ClientToken
HealthImaging::Datastore DatastoreName Tags KmsKeyArn
HealthLake::FHIRDatastore DatastoreTypeVersion PreloadDataConfig SseConfiguration
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
IdentityStore::Group IdentityStoreId
IoT::Certificate CertificateSigningRequest CACertificatePem CertificatePem CertificateMode
IoTAnalytics::Channel ChannelName
IoTAnalytics::Datastore DatastoreName
KMS::Alias AliasName
KMS::Key
KMS::ReplicaKey PrimaryKeyArn
Kendra::Index Edition ServerSideEncryptionConfiguration
Kinesis::Channel ChannelName ServiceExecutionRoleARN StreamConfigurationList EncryptionConfiguration S3DestinationConfiguration.StorageConfiguration S3DestinationConfiguration.DeadLetterQueueS3Configuration S3TablesDestinationConfiguration.S3TablesConfigurationList S3TablesDestinationConfiguration.DeadLetterQueueS3Configuration
Kinesis::ResourcePolicy ResourceArn
Kinesis::Stream Name
Kinesis::StreamConsumer ConsumerName StreamARN Tags
KinesisFirehose::DeliveryStream DeliveryStreamName DeliveryStreamType ElasticsearchDestinationConfiguration.VpcConfiguration AmazonopensearchserviceDestinationConfiguration.VpcConfiguration AmazonOpenSearchServerlessDestinationConfiguration.VpcConfiguration DatabaseSourceConfiguration KinesisStreamSourceConfiguration DirectPutSourceConfiguration MSKSourceConfiguration IcebergDestinationConfiguration.CatalogConfiguration SnowflakeDestinationConfiguration.SnowflakeVpcConfiguration
KinesisVideo::Stream Name
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
Lightsail::Bucket BucketName
Lightsail::Database RelationalDatabaseName AvailabilityZone RelationalDatabaseBlueprintId RelationalDatabaseBundleId MasterDatabaseName MasterUsername
Lightsail::DatabaseSnapshot RelationalDatabaseSnapshotName RelationalDatabaseName
Lightsail::Disk DiskName AvailabilityZone SizeInGb
Lightsail::DiskSnapshot DiskSnapshotName DiskName
Lightsail::Domain DomainName
Lightsail::Instance InstanceName BlueprintId BundleId AvailabilityZone
Lightsail::InstanceSnapshot InstanceSnapshotName InstanceName
Lightsail::StaticIp StaticIpName
Location::GeofenceCollection CollectionName KmsKeyId
Location::Tracker KmsKeyId TrackerName
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
ODB::CloudVmCluster CloudExadataInfrastructureId DataCollectionOptions DataStorageSizeInTBs DbNodeStorageSizeInGBs OdbNetworkId GiVersion ClusterName LicenseModel Hostname IsLocalBackupEnabled IsSparseDiskgroupEnabled SystemVersion TimeZone ScanListenerPortTcp SshPublicKeys CpuCoreCount DisplayName MemorySizeInGBs DbServers DbNodes.*.DbServerId ?DbNodes
Omics::AnnotationStore Name Reference SseConfig StoreFormat StoreOptions Tags
Omics::ReferenceStore Description Name SseConfig Tags
Omics::SequenceStore ETagAlgorithmFamily SseConfig
Omics::VariantStore Name Reference SseConfig Tags
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
Organizations::Account
PaymentCryptography::Key
Personalize::Dataset Name DatasetType DatasetGroupArn SchemaArn Tags
Pinpoint::App Name
Pipes::Pipe Name Source SourceParameters.DynamoDBStreamParameters.StartingPosition SourceParameters.KinesisStreamParameters.StartingPosition SourceParameters.KinesisStreamParameters.StartingPositionTimestamp SourceParameters.ActiveMQBrokerParameters.QueueName SourceParameters.RabbitMQBrokerParameters.QueueName SourceParameters.RabbitMQBrokerParameters.VirtualHost SourceParameters.ManagedStreamingKafkaParameters.TopicName SourceParameters.ManagedStreamingKafkaParameters.StartingPosition SourceParameters.ManagedStreamingKafkaParameters.ConsumerGroupID SourceParameters.SelfManagedKafkaParameters.TopicName SourceParameters.SelfManagedKafkaParameters.StartingPosition SourceParameters.SelfManagedKafkaParameters.AdditionalBootstrapServers SourceParameters.SelfManagedKafkaParameters.ConsumerGroupID
QBusiness::Index ApplicationId Type
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
Rekognition::Collection CollectionId
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
S3Outposts::Bucket BucketName OutpostId
S3Tables::Namespace TableBucketARN Namespace
S3Tables::Table TableBucketARN OpenTableFormat IcebergMetadata WithoutMetadata StorageClassConfiguration
S3Tables::TableBucket TableBucketName
S3Tables::TableBucketPolicy TableBucketARN
S3Tables::TablePolicy TableARN
S3Vectors::Index DataType Dimension DistanceMetric EncryptionConfiguration IndexName MetadataConfiguration VectorBucketArn VectorBucketName
S3Vectors::VectorBucket VectorBucketName EncryptionConfiguration
S3Vectors::VectorBucketPolicy VectorBucketArn VectorBucketName
SDB::Domain
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
SMSVOICE::PhoneNumber IsoCountryCode NumberCapabilities NumberType
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
SageMaker::Domain AuthMode DomainName DomainSettings.RStudioServerProDomainSettings.DefaultResourceSpec KmsKeyId ?VpcId
SageMaker::FeatureGroup FeatureGroupName RecordIdentifierFeatureName EventTimeFeatureName OnlineStoreConfig.SecurityConfig OnlineStoreConfig.EnableOnlineStore OnlineStoreConfig.StorageType OfflineStoreConfig RoleArn Description Tags
SageMaker::NotebookInstance DirectInternetAccess KmsKeyId NotebookInstanceName PlatformIdentifier SecurityGroupIds SubnetId
SageMaker::Space DomainId SpaceName SpaceSharingSettings OwnershipSettings
Scheduler::Schedule Name
Scheduler::ScheduleGroup Name
SecretsManager::ResourcePolicy SecretId
SecretsManager::RotationSchedule SecretId
SecretsManager::Secret Name
SecretsManager::SecretTargetAttachment SecretId
ServiceDiscovery::HttpNamespace Name
ServiceDiscovery::PrivateDnsNamespace Vpc Name
ServiceDiscovery::PublicDnsNamespace Name
StepFunctions::Activity Name EncryptionConfiguration
StepFunctions::StateMachine StateMachineName StateMachineType
StepFunctions::StateMachineAlias Name
StepFunctions::StateMachineVersion StateMachineArn StateMachineRevisionId Description
StorageGateway::Volume GatewayARN TargetName NetworkInterfaceId VolumeSizeInBytes SnapshotId SourceVolumeARN KMSEncrypted KMSKey
Timestream::Database DatabaseName
Timestream::InfluxDBBackup Name DbResourceId RetentionDays
Timestream::InfluxDBCluster Name Username Password Organization Bucket VpcSubnetIds VpcSecurityGroupIds PubliclyAccessible DbStorageType AllocatedStorage DeploymentType NetworkType
Timestream::InfluxDBInstance Name Username Password Organization Bucket VpcSubnetIds VpcSecurityGroupIds PubliclyAccessible NetworkType
Timestream::ScheduledQuery ScheduledQueryName QueryString ScheduleConfiguration NotificationConfiguration ScheduledQueryExecutionRoleArn TargetConfiguration ErrorReportConfiguration KmsKeyId
Timestream::Table DatabaseName TableName
VerifiedPermissions::PolicyStore
WAFv2::IPSet Name Scope
WAFv2::LoggingConfiguration ResourceArn
WAFv2::RegexPatternSet Name Scope
WAFv2::RuleGroup Name Scope
WAFv2::WebACL Name Scope
WAFv2::WebACLAssociation ResourceArn WebACLArn
WorkSpaces::Workspace UserName DirectoryId ?BundleId ?VolumeEncryptionKey ?RootVolumeEncryptionEnabled ?UserVolumeEncryptionEnabled
WorkspacesInstances::Volume AvailabilityZone Encrypted Iops KmsKeyId SizeInGB SnapshotId Throughput VolumeType TagSpecifications
`;

;// CONCATENATED MODULE: ./src/plan/schema-replacement.ts



let schemas;
let reference;
function rules(table) {
    return new Map(table
        .trim()
        .split('\n')
        .map((line) => {
        const [type = '', ...paths] = line.split(' ');
        return [`AWS::${type}`, paths.map(rule)];
    }));
}
function rule(text) {
    return text.startsWith('?')
        ? { path: text.slice(1), replacement: 'conditional' }
        : { path: text, replacement: 'always' };
}
/**
 * What the type's schema says, or the reference where it says worse. A type without a schema here may be replaced by any
 * change; so may one that holds state and whose schema calls no property create-only, for a schema may be silent about some.
 * Tags replace only where either says so.
 */
const schemaReplacement = (type, path) => {
    const known = (schemas ??= rules(replacementTable)).get(type);
    const documented = (reference ??= rules(documentedReplacements)).get(type) ?? [];
    const steps = path.split('.');
    if (known === undefined || (known.length === 0 && Object.hasOwn(stateful_types/* statefulTypes */.U, type))) {
        if (!documented.some((each) => isUnder(steps, each.path.split('.'))))
            return steps[0] === 'Tags' ? 'never' : 'conditional';
    }
    const found = [...(known ?? []), ...documented].filter((each) => isUnder(steps, each.path.split('.')));
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
    const nested = nestedStacks(input, { stated, before, after }, readStack);
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
        const made = (nested.reading(logicalId) ?? nested.removedReading(logicalId))?.outputBefore(name);
        if (actual === undefined)
            return source.kind === 'compared' ? made : undefined;
        // Of what no template makes, nobody knows what it comes from: it may be a secret.
        return (0,evaluated/* known */.eO)(actual, { sources: [], secret: made === undefined || (0,evaluated/* lineage */.OZ)(made).secret });
    }
    function attributeAfter(logicalId, attribute) {
        const type = body.Resources[logicalId]?.Type;
        if (type === stateful_types/* nestedStackType */.k && attribute?.startsWith('Outputs.')) {
            return nested.reading(logicalId)?.outputAfter(attribute.slice('Outputs.'.length));
        }
        if (type === undefined || oldBody?.Resources[logicalId]?.Type !== type)
            return open(logicalId, attribute);
        const outcome = outcomeOf(logicalId);
        const isKept = outcome !== 'under way' && keepsAttribute(outcome.change, type, attribute);
        return isKept ? token(logicalId, attribute) : open(logicalId, attribute);
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
    function changedOutputs() {
        if (source.kind === 'unchanged')
            return [];
        const { template } = released;
        return outputChanges({ path, template, before, after, deployed, secrets, systemOutputs });
    }
    function isPartial() {
        if (isBlind(source) && node().status !== 'unchanged')
            return true;
        return [...released.children.keys()].some((id) => nested.reading(id)?.isPartial() === true);
    }
    function node() {
        const ids = source.kind === 'change-set'
            ? [...stated.keys()]
            : [...new Set([...resourcesOf(oldBody), ...resourcesOf(body)])];
        const decided = ids.map(outcomeOf).filter((outcome) => outcome !== 'under way');
        const changes = certainFirst(pairRenewals(decided.flatMap((outcome) => outcome.change ?? []), body));
        const nodes = [...released.children.keys()]
            .flatMap((id) => nested.reading(id)?.node() ?? [])
            .concat(nested.removed());
        const hidden = nested.hidden();
        const moves = changes.length > 0 || hidden.length > 0 || nodes.some((each) => each.status !== 'unchanged');
        const says = source.kind === 'change-set' && source.node.state === 'made' && stated.size === 0;
        const isNew = source.kind === 'new' || (source.kind === 'change-set' && deployed === null);
        const outputs = isNew ? [] : changedOutputs();
        const isUnread = before === null && source.kind !== 'unchanged';
        const outputsOnly = !isNew && !moves && (says || outputs.length > 0 || isUnread);
        const status = isNew ? 'create' : moves || outputsOnly ? 'change' : 'unchanged';
        return {
            path,
            template: released.template.file,
            status,
            changes,
            outputsOnly,
            ...(outputs.length === 0 ? {} : { outputs }),
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
    return { node, isPartial, outputAfter, outputBefore };
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
            before: inputsBefore(current, planned, inputs.formerSecrets),
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
    const parameters = (0,stack_inputs/* parameterChanges */.xI)(body, before, texts, planned, inputs);
    const tags = source.kind === 'unchanged' || current === null ? [] : tagChanges(current, instance.tags, inputs.secrets);
    const touchesOnly = source.kind !== 'unchanged' &&
        current !== null &&
        (parameters.some((parameter) => !parameter.secret && parameter.deferred === null && parameter.before !== parameter.after) ||
            tags.length > 0);
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
            root,
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
        ...(tags.length === 0 ? {} : { tags }),
        root,
        warnings: [
            ...(changeSet === null ? [] : warningsOf(changeSet, instance.name, released.tree)).map((line) => (0,secret_text/* withoutSecrets */.cT)(line, inputs.secrets)),
            ...failures.map(({ path, reason }) => `${[instance.name, ...path].join('/')}: ${reason}`),
        ],
        failures,
        ...(cost === null ? {} : { cost }),
    };
}
/** What the stack was given when it was deployed. What feeds a parameter with a secret now is taken to have done so then. */
function inputsBefore(current, planned, formerSecrets) {
    const texts = Object.entries((0,stack_inputs/* parameterTexts */.ui)(current?.Parameters));
    return Object.fromEntries(texts.map(([name, text]) => {
        const { lineage = null, secret = false } = planned[name] ?? {};
        return [name, (0,stack_inputs/* secretIf */.we)(secret || formerSecrets.has(name), (0,evaluated/* known */.eO)(text), lineage ?? name)];
    }));
}
/** What the change set was really given counts, not what was meant; a hidden value can't be read back. */
function evaluatedInputs(inputs, changeSet, planned) {
    const given = Object.entries(inputs.evaluated).map(([name, value]) => {
        const stated = changeSet?.parameters.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
        const isHidden = stated === undefined || /^\*+$/.test(stated) || inputs.standIns.includes(name);
        if (isHidden)
            return [name, value];
        const { lineage = null, secret = false } = planned[name] ?? {};
        return [
            name,
            (0,stack_inputs/* secretIf */.we)(secret, (0,evaluated/* known */.eO)(stated, (0,evaluated/* lineageOf */.bQ)(...(lineage === null ? [] : [lineage]))), lineage),
        ];
    });
    return Object.fromEntries(given);
}
/** By key. What AWS adds by itself (`aws:…`) is nobody's to change (User guide, "Resource tags"). */
function tagChanges(current, wanted, secrets) {
    const shown = (text = null) => (0,secret_text/* masked */.Iv)(text, (0,secret_text/* looksSecret */.n0)(text, secrets));
    const there = Object.fromEntries((current.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
    return [...new Set([...Object.keys(there), ...Object.keys(wanted)])]
        .filter((key) => !key.startsWith('aws:') && there[key] !== wanted[key])
        .sort()
        .map((key) => ({ key, before: shown(there[key]), after: shown(wanted[key]) }));
}
function warningsOf(node, stack, released) {
    const lines = changeSetWarnings(node, [stack], released);
    if (!isWithoutNotices(node))
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

/***/ 7831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ hookLines),
/* harmony export */   by: () => (/* binding */ readHooks),
/* harmony export */   sU: () => (/* binding */ noHooks)
/* harmony export */ });
/* harmony import */ var _change_set_notices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7662);

const noHooks = { count: 0, planned: [] };
/**
 * Asks which hooks are going to look at the changes of a change set, all pages, only where the changes say that some will.
 * CloudFormation plans them apart from the change set: while it does (`PLANNING`) it is asked again.
 *
 * @param count the sum of `HookInvocationCount` of the changes
 * @see API reference, DescribeChangeSetHooks, `Status`
 */
async function readHooks(count, arn, waiting) {
    if (count === 0)
        return noHooks;
    try {
        const hooks = await plannedHooks(arn, waiting);
        return { count, planned: hooks === null || hooks.length === 0 ? 'untold' : hooks.map(plannedHook) };
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        if (error.name.startsWith('AccessDenied'))
            return { count, planned: 'denied' };
        if (error.name === 'InvalidAction' || error.name.startsWith('ChangeSetNotFound'))
            return { count, planned: 'untold' };
        throw error;
    }
}
/** How often a plan of hooks is asked for that is still being made; about half a minute in all. */
const mostRounds = 15;
async function plannedHooks(arn, { api, clock, signal, jitter = Math.random, until }) {
    for (let round = 0; round < mostRounds; round += 1) {
        signal?.throwIfAborted();
        const first = await api.describeChangeSetHooks?.({ ChangeSetName: arn });
        if (first === undefined || first.Status === 'UNAVAILABLE')
            return null;
        if (first.Status !== 'PLANNING')
            return [...(first.Hooks ?? []), ...(await furtherPages(api, arn, first))];
        if (clock.now() >= until)
            return null;
        await clock.sleep(Math.min(500 * 1.4 ** round, 3_000) * (0.75 + jitter() / 2), signal);
    }
    return null;
}
async function furtherPages(api, arn, first) {
    const hooks = [];
    for (let token = first.NextToken; token !== undefined;) {
        const page = await api.describeChangeSetHooks?.({ ChangeSetName: arn, NextToken: token });
        hooks.push(...(page?.Hooks ?? []));
        token = page?.NextToken;
    }
    return hooks;
}
function plannedHook({ TypeName, FailureMode, TargetDetails }) {
    const target = TargetDetails?.ResourceTargetDetails;
    return {
        type: TypeName ?? 'a hook without a name',
        logicalId: target?.LogicalResourceId ?? null,
        action: target?.ResourceAction ?? null,
        fails: FailureMode !== 'WARN',
    };
}
const before = {
    Add: 'it is added',
    Modify: 'it changes',
    Remove: 'it is removed',
    Import: 'it is imported',
};
/**
 * A line for each hook, with the place in the tree first: `app/storage/PhotosBucket: the hook Org::S3::Encryption looks at it
 * before it changes, and can stop the deployment, storage.yml line 12`.
 *
 * @param path the root's name, then logical ids
 */
function hookLines({ count, planned }, path, released) {
    if (count === 0)
        return [];
    if (typeof planned === 'string') {
        const looks = count === 1 ? 'hook looks' : 'hooks look';
        const which = planned === 'denied' ? '; which, takes the permission cloudformation:DescribeChangeSetHooks' : '';
        return [`${path.join('/')}: ${count} ${looks} at it before it changes anything${which}`];
    }
    return planned.map(({ type, logicalId, action, fails }) => {
        const place = [...path, ...(logicalId === null ? [] : [logicalId])].join('/');
        const at = (0,_change_set_notices_js__WEBPACK_IMPORTED_MODULE_0__/* .noticePosition */ .aB)({ logicalId, property: [] }, released);
        const does = fails ? 'and can stop the deployment' : 'and only warns';
        const where = at === null ? '' : `, ${at.file} line ${at.line}`;
        return `${place}: the hook ${type} looks at it before ${before[action ?? ''] ?? 'it changes anything'}, ${does}${where}`;
    });
}


/***/ }),

/***/ 7662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
function noticePosition({ logicalId, property }, released) {
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
/* harmony import */ var _template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(505);
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
/**
 * Whether two values are both known and equal. `AWS::NoValue` equals absence. What is made of the same imports in the same
 * way is equal, too, whatever it is: an export can't be changed while a stack imports it (User guide, "Get exported outputs
 * from a deployed CloudFormation stack").
 */
function provablyEqual(before, after) {
    const [left, right] = [exactOrAbsent(withImports(before)), exactOrAbsent(withImports(after))];
    return left !== unknown && right !== unknown && left === right;
}
/**
 * Values that only imports, or the names of a region's zones, keep from being known, by the text that names them and the rules
 * that choose among them; a masked text names nothing. Both sides are of one account and region: `GetAZs` gives them the same.
 */
function withImports(value) {
    switch (value?.kind) {
        case 'unresolved': {
            const { sources, secret } = value.lineage;
            const isOfImports = sources.some((source) => !source.startsWith('rule:')) &&
                sources.every((source) => /^(?:export|rule):/.test(source) || source === 'Fn::GetAZs');
            return isOfImports && !secret ? (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(JSON.stringify([value.text, sources])) : value;
        }
        case 'list':
            return { kind: 'list', items: value.items.map((item) => withImports(item) ?? item) };
        case 'map': {
            const entries = [...value.entries].map(([key, entry]) => [key, withImports(entry) ?? entry]);
            return { kind: 'map', entries: new Map(entries) };
        }
        default:
            return value;
    }
}
/** Whether two values are both known and differ. */
function provablyDifferent(before, after) {
    const [left, right] = [exactOrAbsent(before), exactOrAbsent(after)];
    return left !== unknown && right !== unknown && left !== right;
}
/** Whether a template's outputs are provably the same on both sides: the same ones, with equal values and exports. */
function provablySameOutputs(before, after) {
    const there = (scope) => Object.entries(scope.body.Outputs ?? {})
        .filter(([, output]) => (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(output, scope) !== false)
        .map(([name]) => name);
    return [...new Set([...there(before), ...there(after)])].every((name) => {
        const [old, next] = [before.body.Outputs?.[name], after.body.Outputs?.[name]];
        if (old === undefined || next === undefined || !existAlike(old, before, next, after))
            return false;
        return ['Value', 'Export'].every((part) => provablyEqual((0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(old[part], before), (0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(next[part], after)));
    });
}
/** Whether both are there, or both by one condition that is provably the same. */
function existAlike(old, before, next, after) {
    const isThere = (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(old, before);
    if (isThere !== (0,_template_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(next, after))
        return false;
    if (isThere !== null)
        return true;
    return provablyEqual((0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)({ Condition: old.Condition }, before), (0,_template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)({ Condition: next.Condition }, after));
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

/***/ 6906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GO: () => (/* binding */ describeStack),
/* harmony export */   Vx: () => (/* binding */ readDeployedTree),
/* harmony export */   WD: () => (/* binding */ deployedTemplates)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);
/* harmony import */ var _stacks_read_stack_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7992);
/* harmony import */ var _template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(443);
/* harmony import */ var _template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6660);




/**
 * Calls at once: as many as the SDK's client has sockets, so that a stack's children are read side by side. Above a
 * service's rate, the client's adaptive retries slow all of them down.
 */
const concurrency = 50;
/**
 * Reads a stack and what it nests; `null` where there is none.
 *
 * @param described the stack, where it has been described already
 */
async function readDeployedTree(api, stackId, described) {
    return readBelow(api, stackId, (0,p_limit__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(concurrency), described);
}
/**
 * The templates of a tree as it is deployed, without nested stacks whose template can't be read; `null` where that is the
 * root's.
 */
function deployedTemplates({ template, children }) {
    if (template === null)
        return null;
    const below = [...children].flatMap(([id, child]) => {
        const tree = deployedTemplates(child);
        return tree === null ? [] : [[id, tree]];
    });
    return { template, children: new Map(below) };
}
/** Describes one stack; `null` where there is none. */
async function describeStack(api, nameOrArn) {
    const described = await unlessAbsent(api.describeStacks({ StackName: nameOrArn }));
    return described?.Stacks?.[0] ?? null;
}
/** Description, template and resources do not need each other: they are asked for side by side. */
async function readBelow(api, id, limit, described) {
    const [stack, template, resources] = await Promise.all([
        described ?? limit(() => describeStack(api, id)),
        limit(() => readTemplate(api, id)),
        limit(() => listResources(api, id)),
    ]);
    if (stack === null)
        return null;
    const physicalIds = new Map(resources.flatMap(({ LogicalResourceId, PhysicalResourceId }) => LogicalResourceId === undefined || PhysicalResourceId === undefined
        ? []
        : [[LogicalResourceId, PhysicalResourceId]]));
    const children = await Promise.all((template === null ? [] : (0,_template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .nestedStacks */ .DM)(template)).map(async ({ logicalId }) => {
        const id = physicalIds.get(logicalId);
        return [logicalId, id === undefined ? null : await readBelow(api, id, limit)];
    }));
    return {
        stackId: stack.StackId ?? stack.StackName ?? '',
        stackName: stack.StackName ?? '',
        status: stack.StackStatus ?? '',
        parameters: Object.fromEntries((stack.Parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
            ParameterKey ?? '',
            ResolvedValue ?? ParameterValue ?? '',
        ])),
        outputs: Object.fromEntries((stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? ''])),
        tags: Object.fromEntries((stack.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
        template,
        physicalIds,
        children: new Map(children.flatMap(([id, child]) => (child === null ? [] : [[id, child]]))),
    };
}
/** The original template; `null` where there is none, as of a stack that is not there. */
async function readTemplate(api, stackId) {
    const found = await unlessAbsent(api.getTemplate({ StackName: stackId, TemplateStage: 'Original' }));
    if (found?.TemplateBody === undefined || found.TemplateBody === '')
        return null;
    try {
        return (0,_template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .Q)(found.TemplateBody, stackId);
    }
    catch {
        return null; // It was deployed by something else, in a form we don't read: nothing about it is provable then.
    }
}
/** All of a stack's resources; none of one that is not there. */
async function listResources(api, stackId) {
    const found = [];
    let token;
    do {
        const page = await unlessAbsent(api.listStackResources({ StackName: stackId, ...(token === undefined ? {} : { NextToken: token }) }));
        found.push(...(page?.StackResourceSummaries ?? []));
        token = page?.NextToken;
    } while (token !== undefined);
    return found;
}
async function unlessAbsent(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,_stacks_read_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(error))
            return null;
        throw error;
    }
}


/***/ }),

/***/ 5122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rj: () => (/* binding */ fingerprint),
  UQ: () => (/* binding */ stackFacts)
});

// UNUSED EXPORTS: planFacts

// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/plan/referenced-version.ts
/** The same reference of the same stack, whatever version stands behind it now. */
function referenceKey({ service, name, stage, version, state }) {
    return [service, name, stage ?? (state === 'fixed' ? `version ${version ?? ''}` : 'latest')];
}

;// CONCATENATED MODULE: ./src/plan/fingerprint.ts



/**
 * SHA-256 over the facts of a plan: the release and the one it replaces, the trees of changes, the parameters, which version
 * of each secret they refer to, and the site's diff. Neither the order in which CloudFormation lists things nor ARNs, change sets' names, physical ids,
 * positions or time go in, so a change set that is made anew gives the same digest. What an earlier stack of the same
 * deployment still decides goes in by its lineage (`edge.FunctionVersionArn`), never by a value. Outputs stay out: release,
 * base and parameters make them, and what they will be is often known after apply only.
 */
function fingerprint(plan) {
    return (0,sha256/* sha256 */.s)((0,canonical_json/* canonicalJson */.d)(planFacts(plan)
        .map((fact) => (0,canonical_json/* canonicalJson */.d)([fact.subject, fact.says]))
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
    const tags = (plan.tags ?? []).map(({ key, before, after }) => ({
        subject: ['tag', stack, key],
        says: { before, after },
    }));
    const references = (plan.references ?? []).map((reference) => {
        const { service, arn, version, state, lineage } = reference;
        return {
            subject: [service === 'ssm' ? 'ssm' : 'secret', stack, ...referenceKey(reference)],
            says: state === 'deferred' ? { lineage } : { arn, version, state },
        };
    });
    const failures = plan.failures.map((failure) => ({
        subject: ['failure', stack, ...failure.path],
        says: {},
    }));
    return [
        { subject: ['stack', stack], says: { stackName, region, outcome, certainty, template } },
        ...parameters,
        ...tags,
        ...references,
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

/***/ 2037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G4: () => (/* binding */ defaultPolicy),
  Gj: () => (/* binding */ gate)
});

// UNUSED EXPORTS: overrideOf

// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/plan/gate-protection.ts
/**
 * How much a policy keeps. `RetainExceptOnCreate` keeps like `Retain` once the resource is there. What is not known protects
 * nothing.
 */
const kept = { Delete: 0, Snapshot: 1, Retain: 2, RetainExceptOnCreate: 2 };
const unknownBefore = 2;
const unknownAfter = 0;
/**
 * What an absent `DeletionPolicy` means: `Delete`, but for databases, which leave a snapshot (User Guide, "DeletionPolicy
 * attribute"). That an instance of a cluster leaves none is not asked for: it holds no data.
 */
const snapshotByDefault = new Set(['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']);
/**
 * Properties that keep a resource, or what it holds, from being deleted while they read so; whatever else they read, they do
 * not. By the last part of their path (resource reference of the types that have them).
 */
const protections = {
    /** RDS, DocumentDB, Neptune, EKS; `ACTIVE` for Cognito's user pools, `ENABLED` for OpenSearch's collections. */
    DeletionProtection: /^(?:true|active|enabled)$/i,
    /** DynamoDB's tables and their replicas, DSQL, log groups, load balancers. */
    DeletionProtectionEnabled: /^true$/i,
    /** EC2's instances. */
    DisableApiTermination: /^true$/i,
    /** CloudTrail's stores of events. */
    TerminationProtectionEnabled: /^true$/i,
    /** Backups of a database that outlive it. */
    DeleteAutomatedBackups: /^false$/i,
    /** MemoryDB, serverless caches, Redshift's namespaces: what is taken before they go. */
    FinalSnapshotName: /./,
};
/** Those that hold where they are left out (API reference of CloudTrail, CreateEventDataStore). */
const onByDefault = new Set(['TerminationProtectionEnabled']);
/** What such a property reads where it is known. A secret, or what only a deployment knows, may be either. */
const plainWord = /^(?:true|false|(?:in)?active|(?:en|dis)abled)$/i;
/** Properties that let what a resource holds be deleted with it, once they read `true`. */
const permissions = new Set(['EmptyOnDelete', 'ForceDelete']);
/** True where a change of this property lets be deleted, now or later, what could not be before. */
function isWeakening(type, { path, before, after }) {
    if (path === 'DeletionPolicy' || path === 'UpdateReplacePolicy') {
        const byDefault = path === 'DeletionPolicy' && snapshotByDefault.has(type) ? 'Snapshot' : 'Delete';
        return (kept[before ?? byDefault] ?? unknownBefore) > (kept[after ?? byDefault] ?? unknownAfter);
    }
    const name = path.split('.').at(-1) ?? path;
    if (permissions.has(name))
        return isTrue(after, true) && !isTrue(before, false);
    const protects = Object.hasOwn(protections, name) ? protections[name] : undefined;
    if (protects === undefined)
        return false;
    const byDefault = onByDefault.has(name);
    const was = before === null ? byDefault : protects.test(before) || !plainWord.test(before);
    return was && !(after === null ? byDefault : protects.test(after));
}
/** @param otherwise what an unknown value counts as */
function isTrue(text, otherwise) {
    if (text === null || /^false$/i.test(text))
        return false;
    return /^true$/i.test(text) || otherwise;
}

// EXTERNAL MODULE: ./src/plan/stateful-types.ts
var stateful_types = __webpack_require__(2883);
;// CONCATENATED MODULE: ./src/plan/gate.ts




const defaultPolicy = { statefulTypes: stateful_types/* statefulTypes */.U };
/**
 * Decides whether a plan destroys data: the removal or replacement (conditional too) of a stateful resource anywhere in
 * the tree, the weakening of what protects one, and a stateful resource that no change set showed. A stack whose nested
 * stacks could not all be seen stops as a whole where nothing in it does. Each stop can be overridden by its own word, which
 * names release, system, environment, path and action, and nothing else.
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
    return (0,sha256/* sha256 */.s)((0,canonical_json/* canonicalJson */.d)([release, system, environment, stack, path, action])).slice(0, 16);
}
/** What a stop names that is about no one resource: all that is nested in a stack. */
const allNested = 'nested stacks';
/** A plan that could not see the nested stacks never passes by itself; one that failed stops anyway, and no word mends it. */
function stackStops(stack, policy) {
    const stops = nodeStops(stack.root, policy);
    const isBlind = stack.certainty === 'partial' && stack.outcome === 'change' && stack.failures.length === 0;
    if (!isBlind || stops.some(({ action }) => action === 'unseen'))
        return stops;
    const reason = lossOf(stateful_types/* nestedStackType */.k, policy);
    const unseen = { path: allNested, type: stateful_types/* nestedStackType */.k, action: 'unseen', reason };
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
    if (!stateful && change.type !== stateful_types/* nestedStackType */.k)
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
    const weakened = change.action === 'modify' || change.action === 'dynamic'
        ? change.properties.find((property) => isWeakening(change.type, property))
        : undefined;
    if (weakened)
        stops.push({ ...base, action: 'weaken', property: weakened.path });
    return stops;
}
/** `Dynamic` means that CloudFormation can't tell the action (API reference, ResourceChange): it counts as a replacement. */
function isReplacement({ action, replacement }) {
    return action === 'dynamic' || ((action === 'modify' || action === 'sync') && replacement !== 'never');
}
function lossOf(type, policy) {
    if (type === stateful_types/* nestedStackType */.k)
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
/* unused harmony exports stackNodeSchema, planSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _config_environment_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5899);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _drift_drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8262);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5122);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2037);






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
const outputChange = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: text,
    action: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['add', 'modify', 'remove']),
    before: nullableText,
    after: nullableText,
    secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    certainty,
    export: valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ before: nullableText, after: nullableText }),
    lineage: texts,
    at: position,
});
/** The shape of one stack of a tree: the root, or a nested stack. */
const stackNodeSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    path: texts,
    template: nullableText,
    status: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['create', 'change', 'unchanged', 'remove']),
    changes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(resourceChange),
    outputsOnly: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    outputs: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(outputChange)),
    dropped: count,
    unseen: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ logicalId: text, type: text, at: position })),
    children: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .lazy */ .RZV(() => stackNodeSchema)),
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
        note: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    })),
    byUse: uncounted,
    notPriced: uncounted,
});
/** The shape of one stack's plan, whoever made it. */
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
    tags: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ key: text, before: nullableText, after: nullableText }))),
    root: stackNodeSchema,
    warnings: texts,
    failures: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ path: texts, reason: text, at: position })),
    cost: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(cost),
});
const driftEffect = valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_drift_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .driftEffects */ .s);
const drift = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    looked: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['now', 'last']),
    checked: count,
    checkedAt: nullableText,
    drifted: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        path: texts,
        type: text,
        at: position,
        status: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['modified', 'deleted']),
        effect: driftEffect,
        checkedAt: text,
        properties: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
            path: text,
            difference: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['add', 'remove', 'not-equal']),
            expected: nullableText,
            actual: nullableText,
            becomes: nullableText,
            secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
            effect: driftEffect,
        })),
    })),
    unknown: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ path: texts, resources: texts, because: text })),
});
const referencedVersion = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    service: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['secretsmanager', 'ssm', 'ssm-secure']),
    name: text,
    stage: nullableText,
    arn: nullableText,
    version: nullableText,
    state: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['found', 'fixed', 'absent', 'deferred']),
    lineage: texts,
});
/** What only a plan has that AWS made: nobody else can know of drift, or of what is behind a dynamic reference. */
const plannedStackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...stackPlanSchema.entries,
    references: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(referencedVersion)),
    drift: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(drift),
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
/** The shape of a plan file, which `schemas/plan.schema.json` publishes. */
const planSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    system: text,
    environment: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_config_environment_name_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentNames */ .i),
    account: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^\d{12}$/, 'is not 12 digits')),
    release: digest,
    baseRelease: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(digest),
    stacks: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(plannedStackSchema),
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
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(planSchema, data);
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
/* harmony export */   we: () => (/* binding */ secretIf),
/* harmony export */   xI: () => (/* binding */ parameterChanges)
/* harmony export */ });
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);
/* harmony import */ var _template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7832);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7884);



/** The parameter through which a template learns where its artifacts lie; Slipway itself feeds it to root stacks. */
const artifactBucketParameter = 'ArtifactBucket';
/**
 * @param current the stack as it stands; its value of a parameter stands in for an output that does not exist yet
 * @param former what is known of the secrets that it was given when it was deployed
 */
function stackInputs(instance, body, planned, artifactBucket, current, former = new Set()) {
    const declared = body.Parameters ?? {};
    const all = artifactBucketParameter in declared
        ? {
            ...planned,
            [artifactBucketParameter]: { value: artifactBucket, lineage: null, deferred: false, secret: false },
        }
        : planned;
    const texts = {};
    const evaluated = {};
    const standIns = [];
    for (const [name, { value, lineage, secret }] of Object.entries(all)) {
        const sources = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .lineageOf */ .bQ)(...(lineage === null ? [] : [lineage]));
        if (value !== null) {
            texts[name] = value;
            evaluated[name] = secretIf(secret, (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(value, sources), lineage);
        }
        else {
            standIns.push(name);
            texts[name] = currentValue(current, name) ?? `decided-by-${instance.name}-${name}`;
            evaluated[name] = secretIf(secret, (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .unresolved */ .II)(`\${${lineage ?? name}}`, sources), lineage);
        }
    }
    const formerSecrets = former === 'all' ? changedParameters(current, body, texts) : former;
    const secrets = [
        ...Object.entries(declared)
            .filter(([name, parameter]) => (0,_template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoEcho */ .jm)(parameter) || all[name]?.secret === true)
            .flatMap(([name, parameter]) => [
            texts[name] ?? '',
            currentValue(current, name) ?? '',
            plainText(parameter.Default),
        ]),
        ...[...formerSecrets].map((name) => currentValue(current, name) ?? ''),
    ].filter((text) => text.length >= shortestSecret);
    return { texts, evaluated, standIns, secrets, formerSecrets };
}
/** Parameters of the stack as it stands whose value the release does not give: nobody knows where it came from. */
function changedParameters(current, { Parameters: declared = {} }, texts) {
    const names = (current?.Parameters ?? []).flatMap(({ ParameterKey: name = '', ParameterValue: value }) => value === (texts[name] ?? defaultText(declared[name]?.Default)) ? [] : [name]);
    return new Set(names);
}
/** The value of a parameter, known to hold a secret where what feeds it does. */
function secretIf(isSecret, value, source) {
    return isSecret ? (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .asSecret */ .BO)(value, source ?? '') : value;
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
function parameterChanges(body, before, after, planned, { secrets, formerSecrets }) {
    const declared = body.Parameters ?? {};
    const names = [...new Set([...Object.keys(declared), ...Object.keys(before)])].sort();
    return names.map((name) => {
        const parameter = declared[name];
        const source = planned[name];
        const old = before[name] ?? null;
        const next = parameter === undefined ? null : (after[name] ?? defaultText(parameter.Default));
        const secret = (parameter !== undefined && (0,_template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoEcho */ .jm)(parameter)) ||
            source?.secret === true ||
            formerSecrets.has(name) ||
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
    // Objects and files
    'AWS::S3::Bucket': 'its objects',
    'AWS::S3Express::DirectoryBucket': 'its objects',
    'AWS::S3Outposts::Bucket': 'its objects',
    'AWS::S3Tables::TableBucket': 'its tables',
    'AWS::S3Tables::Namespace': 'its tables',
    'AWS::S3Tables::Table': 'its rows',
    'AWS::S3Vectors::VectorBucket': 'its vectors',
    'AWS::S3Vectors::Index': 'its vectors',
    'AWS::Lightsail::Bucket': 'its objects',
    'AWS::EFS::FileSystem': 'its files',
    'AWS::FSx::FileSystem': 'its files',
    'AWS::FSx::StorageVirtualMachine': 'its volumes',
    'AWS::FSx::Volume': 'its files',
    'AWS::FSx::Snapshot': 'the files as they were then',
    'AWS::FSx::FileCache': 'its cached files',
    'AWS::EC2::Volume': 'its blocks',
    'AWS::EC2::Instance': 'what lies on its disks',
    'AWS::Lightsail::Disk': 'its blocks',
    'AWS::Lightsail::Instance': 'what lies on its disks',
    'AWS::Cloud9::EnvironmentEC2': 'what lies on its disk',
    'AWS::SageMaker::Domain': 'the files of its users',
    'AWS::SageMaker::NotebookInstance': 'what lies on its disk',
    'AWS::SageMaker::Space': 'its files',
    'AWS::WorkSpaces::Workspace': 'what lies on its disks',
    'AWS::WorkspacesInstances::Volume': 'its blocks',
    'AWS::StorageGateway::Volume': 'its blocks',
    // Databases
    'AWS::DynamoDB::Table': 'its items',
    'AWS::DynamoDB::GlobalTable': 'its items',
    'AWS::RDS::DBInstance': 'its databases',
    'AWS::RDS::DBCluster': 'its databases',
    'AWS::RDS::DBShardGroup': 'its shards',
    'AWS::RDS::GlobalCluster': 'its databases',
    'AWS::DocDB::DBCluster': 'its databases',
    'AWS::DocDB::GlobalCluster': 'its databases',
    'AWS::DocDBElastic::Cluster': 'its databases',
    'AWS::Neptune::DBCluster': 'its graph',
    'AWS::Neptune::GlobalCluster': 'its graph',
    'AWS::NeptuneGraph::Graph': 'its graph',
    'AWS::QLDB::Ledger': 'its records',
    'AWS::Redshift::Cluster': 'its warehouse',
    'AWS::RedshiftServerless::Namespace': 'its warehouse',
    'AWS::DSQL::Cluster': 'its databases',
    'AWS::Lightsail::Database': 'its databases',
    'AWS::ODB::CloudVmCluster': 'its databases',
    'AWS::SDB::Domain': 'its items',
    'AWS::Timestream::Database': 'its tables',
    'AWS::Timestream::Table': 'its records',
    'AWS::Timestream::InfluxDBInstance': 'its records',
    'AWS::Timestream::InfluxDBCluster': 'its records',
    'AWS::Cassandra::Keyspace': 'its tables',
    'AWS::Cassandra::Table': 'its rows',
    'AWS::Glue::Database': 'what is known of its tables',
    'AWS::Glue::Table': 'what is known of its data, which crawlers and queries have added',
    'AWS::Glue::Registry': 'its schemas',
    'AWS::Glue::Schema': 'its versions, which messages refer to',
    'AWS::SageMaker::FeatureGroup': 'its features',
    'AWS::HealthLake::FHIRDatastore': 'its records',
    'AWS::HealthImaging::Datastore': 'its images',
    'AWS::Omics::AnnotationStore': 'its annotations',
    'AWS::Omics::ReferenceStore': 'its references',
    'AWS::Omics::SequenceStore': 'its sequences',
    'AWS::Omics::VariantStore': 'its variants',
    'AWS::IoTAnalytics::Channel': 'its messages',
    'AWS::IoTAnalytics::Datastore': 'its messages',
    'AWS::CustomerProfiles::Domain': 'its profiles',
    'AWS::Connect::Instance': 'its users, flows and records',
    'AWS::Location::GeofenceCollection': 'its fences',
    'AWS::Location::Tracker': 'its positions',
    'AWS::Personalize::Dataset': 'its data',
    'AWS::Pinpoint::App': 'its endpoints and segments',
    'AWS::Rekognition::Collection': 'its faces',
    'AWS::BedrockAgentCore::Memory': 'what agents have kept in it',
    // Caches, indices and queues
    'AWS::ElastiCache::CacheCluster': 'its cached data',
    'AWS::ElastiCache::GlobalReplicationGroup': 'its cached data',
    'AWS::ElastiCache::ReplicationGroup': 'its cached data',
    'AWS::ElastiCache::ServerlessCache': 'its cached data',
    'AWS::MemoryDB::Cluster': 'its data',
    'AWS::MemoryDB::MultiRegionCluster': 'its data',
    'AWS::DAX::Cluster': 'its cached data',
    'AWS::OpenSearchService::Domain': 'its indices',
    'AWS::OpenSearchServerless::Collection': 'its indices',
    'AWS::OpenSearchServerless::Index': 'its documents',
    'AWS::Elasticsearch::Domain': 'its indices',
    'AWS::Kendra::Index': 'its index',
    'AWS::QBusiness::Index': 'its index',
    'AWS::Kinesis::Stream': 'its unread records',
    'AWS::KinesisVideo::Stream': 'its recordings',
    'AWS::MSK::Cluster': 'its topics',
    'AWS::MSK::ServerlessCluster': 'its topics',
    'AWS::MSK::Topic': 'its messages',
    'AWS::AmazonMQ::Broker': 'its unread messages',
    'AWS::SQS::Queue': 'its unread messages',
    // Records of what happened
    'AWS::Logs::LogGroup': 'its log history',
    'AWS::Logs::LogStream': 'its log history',
    'AWS::CloudTrail::EventDataStore': 'its events',
    'AWS::Events::Archive': 'its events',
    'AWS::APS::Workspace': 'its metrics',
    'AWS::Grafana::Workspace': 'its dashboards',
    'AWS::SES::MailManagerArchive': 'its mails',
    // Keys, secrets and identities
    'AWS::KMS::Key': 'the key without which data encrypted with it can not be read',
    'AWS::KMS::ReplicaKey': 'the key without which data encrypted with it can not be read',
    'AWS::PaymentCryptography::Key': 'the key without which data encrypted with it can not be read',
    'AWS::CloudHSM::Cluster': 'the keys without which data encrypted with them can not be read',
    'AWS::EC2::KeyPair': 'its private key, where it was made with it',
    'AWS::SecretsManager::Secret': 'its value',
    'AWS::Cognito::UserPool': 'its users',
    'AWS::Cognito::UserPoolUser': 'the user, with password and devices',
    'AWS::Cognito::UserPoolGroup': 'its members',
    'AWS::Cognito::IdentityPool': 'its identities',
    'AWS::Cognito::UserPoolClient': 'its id and secret, which applications hold',
    'AWS::Cognito::UserPoolDomain': 'its sign-in address',
    'AWS::DirectoryService::MicrosoftAD': 'its directory',
    'AWS::DirectoryService::SimpleAD': 'its directory',
    'AWS::IdentityStore::Group': 'its members',
    'AWS::IAM::User': 'its access keys',
    'AWS::IAM::AccessKey': 'its secret, which clients hold',
    'AWS::IAM::ServerCertificate': 'its private key',
    'AWS::IoT::Certificate': 'the identity of a device',
    'AWS::VerifiedPermissions::PolicyStore': 'its policies, which applications add to',
    'AWS::ApiGateway::ApiKey': 'its value, which clients hold',
    'AWS::AppSync::ApiKey': 'its value, which clients hold',
    'AWS::CertificateManager::Certificate': 'its validation, which somebody may have to give again',
    'AWS::ACMPCA::CertificateAuthority': 'the key behind every certificate that it has issued',
    'AWS::CodeConnections::Connection': 'its authorization, which somebody has to give again',
    'AWS::CodeStarConnections::Connection': 'its authorization, which somebody has to give again',
    'AWS::Organizations::Account': 'an account with all that is in it',
    // Names and addresses that others hold
    'AWS::Route53::HostedZone': 'its name servers and records',
    'AWS::Lightsail::Domain': 'its name servers and records',
    'AWS::Route53::KeySigningKey': 'the key that the parent zone vouches for',
    'AWS::ServiceDiscovery::HttpNamespace': 'what is registered in it',
    'AWS::ServiceDiscovery::PrivateDnsNamespace': 'its zone and what is registered in it',
    'AWS::ServiceDiscovery::PublicDnsNamespace': 'its zone and what is registered in it',
    'AWS::EC2::EIP': 'its address, which others may have allowed',
    'AWS::EC2::VPNConnection': 'its addresses and keys, which the other end holds',
    'AWS::GlobalAccelerator::Accelerator': 'its addresses, which others may have allowed',
    'AWS::Lightsail::StaticIp': 'its address, which others may have allowed',
    'AWS::Connect::PhoneNumber': 'its number, which others dial',
    'AWS::SMSVOICE::PhoneNumber': 'its number, which others know',
    'AWS::SES::EmailIdentity': 'its verification',
    'AWS::SES::DedicatedIpPool': 'the reputation of its addresses',
    // Code, images, copies and what runs on a cluster
    'AWS::CodeCommit::Repository': 'its commits',
    'AWS::CodeArtifact::Domain': 'its packages',
    'AWS::CodeArtifact::Repository': 'its packages',
    'AWS::CloudFront::KeyValueStore': 'its entries',
    'AWS::ECR::Repository': 'its images',
    'AWS::ECR::PublicRepository': 'its images',
    'AWS::EKS::Cluster': 'what was put into it, volumes and secrets too',
    'AWS::Backup::BackupVault': 'its recovery points',
    'AWS::Backup::LogicallyAirGappedBackupVault': 'its recovery points',
    'AWS::DynamoDB::Backup': 'the items as they were then',
    'AWS::RDS::DBSnapshot': 'the databases as they were then',
    'AWS::RDS::ClusterSnapshot': 'the databases as they were then',
    'AWS::DocDBElastic::ClusterSnapshot': 'the databases as they were then',
    'AWS::NeptuneGraph::GraphSnapshot': 'the graph as it was then',
    'AWS::Redshift::Snapshot': 'the warehouse as it was then',
    'AWS::RedshiftServerless::Snapshot': 'the warehouse as it was then',
    'AWS::MemoryDB::Snapshot': 'the data as they were then',
    'AWS::ElastiCache::ServerlessCacheSnapshot': 'the cached data as they were then',
    'AWS::Lightsail::DatabaseSnapshot': 'the databases as they were then',
    'AWS::Lightsail::DiskSnapshot': 'the blocks as they were then',
    'AWS::Lightsail::InstanceSnapshot': 'the disks as they were then',
};
/** Its removal shows as the removal of what it holds; only the policy that protects it as a whole is looked at here. */
const nestedStackType = 'AWS::CloudFormation::Stack';


/***/ }),

/***/ 4184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ withNames),
/* harmony export */   RW: () => (/* binding */ withResolved),
/* harmony export */   mC: () => (/* binding */ parametersOf),
/* harmony export */   t2: () => (/* binding */ exists)
/* harmony export */ });
/* harmony import */ var _template_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(505);
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

/***/ 7999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ outputRows),
/* harmony export */   BO: () => (/* binding */ outputNotes),
/* harmony export */   Od: () => (/* binding */ tagRows),
/* harmony export */   W8: () => (/* binding */ possibleOutputs),
/* harmony export */   sk: () => (/* binding */ outputMarks),
/* harmony export */   vP: () => (/* binding */ certainOutputs)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7885);
/* harmony import */ var _value_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4679);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);



/** How an output's or a tag's change reads. */
const outputMarks = {
    add: { mark: '+', tone: 'add' },
    modify: { mark: '~', tone: 'change' },
    remove: { mark: '-', tone: 'remove' },
};
/** The outputs of a stack that surely change. */
function certainOutputs(node) {
    return outputsOf(node).filter(({ certainty }) => certainty === 'certain');
}
/** The outputs of a stack of which only the deployment tells whether they change. */
function possibleOutputs(node) {
    return outputsOf(node).filter(({ certainty }) => certainty === 'possible');
}
/** `known after apply: BucketArn, Url`. */
function possibleOutputsText(outputs) {
    const names = outputs.slice(0, 8).map(({ name }) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(name));
    const more = outputs.length - names.length;
    return {
        left: `? ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(outputs.length, 'output')}`,
        right: `known after apply: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    };
}
/**
 * What is said of an output beside its values. CloudFormation neither changes nor removes an output that another stack
 * imports (User guide, "Get exported outputs from a deployed CloudFormation stack").
 */
function outputNotes(output) {
    const { before, after } = output.export;
    const isValueSame = output.action === 'modify' && !output.secret && output.before === output.after;
    const refused = 'CloudFormation refuses that while another stack imports it';
    const exported = before === null
        ? after === null
            ? ''
            : `exported as ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(after)}`
        : after === null
            ? `no longer exported as ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(before)}: ${refused}`
            : before !== after
                ? `exported as ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(after)}, no longer as ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(before)}: ${refused}`
                : isValueSame
                    ? ''
                    : `exported as ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(before)}: ${refused}`;
    const isOpen = output.certainty === 'possible' || (output.after?.includes('${') ?? false);
    return [
        output.lineage.length > 0 ? `from ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(output.lineage.join(', '))}` : '',
        isOpen && output.action !== 'remove' ? 'known after apply' : '',
        exported,
    ].filter((note) => note !== '');
}
/**
 * Each output that changes; where nothing tells which, that some do.
 *
 * @param isTold whether parameters or tags of the stack tell already why it changes
 */
function outputRows(node, guide, { possible, properties, value }, isTold) {
    const row = (tone, left, right, at) => ({
        level: 'change',
        tone,
        left: guide + left,
        right,
        at,
    });
    const isShort = properties === 'grave';
    const told = isShort
        ? []
        : [...certainOutputs(node), ...(possible === 'listed' ? possibleOutputs(node) : [])];
    const open = isShort || possible === 'listed' ? [] : possibleOutputs(node);
    const rows = told.map((output) => {
        const { mark, tone } = outputMarks[output.action];
        const left = `${mark} Outputs.${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(output.name)}`;
        return row(output.certainty === 'possible' ? 'possible' : tone, left, outputText(output, value), output.at);
    });
    if (open.length > 0) {
        const { left, right } = possibleOutputsText(open);
        rows.push(row('possible', left, right, null));
    }
    if (rows.length > 0 || isTold || !node.outputsOnly)
        return rows;
    return [row('change', '~ outputs', 'only outputs or tags change', null)];
}
function outputText(output, columns) {
    const notes = outputNotes(output);
    const change = output.secret
        ? '•••• (secret) changed'
        : output.action === 'modify' && output.before === output.after
            ? (0,_value_text_js__WEBPACK_IMPORTED_MODULE_0__/* .valueText */ .R)(output.after, columns)
            : (0,_value_text_js__WEBPACK_IMPORTED_MODULE_0__/* .changeText */ .k)(output.before, output.after, columns);
    return notes.length === 0 ? change : `${change}  (${notes.join('; ')})`;
}
/** Each tag of a root stack that changes. */
function tagRows(stack, guide, options) {
    if (stack.outcome === 'create' || options.properties === 'grave')
        return [];
    return (stack.tags ?? []).map(({ key, before, after }) => ({
        level: 'property',
        tone: 'change',
        left: `${guide}~ tag ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(key)}`,
        right: (0,_value_text_js__WEBPACK_IMPORTED_MODULE_0__/* .changeText */ .k)(before, after, options.value),
        at: null,
    }));
}
function outputsOf(node) {
    return node.status === 'change' ? (node.outputs ?? []) : [];
}


/***/ }),

/***/ 1966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ alikeNodes),
/* harmony export */   IE: () => (/* binding */ isGrave),
/* harmony export */   Th: () => (/* binding */ hasAlike),
/* harmony export */   cb: () => (/* binding */ namesText),
/* harmony export */   oF: () => (/* binding */ alikeChanges),
/* harmony export */   vq: () => (/* binding */ gravesFirst)
/* harmony export */ });
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6130);

/** Fewer than that are told each by its name. */
const fewest = 5;
/**
 * Changes of one stack that differ in nothing but the resource's name, together; in the order of their first. What
 * destroys, or may, stands alone: a reviewer has to see its name.
 */
function alikeChanges(changes) {
    return grouped(changes, roughly, (change) => (isGrave(change) ? null : likeness(change)));
}
/** Nested stacks of one parent that differ in nothing but their name, together. One that holds what destroys stands alone. */
function alikeNodes(nodes) {
    return grouped(nodes, ({ template, status, changes: [first] }) => `${template ?? ''} ${status} ${first ? roughly(first) : ''}`, nodeLikeness);
}
/** Whether anything in a stack or below it has enough alike to be told together. */
function hasAlike(root) {
    const isTogether = ({ length }) => length > 1;
    return (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(root).some((node) => alikeNodes(node.children).some(isTogether) || alikeChanges((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node)).some(isTogether));
}
/** Whether something that is there goes, is made anew, or may be. */
function isGrave(change) {
    const kind = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change);
    return kind === 'remove' || kind === 'replace' || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .mayReplace */ .kA)(change);
}
/** `Function1 … Function50`. */
function namesText(names) {
    const [first = '', last = ''] = [names[0], names.at(-1)];
    return names.length < 2 ? first : `${first} … ${last}`;
}
/** Nested stacks that hold what goes, is made anew, or may be, before others; else in their order. */
function gravesFirst(nodes) {
    const rank = (node) => ((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(node).some(isGraveNode) ? 0 : 1);
    return nodes.toSorted((one, other) => rank(one) - rank(other));
}
/**
 * @param rough equal wherever `key` is, and quick to tell: most things differ in it already
 * @param key `null`: alone
 */
function grouped(items, rough, key) {
    const candidates = Map.groupBy(items, rough);
    const groups = new Map();
    for (const item of items) {
        const kin = candidates.get(rough(item)) ?? [];
        const name = kin.length < fewest ? item : (key(item) ?? item);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [item]);
        else
            group.push(item);
    }
    return [...groups.values()].flatMap((group) => group.length < fewest ? group.map((item) => [item]) : [group]);
}
/** What tells one resource from another, and nothing else of it. */
const own = new Set(['logicalId', 'physicalId', 'at', 'renews']);
function roughly({ type, action, properties: [first] }) {
    return `${type} ${action} ${first?.path ?? ''} ${first?.before ?? ''} ${first?.after ?? ''}`;
}
function likeness(change) {
    const isRenewal = change.renews !== null;
    return JSON.stringify([isRenewal, change], (key, value) => (own.has(key) ? undefined : value));
}
function nodeLikeness(node) {
    if ((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(node).some(isGraveNode))
        return null;
    return JSON.stringify(node, (key, value) => {
        // a nested stack's place below this one, by which those of two alike are called the same
        if (key === 'path' && Array.isArray(value))
            return value.slice(node.path.length);
        return key === 'physicalId' || key === 'at' ? undefined : value;
    });
}
function isGraveNode(node) {
    return node.status === 'remove' || node.unseen.length > 0 || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).some(isGrave);
}


/***/ }),

/***/ 1999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OT: () => (/* binding */ problemBlocks),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Yv: () => (/* binding */ cautionBlocks),
/* harmony export */   qr: () => (/* binding */ footer),
/* harmony export */   r0: () => (/* binding */ wholeText)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6401);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _drift_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4061);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4285);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3537);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7885);







/** `prod stops, dev and sit are ready, but sit fails on drift`: the worst first. */
function headline(entries) {
    const phrases = _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdicts */ .rY.flatMap((verdict) => {
        const names = entries
            .filter(({ plan }) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan) === verdict)
            .map(({ environment }) => environment);
        return names.length === 0 ? [] : [`${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(names)} ${verbs[verdict][names.length === 1 ? 0 : 1]}`];
    });
    return phrases.length === 0 ? 'nothing planned' : phrases.join(', ') + driftClause(entries);
}
/** Nothing else would say at once that what is ready can't succeed. */
function driftClause(entries) {
    const names = entries
        .filter(({ plan }) => plan !== null && (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan) === 'ready' && (0,_drift_text_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWord */ .sJ)(plan) === 'fails')
        .map(({ environment }) => environment);
    if (names.length === 0)
        return '';
    const who = entries.length === 1 ? '' : `${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(names)} `;
    return `, but ${who}${names.length === 1 ? 'fails' : 'fail'} on drift`;
}
const verbs = {
    missing: ['has no plan', 'have no plan'],
    failed: ['cannot be planned', 'cannot be planned'],
    stopped: ['stops', 'stop'],
    changed: ['changes', 'change'],
    ready: ['is ready', 'are ready'],
    'no-changes': ['has no changes', 'have no changes'],
};
/** Said before anything else, so that nobody takes a comparison of sources for a plan; each at most so many characters. */
function cautionBlocks({ cautions, entries }, most) {
    const texts = entries.flatMap(({ plan }) => (plan === null ? [] : ((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .caveat */ .jf)(plan) ?? [])));
    return [...new Set([...(cautions ?? []), ...texts])].map((text) => `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .clipped */ .cz)(text, most))}`);
}
/** Environments without a plan, each with its reason of at most so many characters. */
function problemBlocks(entries, most) {
    return entries
        .filter(({ plan }) => plan === null)
        .map(({ environment, problem }) => {
        const why = problem === undefined ? 'Its job did not hand one in.' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .clipped */ .cz)(problem, most));
        return `> **${environment} has no plan.** ${why}`;
    });
}
/** Release, fingerprints, commit and links. */
function footer(comment) {
    const fingerprints = comment.entries.flatMap(({ environment, plan }) => plan === null || (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? [] : [`${environment} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.fingerprint))}`]);
    const parts = [
        comment.release === '' ? '' : `release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(comment.release))}`,
        fingerprints.length > 0 ? `plan ${fingerprints.join(', ')}` : '',
        comment.commit === null ? '' : `commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(comment.commit.slice(0, 7))}${mergeText(comment)}`,
        ...(comment.links ?? []).map(linkText),
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
function mergeText({ merge }) {
    return merge === null || merge === undefined ? '' : `, merged as ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(merge.slice(0, 7))}`;
}
function linkText({ text, url }) {
    return `[${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)(text)}](<${encodeURI(url).replaceAll('>', '%3E').replaceAll('<', '%3C')}>)`;
}
/** Where all that is left out stands, as the subject of a sentence. */
function wholeText({ links }) {
    const link = links?.find(({ text }) => text === 'full report');
    return link === undefined ? 'The plan’s file' : `The ${linkText(link)}`;
}


/***/ }),

/***/ 9172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ countsText)
/* harmony export */ });
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6130);

/** What a change has done to its resource, the worst first; imports, renewals and drift put right count as changed. */
const words = [
    ['removed', ['remove']],
    ['replaced', ['replace']],
    ['changed', ['change', 'renew', 'import']],
    ['added', ['add']],
    ['possible', ['possible']],
];
/** `1 replaced, 12 changed`: how many of which, in the words of the table. */
function countsText(changes) {
    const kinds = changes.map(_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I);
    return words
        .map(([word, those]) => ({ word, count: kinds.filter((kind) => those.includes(kind)).length }))
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => `${count} ${word}`)
        .join(', ');
}


/***/ }),

/***/ 5925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* reexport safe */ _plan_comment_js__WEBPACK_IMPORTED_MODULE_1__.Pl),
/* harmony export */   X: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* harmony import */ var _plan_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1284);
/* harmony import */ var _plan_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1999);


/** The plans of one system for a pull request, in one text (`planParts` says what is left out if it has no room). */
function planMarkdown(comment) {
    return (0,_plan_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .planParts */ .m)(comment, 1)[0] ?? '';
}


/***/ }),

/***/ 1284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ planParts)
});

// UNUSED EXPORTS: commentLimit

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/plan-comment.ts
var plan_comment = __webpack_require__(1999);
// EXTERNAL MODULE: ./src/report/drift-text.ts
var drift_text = __webpack_require__(4061);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
;// CONCATENATED MODULE: ./src/report/drift-blocks.ts



/** So many resources, properties of one, and names in a line are told in a comment; the rest is counted. */
const most = { resources: 5, properties: 4, names: 5 };
/** Characters of a name, and of a value or a reason. */
const [nameLength, textLength] = [200, 300];
/**
 * What plans say of drift, as Markdown that stands before the changes: a quotation an environment, the worst first.
 *
 * @param room `headline`: only what it comes to
 */
function driftBlocks(plans, room = 'listed') {
    return plans.flatMap((plan) => {
        const report = (0,drift_text/* driftReport */.CP)(plan);
        const headline = report?.headline ?? null;
        return report === null || headline === null ? [] : [block(report, headline, room)];
    });
}
function block(report, headline, room) {
    const head = `**${(0,markdown/* prose */.CS)(headline)}.**`;
    const told = room === 'headline' ? [] : report.resources.slice(0, most.resources);
    const more = report.resources.length - told.length;
    const unknown = room === 'headline' ? [] : report.unknown.slice(0, most.resources);
    const lines = [
        head,
        ...told.flatMap(resourceLines),
        ...(more > 0 && told.length > 0 ? [`- and ${(0,units/* counted */.hS)(more, 'more resource')}, in the full report`] : []),
        ...unknown.map(({ subjects, because }) => `- unknown: ${names(subjects)}: ${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(because, textLength))}`),
        ...(unknown.length > 0 && report.unknown.length > unknown.length
            ? [`- and ${(0,units/* counted */.hS)(report.unknown.length - unknown.length, 'more reason')}, in the full report`]
            : []),
    ];
    return lines.map((line) => `> ${line}`).join('\n');
}
function resourceLines({ subject, place, fate, properties }) {
    const where = place === null ? '' : ` (${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(place, nameLength))})`;
    const told = properties
        .slice(0, most.properties)
        .map(({ name, text }) => `${(0,markdown/* code */.aY)((0,markdown/* clipped */.cz)(name, nameLength))} ${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(text, textLength))}`);
    const more = properties.length - told.length;
    const all = [...told, ...(more > 0 ? [`and ${(0,units/* counted */.hS)(more, 'more property', 'more properties')}`] : [])];
    return [
        `- ${(0,markdown/* code */.aY)((0,markdown/* clipped */.cz)(subject, nameLength))}${where} ${(0,markdown/* prose */.CS)(fate)}`,
        ...all.map((text) => `  - ${text}`),
    ];
}
function names(subjects) {
    return (0,units/* someOf */.yU)(subjects.map((subject) => (0,markdown/* code */.aY)((0,markdown/* clipped */.cz)(subject, nameLength))), 'resource', most.names);
}

// EXTERNAL MODULE: ./src/report/plan-alike.ts
var plan_alike = __webpack_require__(1966);
// EXTERNAL MODULE: ./src/report/plan-counts.ts
var plan_counts = __webpack_require__(9172);
// EXTERNAL MODULE: ./src/report/plan-rows.ts
var plan_rows = __webpack_require__(5569);
// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(6130);
;// CONCATENATED MODULE: ./src/report/plan-left-out.ts







/** A sentence for each thing that is left out for want of room, and where it stands; `null` where nothing is. */
function leftOutText(comment, groups, { alike, properties, only, hasPicture }) {
    const sentences = [];
    if (only !== undefined) {
        sentences.push(...groups.flatMap((group) => groupText(group, only) ?? []));
    }
    else if (alike === 'folded' &&
        groups.some(({ plan }) => plan.stacks.some(({ root }) => (0,plan_alike/* hasAlike */.Th)(root)))) {
        sentences.push('What differs in its name alone is told once.');
    }
    if (properties === 'grave') {
        sentences.push('Left out here for room: parameters, outputs, tags, and properties of what is not made anew.');
    }
    if (!hasPicture)
        sentences.push('Left out here for room: the picture of the stacks.');
    if (sentences.length === 0)
        return null;
    const isLoss = only !== undefined || properties === 'grave' || !hasPicture;
    const text = `${sentences.join(' ')} ${(0,plan_comment/* wholeText */.r0)(comment)} has everything.`;
    return isLoss ? `> ${text}` : text;
}
/** `Left out here for room, of prod: 12 replaced, 1950 changed, 2 new stacks, in app/Worker3, … and 35 more stacks.` */
function groupText({ environments, plan }, only) {
    const left = plan.stacks.flatMap((stack) => (0,plan_rows/* planItems */.ki)(stack)
        .filter(({ item }) => !only.has(item))
        .map(({ item, node }) => ({ item, place: [stack.stack, ...node.path].join('/') })));
    if (left.length === 0)
        return null;
    const changes = left.flatMap(({ item }) => ('logicalId' in item ? [item] : []));
    const nodes = left.flatMap(({ item }) => ('status' in item ? [item] : []));
    const created = nodes.filter(({ status }) => status === 'create');
    const removed = nodes.filter(({ status }) => status === 'remove').length;
    const outputs = nodes.filter(({ outputsOnly }) => outputsOnly).length;
    const unseen = nodes.reduce((sum, node) => sum + node.unseen.length, 0);
    const kinds = [
        removed > 0 ? (0,units/* counted */.hS)(removed, 'removed stack') : '',
        unseen > 0 ? `${(0,units/* counted */.hS)(unseen, 'resource')} not seen` : '',
        (0,plan_counts/* countsText */.W)(changes),
        created.length > 0
            ? `${(0,units/* counted */.hS)(created.length, 'new stack')} with ${(0,units/* counted */.hS)(created.flatMap(plan_summary/* shownChanges */.ph).length, 'resource')}`
            : '',
        outputs > 0 ? `outputs or tags of ${(0,units/* counted */.hS)(outputs, 'stack')}` : '',
    ].filter((text) => text !== '');
    const places = (0,units/* someOf */.yU)([...new Set(left.map(({ place }) => shortened(place)))], 'stack', 4);
    return `**Left out here for room, of ${(0,units/* listed */.KE)(environments)}:** ${kinds.join(', ')}, in ${(0,markdown/* prose */.CS)(places)}.`;
}
/** The end of a place says most. */
const shortened = (place) => (place.length <= 120 ? place : `…${place.slice(-119)}`);

// EXTERNAL MODULE: ./src/report/plan-notes.ts + 1 modules
var plan_notes = __webpack_require__(3537);
// EXTERNAL MODULE: ./src/report/columns.ts
var columns = __webpack_require__(1197);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/plan-picture.ts






/** More boxes than that are no picture any more; GitHub draws at most 500 arrows and 50,000 characters. */
const mostBoxes = 20;
/** Columns of a name in a box, and of a value's name at an arrow. */
const plan_picture_nameLength = 40;
const looks = {
    failed: 'fill:#cf222e,stroke:#82071e,color:#ffffff',
    stops: 'fill:#cf222e,stroke:#82071e,color:#ffffff',
    gone: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
    changed: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
    new: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
    maybe: 'fill:#f6f8fa,stroke:#656d76,color:#1f2328,stroke-dasharray:4 3',
    calm: 'fill:#f6f8fa,stroke:#d0d7de,color:#656d76',
};
/**
 * The stacks with what changes in each, as a Mermaid flowchart: arrows go to nested stacks, dotted ones from a stack whose
 * outputs another waits for. What does not change is one box; what is alike, too; beyond twenty, what matters least is
 * counted. Names from outside are letters and digits of a label, whatever they hold.
 *
 * @returns lines; none where less than two boxes tell of a change: that is no picture
 */
function planPicture(plan) {
    const { boxes, roots } = drawn(plan);
    if (boxes.filter(({ look }) => look !== 'calm').length < 2)
        return [];
    const unchanged = plan.stacks.flatMap((stack) => (0,plan_summary/* nodesOf */.Nh)(stack.root).filter((node) => !isDrawn(node, stack))).length;
    if (unchanged > 0) {
        boxes.push({ id: 'unchanged', label: [`${unchanged} unchanged`], look: 'calm', from: null });
    }
    return [
        'flowchart LR',
        ...boxes.map(({ id, label, look }) => `  ${id}["${label.map(lettered).join('<br/>')}"]:::${look}`),
        ...boxes.flatMap(({ id, from }) => (from === null ? [] : [`  ${from} --> ${id}`])),
        ...wiring(plan, roots).map((arrow) => `  ${arrow}`),
        ...[...new Set(boxes.map(({ look }) => look))].map((look) => `  classDef ${look} ${looks[look]}`),
    ];
}
/** Roots first, then what they nest, the worst first; `roots` tells the box of each. */
function drawn(plan) {
    const stops = new Set(plan.gate.stops.map(({ stack, path }) => `${stack}/${path}`));
    const boxes = [];
    const roots = new Map();
    const beyond = new Map();
    const waiting = plan.stacks
        .filter((stack) => isAround(stack.root, stack))
        .map((stack) => ({ group: [stack.root], stack, from: null }));
    for (const { group, stack, from } of waiting) {
        const [node] = group;
        if (node === undefined)
            continue;
        if (boxes.length >= mostBoxes) {
            const more = group.flatMap(plan_summary/* nodesOf */.Nh).filter((each) => isDrawn(each, stack));
            beyond.set(from, [...(beyond.get(from) ?? []), ...more]);
            continue;
        }
        const id = `s${boxes.length}`;
        const look = lookOf(node, stack, stops);
        const name = from === null ? stack.stack : (0,plan_alike/* namesText */.cb)(group.map(({ path }) => path.at(-1) ?? ''));
        boxes.push({ id, label: [name, ...words(node, group.length, look)], look, from });
        if (from === null)
            roots.set(stack.stack, id);
        const children = node.children.filter((child) => isAround(child, stack));
        const failed = children.filter((child) => (0,plan_summary/* isFailed */.Ix)(child, stack));
        const others = (0,plan_alike/* gravesFirst */.vq)(children.filter((child) => !failed.includes(child)));
        const groups = [...failed.map((child) => [child]), ...(0,plan_alike/* alikeNodes */.En)(others)];
        waiting.push(...groups.map((each) => ({ group: each, stack, from: id })));
    }
    for (const [from, rest] of beyond) {
        const label = [(0,units/* counted */.hS)(rest.length, 'more stack'), (0,plan_counts/* countsText */.W)(rest.flatMap(plan_summary/* shownChanges */.ph))];
        boxes.push({
            id: `s${boxes.length}`,
            label: label.filter((line) => line !== ''),
            look: rest.some(holdsGrave) ? 'gone' : 'changed',
            from,
        });
    }
    return { boxes, roots };
}
function words(node, alike, look) {
    const resources = (0,plan_summary/* shownChanges */.ph)(node).length;
    const size = (before) => (resources === 0 ? '' : before + (0,units/* counted */.hS)(resources, 'resource'));
    const own = [
        look === 'stops' ? 'stops' : '',
        look === 'failed' ? 'cannot be planned' : '',
        node.status === 'create' ? `new stack${size(', ')}` : '',
        node.status === 'remove' ? `removed${size(' with ')}` : '',
        node.status === 'change' || node.status === 'unchanged' ? (0,plan_counts/* countsText */.W)((0,plan_summary/* shownChanges */.ph)(node)) : '',
        node.outputsOnly ? 'outputs or tags' : '',
        node.unseen.length > 0 ? `${node.unseen.length} not seen` : '',
    ].filter((text) => text !== '');
    return [own.join(', '), alike > 1 ? `${alike} alike, each so` : ''].filter((line) => line !== '');
}
function lookOf(node, stack, stops) {
    const at = [stack.stack, ...node.path].join('/');
    if ((0,plan_summary/* isFailed */.Ix)(node, stack))
        return 'failed';
    const resources = [...node.changes, ...node.unseen];
    if (resources.some(({ logicalId }) => stops.has(`${at}/${logicalId}`)))
        return 'stops';
    if (holdsGrave(node))
        return 'gone';
    if (node.status === 'create')
        return 'new';
    const kinds = new Set((0,plan_summary/* shownChanges */.ph)(node).map(plan_summary/* kindOf */.I));
    if (kinds.size === 0 && !node.outputsOnly && node.unseen.length === 0)
        return 'calm';
    if (kinds.size === 1 && kinds.has('add'))
        return 'new';
    if ((kinds.size === 1 && kinds.has('possible')) || (kinds.size === 0 && node.unseen.length > 0))
        return 'maybe';
    return 'changed';
}
/** Whether something happens in a stack, or nobody knows what. */
const isDrawn = (node, stack) => (0,plan_summary/* isTouched */.Dn)(node) || (0,plan_summary/* isFailed */.Ix)(node, stack);
const isAround = (node, stack) => (0,plan_summary/* nodesOf */.Nh)(node).some((each) => isDrawn(each, stack));
const holdsGrave = (node) => node.status === 'remove' || (0,plan_summary/* shownChanges */.ph)(node).some(plan_alike/* isGrave */.IE);
/** From each stack whose outputs may still change to those that wait for them. */
function wiring({ stacks }, roots) {
    return stacks.flatMap((stack) => {
        const to = roots.get(stack.stack);
        const lineages = new Set([
            ...stack.parameters.flatMap(({ deferred }) => deferred ?? []),
            ...(0,plan_summary/* nodesOf */.Nh)(stack.root).flatMap(({ changes }) => changes.flatMap(({ properties }) => properties.flatMap(({ lineage }) => lineage))),
        ]);
        const values = Map.groupBy(lineages, (lineage) => lineage.slice(0, Math.max(0, lineage.indexOf('.'))));
        return [...values].flatMap(([source, those]) => {
            const from = roots.get(source);
            if (from === undefined || to === undefined || from === to)
                return [];
            const [only = ''] = those;
            const text = those.length === 1 ? only.slice(source.length + 1) : (0,units/* counted */.hS)(those.length, 'value');
            return [`${from} -. "${lettered(text)}" .-> ${to}`];
        });
    });
}
/** Letters, digits and what means nothing to Mermaid; all else by its number (Mermaid, "Entity codes to escape characters"). */
function lettered(text) {
    return Array.from((0,columns/* cut */.Jj)((0,visible/* visible */.R)(text), plan_picture_nameLength))
        .map((character) => /^[\p{L}\p{N} ,…]$/u.test(character) ? character : `#${character.codePointAt(0) ?? 0};`)
        .join('');
}

;// CONCATENATED MODULE: ./src/report/plan-stop-blocks.ts


/** Characters of a resource's path, of a property's and of a file's. */
const plan_stop_blocks_nameLength = 300;
/** More lines than that fold away. */
const openLines = 5;
/**
 * What stops a plan, or was let through: the worst in full, others in a line each, and those beyond counted by what they
 * would do. Every stop is either told or counted.
 *
 * @param stops of all environments
 * @returns blocks of Markdown
 */
function stopBlocks(stops, room) {
    const sorted = [0, 1, 2].flatMap((weight) => stops.filter((stop) => weightOf(stop) === weight));
    const full = sorted.length === room.full + 1 && room.full > 0 ? sorted.length : room.full;
    const listed = sorted.slice(full, full + room.lines);
    const beyond = sorted.slice(full + room.lines);
    const lines = listed.map(stopLine);
    const list = lines.length <= openLines
        ? lines.map((line) => `> ${line}`).join('\n')
        : `<details><summary>${lines.length} more: ${countedByHeadline(listed)}</summary>\n\n${lines.join('\n')}\n\n</details>`;
    return [
        ...sorted.slice(0, full).map((stop) => stopBlock(stop, room.text)),
        ...(lines.length > 0 ? [list] : []),
        ...(beyond.length > 0 ? [beyondBlock(beyond, full + lines.length, room)] : []),
    ];
}
/** What no word mends, then what waits for one, then what has one. */
function weightOf({ label, overridden }) {
    if (overridden)
        return 2;
    return label === null ? 0 : 1;
}
function stopBlock(stop, text) {
    const cause = stop.property === null ? '' : `: ${nameText(stop.property)} changes`;
    const where = stop.place === null ? '' : ` (${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(stop.place, plan_stop_blocks_nameLength))})`;
    const lines = [
        `> **${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(stop.headline, plan_stop_blocks_nameLength))}${stop.overridden ? ', and may' : ''}.** ${nameText(stop.subject)}${cause}${where}.`,
        `> ${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(stop.fate, text))}`,
    ];
    if (stop.label !== null) {
        lines.push(stop.overridden
            ? `> Allowed by ${(0,markdown/* code */.aY)(stop.label)}.`
            : `> If you mean it, add the label ${(0,markdown/* code */.aY)(stop.label)} (this release, this environment, this resource, this action; nothing else).`);
    }
    return lines.join('\n');
}
function stopLine(stop) {
    const label = stop.label === null ? '' : ` ${stop.overridden ? 'Allowed by' : 'Label'} ${(0,markdown/* code */.aY)(stop.label)}.`;
    return `- ${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(stop.headline, plan_stop_blocks_nameLength))}: ${nameText(stop.subject)}.${label}`;
}
function beyondBlock(beyond, told, { whole }) {
    const more = told === 0 ? `${beyond.length} in all` : `${beyond.length} more`;
    const has = beyond.some(({ label }) => label !== null) ? 'names each, with its label' : 'names each';
    return `> **Left out here for room: ${more}.** ${countedByHeadline(beyond)}. ${whole} ${has}.`;
}
/** `12 × prod would replace a bucket`, the most frequent first. */
function countedByHeadline(stops) {
    const groups = Map.groupBy(stops, ({ headline, overridden }) => headline + (overridden ? ', and may' : ''));
    const texts = [...groups]
        .sort(([, left], [, right]) => right.length - left.length)
        .map(([headline, those]) => `${those.length} × ${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(headline, plan_stop_blocks_nameLength))}`);
    return (0,units/* someOf */.yU)(texts, 'kind', 5);
}
const nameText = (text) => (0,markdown/* code */.aY)((0,markdown/* clipped */.cz)(text, plan_stop_blocks_nameLength));

// EXTERNAL MODULE: ./src/plan/static-plan.ts
var static_plan = __webpack_require__(6401);
// EXTERNAL MODULE: ./src/report/cost-text.ts
var cost_text = __webpack_require__(8793);
;// CONCATENATED MODULE: ./src/report/plan-table.ts





/** One line an environment. The site has a column where one of them publishes something. */
function planTable(entries) {
    const hasSite = entries.some(({ plan }) => plan !== null && siteCell(plan) !== '–');
    const heads = [
        ...['environment', 'add', 'change', 'replace', 'remove'],
        ...(hasSite ? ['site'] : []),
        ...['monthly cost', 'verdict'],
    ];
    const rows = entries.map((entry) => cells(entry, hasSite, heads.length));
    return [heads, heads.map(() => '---'), ...rows]
        .map((row) => `|${row.map((text) => (text === '' ? ' ' : ` ${(0,markdown/* cell */.Hn)(text)} `)).join('|')}|`)
        .join('\n');
}
function cells({ environment, plan }, hasSite, columns) {
    if (plan === null) {
        return [environment, ...Array.from({ length: columns - 2 }, () => ''), `**${plan_summary/* verdictWords */.L2.missing}**`];
    }
    const sum = (0,plan_summary/* totals */.Sd)(plan.stacks);
    const region = plan.stacks.find((stack) => stack.region !== 'us-east-1')?.region ?? plan.stacks[0]?.region;
    return [
        region === undefined ? environment : `${environment} · ${(0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(region, 30))}`,
        numberCell(sum.add),
        changeCell(sum),
        graveCell(sum.replace, sum.possibleReplace),
        graveCell(sum.remove),
        ...(hasSite ? [siteCell(plan)] : []),
        (0,cost_text/* costCell */.ch)(plan.stacks),
        verdictCell(plan, sum),
    ];
}
const numberCell = (count) => (count === 0 ? '–' : String(count));
/** What is only possible stands beside what is certain, and never in its number. */
function changeCell(sum) {
    const parts = [
        sum.change > 0 ? String(sum.change) : '',
        sum.outputs > 0 ? 'outputs' : '',
        sum.possibleChange > 0 ? `${sum.possibleChange} possible` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '–' : parts.join(' + ');
}
function graveCell(count, possible = 0) {
    const text = count === 0 ? (possible > 0 ? '' : '–') : `**${count}**`;
    return [text, possible > 0 ? `${possible} possible` : ''].filter((part) => part !== '').join(' + ');
}
function verdictCell(plan, sum) {
    const verdict = (0,plan_summary/* verdictOf */.Vj)(plan);
    const isCalm = verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes';
    const word = isCalm ? plan_summary/* verdictWords */.L2[verdict] : `**${plan_summary/* verdictWords */.L2[verdict]}**`;
    const allowed = (0,static_plan/* isStatic */.N)(plan) ? 0 : plan.gate.stops.filter((stop) => stop.overridden).length;
    const drift = (0,drift_text/* driftVerdict */.Zk)(plan);
    const more = [
        isCalm && (0,plan_summary/* isOutputsOnly */.j6)(sum) && siteCell(plan) === '–' ? 'outputs only' : '',
        allowed > 0 ? `${allowed} allowed` : '',
        drift === '' ? '' : `**${drift}**`,
    ].filter((text) => text !== '');
    return [word, ...more].join(', ');
}
function siteCell(plan) {
    const site = (0,static_plan/* isStatic */.N)(plan) ? null : plan.site;
    if (site === null)
        return '–';
    const parts = [
        site.added.length > 0 ? `${site.added.length} new` : '',
        site.changed.length > 0 ? `${site.changed.length} changed` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '–' : parts.join(', ');
}

;// CONCATENATED MODULE: ./src/report/plan-tree-blocks.ts









/** Columns of the tree's left side, of a value, and of the right side. */
const [leftWidth, valueWidth, rightWidth] = [56, 32, 200];
/** Nobody reads more warnings than that in a comment. */
const mostWarnings = 10;
/** The plans that change something, together where they read the same; in promotion order. */
function treeGroups(entries) {
    const changing = entries.flatMap(({ environment, plan }) => plan === null || (0,plan_summary/* verdictOf */.Vj)(plan) === 'no-changes' ? [] : [{ environment, plan }]);
    if (changing.length < 2)
        return changing.map(({ environment, plan }) => ({ environments: [environment], plan }));
    const groups = new Map();
    for (const { environment, plan } of changing) {
        const detail = {
            ...{ alike: 'listed', properties: 'listed', hasPicture: false, text: Number.POSITIVE_INFINITY },
            ...{ room: Number.POSITIVE_INFINITY, sizeOf: (text) => text.length },
        };
        const text = treeBlocks({ environments: [], plan }, detail).join('\n');
        const group = groups.get(text);
        if (group === undefined)
            groups.set(text, { environments: [environment], plan });
        else
            group.environments.push(environment);
    }
    return [...groups.values()];
}
/**
 * The changes of a group, folded away; in several blocks where one has no room for them. A block is cut between changes
 * only, and a later one says which stack it goes on with.
 */
function treeBlocks(group, detail) {
    const { plan } = group;
    const { only } = detail;
    const rows = plan.stacks
        .filter((stack) => stack.outcome !== 'none')
        .filter((stack) => only === undefined || (0,plan_rows/* planItems */.ki)(stack).some(({ item }) => only.has(item)))
        .flatMap((stack) => (0,plan_rows/* planRows */.Lq)(stack, {
        ...{ additions: 'folded', possible: 'counted', value: valueWidth },
        ...{ alike: detail.alike, properties: detail.properties },
        worstFirst: detail.alike === 'folded' || only !== undefined,
        ...(only === undefined ? {} : { only }),
    }));
    const title = `${(0,units/* listed */.KE)(group.environments)}: ${(0,plan_notes/* sizeText */.lP)((0,plan_summary/* totals */.Sd)(plan.stacks))}`;
    const beside = besides(plan, detail.text);
    const picture = detail.hasPicture ? planPicture(plan) : [];
    // the title, the picture, and two fences that may be longer than any line's backticks
    const room = detail.room - detail.sizeOf([title, ...picture].join('\n')) - 700;
    const slices = sliced(rows, room, detail.sizeOf);
    const last = slices.at(-1) ?? [];
    if (last.length > 0 && detail.sizeOf([...last, ...beside].join('\n\n')) > room)
        slices.push([]);
    return slices.map((lines, index) => {
        const place = slices.length === 1 ? '' : `, ${index + 1} of ${slices.length}`;
        const blocks = [
            ...(lines.length > 0 ? [(0,markdown/* fenced */.OF)('diff', lines)] : []),
            ...(index === slices.length - 1 ? beside : []),
            ...(index === 0 && picture.length > 0 ? [(0,markdown/* fenced */.OF)('mermaid', picture)] : []),
        ];
        return `<details><summary>${title}${place}</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
    });
}
/** All that the trees of a plan show, the most important first: what the gate stops, what destroys, what may, and so on. */
function worstItems(plan) {
    const stops = new Set(plan.gate.stops.map(({ stack, path }) => `${stack}/${path}`));
    return plan.stacks
        .flatMap((stack) => (0,plan_rows/* planItems */.ki)(stack).map(({ item, node }) => {
        const isStop = 'logicalId' in item && stops.has([stack.stack, ...node.path, item.logicalId].join('/'));
        return { item, rank: isStop ? 0 : rankOf(item) };
    }))
        .sort((one, other) => one.rank - other.rank)
        .map(({ item }) => item);
}
function rankOf(item) {
    if ('status' in item)
        return item.status === 'create' ? 5 : 1;
    const kind = (0,plan_summary/* kindOf */.I)(item);
    if (kind === 'remove' || kind === 'replace')
        return 2;
    if ((0,plan_alike/* isGrave */.IE)(item))
        return 3;
    return kind === 'add' ? 5 : 4;
}
/** The tree's lines, in as many blocks as they need; each but the first begins with the stack that it goes on with. */
function sliced(rows, room, sizeOf) {
    const left = (0,columns/* widest */.D3)(rows.map((row) => row.left), leftWidth);
    const slices = [[]];
    let size = 0;
    let stack = null;
    for (const { head, lines } of changesOf(rows, left)) {
        const added = sizeOf(lines.join('\n')) + 1;
        if (size > 0 && size + added > room) {
            const again = stack === null || head.level === 'stack' ? [] : [rowLine({ ...stack, right: 'goes on' }, left)];
            slices.push(again);
            size = sizeOf(again.join('\n')) + 1;
        }
        if (head.level === 'stack')
            stack = head;
        slices.at(-1)?.push(...lines);
        size += added;
    }
    return slices;
}
/** The lines of each change with those of its properties, and of each stack. */
function changesOf(rows, left) {
    const changes = [];
    for (const row of rows) {
        const line = rowLine(row, left);
        const last = changes.at(-1);
        if (row.level === 'property' && last !== undefined)
            last.lines.push(line);
        else
            changes.push({ head: row, lines: [line] });
    }
    return changes;
}
const gutters = {
    plain: ' ',
    add: '+',
    change: '!',
    replace: '-',
    remove: '-',
    possible: ' ',
};
function rowLine(row, left) {
    return `${gutters[row.tone]} ${(0,columns/* padded */.jC)((0,columns/* cut */.Jj)(row.left, left), left)}  ${(0,columns/* cut */.Jj)(row.right, rightWidth)}`.trimEnd();
}
/** What the tree does not show: the site, what is only possible, warnings. */
function besides(plan, text) {
    const site = (0,static_plan/* isStatic */.N)(plan) ? null : (0,plan_notes/* siteText */.tE)(plan.site);
    const warnings = (0,plan_notes/* warningsOf */.nZ)(plan);
    const shown = Number.isFinite(text) ? warnings.slice(0, mostWarnings) : warnings;
    const more = warnings.length - shown.length;
    const blocks = [
        site === null ? '' : `Site: ${(0,markdown/* prose */.CS)(site)}.`,
        (0,plan_notes/* notes */.Q2)(plan)
            .map((note) => (0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(note, text)))
            .join(' '),
        [
            ...shown.map((warning) => `- warning: ${(0,markdown/* code */.aY)((0,markdown/* clipped */.cz)(warning, text))}`),
            ...(more > 0 ? [`- and ${(0,units/* counted */.hS)(more, 'more warning')}`] : []),
        ].join('\n'),
    ];
    return blocks.filter((block) => block !== '');
}

;// CONCATENATED MODULE: ./src/report/plan-parts.ts









/** GitHub's limit for a comment, in characters. */
const commentLimit = 65_536;
/** Above this part of the limit, what is alike is told once: it could be read, but nobody would. */
const calmPart = 1 / 4;
/** And as much of it the pictures. */
const picturePart = 0.15;
/** A change takes at least so much: its mark, a name and a type. */
const shortestLine = 20;
/** As much of a place may hold what comes before the trees. */
const headPart = 0.6;
/**
 * The plans of one system as Markdown, in at most so many parts that each have room in the comment's limit: the verdict, one
 * line an environment, what stops, and the changes folded away. If it does not fit, what is alike is told once; then it goes
 * on in further parts; then properties are left out; then all but the most important changes; then all of them. What is
 * left out is counted, and it is said where it stands. Nothing is cut inside a table, a quotation, a fence or a fold.
 *
 * @param most parts, at least one
 * @returns at least one; all within the limit if that is 1,000 or more
 */
function planParts(comment, most) {
    return new Layout(comment, most).parts();
}
/** What a comment is put together from, and what has room in it. */
class Layout {
    #comment;
    #most;
    #limit;
    #groups;
    /** What stands before the trees. */
    #head;
    /** Whether the pictures of the stacks have room. */
    #hasPictures;
    /** Whether there are none to show. */
    #hasNoPictures;
    /** Characters of a sentence from outside. */
    #text;
    constructor(comment, most) {
        this.#comment = comment;
        this.#most = most;
        this.#limit = comment.limit ?? commentLimit;
        this.#groups = treeGroups(comment.entries);
        this.#text = Number.isFinite(this.#limit) ? Math.max(200, Math.floor(this.#limit / 64)) : this.#limit;
        this.#head = this.#fittingHead();
        const pictures = this.#groups.flatMap(({ plan }) => planPicture(plan));
        this.#hasPictures = this.#sizeOf(pictures.join('\n')) <= this.#limit * picturePart;
        this.#hasNoPictures = pictures.length === 0;
    }
    parts() {
        const hasPicture = this.#hasPictures;
        const all = { alike: 'listed', properties: 'listed', hasPicture };
        const folded = { ...all, alike: 'folded' };
        const bare = { ...folded, properties: 'grave' };
        const calm = Number.isFinite(this.#limit) ? this.#limit * calmPart : this.#limit;
        return (this.#laidOut(all, 1, calm) ??
            this.#laidOut(folded, 1) ??
            this.#laidOut(folded, this.#most) ??
            this.#laidOut(bare, this.#most) ??
            this.#mostImportant() ?? [this.#leastOf()]);
    }
    /** As many changes of each environment as have room, the most important first. */
    #mostImportant() {
        const ranked = this.#groups.map(({ plan }) => worstItems(plan));
        const longest = Math.min(Math.max(0, ...ranked.map((items) => items.length)), Math.ceil(this.#limit / shortestLine));
        const withMost = (count) => {
            const only = new Set(ranked.flatMap((items) => items.slice(0, count)));
            return this.#laidOut({ alike: 'listed', properties: 'grave', only, hasPicture: this.#hasPictures }, 1);
        };
        const count = largest(longest, (each) => withMost(each) !== null);
        return count === null ? null : withMost(count);
    }
    /** `null` where it takes more parts than that, or where a block has no room. */
    #laidOut(shortening, most, limit = this.#limit) {
        const isEmpty = shortening.only?.size === 0;
        const hasPicture = this.#hasNoPictures || (shortening.hasPicture && !isEmpty);
        const left = leftOutText(this.#comment, this.#groups, { ...shortening, hasPicture });
        const first = [...this.#head, ...(left === null ? [] : [left])];
        const detail = {
            ...shortening,
            text: this.#text,
            room: most === 1 ? Number.POSITIVE_INFINITY : Math.floor(limit / 2),
            sizeOf: this.#sizeOf,
        };
        const trees = isEmpty ? [] : this.#groups.flatMap((group) => treeBlocks(group, detail));
        return this.#packed(first, trees, { most, limit });
    }
    /** Puts blocks into parts, in their order; the first part begins with what all is about and ends with the footer. */
    #packed(first, blocks, { most, limit }) {
        const end = (0,plan_comment/* footer */.qr)(this.#comment);
        const whole = joined([...first, ...blocks, end]);
        if (this.#sizeOf(whole) <= limit)
            return [whole];
        if (most === 1)
            return null;
        const reserve = this.#sizeOf(joined([goesOn(most), end])) + 8;
        const parts = [[...first]];
        let size = this.#sizeOf(joined(first)) + reserve;
        if (size > limit)
            return null;
        for (const block of blocks) {
            const added = this.#sizeOf(block) + 2;
            if (size + added > limit) {
                const heading = this.#heading(parts.length + 1, most);
                parts.push([heading]);
                size = this.#sizeOf(heading) + 2;
                if (size + added > limit)
                    return null;
            }
            parts.at(-1)?.push(block);
            size += added;
        }
        if (parts.length > most)
            return null;
        return parts.map((part, index) => index === 0
            ? joined([...part, goesOn(parts.length), end])
            : joined([this.#heading(index + 1, parts.length), ...part.slice(1)]));
    }
    #heading(part, parts) {
        return `### Slipway · ${this.#system()} · changes, part ${part} of ${parts}`;
    }
    #fittingHead() {
        const limit = Number.isFinite(this.#limit) ? this.#limit * headPart : this.#limit;
        const stops = this.#comment.entries
            .toReversed()
            .flatMap(({ plan }) => (plan === null ? [] : (0,plan_notes/* stopTexts */.lh)(plan)));
        const fits = (head) => this.#sizeOf(joined(head)) <= limit;
        const rooms = [
            [3, this.#text],
            [1, 200],
            [0, 60],
        ];
        for (const [full, text] of rooms) {
            const withLines = (lines) => this.#headWith(stopBlocks(stops, { full, lines, text, whole: (0,plan_comment/* wholeText */.r0)(this.#comment) }), text);
            const lines = largest(stops.length, (each) => fits(withLines(each)));
            if (lines !== null)
                return withLines(lines);
        }
        return this.#headWith(stopBlocks(stops, { full: 0, lines: 0, text: 60, whole: (0,plan_comment/* wholeText */.r0)(this.#comment) }), 60);
    }
    #headWith(stops, text) {
        const { entries } = this.#comment;
        return [
            this.#title(),
            ...(0,plan_comment/* cautionBlocks */.Yv)(this.#comment, text),
            planTable(entries),
            ...stops,
            ...driftBlocks(entries.flatMap(({ plan }) => plan ?? []), text < 200 ? 'headline' : 'listed'),
            ...(0,plan_comment/* problemBlocks */.OT)(entries, text),
        ];
    }
    #title() {
        return `### Slipway · ${this.#system()} · ${(0,plan_comment/* headline */.Pl)(this.#comment.entries)}`;
    }
    #system() {
        return (0,markdown/* prose */.CS)((0,markdown/* clipped */.cz)(this.#comment.system, 60));
    }
    /** Where not even the table has room. */
    #leastOf() {
        const left = `**Left out here for room:** the table, what stops, and all changes. ${(0,plan_comment/* wholeText */.r0)(this.#comment)} has everything.`;
        const texts = [
            joined([this.#title(), `> ${left}`, (0,plan_comment/* footer */.qr)(this.#comment)]),
            joined([this.#title(), `> ${left}`]),
        ];
        return (texts.find((text) => this.#sizeOf(text) <= this.#limit) ??
            '**Slipway:** left out here for room; the full report has everything.');
    }
    #sizeOf = (text) => this.#comment.unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}
const joined = (blocks) => blocks.filter((block) => block !== '').join('\n\n');
const goesOn = (parts) => parts === 2
    ? 'The changes go on in the next comment.'
    : `The changes go on in the next ${parts - 1} comments.`;
/** The largest number from 0 to `most` that fits, where fewer always fit if more do; `null`: not even 0. */
function largest(most, fits) {
    if (fits(most))
        return most;
    if (!fits(0))
        return null;
    let [low, high] = [0, most];
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (fits(middle))
            low = middle;
        else
            high = middle;
    }
    return low;
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ wordFor),
/* harmony export */   Lq: () => (/* binding */ planRows),
/* harmony export */   Ru: () => (/* reexport safe */ _value_text_js__WEBPACK_IMPORTED_MODULE_4__.R),
/* harmony export */   U$: () => (/* binding */ isParameterChange),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   ip: () => (/* binding */ tones),
/* harmony export */   ki: () => (/* binding */ planItems),
/* harmony export */   l_: () => (/* binding */ propertyNotes)
/* harmony export */ });
/* unused harmony exports propertyText, parameterText */
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6130);
/* harmony import */ var _plan_alike_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1966);
/* harmony import */ var _plan_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9172);
/* harmony import */ var _output_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7999);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7885);
/* harmony import */ var _value_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4679);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(776);








/** What the tree of one stack is made of, each with the stack it is in; possible changes are counted elsewhere. */
function planItems(stack) {
    return (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(stack.root).flatMap((node) => [
        ...(isItem(node) ? [{ item: node, node }] : []),
        ...(node.status === 'create' ? [] : certainChanges(node).map((item) => ({ item, node }))),
    ]);
}
/** Whether a stack is told by itself, whatever it holds. */
function isItem(node) {
    return node.status === 'create' || node.status === 'remove' || node.outputsOnly || node.unseen.length > 0;
}
function certainChanges(node) {
    return (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).filter((change) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change) !== 'possible');
}
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
        ...nodeBody(root, '', options, (guide) => [
            ...parameterRows(stack, guide, options),
            ...(0,_output_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .tagRows */ .Od)(stack, guide, options),
        ]),
    ];
}
function nodeRow(node, name, lead, options, alike = 1) {
    const row = (tone, mark, said) => ({
        level: 'stack',
        tone,
        left: lead + mark + (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(name),
        right: [said, alike > 1 ? `${alike} alike, each so` : '', (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(node.template ?? '')]
            .filter((text) => text !== '')
            .join('  '),
        at: null,
    });
    const resources = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).length;
    const size = resources === 0 && node.children.length > 0
        ? (0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(node.children.length, 'nested stack')
        : (0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(resources, 'resource');
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
    const visibleChildren = node.children.filter((child) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(child).some((each) => isShown(each, options)));
    const shown = options.worstFirst === true ? (0,_plan_alike_js__WEBPACK_IMPORTED_MODULE_1__/* .gravesFirst */ .vq)(visibleChildren) : visibleChildren;
    const children = options.alike === 'folded' ? (0,_plan_alike_js__WEBPACK_IMPORTED_MODULE_1__/* .alikeNodes */ .En)(shown) : shown.map((child) => [child]);
    const own = ownChanges(node, options);
    const groups = options.alike === 'folded' ? (0,_plan_alike_js__WEBPACK_IMPORTED_MODULE_1__/* .alikeChanges */ .oF)(own) : own.map((change) => [change]);
    const left = leftOut(node, options);
    const isWhole = options.only?.has(node) !== false;
    const guide = `${lead}${children.length > 0 ? '│ ' : '  '}`;
    const row = (tone, left, right, at) => ({
        level: 'change',
        tone,
        left: guide + left,
        right,
        at,
    });
    const first = parameters(guide);
    return [
        ...first,
        ...groups.flatMap((group) => resourceRows(group, guide, options)),
        ...(isWhole ? (0,_output_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .outputRows */ .$5)(node, guide, options, first.length > 0) : []),
        ...(isWhole ? node.unseen : []).map((each) => row('possible', `? ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(each.logicalId)}`, `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(each.type)}  not seen, counted as touched`, each.at)),
        ...(left.length === 0 ? [] : [row('plain', `… ${left.length} more`, (0,_plan_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .W)(left), null)]),
        ...children.flatMap((group, index) => {
            const last = index === children.length - 1;
            const [child] = group;
            if (child === undefined)
                return [];
            const name = (0,_plan_alike_js__WEBPACK_IMPORTED_MODULE_1__/* .namesText */ .cb)(group.map((each) => each.path.at(-1) ?? ''));
            return [
                nodeRow(child, name, `${lead}${last ? '└─ ' : '├─ '}`, options, group.length),
                ...nodeBody(child, `${lead}${last ? '   ' : '│  '}`, options),
            ];
        }),
    ];
}
/** The certain changes of a stack that are not among those to show. */
function leftOut(node, { only }) {
    if (only === undefined || node.status === 'create')
        return [];
    return certainChanges(node).filter((change) => !only.has(change));
}
function ownChanges(node, options) {
    if (options.additions === 'folded' && node.status === 'create')
        return [];
    return (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).filter((change) => (options.possible === 'listed' || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change) !== 'possible') && options.only?.has(change) !== false);
}
function isShown(node, options) {
    if (!(0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .isTouched */ .Dn)(node))
        return false;
    if (options.only !== undefined)
        return options.only.has(node) || ownChanges(node, options).length > 0;
    return (node.status !== 'change' ||
        node.outputsOnly ||
        (0,_output_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .certainOutputs */ .vP)(node).length > 0 ||
        node.unseen.length > 0 ||
        ownChanges(node, options).length > 0);
}
/** The first of some that are alike stands for all of them. */
function resourceRows(alike, guide, options) {
    const [change] = alike;
    if (change === undefined)
        return [];
    const kind = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change);
    const tone = tones[kind];
    const head = {
        level: 'change',
        tone,
        left: `${guide}${marks[kind]} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)((0,_plan_alike_js__WEBPACK_IMPORTED_MODULE_1__/* .namesText */ .cb)(alike.map(({ logicalId }) => logicalId)))}`,
        right: [
            alike.length === 1 ? (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(change.type) : `${alike.length} × ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(change.type)}`,
            wordFor(change, kind),
        ]
            .filter((text) => text !== '')
            .join('  '),
        at: change.at,
    };
    if (kind === 'add' || kind === 'remove' || kind === 'possible')
        return [head];
    if (options.properties === 'grave' && !(0,_plan_alike_js__WEBPACK_IMPORTED_MODULE_1__/* .isGrave */ .IE)(change))
        return [head];
    const properties = change.properties.map((property) => ({
        level: 'property',
        tone,
        left: `${guide}    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(property.path)}`,
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
    const notes = propertyNotes(property);
    const change = property.secret
        ? '•••• (secret) changed'
        : (0,_value_text_js__WEBPACK_IMPORTED_MODULE_4__/* .changeText */ .k)(property.before, property.after, columns);
    return notes.length === 0 ? change : `${change}  (${notes.join('; ')})`;
}
/** What is said of a property beside its values: what it does to the resource, and where the value comes from. */
function propertyNotes(property) {
    return [
        property.replacement === 'always'
            ? 'replaces'
            : property.replacement === 'conditional'
                ? 'may replace'
                : '',
        property.lineage.length > 0 ? `from ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(property.lineage.join(', '))}` : '',
        property.certainty === 'possible' ? 'decided while it runs' : '',
    ].filter((note) => note !== '');
}
function parameterRows(stack, guide, options) {
    if (stack.outcome === 'create' || options.properties === 'grave')
        return [];
    return stack.parameters.filter(isParameterChange).map((parameter) => ({
        level: 'property',
        tone: 'change',
        left: `${guide}~ parameter ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(parameter.name)}`,
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
    const text = (0,_value_text_js__WEBPACK_IMPORTED_MODULE_4__/* .changeText */ .k)(parameter.before, parameter.after, columns);
    return parameter.deferred === null
        ? text
        : `${text}  (from ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(parameter.deferred)}, known after it)`;
}


/***/ }),

/***/ 4679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ valueText),
/* harmony export */   k: () => (/* binding */ changeText)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1197);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);


/** `256 → 512`. */
function changeText(before, after, columns) {
    return `${valueText(before, columns)} → ${valueText(after, columns)}`;
}
/** A value on one line; where there is none, a word for it. */
function valueText(value, columns) {
    return value === null ? '(none)' : value === '' ? '(empty)' : (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(value), columns);
}


/***/ })

};
