import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { Redaction } from './redaction.ts';

/** Where a step writes what it sees: JSON logs, metrics in the embedded metric format, traces. All are Powertools'. */
export interface Telemetry {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly tracer: Tracer;
}

/**
 * Powertools as their environment variables say (`POWERTOOLS_SERVICE_NAME`, `POWERTOOLS_METRICS_NAMESPACE`,
 * `POWERTOOLS_LOG_LEVEL`). Outgoing HTTP is not traced: a segment would hold the address of a download, which lets anybody in.
 */
export function openTelemetry(redaction: Redaction): Telemetry {
  return {
    logger: new Logger({
      jsonReplacerFn: (_key, value: unknown) => (typeof value === 'string' ? redaction.clean(value) : value),
    }),
    metrics: new Metrics(),
    tracer: new Tracer({ captureHTTPsRequests: false }),
  };
}
