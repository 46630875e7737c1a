/** One line of `act --json` (act 0.2.89, pkg/runner/logger.go and command.go). */
interface LogLine {
  readonly job?: string;
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly jobResult?: 'success' | 'failure' | 'skipped';
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly stage?: 'Pre' | 'Main' | 'Post';
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>> | null;
  readonly raw_output?: boolean;
  readonly level?: string;
  readonly msg?: string;
}

export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly at: Readonly<Record<string, string>>;
}

/** A job that ran. One that was skipped is in no log. */
export interface JobResult {
  /** The job's key in its workflow file. */
  readonly id: string;
  /** `<calling job>/<workflow>/<job's name>`. */
  readonly path: string;
  /** The name as it stands in the list of jobs, and at an approval. */
  readonly name: string;
  readonly result: 'success' | 'failure' | 'unknown';
  /** Results of steps by id, or by position where they have none; of their post steps as `<id>:post`. */
  readonly steps: Readonly<Record<string, string>>;
  /** Of steps, by id. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What the steps printed. */
  readonly output: string;
}

/** Reads the log of a run; jobs stand in the order in which they began. */
export function readLog(text: string): readonly JobResult[] {
  const lines = new Map<string, LogLine[]>();
  for (const line of text.split('\n')) {
    if (!line.startsWith('{')) continue;
    const parsed = JSON.parse(line) as LogLine;
    if (parsed.job === undefined || parsed.jobID === undefined) continue;
    const path = parsed.job.trim();
    lines.set(path, [...(lines.get(path) ?? []), parsed]);
  }
  return [...lines]
    .filter(([, ofJob]) => ofJob.some(({ jobResult, step }) => jobResult !== undefined || step !== undefined))
    .map(([path, ofJob]) => jobOf(path, ofJob));
}

function jobOf(path: string, lines: readonly LogLine[]): JobResult {
  const steps: Record<string, string> = {};
  const outputs: Record<string, Record<string, string>> = {};
  const annotations: Annotation[] = [];
  const summary: string[] = [];
  const output: string[] = [];
  for (const line of lines) {
    const id = line.stepID?.at(-1);
    if (id !== undefined && line.stepResult !== undefined)
      steps[line.stage === 'Post' ? `${id}:post` : id] = line.stepResult;
    if (line.raw_output === true || line.level === 'error') output.push(line.msg ?? '');
    switch (line.command) {
      case 'set-output':
        if (id !== undefined) outputs[id] = { ...outputs[id], [line.name ?? '']: line.arg ?? '' };
        break;
      case 'summary':
        summary.push(line.content ?? '');
        break;
      case 'error':
      case 'warning':
      case 'notice':
        annotations.push({ kind: line.command, message: line.arg ?? '', at: line.kvPairs ?? {} });
        break;
      default:
    }
  }
  return {
    id: lines[0]?.jobID ?? '',
    path,
    name: nameOf(path, lines),
    result: resultOf(lines),
    steps,
    outputs,
    summary: summary.join('\n'),
    annotations,
    output: output.join(''),
  };
}

/** act numbers the jobs of a matrix behind their names. */
function nameOf(path: string, lines: readonly LogLine[]): string {
  const name = path.split('/').at(-1) ?? path;
  const isOfMatrix = Object.keys(lines[0]?.matrix ?? {}).length > 0;
  return isOfMatrix ? name.replace(/-\d+$/, '') : name;
}

function resultOf(lines: readonly LogLine[]): JobResult['result'] {
  const result = lines.findLast(({ jobResult }) => jobResult !== undefined)?.jobResult;
  return result === 'success' || result === 'failure' ? result : 'unknown';
}
