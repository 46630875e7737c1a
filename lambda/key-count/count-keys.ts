import { field, type CallAws } from '../shared-aws/call-aws.ts';

/** Keys on a page; GetApiKeys gives 500 at most. */
const page = '500';

/** Counts the API keys of the account and region, whoever made them, page by page. Throws `AwsRefusal`. */
export async function countKeys(call: CallAws): Promise<number> {
  let count = 0;
  let position: string | undefined;
  do {
    const answer = await call({
      service: 'apigateway',
      method: 'GET',
      path: '/apikeys',
      query: { limit: page, ...(position === undefined ? {} : { position }) },
    });
    const items = field(answer, 'item');
    count += Array.isArray(items) ? items.length : 0;
    const next = field(answer, 'position');
    position = typeof next === 'string' && next !== '' ? next : undefined;
  } while (position !== undefined);
  return count;
}
