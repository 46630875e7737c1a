import { fault } from './answers.ts';
import { nestedType, typeOf, type FakeResource, type FakeTemplate, type StackRecord } from './model.ts';
import type { World } from './operation.ts';
import type { Timeline } from './timeline.ts';

/** The stacks of one account and region, and how their events are told. */
export class Region {
  readonly stacks: StackRecord[] = [];
  /** Logical ids whose physical id no event tells, not even in a reason. */
  readonly hidden = new Set<string>();
  readonly #timeline: Timeline;
  #serial = 0;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** Makes a stack with its nested stacks as if it had been created, in the state that `status` says. */
  stands(name: string, template: FakeTemplate, status: string): StackRecord {
    const stack = this.add(name, null);
    const world = this.world();
    world.emitSelf(stack, 'CREATE_IN_PROGRESS');
    this.#fill(world, stack, template);
    world.emitSelf(stack, 'CREATE_COMPLETE');
    if (status !== 'CREATE_COMPLETE') world.emitSelf(stack, status);
    return stack;
  }

  add(name: string, parent: StackRecord | null): StackRecord {
    const stack: StackRecord = {
      id: `arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/${this.serial()}`,
      name,
      parent,
      status: '',
      reason: undefined,
      template: { resources: {} },
      resources: new Map(),
      outputs: {},
      changeSetId: undefined,
      events: [],
    };
    this.stacks.push(stack);
    return stack;
  }

  named(name: string): StackRecord | undefined {
    return this.stacks.findLast((stack) => stack.name === name && stack.status !== 'DELETE_COMPLETE');
  }

  find(nameOrArn: string | undefined): StackRecord {
    const stack = this.stacks.find(({ id }) => id === nameOrArn) ?? this.named(nameOrArn ?? '');
    if (!stack) throw fault('ValidationError', `Stack with id ${nameOrArn ?? ''} does not exist`);
    return stack;
  }

  serial(): string {
    this.#serial += 1;
    return `x${this.#serial.toString(36)}`;
  }

  /** @param token of the request that started the operation; all its events carry it */
  world(token?: string, retainExceptOnCreate = false): World {
    const world: World = {
      timeline: this.#timeline,
      token,
      retainExceptOnCreate,
      emit: (stack, logicalId, status, details = {}) => {
        stack.events.push({
          id: `${logicalId}-${status}-${this.serial()}`,
          time: this.#timeline.now,
          stackId: stack.id,
          stackName: stack.name,
          logicalId,
          physicalId: this.hidden.has(logicalId) ? undefined : details.physicalId,
          type: details.type ?? nestedType,
          status,
          reason: this.hidden.has(logicalId) ? details.reason?.replace(/arn:\S+ /, '') : details.reason,
          token,
          hook: details.hook && { ...details.hook, status: 'HOOK_COMPLETE_FAILED' },
        });
      },
      emitSelf: (stack, status, reason) => {
        stack.status = status;
        stack.reason = reason;
        const why = reason === undefined ? {} : { reason };
        world.emit(stack, stack.name, status, { physicalId: stack.id, ...why });
      },
      createChild: (parent, logicalId) =>
        this.add(`${parent.name}-${logicalId}-${this.serial().toUpperCase()}`, parent),
      physicalId: (stack, logicalId) => `${stack.name}-${logicalId}-${this.serial()}`.toLowerCase(),
    };
    return world;
  }

  #fill(world: World, stack: StackRecord, template: FakeTemplate): void {
    stack.template = template;
    stack.outputs = template.outputs ?? {};
    for (const [id, resource] of Object.entries<FakeResource>(template.resources)) {
      const child = resource.stack ? world.createChild(stack, id) : null;
      if (child && resource.stack) {
        world.emitSelf(child, 'CREATE_IN_PROGRESS');
        this.#fill(world, child, resource.stack);
        world.emitSelf(child, 'CREATE_COMPLETE');
      }
      const type = typeOf(resource);
      const physicalId = child?.id ?? world.physicalId(stack, id);
      stack.resources.set(id, { type, physicalId, status: 'CREATE_COMPLETE', resource, child });
      world.emit(stack, id, 'CREATE_COMPLETE', { type, physicalId });
    }
  }
}
