import {
  nestedType,
  typeOf,
  type DeployedResource,
  type FakeResource,
  type FakeTemplate,
  type StackRecord,
} from './model.ts';
import type { Timeline } from './timeline.ts';

export interface World {
  readonly timeline: Timeline;
  readonly token: string | undefined;
  readonly retainExceptOnCreate: boolean;
  emit(
    stack: StackRecord,
    logicalId: string,
    status: string,
    details?: {
      reason?: string;
      physicalId?: string;
      type?: string;
      hook?: { type: string; reason: string };
    },
  ): void;
  /** The stack's own event; also its status. */
  emitSelf(stack: StackRecord, status: string, reason?: string): void;
  createChild(parent: StackRecord, logicalId: string): StackRecord;
  physicalId(stack: StackRecord, logicalId: string): string;
}

type Verb = 'CREATE' | 'UPDATE';
type Done = (failure: string | null) => void;

/** How long a stack needs to notice that it should stop the others; what fails within it fails by itself. *assumed* */
const cancelLatency = 50;

/** The forward half of an operation: makes and changes what the template says; the caller decides what a failure means. */
export class Deployment {
  readonly stack: StackRecord;
  readonly verb: Verb;
  /** Deployments of nested stacks, by logical id. */
  readonly nested = new Map<string, Deployment>();
  /** What stood before, for the way back. */
  readonly before: {
    readonly template: FakeTemplate;
    readonly resources: ReadonlyMap<string, DeployedResource>;
  };
  readonly #world: World;
  readonly #target: FakeTemplate;
  readonly #done: Done;
  readonly #waiting: Set<string>;
  readonly #moving = new Set<string>();
  readonly #standing = new Set<string>();
  readonly #failed: string[] = [];
  #failing = false;
  #cancelled = false;

  constructor(world: World, stack: StackRecord, target: FakeTemplate, verb: Verb, done: Done) {
    this.stack = stack;
    this.verb = verb;
    this.#world = world;
    this.#target = target;
    this.#done = done;
    this.before = {
      template: stack.template,
      resources: new Map([...stack.resources].map(([id, entry]) => [id, { ...entry }])),
    };
    this.#waiting = new Set(Object.keys(target.resources).filter((id) => this.#needsWork(id)));
    for (const id of Object.keys(target.resources)) if (!this.#waiting.has(id)) this.#standing.add(id);
    stack.template = target;
  }

  start(reason?: string): void {
    this.#world.emitSelf(this.stack, `${this.verb}_IN_PROGRESS`, reason);
    this.#world.timeline.after(10, () => {
      this.#step();
    });
  }

  /** A stack above has failed elsewhere. */
  cancel(): void {
    this.#cancelled = true;
    this.#failing = true;
    this.#cancelMoving();
    this.#step();
  }

  get failedIds(): readonly string[] {
    return this.#failed;
  }

  #needsWork(id: string): boolean {
    const now = this.stack.resources.get(id);
    const wanted = this.#target.resources[id];
    return now === undefined || JSON.stringify(now.resource) !== JSON.stringify(wanted);
  }

  #step(): void {
    if (!this.#failing) {
      for (const id of this.#waiting) {
        const needs = this.#target.resources[id]?.dependsOn ?? [];
        if (needs.every((need) => this.#standing.has(need))) this.#begin(id);
      }
    }
    if (this.#moving.size > 0) return;
    if (this.#failing) {
      const verb = this.verb === 'CREATE' ? 'create' : 'update';
      this.#done(`The following resource(s) failed to ${verb}: [${this.#failed.join(', ')}]. `);
    } else if (this.#waiting.size === 0) {
      this.#done(this.#target.fails ?? null);
    }
  }

  #begin(id: string): void {
    const resource = this.#target.resources[id];
    if (!resource) throw new Error(`no ${id} in the template`);
    const existing = this.stack.resources.get(id);
    const verb: Verb = existing ? 'UPDATE' : 'CREATE';
    this.#waiting.delete(id);
    this.#moving.add(id);
    this.#emit(id, `${verb}_IN_PROGRESS`, existing ? { physicalId: existing.physicalId } : {});
    if (resource.stack) this.#beginNested(id, resource, resource.stack, existing);
    else this.#beginPlain(id, resource, existing);
  }

  #beginPlain(id: string, resource: FakeResource, existing: DeployedResource | undefined): void {
    const { timeline } = this.#world;
    const takes = resource.takes ?? 1_000;
    const verb: Verb = existing ? 'UPDATE' : 'CREATE';
    timeline.after(takes / 2, () => {
      if (!this.#moving.has(id) || existing || resource.hook) return;
      this.#note(id, resource, this.#world.physicalId(this.stack, id), null, 'CREATE_IN_PROGRESS');
      this.#emit(id, 'CREATE_IN_PROGRESS', { reason: 'Resource creation Initiated' });
    });
    timeline.after(takes, () => {
      if (!this.#moving.has(id)) return;
      if (resource.hook) {
        this.#emit(id, `${verb}_IN_PROGRESS`, { hook: resource.hook });
        this.#end(id, verb, `The following hook(s) failed: [${resource.hook.type}]`);
      } else if (resource.fails !== undefined) {
        this.#end(id, verb, resource.fails);
      } else {
        const physicalId = this.stack.resources.get(id)?.physicalId ?? this.#world.physicalId(this.stack, id);
        this.#note(id, resource, physicalId, null, `${verb}_COMPLETE`);
        this.#end(id, verb, null);
      }
    });
  }

  #beginNested(
    id: string,
    resource: FakeResource,
    template: FakeTemplate,
    existing: DeployedResource | undefined,
  ): void {
    const verb: Verb = existing ? 'UPDATE' : 'CREATE';
    this.#world.timeline.after(20, () => {
      if (!this.#moving.has(id)) return;
      if (resource.fails !== undefined) {
        this.#end(id, verb, resource.fails);
        return;
      }
      const child = existing?.child ?? this.#world.createChild(this.stack, id);
      if (!existing) {
        this.#note(id, resource, child.id, child, 'CREATE_IN_PROGRESS');
        this.#emit(id, 'CREATE_IN_PROGRESS', { reason: 'Resource creation Initiated' });
      }
      const deployment = new Deployment(this.#world, child, template, verb, (failure) => {
        if (failure !== null) this.#world.emitSelf(child, `${verb}_FAILED`, failure);
        else if (verb === 'CREATE') this.#world.emitSelf(child, 'CREATE_COMPLETE');
        else this.#world.emitSelf(child, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
        if (failure === null) child.outputs = template.outputs ?? {};
        this.#world.timeline.after(20, () => {
          if (!this.#moving.has(id)) return;
          const done = verb === 'CREATE' ? 'created' : 'updated';
          const cancelled = deployment.#cancelled
            ? `Resource ${verb === 'CREATE' ? 'creation' : 'update'} cancelled`
            : null;
          const echo = `Embedded stack ${child.id} was not successfully ${done}: ${failure ?? ''}`;
          if (failure === null) this.#note(id, resource, child.id, child, `${verb}_COMPLETE`);
          this.#end(id, verb, failure === null ? null : (cancelled ?? echo));
        });
      });
      this.nested.set(id, deployment);
      deployment.start();
    });
  }

  #end(id: string, verb: Verb, failure: string | null): void {
    this.#moving.delete(id);
    this.#emit(
      id,
      failure === null ? `${verb}_COMPLETE` : `${verb}_FAILED`,
      failure === null ? {} : { reason: failure },
    );
    if (failure === null) {
      this.#standing.add(id);
    } else {
      this.#failed.push(id);
      const deployed = this.stack.resources.get(id);
      if (deployed) deployed.status = `${verb}_FAILED`;
      if (!this.#failing) {
        this.#failing = true;
        this.#world.timeline.after(cancelLatency, () => {
          this.#cancelMoving();
          this.#step();
        });
        return;
      }
    }
    this.#step();
  }

  #cancelMoving(): void {
    for (const id of [...this.#moving]) {
      const nested = this.nested.get(id);
      if (nested) {
        if (!nested.#cancelled) nested.cancel();
        continue;
      }
      const verb = this.before.resources.has(id) ? 'update' : 'creation';
      this.#end(id, verb === 'update' ? 'UPDATE' : 'CREATE', `Resource ${verb} cancelled`);
    }
  }

  #note(
    id: string,
    resource: FakeResource,
    physicalId: string,
    child: StackRecord | null,
    status: string,
  ): void {
    this.stack.resources.set(id, { type: typeOf(resource), physicalId, status, resource, child });
  }

  #emit(
    id: string,
    status: string,
    details: { reason?: string; physicalId?: string; hook?: { type: string; reason: string } } = {},
  ): void {
    const resource = this.#target.resources[id];
    const physicalId = details.physicalId ?? this.stack.resources.get(id)?.physicalId;
    this.#world.emit(this.stack, id, status, {
      type: resource ? typeOf(resource) : nestedType,
      ...(physicalId === undefined ? {} : { physicalId }),
      ...(details.reason === undefined ? {} : { reason: details.reason }),
      ...(details.hook === undefined ? {} : { hook: details.hook }),
    });
  }
}
