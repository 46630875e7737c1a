import type { CloudFrontRequestEvent, CloudFrontRequestResult, CloudFrontResultResponse } from 'aws-lambda';

/** CloudFront Developer Guide, "Lambda@Edge event structure", "Example viewer request". */
export function viewerRequestEvent(
  uri: string,
  headers: Readonly<Record<string, readonly string[]>> = {},
  method = 'GET',
): CloudFrontRequestEvent {
  return {
    Records: [
      {
        cf: {
          config: {
            distributionDomainName: 'd111111abcdef8.cloudfront.net',
            distributionId: 'EDFDVBD6EXAMPLE',
            eventType: 'viewer-request',
            requestId: '4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ==',
          },
          request: {
            clientIp: '203.0.113.178',
            headers: {
              host: [{ key: 'Host', value: 'd111111abcdef8.cloudfront.net' }],
              'user-agent': [{ key: 'User-Agent', value: 'curl/7.66.0' }],
              ...Object.fromEntries(
                Object.entries(headers).map(([key, values]) => [
                  key.toLowerCase(),
                  values.map((value) => ({ key, value })),
                ]),
              ),
            },
            method,
            querystring: '',
            uri,
          },
        },
      },
    ],
  };
}

export function isAnswer(result: CloudFrontRequestResult): result is CloudFrontResultResponse {
  return typeof result === 'object' && result !== null && 'status' in result;
}

export const basic = (userAndPassword: string): string =>
  `Basic ${Buffer.from(userAndPassword).toString('base64')}`;
