"""Tells policies the name of the change set that a request is about.

Condition key `cloudformation:ChangeSetName`: Service Authorization Reference, "Actions, resources, and condition keys for
AWS CloudFormation". ministack 1.5.33 evaluates conditions and does not know the key. Its value is what the request says,
a name or an ARN (assumed: the reference speaks of the name alone).
"""

ACTIONS = frozenset(
    f"cloudformation:{action}"
    for action in ("CreateChangeSet", "DeleteChangeSet", "DescribeChangeSet", "ExecuteChangeSet")
)


def install():
    from ministack.core import iam_actions

    keys_of_request = iam_actions.request_tag_context

    def keys_with_name(service, iam_action, body, params):
        keys = keys_of_request(service, iam_action, body, params)
        if iam_action not in ACTIONS or "ChangeSetName" not in params:
            return keys
        given = params["ChangeSetName"]
        return {**keys, "cloudformation:ChangeSetName": given[0] if isinstance(given, list) else given}

    iam_actions.request_tag_context = keys_with_name
