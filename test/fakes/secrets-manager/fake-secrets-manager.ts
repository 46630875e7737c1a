import { randomUUID } from 'node:crypto';

interface Version {
  readonly id: string;
  readonly value: string;
  stages: readonly string[];
}

/** Secrets with versions and stages; the rules and their sources stand in README.md. */
export class FakeSecretsManager {
  readonly #secrets = new Map<string, Version[]>();
  readonly #suffixes = new Map<string, string>();
  readonly #deleted = new Set<string>();
  /** Operations that the caller may not do. */
  readonly denied = new Set<string>();
  /** Every operation that was asked for, oldest first. */
  readonly asked: string[] = [];

  /** As a stack makes it: there, and empty. */
  make(name: string): void {
    this.#secrets.set(name, []);
    this.#suffixes.set(name, randomUUID().slice(0, 6));
  }

  /** As it is known once it is there: every time that it is made it gets another. */
  arnOf(name: string): string {
    return `arn:aws:secretsmanager:eu-west-1:111111111111:secret:${name}-${this.#suffixes.get(name) ?? ''}`;
  }

  /** As somebody has set it. */
  set(name: string, value: string): void {
    if (!this.#secrets.has(name)) this.make(name);
    this.#put(name, value);
  }

  /** As somebody deletes it, with a time within which it can come back. */
  delete(name: string): void {
    this.#deleted.add(name);
  }

  value(name: string, stage = 'AWSCURRENT'): string | undefined {
    return this.#secrets.get(name)?.find(({ stages }) => stages.includes(stage))?.value;
  }

  /** Answers one request of the JSON protocol. */
  answer(operation: string, input: Readonly<Record<string, unknown>>): object {
    this.asked.push(operation);
    const name = nameOf(String(input['SecretId'] ?? input['Name']));
    if (this.denied.has(operation)) throw named('AccessDeniedException');
    if (this.#deleted.has(name) && operation !== 'DescribeSecret') throw named('InvalidRequestException');
    switch (operation) {
      case 'CreateSecret':
        if (this.#secrets.has(name)) throw named('ResourceExistsException');
        this.make(name);
        this.#put(name, String(input['SecretString']));
        return { Name: name };
      case 'PutSecretValue':
        this.#versions(name);
        this.#put(name, String(input['SecretString']));
        return { Name: name };
      case 'GetSecretValue': {
        const found = this.#versions(name).find(({ id, stages }) =>
          input['VersionId'] === undefined ? stages.includes('AWSCURRENT') : id === input['VersionId'],
        );
        if (found === undefined) throw named('ResourceNotFoundException');
        return { Name: name, SecretString: found.value, VersionId: found.id };
      }
      case 'DescribeSecret': {
        const staged = this.#versions(name).filter(({ stages }) => stages.length > 0);
        return {
          ARN: this.arnOf(name),
          Name: name,
          LastChangedDate: 1_795_000_000,
          ...(this.#deleted.has(name) ? { DeletedDate: 1_796_000_000 } : {}),
          VersionIdsToStages: Object.fromEntries(staged.map(({ id, stages }) => [id, stages])),
        };
      }
      case 'UpdateSecretVersionStage':
        this.#move(name, String(input['MoveToVersionId']), String(input['RemoveFromVersionId']));
        return { Name: name };
      default:
        throw named('UnknownOperationException');
    }
  }

  #versions(name: string): Version[] {
    const versions = this.#secrets.get(name);
    if (versions === undefined) throw named('ResourceNotFoundException');
    return versions;
  }

  #put(name: string, value: string): void {
    if (Buffer.byteLength(value) > 65_536) throw named('InvalidParameterException');
    const versions = this.#versions(name);
    for (const version of versions)
      version.stages = version.stages.includes('AWSCURRENT') ? ['AWSPREVIOUS'] : [];
    versions.push({ id: randomUUID(), value, stages: ['AWSCURRENT'] });
  }

  #move(name: string, to: string, from: string): void {
    const versions = this.#versions(name);
    const [next, current] = [to, from].map((id) => versions.find((version) => version.id === id));
    if (next === undefined || current?.stages.includes('AWSCURRENT') !== true)
      throw named('InvalidParameterException');
    for (const version of versions) version.stages = [];
    next.stages = ['AWSCURRENT'];
    current.stages = ['AWSPREVIOUS'];
  }
}

/** A secret answers to its name and to its whole ARN. */
function nameOf(id: string): string {
  return /^arn:aws:secretsmanager:[^:]+:\d{12}:secret:(.+)-.{6}$/.exec(id)?.[1] ?? id;
}

function named(name: string): Error {
  return Object.assign(new Error(`fake: ${name}`), { name });
}
