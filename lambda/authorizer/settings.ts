import {
  readTokenSettings,
  required,
  type FunctionEnvironment,
  type TokenSettings,
} from '../shared-token/settings.ts';

/** What the authorizer trusts, and what the scopes are called; read once from the function's environment. */
export interface AuthorizerSettings extends TokenSettings {
  readonly readScope: string;
  readonly writeScope: string;
  /** Where users' API keys are looked up; undefined where nobody is metered. */
  readonly userKeys: UserKeySettings | undefined;
}

export interface UserKeySettings {
  readonly table: string;
  readonly sharedKey: string;
  readonly sharedSubjects: string;
}

/**
 * Reads what `readTokenSettings` does, `READ_SCOPE`, `WRITE_SCOPE`, and where callers are metered `USER_KEYS_TABLE`,
 * `SHARED_USAGE_KEY` and `SHARED_SUBJECTS`. Throws when a needed one is missing.
 */
export function readSettings(env: FunctionEnvironment): AuthorizerSettings {
  return {
    ...readTokenSettings(env),
    readScope: required(env, 'READ_SCOPE'),
    writeScope: required(env, 'WRITE_SCOPE'),
    userKeys:
      (env['USER_KEYS_TABLE'] ?? '') === ''
        ? undefined
        : {
            table: required(env, 'USER_KEYS_TABLE'),
            sharedKey: required(env, 'SHARED_USAGE_KEY'),
            sharedSubjects: env['SHARED_SUBJECTS'] ?? '',
          },
  };
}
