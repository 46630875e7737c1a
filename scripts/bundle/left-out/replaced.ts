/**
 * What the bundle has in place of a package, by its name: files relative to the repository. Half of all bytes would be code
 * that no action runs.
 */
export const replaced: Readonly<Record<string, string>> = {
  // @actions/github asks for version 6, of which it uses a proxy agent and fetch: both are the same in 7, which is there anyway
  undici: 'scripts/bundle/left-out/undici.cjs',
  '@aws-sdk/credential-provider-node': 'scripts/bundle/left-out/default-chain.ts',
  // profiles, the chain and assumed roles: at a desk
  '@aws-sdk/credential-providers': 'scripts/bundle/left-out/not-in-actions.ts',
  // slipway doctor looks at all of an account
  '@aws-sdk/client-acm': 'scripts/bundle/left-out/not-in-actions.ts',
  '@aws-sdk/client-iam': 'scripts/bundle/left-out/not-in-actions.ts',
  '@aws-sdk/client-lambda': 'scripts/bundle/left-out/not-in-actions.ts',
};
