import * as v from 'valibot';
import { environmentNames } from '../../config/environment-name.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { gateStopSchema, stackPlanSchema } from '../../plan/parse-plan.ts';
import type { StaticEntry } from '../../plan/static-plan.ts';

/** What a fork's run hands to main's code. */
export interface ForkReport {
  readonly schema: 1;
  readonly kind: 'fork-report';
  readonly system: string;
  /** In promotion order, each environment once. */
  readonly entries: readonly StaticEntry[];
}

/** The file is at most so many bytes. */
export const forkReportLimit = 1024 * 1024;
/** Deeper nesting than any template's: readers that call themselves would run out of stack first. */
const deepest = 100;

/** The shape of a comparison of sources, as a fork's report and `slipway plan --static --json` hold it. */
export const staticPlanSchema = v.strictObject({
  schema: v.literal(1),
  kind: v.literal('static'),
  system: v.string(),
  environment: v.picklist(environmentNames),
  account: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not 12 digits')),
  comparedWith: v.string(),
  stacks: v.array(stackPlanSchema),
  remarks: v.array(v.string()),
  gate: v.strictObject({
    verdict: v.picklist(['pass', 'stop']),
    stops: v.array(v.omit(gateStopSchema, ['override', 'overridden'])),
  }),
  hasChanges: v.boolean(),
});

/** The published form of the file (`actions/report/fork-report.schema.json`); anything more in it is refused. */
export const forkReportSchema = v.strictObject({
  schema: v.literal(1),
  kind: v.literal('fork-report'),
  system: v.string(),
  entries: v.pipe(
    v.array(
      v.union([
        v.strictObject({ environment: v.picklist(environmentNames), plan: staticPlanSchema }),
        v.strictObject({
          environment: v.picklist(environmentNames),
          plan: v.null(),
          problem: v.string(),
        }),
      ]),
    ),
    v.maxLength(environmentNames.length, 'holds more entries than there are environments'),
  ),
});

/**
 * Reads the file of a fork's run. Whoever opened the pull request may have written anything into it: it is data of a known
 * size and form, and whoever renders its texts shows them as texts.
 *
 * @param bytes the file
 * @param system the system that it has to be about
 * @throws UserError FORK_REPORT_INVALID
 */
export function parseForkReport(bytes: Uint8Array, system: string): ForkReport {
  if (bytes.byteLength > forkReportLimit) {
    throw invalid(`is ${bytes.byteLength} bytes large, and at most ${forkReportLimit} are read`);
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isDeeperThan(text, deepest)) throw invalid(`nests deeper than ${deepest} levels`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw invalid('is not JSON');
  }
  const read = v.safeParse(forkReportSchema, data);
  if (!read.success) throw invalid('has not the form of one');
  const report: ForkReport = read.output;
  if (report.system !== system) throw invalid('is about another system');
  const seen = new Set<string>();
  for (const { environment, plan } of report.entries) {
    if (seen.has(environment)) throw invalid(`holds ${environment} twice`);
    seen.add(environment);
    if (plan !== null && (plan.system !== system || plan.environment !== environment)) {
      throw invalid(`holds a plan of something else as that of ${environment}`);
    }
  }
  return report;
}

/** Says nothing of what the file holds: its texts are the fork's. */
function invalid(what: string): UserError {
  return new UserError(
    'FORK_REPORT_INVALID',
    `the report that the fork's run left ${what}; nothing was reported`,
  );
}

/** Counts brackets outside of strings, without reading the JSON. */
function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}
