import { invalid, notFound, textOf, type Route } from './routing.ts';
import type { FakeEnvironment } from './state.ts';

/** Environments and what is deployed to them. */
export const deploymentRoutes: readonly Route[] = [
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
