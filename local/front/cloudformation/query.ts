import type { Emulators } from '../emulators.ts';
import type { FrontResponse } from '../message.ts';
import { at, parseXml, textAt, type XmlElement } from '../xml.ts';

/** Fields of a call in AWS' query protocol. */
export type Form = Readonly<Record<string, string>>;

/** A refusal by the emulator's CloudFormation. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** CloudFormation of one account and region, called as the account's root. */
export interface CloudFormation {
  readonly account: string;
  readonly region: string;
  /** The `<Action>Result` element. @throws Refusal */
  call(action: string, form: Form): Promise<XmlElement>;
  /** The text of a template in S3, by the URL that a template gives. @throws Refusal */
  templateAt(url: string): Promise<string>;
}

export function cloudFormationOf(emulators: Emulators, account: string, region: string): CloudFormation {
  return {
    account,
    region,
    call: async (action, form) => {
      const answer = await emulators.asRoot(account, {
        service: 'cloudformation',
        region,
        headers: [['content-type', 'application/x-www-form-urlencoded']],
        body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...form }).toString(),
      });
      if (answer.status >= 400) throw refusalOf(answer);
      return at(parseXml(answer.body.toString()), `${action}Result`) ?? { name: '', text: '', children: [] };
    },
    templateAt: async (url) => {
      const answer = await emulators.asRoot(account, {
        service: 's3',
        region,
        method: 'GET',
        target: new URL(url).pathname,
      });
      if (answer.status !== 200)
        throw new Refusal('ValidationError', `S3 error: Access Denied. Template URL ${url}`);
      return answer.body.toString();
    },
  };
}

function refusalOf(answer: FrontResponse): Refusal {
  const error = parseXml(answer.body.toString());
  return new Refusal(
    textAt(error, 'Error', 'Code') ?? 'InternalFailure',
    textAt(error, 'Error', 'Message') ?? `HTTP ${answer.status}`,
  );
}

/** `Prefix.member.1.Key`, `Prefix.member.1.Value`, … of a list of maps. */
export function members(prefix: string, items: readonly Readonly<Record<string, string>>[]): Form {
  return Object.fromEntries(
    items.flatMap((item, index) =>
      Object.entries(item).map(([key, value]) => [`${prefix}.member.${index + 1}.${key}`, value] as const),
    ),
  );
}

/** The fields of a form that belong to a list, unchanged. */
export function fieldsOf(form: URLSearchParams, prefix: string): Form {
  return Object.fromEntries(
    [...form].filter(([name]) => name === prefix || name.startsWith(`${prefix}.member.`)),
  );
}

/** The texts of the `<member>` elements of a list. */
export function memberTexts(list: XmlElement | undefined): readonly string[] {
  return list?.children.map((member) => member.text) ?? [];
}
