import { subjectPrefix } from './identity-token.ts';
import { invalid, notFound, textOf, type Call, type Route } from './routing.ts';
import type { FakeCheckRun, FakeEnvironment, GitHubState } from './state.ts';

/** Checks, environments, deployments, runs and settings. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    needs: [],
    answer: ({ state }) => ({ status: 200, body: repositoryJson(state) }),
  },
  {
    method: 'GET',
    path: 'branches/{branch}',
    needs: [['contents', 'read']],
    answer: ({ state, params }) => {
      const name = params['branch'] ?? '';
      const branch = state.repository.branches.get(name);
      return branch
        ? { status: 200, body: { name, commit: { sha: branch.sha }, protected: branch.isProtected } }
        : notFound;
    },
  },
  {
    method: 'GET',
    path: 'rules/branches/{branch}',
    needs: [],
    answer: ({ state, params }) => ({
      list: (state.repository.branches.get(params['branch'] ?? '')?.rules ?? []).map((type) => ({ type })),
    }),
  },
  {
    method: 'GET',
    path: 'actions/permissions/workflow',
    needs: [['administration', 'read']],
    answer: ({ state }) => ({
      status: 200,
      body: {
        default_workflow_permissions: state.repository.workflowPermissions,
        can_approve_pull_request_reviews: false,
      },
    }),
  },
  {
    method: 'GET',
    path: 'actions/oidc/customization/sub',
    needs: [['actions', 'read']],
    answer: ({ state }) => {
      const { useDefault, claims, withIds } = state.repository.subject;
      return {
        status: 200,
        body: {
          use_default: useDefault,
          ...(claims.length === 0 ? {} : { include_claim_keys: claims }),
          use_immutable_subject: withIds,
          sub_claim_prefix: subjectPrefix(state.repository, state.repository.fullName),
        },
      };
    },
  },
  {
    method: 'GET',
    path: 'actions/runs/{id}',
    needs: [['actions', 'read']],
    answer: ({ state, params }) => {
      const run = state.runs.get(Number(params['id']));
      if (!run) return notFound;
      return {
        status: 200,
        body: {
          id: Number(params['id']),
          event: run.event,
          head_sha: run.headSha,
          head_branch: run.headBranch,
          head_repository: { full_name: run.headRepository },
          status: run.status,
          conclusion: run.conclusion,
        },
      };
    },
  },
  {
    method: 'GET',
    path: 'actions/runs/{id}/artifacts',
    needs: [['actions', 'read']],
    answer: ({ state, params }) => {
      const run = state.runs.get(Number(params['id']));
      return run
        ? {
            key: 'artifacts',
            list: run.artifacts.map(({ id, name, size }) => ({
              id,
              name,
              size_in_bytes: size,
              expired: false,
            })),
          }
        : notFound;
    },
  },
  {
    method: 'GET',
    path: 'compare/{basehead}',
    needs: [['contents', 'read']],
    answer: ({ state, params }) => {
      const [base, head] = (params['basehead'] ?? '')
        .split('...')
        .map((sha) => state.repository.commits.indexOf(sha));
      if (base === undefined || head === undefined || base < 0 || head < 0) return notFound;
      const status = head === base ? 'identical' : head > base ? 'ahead' : 'behind';
      return {
        status: 200,
        body: { status, ahead_by: Math.max(0, head - base), behind_by: Math.max(0, base - head) },
      };
    },
  },
  {
    method: 'GET',
    path: 'commits/{sha}/check-runs',
    needs: [['checks', 'read']],
    answer: ({ state, params, query }) => {
      const name = query.get('check_name');
      const found = state.checkRuns.filter(
        (check) => check.headSha === params['sha'] && (name === null || check.name === name),
      );
      return { key: 'check_runs', list: found.map((check) => checkJson(state, check)) };
    },
  },
  {
    method: 'POST',
    path: 'check-runs',
    needs: [['checks', 'write']],
    answer: (call) => {
      const { state, body, nextId, identity } = call;
      for (const field of ['name', 'head_sha']) {
        if (textOf(body[field]) === '') return invalid('CheckRun', field, `${field} is missing`);
      }
      const check: FakeCheckRun = {
        id: nextId(),
        name: textOf(body['name']),
        headSha: textOf(body['head_sha']),
        status: 'queued',
        conclusion: null,
        externalId: '',
        detailsUrl: null,
        title: '',
        summary: '',
        app: identity.login,
      };
      const refusal = changeCheck(check, body);
      if (refusal !== null) return invalid('CheckRun', refusal, `${refusal} is not valid`);
      state.checkRuns.push(check);
      return { status: 201, body: checkJson(state, check) };
    },
  },
  {
    method: 'PATCH',
    path: 'check-runs/{id}',
    needs: [['checks', 'write']],
    answer: ({ state, params, body, identity }) => {
      const check = state.checkRuns.find(({ id }) => id === Number(params['id']));
      if (!check) return notFound;
      if (check.app !== identity.login) {
        return {
          status: 403,
          body: {
            message: `Invalid app_id \`15368\` - check run can only be modified by the GitHub App that created it.`,
          },
        };
      }
      const refusal = changeCheck(check, body);
      if (refusal !== null) return invalid('CheckRun', refusal, `${refusal} is not valid`);
      return { status: 200, body: checkJson(state, check) };
    },
  },
  {
    method: 'GET',
    path: 'environments',
    needs: [['actions', 'read']],
    answer: ({ state }) => ({
      key: 'environments',
      list: [...state.environments].map(([name, environment]) => environmentJson(name, environment)),
    }),
  },
  {
    method: 'GET',
    path: 'environments/{name}',
    needs: [['actions', 'read']],
    answer: ({ state, params }) => {
      const name = params['name'] ?? '';
      const environment = state.environments.get(name);
      return environment ? { status: 200, body: environmentJson(name, environment) } : notFound;
    },
  },
  {
    method: 'GET',
    path: 'environments/{name}/deployment-branch-policies',
    needs: [['actions', 'read']],
    answer: ({ state, params }) => {
      const environment = state.environments.get(params['name'] ?? '');
      if (!environment || typeof environment.branches === 'string') return notFound;
      return {
        key: 'branch_policies',
        list: environment.branches.map(({ name, type }, index) => ({ id: index + 1, name, type })),
      };
    },
  },
  {
    method: 'POST',
    path: 'deployments',
    needs: [['deployments', 'write']],
    answer: ({ state, body, nextId }) => {
      const environment = textOf(body['environment']) || 'production';
      if (textOf(body['ref']) === '') return invalid('Deployment', 'ref', 'ref is missing');
      if (!state.environments.has(environment)) {
        state.environments.set(environment, { reviewers: [], preventSelfReview: false, branches: 'all' });
      }
      const deployment = { id: nextId(), environment, sha: textOf(body['ref']), statuses: [] };
      state.deployments.push(deployment);
      return { status: 201, body: deployment };
    },
  },
  {
    method: 'GET',
    path: 'deployments',
    needs: [['deployments', 'read']],
    answer: ({ state, query }) => ({
      list: state.deployments.filter(
        ({ environment }) => query.get('environment') === null || environment === query.get('environment'),
      ),
    }),
  },
  {
    method: 'POST',
    path: 'deployments/{id}/statuses',
    needs: [['deployments', 'write']],
    answer: ({ state, params, body, nextId }) => {
      const deployment = state.deployments.find(({ id }) => id === Number(params['id']));
      if (!deployment) return notFound;
      const status = {
        id: nextId(),
        state: textOf(body['state']),
        environmentUrl: textOf(body['environment_url']),
      };
      deployment.statuses.push(status);
      return { status: 201, body: status };
    },
  },
];

const conclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
];

/** Applies what is given; returns the field that is refused, if one is. */
function changeCheck(check: FakeCheckRun, body: Call['body']): string | null {
  const output = (body['output'] ?? {}) as Readonly<Record<string, unknown>>;
  if (textOf(output['summary']).length > 65_535) return 'summary';
  if (body['output'] !== undefined && textOf(output['title']) === '') return 'title';
  const conclusion = body['conclusion'];
  if (conclusion !== undefined && !conclusions.includes(textOf(conclusion))) return 'conclusion';
  if (typeof body['name'] === 'string') check.name = body['name'];
  if (typeof body['external_id'] === 'string') check.externalId = body['external_id'];
  if (typeof body['details_url'] === 'string') check.detailsUrl = body['details_url'];
  if (typeof body['status'] === 'string') check.status = body['status'];
  if (typeof conclusion === 'string') {
    check.conclusion = conclusion;
    check.status = 'completed';
  }
  if (body['output'] !== undefined) {
    check.title = textOf(output['title']);
    check.summary = textOf(output['summary']);
  }
  return null;
}

function checkJson({ repository }: GitHubState, check: FakeCheckRun): unknown {
  return {
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    external_id: check.externalId,
    status: check.status,
    conclusion: check.conclusion,
    details_url: check.detailsUrl,
    html_url: `https://github.com/${repository.fullName}/runs/${check.id}`,
    output: { title: check.title, summary: check.summary },
  };
}

function environmentJson(name: string, environment: FakeEnvironment): unknown {
  const { reviewers, preventSelfReview, branches } = environment;
  return {
    id: 1,
    name,
    protection_rules: [
      ...(reviewers.length === 0
        ? []
        : [
            {
              id: 2,
              type: 'required_reviewers',
              prevent_self_review: preventSelfReview,
              reviewers: reviewers.map((reviewer) => ({
                type: reviewer.type,
                reviewer: reviewer.type === 'User' ? { login: reviewer.name } : { slug: reviewer.name },
              })),
            },
          ]),
      ...(branches === 'all' ? [] : [{ id: 3, type: 'branch_policy' }]),
    ],
    deployment_branch_policy:
      branches === 'all'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  };
}

function repositoryJson({ repository }: GitHubState): unknown {
  const [login = '', name = ''] = repository.fullName.split('/');
  return {
    id: repository.id,
    name,
    full_name: repository.fullName,
    owner: { login, id: repository.ownerId },
    private: repository.isPrivate,
    visibility: repository.isPrivate ? 'private' : 'public',
    default_branch: repository.defaultBranch,
  };
}
