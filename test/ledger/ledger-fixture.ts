import { sha256 } from '../../src/runtime/sha256.ts';
import type { Logger } from '../../src/runtime/logger.ts';
import type { Ledger, LedgerDraft } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { FakeClock } from '../fakes/cloudformation/stacks/fake-clock.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';

export const bucket = 'slipway-ledger-111111111111-eu-west-1';
export const folder = 'ledger/companycam/dev';
export const headKey = `${folder}/head.json`;

export function recordKey(sequence: number): string {
  return `${folder}/records/${String(sequence).padStart(8, '0')}.json`;
}

/** The release called `name`, as an id. */
export function releaseId(name: string): string {
  return sha256(name);
}

export interface Setting {
  readonly s3: FakeS3;
  readonly clock: FakeClock;
  readonly warnings: string[];
  /** Another process that opens the same ledger. */
  readonly open: () => Ledger;
}

export function setUp(): Setting {
  const clock = new FakeClock('2026-11-21T10:00:00Z');
  const s3 = new FakeS3({ buckets: { [bucket]: { versioning: true } }, now: () => clock.now() });
  const warnings: string[] = [];
  const logger: Logger = {
    info: () => undefined,
    debug: () => undefined,
    warn: (line) => warnings.push(line),
  };
  return {
    s3,
    clock,
    warnings,
    open: () => openLedger({ s3, bucket, system: 'companycam', environment: 'dev', clock, logger }),
  };
}

export function draft(release: string, more: Partial<LedgerDraft> = {}): LedgerDraft {
  return {
    kind: 'deploy',
    release: releaseId(release),
    fingerprint: sha256(`plan of ${release}`),
    outcome: 'succeeded',
    startedAt: '2026-11-21T10:00:00.000Z',
    finishedAt: '2026-11-21T10:01:00.000Z',
    by: 'arn:aws:sts::111111111111:assumed-role/slipway-deploy/run-1',
    commit: null,
    overrides: [],
    smoke: { passed: 41, failed: 0, notEnforceable: 2, failures: [] },
    cause: null,
    ...more,
  };
}
