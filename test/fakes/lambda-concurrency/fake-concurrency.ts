import type * as Lambda from '@aws-sdk/client-lambda';
import type { LambdaApi } from '../../../src/aws/apis.ts';

/** See README.md: what it does, and what says so. */
export class FakeConcurrency implements LambdaApi {
  limit = 1000;
  /** Functions by name; `null` where nothing is reserved for one. */
  readonly reserved = new Map<string, number | null>();
  readonly denied = new Set<keyof LambdaApi>();

  invoke(): Promise<Lambda.InvokeCommandOutput> {
    return Promise.reject(new Error('no function of this account can be called'));
  }

  getAccountSettings(): Promise<Lambda.GetAccountSettingsCommandOutput> {
    return this.#answer('getAccountSettings', () => {
      const reserved = [...this.reserved.values()].reduce((sum: number, each) => sum + (each ?? 0), 0);
      return {
        AccountLimit: {
          ConcurrentExecutions: this.limit,
          UnreservedConcurrentExecutions: this.limit - reserved,
        },
        AccountUsage: { FunctionCount: this.reserved.size },
      };
    });
  }

  getFunctionConcurrency({
    FunctionName = '',
  }: Lambda.GetFunctionConcurrencyCommandInput): Promise<Lambda.GetFunctionConcurrencyCommandOutput> {
    return this.#answer('getFunctionConcurrency', () => {
      const reserved = this.reserved.get(FunctionName);
      if (reserved === undefined)
        throw named('ResourceNotFoundException', `Function not found: ${FunctionName}`);
      return reserved === null ? {} : { ReservedConcurrentExecutions: reserved };
    });
  }

  async #answer<T>(operation: keyof LambdaApi, answer: () => T): Promise<T & { $metadata: object }> {
    await Promise.resolve();
    if (this.denied.has(operation)) {
      throw named('AccessDeniedException', `not authorized to perform: lambda:${operation}`);
    }
    return { $metadata: {}, ...answer() };
  }
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
