import type { Identity } from './tokens.ts';

/** What the stand-in holds of one repository; tests read and change it. Times are ISO 8601. */
export interface GitHubState {
  readonly repository: {
    /** `owner/name` */
    fullName: string;
    id: number;
    ownerId: number;
    isPrivate: boolean;
    defaultBranch: string;
    /** Branches by name, with the commit they stand at. */
    branches: Map<string, { sha: string; isProtected: boolean; rules: string[] }>;
    /** The default branch's, oldest first; what can be compared. */
    commits: string[];
    workflowPermissions: 'read' | 'write';
    subject: {
      useDefault: boolean;
      claims: string[];
      /** `repo:owner@1/name@2:…`, the form of repositories made since 2026-07-15. */
      withIds: boolean;
    };
  };
  readonly pulls: FakePull[];
  /** Of all issues and pull requests. */
  readonly comments: FakeComment[];
  readonly labelings: {
    number: number;
    label: string;
    by: string;
    event: 'labeled' | 'unlabeled';
  }[];
  readonly checkRuns: FakeCheckRun[];
  /** By name. A repository without environments has none. */
  readonly environments: Map<string, FakeEnvironment>;
  readonly deployments: FakeDeployment[];
  readonly issues: {
    number: number;
    title: string;
    body: string;
    state: 'open' | 'closed';
    labels: string[];
    author: string;
  }[];
  readonly runs: Map<number, FakeRun>;
  /** By what stands in `Authorization: token …`. */
  readonly tokens: Map<string, Identity>;
  /** Every request, in order, without its token. */
  readonly requests: { readonly method: string; readonly path: string; readonly status: number }[];
}

export interface FakePull {
  number: number;
  title: string;
  state: 'open' | 'closed';
  labels: string[];
  headSha: string;
  headRef: string;
  /** `null`: the fork was deleted. */
  headRepository: string | null;
  baseRef: string;
  mergedAt: string | null;
  mergeCommitSha: string | null;
  /** Commits of the branch, for "pull requests of a commit". */
  commits: string[];
}

export interface FakeComment {
  id: number;
  number: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface FakeCheckRun {
  id: number;
  name: string;
  headSha: string;
  status: string;
  conclusion: string | null;
  externalId: string;
  detailsUrl: string | null;
  title: string;
  summary: string;
  /** Whose it is; others may not change it. */
  app: string;
}

export interface FakeEnvironment {
  reviewers: { type: 'User' | 'Team'; name: string }[];
  preventSelfReview: boolean;
  branches: 'all' | 'protected' | { name: string; type: 'branch' | 'tag' }[];
}

export interface FakeDeployment {
  id: number;
  environment: string;
  sha: string;
  statuses: { id: number; state: string; environmentUrl: string }[];
}

export interface FakeRun {
  event: string;
  headSha: string;
  headBranch: string;
  headRepository: string;
  status: string;
  conclusion: string | null;
  artifacts: { id: number; name: string; size: number }[];
}
