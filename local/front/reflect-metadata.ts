/**
 * The two functions of the Reflect metadata proposal that `@peculiar/x509`'s container asks for when it is loaded
 * (https://rbuckton.github.io/reflect-metadata/); it stores nothing else there. To be imported before it.
 */
const store = new WeakMap<object, Map<string, unknown>>();

function defineMetadata(key: string, value: unknown, target: object): void {
  const known = store.get(target) ?? new Map<string, unknown>();
  store.set(target, known.set(key, value));
}

function getMetadata(key: string, target: object): unknown {
  for (let place: object | null = target; place !== null; place = Reflect.getPrototypeOf(place)) {
    const known = store.get(place);
    if (known?.has(key) === true) return known.get(key);
  }
  return undefined;
}

function getOwnMetadata(key: string, target: object): unknown {
  return store.get(target)?.get(key);
}

if (!('getMetadata' in Reflect)) Object.assign(Reflect, { defineMetadata, getMetadata, getOwnMetadata });
