import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { Dispatcher } from 'undici';
import type { AwsCredentials } from '../aws/apis.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Check } from './check.ts';
import { fillProfile } from './fill-profile.ts';
import type { StackOutputs } from './fill-profile.ts';
import { fixture } from './fixture.ts';
import { groupsOf } from './groups/all-groups.ts';
import type { GroupOfChecks } from './groups/all-groups.ts';
import { makeObjectSigner } from './object-signer.ts';
import type { ObjectSigner } from './object-signer.ts';
import { makeProbes } from './probe.ts';
import type { Probe } from './probe.ts';
import type { SmokeProfile } from './profile.ts';
import { optInGroups } from './report.ts';
import type { SmokeGroup, SmokeReport, SmokeResult } from './report.ts';
import { judgeTogether, runCheck } from './run-check.ts';
import { readSiteCredential, type SiteCredential } from './site-credential.ts';
import type { SmokeLambda, SmokeS3, SmokeSecrets, SmokeTarget } from './target.ts';
import type { TlsConnector } from './tls-connection.ts';
import { makeTokenSource, type TokenOptions } from './tokens.ts';
import { makeSocketOpener, type SocketOpener } from './web-socket.ts';
import { makeWrittenObjects } from './written-objects.ts';

export interface SmokeOptions {
  readonly profile: SmokeProfile;
  /** Stack → output → value, as deployed. */
  readonly outputs: StackOutputs;
  readonly environment: Pick<EnvironmentDefinition, 'system' | 'environment' | 'regions'>;
  /** The release that should be served; `null` when that is not known. */
  readonly release: string | null;
  /** All requests go through it: proxy and certificate authorities are its business. */
  readonly http: Dispatcher;
  /** Raw handshakes, for ALPN and old TLS; `null` makes those checks not enforceable. */
  readonly tls: TlsConnector | null;
  /** `AwsClients` satisfies it. */
  readonly aws: {
    s3(region: string): Promise<SmokeS3>;
    secretsManager(region: string): Promise<SmokeSecrets>;
    lambda(region: string): Promise<SmokeLambda>;
    credentials(): Promise<AwsCredentials>;
  };
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Only these groups, if named; else all but those that send load. */
  readonly groups?: readonly SmokeGroup[];
  /** Replaces the signer of presigned links; for tests. */
  readonly signer?: ObjectSigner;
  /** Replaces what opens WebSockets; for tests. */
  readonly openSocket?: SocketOpener;
}

/** Requests on their way at once, over all groups, and checks at once within a group. */
const requestsAtOnce = 16;
const checksAtOnce = 4;
/** Handshakes under way at once; each takes a function or two of the target. */
const handshakesAtOnce = 4;
/** Milliseconds that the clean-up may take, after the checks or after an interruption. */
const cleanupPatience = 15_000;

/**
 * Runs the checks of a profile against one environment and removes what they wrote. Groups run beside each other, the
 * service level after them. A failed check is a result; this throws only for a profile that cannot be filled in
 * (`SMOKE_OUTPUT_MISSING`). When `signal` aborts, what has not finished is reported as failed, and the clean-up still runs.
 */
export async function runSmoke(options: SmokeOptions): Promise<SmokeReport> {
  const { clock, logger, environment } = options;
  const started = clock.now();
  const content = fillProfile(options.profile, options.outputs);
  const region = environment.regions.home;
  const deadline = new AbortController();
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, deadline.signal]);
  const newProbe = makeProbes({ http: options.http, clock, signal, limit: pLimit(requestsAtOnce) });
  const runId = `${new Date(started).toISOString().replace(/[-:]|\.\d+/g, '')}-${randomUUID().slice(0, 8)}`;
  const openSocket = options.openSocket ?? makeSocketOpener(options.http);
  const socketTurns = pLimit(handshakesAtOnce);
  const tokensOf = (section: { readonly tokens: TokenOptions['profile'] } | undefined) =>
    section === undefined
      ? null
      : makeTokenSource({
          profile: section.tokens,
          environment: environment.environment,
          subject: `slipway-smoke-${runId}`,
          secrets: () => options.aws.secretsManager(region),
          clock,
        });
  let siteCredential: Promise<SiteCredential | null> | undefined;
  const target: SmokeTarget = {
    profile: content,
    environment: environment.environment,
    release: options.release,
    runId,
    clock,
    signal,
    signer: options.signer ?? makeObjectSigner(region, () => options.aws.credentials()),
    s3: () => options.aws.s3(region),
    lambda: () => options.aws.lambda(region),
    credentials: () => options.aws.credentials(),
    written: makeWrittenObjects(),
    tls: options.tls,
    tokens: tokensOf(content.api),
    socketTokens: tokensOf(content.socket),
    openSocket: (handshake, until) => socketTurns(() => openSocket(handshake, until)),
    siteCredential: () =>
      (siteCredential ??= readSiteCredential(content.site, environment.environment, () =>
        options.aws.secretsManager(region),
      )),
    fixture: (make) => fixture(newProbe, make),
  };

  const groups = groupsOf(target, region).filter(
    ({ group }) => options.groups?.includes(group) ?? !optInGroups.includes(group),
  );
  const checks = groups.flatMap((group) => group.checks);
  const measured = groups.filter(({ group }) => group === 'service-level');
  const others = groups.filter(({ group }) => group !== 'service-level');
  logger.debug(`smoke: ${groups.map(({ group, checks }) => `${group} ${checks.length}`).join(', ')}`);

  const limit = content.seconds;
  clock.sleep(limit * 1000, ending.signal).then(
    () => {
      deadline.abort(new Error(`out of time: all checks together may take ${limit} s`));
    },
    () => undefined,
  );
  let results: readonly SmokeResult[];
  try {
    const run = (group: GroupOfChecks) => runGroup(group, newProbe, clock, signal);
    const first = (await Promise.all(others.map(run))).flat();
    results = [...first, ...(await Promise.all(measured.map(run))).flat()];
  } finally {
    ending.abort();
  }
  const cleanup = await cleanUp(target);
  const judged = [...judgeTogether(results, checks), ...(cleanup === null ? [] : [cleanup])];
  return report(options, started, judged);
}

async function runGroup(
  { checks }: GroupOfChecks,
  newProbe: () => Probe,
  clock: Clock,
  signal: AbortSignal,
): Promise<readonly SmokeResult[]> {
  const limit = pLimit(checksAtOnce);
  const run = (some: readonly Check[]) =>
    Promise.all(some.map((check) => limit(() => runCheck(check, newProbe(), clock, signal))));
  // Positives first: they wait for a target that lags, so that the negatives meet one that has settled.
  const results = [
    ...(await run(checks.filter(({ pairedWith }) => pairedWith === null))),
    ...(await run(checks.filter(({ pairedWith }) => pairedWith !== null))),
  ];
  const order = checks.map(({ id }) => id);
  return results.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** Removes all that the run may have written. A result of its own, since left-overs are the run's failure. */
async function cleanUp(target: SmokeTarget): Promise<SmokeResult | null> {
  if (target.written.count === 0) return null;
  const { clock, written } = target;
  const started = clock.now();
  const done = new AbortController();
  const tooLong = clock.sleep(cleanupPatience, done.signal).then(
    () => ({ removed: 0, problems: [`not done within ${cleanupPatience / 1000} s`] }),
    () => ({ removed: 0, problems: ['interrupted'] }),
  );
  const { removed, problems } = await Promise.race([written.remove(target.s3), tooLong]);
  done.abort();
  return {
    id: 'cleanup/nothing-left',
    group: 'cleanup',
    severity: 'major',
    outcome: problems.length === 0 ? 'passed' : 'failed',
    pairedWith: null,
    took: clock.now() - started,
    got: problems.length === 0 ? `${removed} versions removed` : problems.join('; '),
    want: 'every version of every object that the checks wrote is gone',
    hint: 'usually: the role that runs the checks may not list or delete versions below the prefix of the profile',
    reason: null,
    evidence: [],
  };
}

function report(options: SmokeOptions, started: number, results: readonly SmokeResult[]): SmokeReport {
  const count = (outcome: SmokeResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    schema: 1,
    title: options.profile.content.title,
    system: options.environment.system,
    environment: options.environment.environment,
    release: options.release,
    startedAt: new Date(started).toISOString(),
    took: options.clock.now() - started,
    results,
    passed: count('passed'),
    failed: count('failed'),
    notEnforceable: count('not-enforceable'),
  };
}
