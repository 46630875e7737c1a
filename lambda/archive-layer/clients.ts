import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SecretsApi } from './secrets.ts';
import type { TableApi } from './tracker.ts';

/** AWS Secrets Manager in the function's region, with the function's role. */
export const secretsClient = (): SecretsApi => {
  const client = new SecretsManager();
  return {
    getSecretValue: (input) => client.getSecretValue(input),
    putSecretValue: (input) => client.putSecretValue(input),
  };
};

/** Amazon DynamoDB in the function's region, with the function's role. */
export const tableClient = (): TableApi => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient());
  return {
    get: (input) => client.send(new GetCommand(input)),
    put: (input) => client.send(new PutCommand(input)),
    batchGet: (input) => client.send(new BatchGetCommand(input)),
  };
};
