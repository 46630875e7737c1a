import type { Evaluated } from '../../template/evaluated.ts';
import { fixed, notSettled, type ResourcePrice } from './fixed-price.ts';
import type { CacheEngine } from './price-table.ts';
import { entry, settledCount, settledItems, settledText } from './settled-property.ts';

const engines: Readonly<Record<string, CacheEngine>> = {
  redis: 'Redis',
  valkey: 'Valkey',
  memcached: 'Memcached',
};

/** Backups above what is free, and traffic between zones. */
const use = 'backups and traffic';

/** A replication group: each of its nodes is paid by the hour (ElastiCache's pricing page). */
export function replicationGroupPrice(properties: Evaluated, region: string): ResourcePrice {
  return nodesPrice(properties, groupNodes(properties), region);
}

/** A cluster, which is one node unless it says more (resource reference, `NumCacheNodes`). */
export function cacheClusterPrice(properties: Evaluated, region: string): ResourcePrice {
  // A member of a replication group is one of the nodes that the group has.
  return nodesPrice(properties, settledCount(entry(properties, 'NumCacheNodes'), 1), region);
}

/**
 * Nodes of a group: shards with a primary and its replicas each; or, without shards, so many in all, one unless said
 * (resource reference, ReplicationGroup: `NumNodeGroups` is 1 where it is left out, `NumCacheClusters` too).
 */
function groupNodes(properties: Evaluated): number | null {
  const replicas = entry(properties, 'ReplicasPerNodeGroup');
  const shards = entry(properties, 'NodeGroupConfiguration');
  if (shards !== undefined) {
    const counts = settledItems(shards)?.map((shard) => {
      const own = settledCount(entry(shard, 'ReplicaCount') ?? replicas, 0);
      return own === null ? null : own + 1;
    });
    return (
      counts?.reduce((sum: number | null, each) => (sum === null || each === null ? null : sum + each), 0) ??
      null
    );
  }
  const groups = entry(properties, 'NumNodeGroups');
  if (groups === undefined && replicas === undefined)
    return settledCount(entry(properties, 'NumCacheClusters'), 1);
  const [of, each] = [settledCount(groups, 1), settledCount(replicas, 0)];
  return of === null || each === null ? null : of * (1 + each);
}

function nodesPrice(properties: Evaluated, count: number | null, region: string): ResourcePrice {
  const type = settledText(entry(properties, 'CacheNodeType'), '');
  const engine = engines[settledText(entry(properties, 'Engine'), 'redis') ?? ''];
  const version = settledText(entry(properties, 'EngineVersion'), '');
  const size = [type, engine, version, count];
  // A member of a global group has its node type from there.
  if (type === null || type === '' || engine === undefined || version === null || count === null)
    return notSettled(size);
  if (engine === 'Redis' && /^[0-5]\./.test(version))
    return {
      kind: 'not priced',
      why: `Redis ${version} is past its standard support, which costs more than its nodes`,
      size,
    };
  return fixed([{ what: `a ${type} node of ${engine}`, count }], region, use);
}
