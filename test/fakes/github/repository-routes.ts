import { subjectPrefix } from './identity-token.ts';
import { notFound, type Route } from './routing.ts';
import type { GitHubState } from './state.ts';

/** The repository itself: branches, settings, runs. */
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
];

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
