import { xmlResponse, type FrontResponse } from '../message.ts';
import { xmlEscape, type XmlElement } from '../xml.ts';
import { rootOf, type Change, type Detail, type HeldSet } from './held.ts';

const namespace = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

/** How many changes one answer of DescribeChangeSet holds (assumed; AWS cuts by size). */
const changesPerPage = 100;

export interface DescribeOptions {
  readonly propertyValues: boolean;
  /** Index of the first change, from the request's NextToken. */
  readonly from: number;
}

export function actionResponse(action: string, inner: string): FrontResponse {
  return xmlResponse(
    200,
    `<?xml version="1.0" encoding="UTF-8"?><${action}Response xmlns="${namespace}"><${action}Result>${inner}</${action}Result>` +
      `<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${action}Response>`,
  );
}

export function errorResponse(code: string, message: string, status = 400): FrontResponse {
  return xmlResponse(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code>` +
      `<Message>${xmlEscape(message)}</Message></Error></ErrorResponse>`,
  );
}

/** DescribeChangeSet's answer. */
export function describeResponse(set: HeldSet, options: DescribeOptions): FrontResponse {
  const page = set.changes.slice(options.from, options.from + changesPerPage);
  const next = options.from + changesPerPage;
  return actionResponse(
    'DescribeChangeSet',
    summary(set) +
      element('ChangeSetType', set.type) +
      element('OnStackFailure', set.onStackFailure) +
      list('Capabilities', set.capabilities.map(xmlEscape)) +
      list('Parameters', set.parameters.map(innerOf)) +
      list('Tags', set.tags.map(innerOf)) +
      list(
        'Changes',
        page.map((change) => `<Type>Resource</Type>${resourceChange(change, options.propertyValues)}`),
      ) +
      element('NextToken', next < set.changes.length ? String(next) : undefined),
  );
}

/** One element of ListChangeSets' answer; DescribeChangeSet tells the same, and more. */
export function summary(set: HeldSet): string {
  return (
    element('ChangeSetId', set.id) +
    element('ChangeSetName', set.name) +
    element('StackId', set.stackId) +
    element('StackName', set.stackName) +
    element('CreationTime', set.createdAt) +
    element('Description', set.description) +
    element('Status', set.status) +
    element('StatusReason', set.statusReason) +
    element('ExecutionStatus', set.executionStatus) +
    element('IncludeNestedStacks', String(set.includeNested)) +
    element('ParentChangeSetId', set.parent?.id) +
    element('RootChangeSetId', set.includeNested ? rootOf(set).id : undefined)
  );
}

export function list(name: string, items: readonly string[]): string {
  return `<${name}>${items.map((item) => `<member>${item}</member>`).join('')}</${name}>`;
}

function resourceChange(change: Change, propertyValues: boolean): string {
  return wrap(
    'ResourceChange',
    element('Action', change.action) +
      element('LogicalResourceId', change.logicalId) +
      element('PhysicalResourceId', change.physicalId) +
      element('ResourceType', change.type) +
      element('Replacement', change.replacement) +
      element('PolicyAction', change.policyAction) +
      list('Scope', change.scope.map(xmlEscape)) +
      list('Details', details(change.details, propertyValues)) +
      element('ChangeSetId', change.changeSetId) +
      (propertyValues
        ? element('BeforeContext', change.beforeContext) + element('AfterContext', change.afterContext)
        : ''),
  );
}

/** Without property values the leaves of one property are one detail. */
function details(all: readonly Detail[], propertyValues: boolean): readonly string[] {
  const written = all.map((detail) => {
    const target = propertyValues
      ? element('Path', detail.path) +
        element('BeforeValue', detail.before) +
        element('AfterValue', detail.after) +
        element('AttributeChangeType', detail.kind)
      : '';
    return (
      wrap(
        'Target',
        element('Attribute', detail.attribute) +
          element('Name', detail.name) +
          element('RequiresRecreation', detail.requiresRecreation) +
          target,
      ) +
      element('Evaluation', detail.evaluation) +
      element('ChangeSource', detail.changeSource) +
      element('CausingEntity', detail.causingEntity)
    );
  });
  return [...new Set(written)];
}

function element(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : wrap(name, xmlEscape(value));
}

function wrap(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`;
}

function innerOf(element: XmlElement): string {
  return element.children
    .map(({ name, text, children }) => wrap(name, children.length === 0 ? xmlEscape(text) : ''))
    .join('');
}
