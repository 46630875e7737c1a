import type { CloudFormationApi } from '../aws/apis.ts';
import { withoutSecrets, type SecretTexts } from './secret-text.ts';

/**
 * The same CloudFormation, which quotes no secret: every reason that it gives (`ResourceStatusReason`, `StackStatusReason`,
 * `HookStatusReason`, …) and every refusal has the known texts taken out before anybody can log, show or record it. A
 * service repeats what it was given ("the value … is not valid"), and that is often a parameter's value. So is a resource's
 * name, which stands in its physical id.
 *
 * What nobody here knows can't be found: a value behind a dynamic reference, and a `NoEcho` value that an earlier release
 * gave. CloudFormation itself prints the reference in place of the first.
 */
export function withMaskedWords(api: CloudFormationApi, secrets: SecretTexts): CloudFormationApi {
  if (secrets.length === 0) return api;
  return new Proxy(api, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return async (...input: unknown[]): Promise<unknown> => {
        try {
          return maskedReasons(await (Reflect.apply(member, target, input) as Promise<unknown>), secrets);
        } catch (error) {
          throw maskedError(error, secrets);
        }
      };
    },
  });
}

/** Answers hold dates and texts in plain objects and lists; a reason is any text whose field is named so. */
function maskedReasons(answer: unknown, secrets: SecretTexts, field = ''): unknown {
  if (typeof answer === 'string') return isQuoting(field, answer) ? withoutSecrets(answer, secrets) : answer;
  if (Array.isArray(answer)) return answer.map((each) => maskedReasons(each, secrets, field));
  if (typeof answer !== 'object' || answer === null || answer instanceof Date) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, maskedReasons(value, secrets, name)]),
  );
}

/** A nested stack's physical id is its ARN, which it is followed by. */
function isQuoting(field: string, text: string): boolean {
  return (
    field.endsWith('Reason') || (field === 'PhysicalResourceId' && !/^arn:[^:]*:cloudformation:/.test(text))
  );
}

/** The error itself, which callers know by its name; only its words change. */
function maskedError(error: unknown, secrets: SecretTexts): unknown {
  if (!(error instanceof Error)) return error;
  error.message = withoutSecrets(error.message, secrets);
  if (error.stack !== undefined) error.stack = withoutSecrets(error.stack, secrets);
  return error;
}
