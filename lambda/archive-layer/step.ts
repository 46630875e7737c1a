import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { ArchiveError, asArchiveError, mayRecover } from './errors.ts';
import type { Redaction } from './redaction.ts';
import type { Telemetry } from './telemetry.ts';

/** The execution's name is the correlation id of all that is logged (Step Functions Developer Guide, StartExecution: name). */
export const executionName = v.pipe(v.string(), v.regex(/^[\w.:-]{1,128}$/, 'is no name of an execution'));

export interface StepOptions<Input extends { readonly execution: string }, Output, Opened> extends Telemetry {
  readonly redaction: Redaction;
  readonly schema: v.GenericSchema<unknown, Input>;
  /** Reads the settings and makes the clients, once, and before the input is looked at: calls nobody. */
  readonly open: () => Opened;
  readonly work: (
    input: Input,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
    opened: Opened,
  ) => Promise<Output>;
}

/**
 * A Lambda function that is a step of the state machine: checks the input, logs with the execution's name, traces, counts
 * `Succeeded` and `Failed`, and throws errors whose `name` the state machine knows. No secret is in any of it.
 *
 * @returns the handler; it throws ArchiveError `SettingsInvalid`, `InvalidInput` and what the work throws
 */
export function step<Input extends { readonly execution: string }, Output, Opened>(
  options: StepOptions<Input, Output, Opened>,
): (event: unknown, context: Context) => Promise<Output> {
  const { logger, metrics, tracer, schema, open, work, redaction } = options;
  let opened: { readonly value: Opened } | undefined;

  async function run(event: unknown, context: Context): Promise<Output> {
    logger.resetKeys();
    logger.addContext(context);
    metrics.captureColdStartMetric(context.functionName);
    opened ??= { value: open() };
    const input = read(schema, event);
    logger.setCorrelationId(input.execution);
    tracer.annotateColdStart();
    tracer.addServiceNameAnnotation();
    tracer.putAnnotation('execution', input.execution);
    return work(input, context, opened.value);
  }

  return async (event, context) => {
    const close = openSegment(tracer, context.functionName);
    try {
      const output = await run(event, context);
      metrics.addMetric('Succeeded', 'Count', 1);
      return output;
    } catch (error) {
      const named = nameless(asArchiveError(error), redaction);
      metrics.addMetric('Failed', 'Count', 1);
      tracer.addErrorAsMetadata(named);
      logger.error(named.message, { error_name: named.name, may_recover: mayRecover(named.name) });
      throw named;
    } finally {
      metrics.publishStoredMetrics();
      close();
    }
  };
}

function read<Input>(schema: v.GenericSchema<unknown, Input>, event: unknown): Input {
  const result = v.safeParse(schema, event);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ArchiveError('InvalidInput', `the input is wrong at ${v.getDotPath(issue) ?? 'its root'}`);
}

/** What leaves the function: an error without a cause, whose message holds no secret. */
function nameless(error: unknown, redaction: Redaction): Error {
  if (error instanceof ArchiveError) return error;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: 'unknown' };
  const clean = new Error(redaction.clean(message));
  clean.name = name;
  return clean;
}

/** A subsegment over the work, where tracing is on (Powertools, "Tracer: manual instrumentation"). */
function openSegment(tracer: Telemetry['tracer'], name: string): () => void {
  const parent = tracer.getSegment();
  if (parent === undefined) return () => undefined;
  const own = parent.addNewSubsegment(`## ${name}`);
  tracer.setSegment(own);
  return () => {
    own.close();
    tracer.setSegment(parent);
  };
}
