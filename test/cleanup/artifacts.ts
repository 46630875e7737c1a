import type { EnvironmentName } from '../../src/config/environment-name.ts';
import { BucketStore } from '../../src/release/bucket-store.ts';
import { manifestBytes, releaseId } from '../../src/release/manifest.ts';
import type { ReleasedFile, ReleaseManifest } from '../../src/release/release.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { SweepReport } from '../../src/cleanup/sweep/sweep.ts';
import { draft } from '../ledger/ledger-fixture.ts';
import { Account, day, type Cleaned } from './account.ts';

export const bucket = 'slipway-artifacts-111111111111-eu-west-1';

/** One account with its artifact bucket; releases are put there at the clock's time. */
export class Artifacts {
  readonly account: Account;
  readonly store: BucketStore;
  readonly bucket: string;

  constructor({
    pageSize = 3,
    environment = 'dev',
    id = '111111111111',
  }: { pageSize?: number; environment?: EnvironmentName; id?: string } = {}) {
    this.account = new Account(environment, pageSize, id);
    this.bucket = bucket.replace('111111111111', id);
    this.account.s3.createBucket(this.bucket, { versioning: true });
    this.store = new BucketStore({ s3: this.account.s3, bucket: this.bucket, clock: this.account.clock });
  }

  /**
   * Puts a release of one template of its own, and of shared files; two more files that each release has are the same in all.
   * @returns its id
   */
  async release(name: string, shared: readonly string[] = []): Promise<string> {
    const manifest = manifestOf(name, shared);
    for (const text of [`template of ${name}`, 'system', 'parameters', ...shared]) await this.put(text);
    const id = releaseId(manifest);
    const bytes = manifestBytes(manifest);
    await this.store.put({ sha256: id, bytes, contentType: 'application/json' });
    return id;
  }

  /** Puts one artifact, and returns its key. */
  async put(text: string): Promise<string> {
    const key = sha256(text);
    const bytes = new TextEncoder().encode(text);
    await this.store.put({ sha256: key, bytes, contentType: 'application/yaml; charset=utf-8' });
    return key;
  }

  /** Days go by. */
  wait(days: number): void {
    this.account.clock.pass(days * day);
  }

  /** What is there now, of these texts and releases. */
  has(keyOrText: string): boolean {
    const key = /^[0-9a-f]{64}$/.test(keyOrText) ? keyOrText : sha256(keyOrText);
    return this.account.s3.keys(this.bucket).includes(key);
  }

  /** Records a deployment of a release by its id. */
  async deployed(release: string, of: Parameters<Account['ledger']>[0] = {}): Promise<void> {
    const record = { ...draft('x'), release };
    await this.account.ledger(of).append({ holder: 'x', record });
  }

  /** The ledger of a system whose home is another region. */
  async deployedElsewhere(release: string, region: string): Promise<void> {
    const { s3, clock } = this.account;
    const name = `slipway-ledger-111111111111-${region}`;
    s3.createBucket(name, { versioning: true });
    const names = { system: 'gone', environment: 'prod' as const };
    const ledger = openLedger({ s3, bucket: name, ...names, clock, logger: silentLogger });
    await ledger.append({ holder: 'x', record: { ...draft('x'), release } });
  }

  /** Cleans up with artifacts; `named`: what comments on open pull requests show. */
  async sweep(
    more: Parameters<Account['cleanUp']>[0] & { readonly named?: readonly string[] } = {},
  ): Promise<Cleaned & { readonly sweep: SweepReport }> {
    const { named = [], ...options } = more;
    const cleaned = await this.account.cleanUp({
      sweep: { releasesOf: () => Promise.resolve(new Set(named)) },
      ...options,
    });
    const [sweep] = cleaned.report.sweeps ?? [];
    if (sweep === undefined) throw new Error('no bucket was looked at');
    return { ...cleaned, sweep };
  }
}

function file(text: string): ReleasedFile {
  return { path: text, sha256: sha256(text), size: text.length };
}

function manifestOf(name: string, shared: readonly string[]): ReleaseManifest {
  const template = file(`template of ${name}`);
  const parameters = file('parameters');
  return {
    schema: 1,
    system: 'notes',
    templates: [template],
    stacks: { app: { template: template.sha256, region: 'home' } },
    functions: shared.map(file),
    definition: file('system'),
    environments: { dev: parameters, sit: parameters, prod: parameters },
    smoke: null,
    site: null,
  };
}
