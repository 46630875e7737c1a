"""What it means to name a role in a request about a stack.

ministack 1.5.33 takes `RoleARN` and forgets it: whoever may delete a stack deletes all that it holds.

1. Condition key `cloudformation:RoleArn`: Service Authorization Reference, "Actions, resources, and condition keys for AWS
   CloudFormation".
2. Who names a role must be allowed to pass it on: IAM User Guide, "Grant a user permissions to pass a role to an AWS
   service", with `iam:PassedToService`. The refusal speaks of the action that was asked for, where AWS names iam:PassRole.
3. A stack is deleted with the rights of the role that the request names (API_DeleteStack, RoleARN). Only one kind of rights
   is told apart here: a role without any policy deletes nothing that a stack holds, so the stack ends as DELETE_FAILED. The
   words of each resource's failure are assumed.
"""

ACTIONS = frozenset(
    f"cloudformation:{action}"
    for action in (
        "ContinueUpdateRollback",
        "CreateChangeSet",
        "CreateStack",
        "DeleteStack",
        "RollbackStack",
        "UpdateStack",
    )
)
KEY = "cloudformation:RoleArn"
HANDS = "_slipway_deleted_by"


def install():
    tell_role()
    ask_for_pass_role()
    delete_with_role()


def given_role(params):
    given = params.get("RoleARN", "")
    return given[0] if isinstance(given, list) else given


def tell_role():
    from ministack.core import iam_actions

    keys_of_request = iam_actions.request_tag_context

    def keys_with_role(service, iam_action, body, params):
        keys = keys_of_request(service, iam_action, body, params)
        role = given_role(params) if iam_action in ACTIONS else ""
        return {**keys, KEY: role} if role else keys

    iam_actions.request_tag_context = keys_with_role


def ask_for_pass_role():
    from ministack.core import iam_evaluator

    enforce = iam_evaluator.enforce

    def enforce_pass_role(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        denied = enforce(access_key_id, iam_action, service, region, resource_arn, service_context)
        role = (service_context or {}).get(KEY)
        if denied is not None or role is None:
            return denied
        passed_to = {"iam:PassedToService": "cloudformation.amazonaws.com"}
        return enforce(access_key_id, "iam:PassRole", "iam", region, role, passed_to)

    iam_evaluator.enforce = enforce_pass_role


def delete_with_role():
    from ministack.services.cloudformation import handlers, stacks

    ask_to_delete = handlers._ACTION_HANDLERS["DeleteStack"]
    delete = stacks._delete_resource

    def delete_stack(params):
        stack = handlers._resolve_stack(handlers._p(params, "StackName"))
        if stack:
            stack[HANDS] = given_role(params)
        return ask_to_delete(params)

    def delete_resource(resource_type, physical_id, props, stack_name=None, logical_id=None):
        from ministack.services.cloudformation import _stacks

        role = (_stacks.get(stack_name) or {}).get(HANDS, "")
        if role and not has_rights(role):
            raise PermissionError(f"{role} is not authorized to delete {resource_type} {physical_id}")
        return delete(resource_type, physical_id, props, stack_name, logical_id)

    handlers._ACTION_HANDLERS["DeleteStack"] = delete_stack
    stacks._delete_resource = delete_resource


def has_rights(role_arn):
    from ministack.core.responses import get_account_id
    from ministack.services import iam

    role = iam._roles.get_scoped(get_account_id(), None, role_arn.split("/")[-1]) or {}
    return bool(role.get("InlinePolicies") or role.get("AttachedPolicies"))
