import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalAws } from '../../local/local-aws.ts';
import type { DeploymentResult } from '../../src/deployment/result.ts';
import { reportPage, type ReportSection, type ReportStep } from '../../src/report/html/report-page.ts';
import type { PlanResult, PromoteResult } from './acts/results.ts';
import type { PlayedStep } from './rehearsal.ts';

export interface Address {
  readonly name: string;
  readonly url: string;
}

/** Where the three sites can be opened in a browser of this machine; empty where nothing was deployed. */
export function addressesOf(local: LocalAws, steps: readonly PlayedStep[]): readonly Address[] {
  const deployments = steps.flatMap((step) => deploymentsOf(step.results['promote']));
  const urls = new Map<string, string>();
  for (const { environment, outputs } of deployments) {
    const url = outputs['app']?.['SiteUrl'];
    if (url !== undefined) urls.set(environment, url);
  }
  return [...urls].flatMap(([environment, url]) => {
    const label = /^https:\/\/([A-Za-z0-9]+)\.cloudfront\.net/.exec(url)?.[1];
    return label === undefined
      ? []
      : [{ name: environment, url: `http://${label}.cloudfront.localhost:${local.port}/` }];
  });
}

export interface WriteReportsInput {
  readonly out: string;
  readonly ok: boolean;
  readonly steps: readonly PlayedStep[];
  readonly addresses: readonly Address[];
  /** The board of environments as the command line prints it. */
  readonly board: string;
  readonly placeholders: unknown;
  readonly startedAt: Date;
  /** Milliseconds. */
  readonly took: number;
}

/** Writes `report.json` with all that happened, and the same as a page to look at. */
export async function writeReports(
  input: WriteReportsInput,
): Promise<{ readonly json: string; readonly html: string }> {
  const { out, ok, steps, addresses, board, placeholders, startedAt, took } = input;
  const json = join(out, 'report.json');
  const html = join(out, 'report.html');
  const report = {
    schema: 1,
    ok,
    startedAt: startedAt.toISOString(),
    took: Math.round(took),
    steps,
    addresses,
    placeholders,
  };
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  const page = reportPage({
    title: 'Slipway rehearsal: companycam',
    subtitle: `${ok ? 'all went as it should' : 'not all went as it should'} · ${startedAt.toISOString()} · ${(took / 1000).toFixed(1)} s`,
    sections: [
      { kind: 'text', title: 'The board at the end', text: board },
      { kind: 'steps', steps: steps.map(reportStep) },
    ],
  });
  await writeFile(html, page);
  return { json, html };
}

function reportStep({ title, ok, took, expectations, results }: PlayedStep): ReportStep {
  const plans = ((results['plan'] as PlanResult | undefined)?.entries ?? []).flatMap(
    ({ plan }) => plan ?? [],
  );
  const deployments = ['promote', 'deploy', 'rollback'].flatMap((name) => deploymentsOf(results[name]));
  const sections: readonly ReportSection[] = [
    ...plans.map((plan) => ({ kind: 'plan', plan }) as const),
    ...deployments.map((result) => ({ kind: 'deployment', result }) as const),
  ];
  return { title, ok, took, expectations, sections };
}

/** A promotion holds several deployments, `deploy` and `rollback` are one. */
function deploymentsOf(result: unknown): readonly DeploymentResult[] {
  if (typeof result !== 'object' || result === null) return [];
  if ('deployments' in result) return (result as PromoteResult).deployments;
  return 'outcome' in result ? [result as DeploymentResult] : [];
}
