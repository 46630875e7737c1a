import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main as changeSet } from '../../actions/change-set/main.ts';
import { main as deploy } from '../../actions/deploy/main.ts';
import { main as invalidate } from '../../actions/invalidate/main.ts';
import { main as release } from '../../actions/release/main.ts';
import { main as rollback } from '../../actions/rollback/main.ts';
import { main as smoke } from '../../actions/smoke/main.ts';
import { main as syncSite } from '../../actions/sync-site/main.ts';
import type { RoleName } from '../../src/aws/identity.ts';
import { openGitHub } from '../../src/github/api/open-github.ts';
import { maskedSession } from '../../src/github/session/masked-session.ts';
import { releaseLock } from '../../src/github/steps/release-lock.ts';
import type { Release } from '../../src/release/release.ts';
import { World } from '../deployment/world.ts';
import type { Version } from '../deployment/photos.ts';
import { startFakeGitHub, workflowToken, type FakeGitHub } from '../fakes/github/fake-github.ts';
import { perform, type Performed, type Step } from './recorded.ts';

const mains = {
  'change-set': changeSet,
  deploy,
  rollback,
  'sync-site': syncSite,
  invalidate,
  smoke,
  release,
  'deploy-post': releaseLock,
} as const;

/** A checkout of the photos' system, three accounts and GitHub, in which steps run one after the other. */
export class PhotosJob implements AsyncDisposable {
  readonly world: World;
  readonly github: FakeGitHub;
  readonly workspace = mkdtempSync(join(tmpdir(), 'slipway-job-'));
  /** Which roles were taken, in order, by environment: `dev plan`. */
  readonly roles: string[] = [];

  static async start(): Promise<PhotosJob> {
    return new PhotosJob(await World.start(), await startFakeGitHub({ repository: 'octo/app' }));
  }

  private constructor(world: World, github: FakeGitHub) {
    this.world = world;
    this.github = github;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    rmSync(this.workspace, { recursive: true });
    await this.github.close();
    await this.world[Symbol.asyncDispose]();
  }

  /** A release whose artifacts lie in all buckets, and whose parameters lie in the checkout. */
  async release(version: Version = {}): Promise<Release> {
    const made = await this.world.release(version);
    const { manifest } = made;
    const files = [manifest.definition, ...Object.values(manifest.environments), ...manifest.templates];
    for (const file of [...files, ...(manifest.smoke === null ? [] : [manifest.smoke])]) {
      const path = join(this.workspace, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await made.read(file.sha256));
    }
    return made;
  }

  /** Lets only main reach a GitHub environment, with these reviewers. */
  protect(name: string, reviewers: readonly string[]): void {
    this.github.state.environments.set(name, {
      reviewers: reviewers.map((reviewer) => ({ type: 'User', name: reviewer })),
      preventSelfReview: false,
      branches: [{ type: 'branch', name: 'main' }],
    });
  }

  /** Runs one action with these inputs, as its job does. */
  step(
    name: keyof typeof mains,
    inputs: Readonly<Record<string, string>>,
    more: Partial<Step> = {},
  ): Promise<Performed> {
    return perform({
      name,
      main: mains[name],
      workspace: this.workspace,
      inputs: { system: 'photos', 'github-token': workflowToken, ...inputs },
      openers: {
        openSession: (action) =>
          Promise.resolve(
            maskedSession(
              {
                ...this.world.session,
                commit: action.io.env['GITHUB_SHA'] ?? null,
                logger: action.log,
                signal: action.io.signal,
                clients: (environment, role: RoleName) => {
                  this.roles.push(`${environment.environment} ${role}`);
                  return this.world.session.clients(environment, role);
                },
              },
              action.masks,
            ),
          ),
        openGitHub: (action, token) =>
          Promise.resolve(
            openGitHub({
              token,
              apiUrl: this.github.url,
              repository: 'octo/app',
              clock: this.world.clock,
              logger: action.log,
              signal: action.io.signal,
            }),
          ),
      },
      ...more,
    });
  }
}
