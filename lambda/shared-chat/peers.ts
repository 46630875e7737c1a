import { ApiGatewayManagementApi, GoneException } from '@aws-sdk/client-apigatewaymanagementapi';

/** Reaches the clients behind open connections. */
export interface Peers {
  /** `gone` where the connection is no more. */
  send(connectionId: string, message: object): Promise<'sent' | 'gone'>;
  /** Ends a connection; one that is no more is no error. */
  close(connectionId: string): Promise<void>;
}

/** As much of the management API as is used; the SDK's client satisfies it. */
export interface ManagementApi {
  postToConnection(input: { ConnectionId: string; Data: string }): Promise<unknown>;
  deleteConnection(input: { ConnectionId: string }): Promise<unknown>;
}

/** A connection that has ended answers 410 (API Gateway Developer Guide, "Use @connections commands in your backend service"). */
export function peersBy(api: ManagementApi): Peers {
  return {
    send: async (connectionId, message) => {
      try {
        await api.postToConnection({ ConnectionId: connectionId, Data: JSON.stringify(message) });
        return 'sent';
      } catch (error) {
        if (error instanceof GoneException) return 'gone';
        throw error;
      }
    },
    close: async (connectionId) => {
      try {
        await api.deleteConnection({ ConnectionId: connectionId });
      } catch (error) {
        if (!(error instanceof GoneException)) throw error;
      }
    },
  };
}

/** @param endpoint `https://<api>.execute-api.<region>.amazonaws.com/<stage>` */
export function openPeers(endpoint: string): Peers {
  return peersBy(new ApiGatewayManagementApi({ endpoint }));
}
