import { keyOf, type TreeEvent } from './tree-event.ts';

interface Stream {
  readonly key: string;
  readonly depth: number;
  readonly events: readonly TreeEvent[];
  position: number;
}

/**
 * One order for the events of a tree. Each stack's own order stays as it is; between stacks time decides, and where it
 * does not (milliseconds), what a nested stack says comes after its parent began it and before its parent ended it.
 * @param events each stack's in its own order, oldest first
 */
export function mergeEvents(events: readonly TreeEvent[]): readonly TreeEvent[] {
  const streams = streamsOf(events);
  const unopened = new Set(
    events.filter((event) => !event.self).map((event) => keyOf([...event.path, event.logicalId])),
  );
  const merged: TreeEvent[] = [];
  for (;;) {
    const next = nextOf(streams, unopened);
    if (!next) return merged;
    const event = next.events[next.position];
    if (event) {
      merged.push(event);
      if (!event.self) unopened.delete(keyOf([...event.path, event.logicalId]));
    }
    next.position += 1;
  }
}

function streamsOf(events: readonly TreeEvent[]): readonly Stream[] {
  const byStack = new Map<string, TreeEvent[]>();
  for (const event of events) {
    const own = byStack.get(event.stackId);
    if (own) own.push(event);
    else byStack.set(event.stackId, [event]);
  }
  return [...byStack.values()].map((own) => {
    const path = own[0]?.path ?? [];
    return { key: keyOf(path), depth: path.length, events: own, position: 0 };
  });
}

/** The stream whose next event is the earliest; of equal ones the deepest that its parent has begun. */
function nextOf(streams: readonly Stream[], unopened: ReadonlySet<string>): Stream | undefined {
  let best: Stream | undefined;
  for (const stream of streams) {
    const event = stream.events[stream.position];
    if (!event) continue;
    const rival = best?.events[best.position];
    if (!best || !rival || event.time < rival.time) {
      best = stream;
    } else if (event.time === rival.time && isOpen(stream, unopened)) {
      if (!isOpen(best, unopened) || stream.depth > best.depth) best = stream;
    }
  }
  return best;
}

function isOpen(stream: Stream, unopened: ReadonlySet<string>): boolean {
  return !unopened.has(stream.key);
}
