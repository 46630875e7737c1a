import { GoneException } from '@aws-sdk/client-apigatewaymanagementapi';
import type { ManagementApi } from '../../../lambda/shared-chat/peers.ts';

/** See README.md. */
export class FakeManagementApi implements ManagementApi {
  /** What each open connection has got. */
  readonly open = new Map<string, unknown[]>();
  /** Connections that answer with another error than that they are gone. */
  readonly broken = new Set<string>();

  postToConnection({ ConnectionId, Data }: { ConnectionId: string; Data: string }): Promise<object> {
    if (this.broken.has(ConnectionId)) return Promise.reject(new Error('LimitExceededException'));
    const got = this.open.get(ConnectionId);
    if (got === undefined) return Promise.reject(gone());
    if (Buffer.byteLength(Data) > 128 * 1024) return Promise.reject(new Error('PayloadTooLargeException'));
    got.push(JSON.parse(Data));
    return Promise.resolve({});
  }

  deleteConnection({ ConnectionId }: { ConnectionId: string }): Promise<object> {
    return this.open.delete(ConnectionId) ? Promise.resolve({}) : Promise.reject(gone());
  }
}

function gone(): GoneException {
  return new GoneException({ message: 'gone', $metadata: { httpStatusCode: 410 } });
}
