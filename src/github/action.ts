import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Position } from '../errors/position.ts';
import type { Session } from '../deployment/target.ts';
import type { ActionIo } from './action-io.ts';
import { makeLog, type ActionLog } from './action-log.ts';
import { annotationCommands, type Annotation } from './annotations.ts';
import type { GitHubApi } from './api/github-api.ts';
import { fitSummary } from './job-summary.ts';
import { Masks } from './masks.ts';
import { fileEntry } from './workflow-commands.ts';

/** The files by which the runner takes what an action hands on (Docs, "Environment files"). */
const runnerFiles = { output: 'GITHUB_OUTPUT', state: 'GITHUB_STATE', summary: 'GITHUB_STEP_SUMMARY' };

/** How an action ends; `failed`: what it did has failed, and it has said so. */
export type ActionEnd = 'succeeded' | 'failed';

/** What an action opens of the world; others are handed in by tests. */
export interface Openers {
  /** What the steps of a deployment act with, as the job that runs. */
  openSession(action: Action): Promise<Session>;
  /** GitHub's API for the repository that runs the workflow. */
  openGitHub(action: Action, token: string): Promise<GitHubApi>;
}

/** One action that runs: what it says and hands on, in GitHub's ways. */
export class Action {
  /** `change-set`. */
  readonly name: string;
  readonly io: ActionIo;
  readonly log: ActionLog;
  readonly masks: Masks;
  readonly #openers: Openers;
  readonly #annotations: Annotation[] = [];
  readonly #sections: string[] = [];
  #warned = 0;

  constructor(name: string, io: ActionIo, openers: Openers) {
    this.name = name;
    this.io = io;
    this.#openers = openers;
    this.masks = new Masks(io.write);
    this.log = makeLog(io.write, () => {
      this.#warned += 1;
    });
  }

  /** The folder of the checkout. */
  get workspace(): string {
    return this.io.env['GITHUB_WORKSPACE'] ?? process.cwd();
  }

  /** The folder that holds params/ and templates/: the input `working-directory`. */
  get root(): string {
    return join(this.workspace, this.io.env['INPUT_WORKING-DIRECTORY'] ?? '.');
  }

  openSession(): Promise<Session> {
    return this.#openers.openSession(this);
  }

  openGitHub(token: string): Promise<GitHubApi> {
    this.masks.add(token);
    return this.#openers.openGitHub(this, token);
  }

  /** Hands a value to later steps. */
  output(name: string, value: string | number | boolean): void {
    this.#append('output', fileEntry(name, String(value), crypto.randomUUID()));
  }

  outputs(values: Readonly<Record<string, string | number | boolean>>): void {
    for (const [name, value] of Object.entries(values)) this.output(name, value);
  }

  /** Hands a text to this action's post step. */
  saveState(name: string, value: string): void {
    this.#append('state', fileEntry(name, value, crypto.randomUUID()));
  }

  /** What the main step has saved for the post step; empty where it saved nothing. */
  state(name: string): string {
    return this.io.env[`STATE_${name}`] ?? '';
  }

  annotate(...annotations: readonly Annotation[]): void {
    this.#annotations.push(...annotations);
  }

  /** A section of the job's summary, in Markdown. */
  summarize(markdown: string): void {
    this.#sections.push(markdown);
  }

  /** A place in the repository as an annotation wants it: relative to the workspace. */
  place(at: Position | null | undefined): Position | null {
    return at === null || at === undefined
      ? null
      : { ...at, file: relative(this.workspace, join(this.root, at.file)).replaceAll('\\', '/') };
  }

  /** Prints annotations and writes the summary; at the end, once. */
  finish(): void {
    for (const line of annotationCommands(this.#annotations, { warning: this.#warned })) this.io.write(line);
    if (this.#sections.length > 0) this.#append('summary', fitSummary(this.#sections));
  }

  /** A runner without such a file (an old one) loses the value, not the run. */
  #append(kind: keyof typeof runnerFiles, text: string): void {
    const file = this.io.env[runnerFiles[kind]];
    if (file !== undefined && file !== '') appendFileSync(file, text);
  }
}
