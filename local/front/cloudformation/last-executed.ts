import type { FrontResponse } from '../message.ts';
import { parseXml, textAt, xmlEscape, xmlUnescape } from '../xml.ts';

/** Which change set each root stack's last operation executed: `ChangeSetId` of DescribeStacks, which the emulator leaves out. */
export interface LastExecuted {
  /** @param stackId the stack's ARN */
  remember(stackId: string, changeSetId: string): void;
  /** @param answer of UpdateStack: an update without a change set */
  forget(answer: FrontResponse): void;
  /** @param answer of DescribeStacks */
  shownIn(answer: FrontResponse): FrontResponse;
}

export function lastExecuted(): LastExecuted {
  const byStack = new Map<string, string>();
  return {
    remember: (stackId, changeSetId) => void byStack.set(stackId, changeSetId),
    forget: (answer) => {
      if (answer.status !== 200) return;
      byStack.delete(textAt(parseXml(answer.body.toString()), 'UpdateStackResult', 'StackId') ?? '');
    },
    shownIn: (answer) => {
      if (answer.status !== 200) return answer;
      const body = answer.body
        .toString()
        .replaceAll(/<StackId>([^<]*)<\/StackId>/g, (whole, stackId: string) => {
          const changeSetId = byStack.get(xmlUnescape(stackId));
          return changeSetId === undefined
            ? whole
            : `${whole}<ChangeSetId>${xmlEscape(changeSetId)}</ChangeSetId>`;
        });
      return { ...answer, body: Buffer.from(body) };
    },
  };
}
