import type { SecretsApi } from '../../../lambda/archive-layer/secrets.ts';
import { awsError } from './aws-error.ts';

interface Version {
  readonly id: string;
  readonly token: string;
  readonly text: string;
}

/** AWS Secrets Manager in memory. See README.md. */
export class FakeSecrets implements SecretsApi {
  readonly #secrets = new Map<string, Version[]>();
  readonly writes: string[] = [];
  /** Errors that the next writes end with. */
  readonly failures: Error[] = [];
  /** Runs before the next write does anything. */
  beforeWrite: (() => void) | null = null;

  constructor(values: Readonly<Record<string, object | null>>) {
    for (const [id, value] of Object.entries(values)) {
      this.#secrets.set(id, []);
      if (value !== null) this.set(id, value);
    }
  }

  /** Somebody sets a value by hand. */
  set(id: string, value: object): void {
    const versions = this.#secrets.get(id) ?? [];
    const text = JSON.stringify(value);
    this.#secrets.set(id, [{ id: `version-${id}-${versions.length + 1}`, token: '', text }, ...versions]);
  }

  read(id: string): Record<string, string> | null {
    const text = this.#secrets.get(id)?.[0]?.text;
    return text === undefined ? null : (JSON.parse(text) as Record<string, string>);
  }

  versions(id: string): number {
    return this.#secrets.get(id)?.length ?? 0;
  }

  getSecretValue({ SecretId }: { SecretId: string }): ReturnType<SecretsApi['getSecretValue']> {
    const current = this.#secrets.get(SecretId)?.[0];
    if (current === undefined) return Promise.reject(awsError('ResourceNotFoundException', 400));
    return Promise.resolve({ SecretString: current.text, VersionId: current.id });
  }

  putSecretValue(input: Parameters<SecretsApi['putSecretValue']>[0]): Promise<unknown> {
    const hook = this.beforeWrite;
    this.beforeWrite = null;
    hook?.();
    const failure = this.failures.shift();
    if (failure) return Promise.reject(failure);
    const { SecretId, SecretString, ClientRequestToken } = input;
    const versions = this.#secrets.get(SecretId);
    if (versions === undefined) return Promise.reject(awsError('ResourceNotFoundException', 400));
    if (!/^[\w-]{32,64}$/.test(ClientRequestToken)) {
      return Promise.reject(awsError('InvalidParameterException', 400));
    }
    this.writes.push(SecretId);
    const same = versions.find(({ token }) => token === ClientRequestToken);
    if (same !== undefined) {
      return same.text === SecretString
        ? Promise.resolve({})
        : Promise.reject(awsError('ResourceExistsException', 400));
    }
    const version = { id: ClientRequestToken, token: ClientRequestToken, text: SecretString };
    this.#secrets.set(SecretId, [version, ...versions]);
    return Promise.resolve({});
  }
}
