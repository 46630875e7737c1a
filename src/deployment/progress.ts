import type { SmokeReport } from '../smoke/report.ts';
import type { StackEvent } from '../stacks/stack-event.ts';
import type { StackOutcome } from '../stacks/failure.ts';

/** What happens while a deployment runs, in order; renderers decide how much of it to show. */
export type DeploymentEvent =
  | {
      readonly kind: 'stack-started';
      readonly stack: string;
      readonly stackName: string;
      readonly outcome: 'create' | 'change';
    }
  | { readonly kind: 'stack-event'; readonly stack: string; readonly event: StackEvent }
  | { readonly kind: 'stack-unchanged'; readonly stack: string; readonly stackName: string }
  | {
      readonly kind: 'stack-finished';
      readonly stack: string;
      readonly stackName: string;
      readonly result: StackOutcome;
    }
  | {
      readonly kind: 'site-published';
      readonly written: number;
      readonly total: number;
      readonly bytes: number;
      readonly took: number;
    }
  | { readonly kind: 'edge-serving'; readonly invalidated: number; readonly took: number }
  | { readonly kind: 'smoke-finished'; readonly report: SmokeReport };

/** Takes events as they come; must not throw. */
export type OnDeploymentEvent = (event: DeploymentEvent) => void;
