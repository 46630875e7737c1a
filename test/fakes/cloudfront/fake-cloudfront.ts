import type * as CloudFront from '@aws-sdk/client-cloudfront';
import type { CloudFrontApi } from '../../../src/aws/apis.ts';
import type { Clock } from '../../../src/runtime/clock.ts';

type Operation = keyof CloudFrontApi;

/** An error as the SDK throws it for CloudFront, as far as the code looks at it. */
class FakeCloudFrontError extends Error {
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };
  constructor(name: string, status: number) {
    super(`${name} (fake)`);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
  }
}

interface StoredInvalidation {
  readonly id: string;
  readonly reference: string;
  readonly paths: readonly string[];
  readonly distribution: string;
  readonly createdAt: number;
  readonly completesAt: number;
}

/** A stateful stand-in for CloudFront's control plane; its rules and their sources are in README.md beside it. */
export class FakeCloudFront implements CloudFrontApi {
  readonly requests: Record<Operation, number> = {
    createInvalidation: 0,
    getInvalidation: 0,
    getDistribution: 0,
  };
  readonly #clock: Clock;
  readonly #distributions: ReadonlySet<string>;
  readonly #delay: number;
  readonly #stored: StoredInvalidation[] = [];
  readonly #failures: { operation: Operation; error: FakeCloudFrontError }[] = [];

  constructor(options: {
    readonly clock: Clock;
    readonly distributions: readonly string[];
    /** Milliseconds until an invalidation is completed. */
    readonly delay?: number;
  }) {
    this.#clock = options.clock;
    this.#distributions = new Set(options.distributions);
    this.#delay = options.delay ?? 5000;
  }

  failNext(operation: Operation, name: string, status: number, times = 1): void {
    for (let each = 0; each < times; each++) {
      this.#failures.push({ operation, error: new FakeCloudFrontError(name, status) });
    }
  }

  /** What was asked for, oldest first. */
  get invalidations(): readonly { readonly reference: string; readonly paths: readonly string[] }[] {
    return this.#stored.map(({ reference, paths }) => ({ reference, paths }));
  }

  /** Whether something cached under a path at a moment has been forgotten by now. */
  forgotten(path: string, cachedAt: number): boolean {
    return this.#stored.some(
      (each) =>
        each.createdAt >= cachedAt &&
        each.completesAt <= this.#clock.now() &&
        each.paths.some((pattern) =>
          pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path,
        ),
    );
  }

  createInvalidation(
    input: CloudFront.CreateInvalidationCommandInput,
  ): Promise<CloudFront.CreateInvalidationCommandOutput> {
    return this.#answer('createInvalidation', () => {
      const distribution = this.#distribution(input.DistributionId);
      const { CallerReference: reference = '', Paths } = input.InvalidationBatch ?? {};
      const paths = Paths?.Items ?? [];
      if (Paths?.Quantity !== paths.length) throw new FakeCloudFrontError('InconsistentQuantities', 400);
      if (paths.length === 0 || !paths.every(isPath)) throw new FakeCloudFrontError('InvalidArgument', 400);
      if (paths.length > 3000) throw new FakeCloudFrontError('BatchTooLarge', 413);
      const earlier = this.#stored.find(
        (each) => each.distribution === distribution && each.reference === reference,
      );
      if (earlier) {
        const same = [...earlier.paths].sort().join('\n') === [...paths].sort().join('\n');
        if (!same) throw new FakeCloudFrontError('InvalidationBatchAlreadyExists', 400);
        return { $metadata: {}, Invalidation: this.#shown(earlier) };
      }
      this.#refuseTooMany(distribution, paths);
      const now = this.#clock.now();
      const made: StoredInvalidation = {
        id: `I${this.#stored.length + 1}`,
        reference,
        paths,
        distribution,
        createdAt: now,
        completesAt: now + this.#delay,
      };
      this.#stored.push(made);
      return { $metadata: {}, Invalidation: this.#shown(made) };
    });
  }

  getInvalidation(
    input: CloudFront.GetInvalidationCommandInput,
  ): Promise<CloudFront.GetInvalidationCommandOutput> {
    return this.#answer('getInvalidation', () => {
      const distribution = this.#distribution(input.DistributionId);
      const found = this.#stored.find((each) => each.id === input.Id && each.distribution === distribution);
      if (!found) throw new FakeCloudFrontError('NoSuchInvalidation', 404);
      return { $metadata: {}, Invalidation: this.#shown(found) };
    });
  }

  getDistribution(
    input: CloudFront.GetDistributionCommandInput,
  ): Promise<CloudFront.GetDistributionCommandOutput> {
    return this.#answer('getDistribution', () => {
      this.#distribution(input.Id);
      return { $metadata: {} };
    });
  }

  #shown(stored: StoredInvalidation): CloudFront.Invalidation {
    return {
      Id: stored.id,
      Status: stored.completesAt <= this.#clock.now() ? 'Completed' : 'InProgress',
      CreateTime: new Date(stored.createdAt),
      InvalidationBatch: {
        CallerReference: stored.reference,
        Paths: { Quantity: stored.paths.length, Items: [...stored.paths] },
      },
    };
  }

  #refuseTooMany(distribution: string, paths: readonly string[]): void {
    const running = this.#stored.filter(
      (each) => each.distribution === distribution && each.completesAt > this.#clock.now(),
    );
    const all = [...running.flatMap((each) => each.paths), ...paths];
    if (all.length > 3000 || all.filter((path) => path.endsWith('*')).length > 15) {
      throw new FakeCloudFrontError('TooManyInvalidationsInProgress', 400);
    }
  }

  #distribution(id: string | undefined): string {
    if (id === undefined || !this.#distributions.has(id)) {
      throw new FakeCloudFrontError('NoSuchDistribution', 404);
    }
    return id;
  }

  #answer<Output>(operation: Operation, act: () => Output): Promise<Output> {
    this.requests[operation]++;
    const failure = this.#failures.findIndex((each) => each.operation === operation);
    const failed = failure >= 0 ? this.#failures.splice(failure, 1)[0] : undefined;
    return new Promise((resolve) => {
      if (failed) throw failed.error;
      resolve(act());
    });
  }
}

function isPath(path: string): boolean {
  return (
    path.startsWith('/') &&
    !path.slice(0, -1).includes('*') &&
    !/[^\u0021-\u007e]|["#<>[\\\]^`{|}~]/.test(path)
  );
}
