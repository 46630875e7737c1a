"""Says of commands of the AWS CLI whether AWS has such an operation with such options, by the models that botocore carries.

Standard input: JSON, a list of {service, operation, options}. Standard output: JSON, for each what is wrong, or null. The CLI
derives its names from the same models (botocore.xform_name with a hyphen); what it adds itself stands in OWN and EVERYWHERE.
"""

import json
import sys

import botocore.session
from botocore import xform_name
from botocore.exceptions import UnknownServiceError

EVERYWHERE = set(
    "region profile query output no-cli-pager endpoint-url max-items page-size starting-token no-paginate "
    "cli-input-json cli-input-yaml cli-binary-format no-sign-request debug".split()
)
# AWS CLI reference: commands that are no operation of an API
OWN = {
    "s3 ls": "recursive human-readable summarize",
    "s3 cp": "recursive exclude include dryrun only-show-errors source-region sse sse-kms-key-id",
    "s3 sync": "delete exclude include dryrun only-show-errors source-region sse sse-kms-key-id exact-timestamps",
    "logs tail": "since follow format filter-pattern log-stream-names log-stream-name-prefix",
    "cloudformation deploy": "stack-name template-file capabilities parameter-overrides role-arn tags no-execute-changeset "
    "no-fail-on-empty-changeset",
    "cloudfront create-invalidation": "distribution-id paths invalidation-batch",
    "sso login": "sso-session use-device-code",
}

session = botocore.session.get_session()


def problem(service, operation, options):
    own = OWN.get(f"{service} {operation}")
    if own is not None:
        return unknown(options, set(own.split()) | EVERYWHERE)
    try:
        model = session.get_service_model("s3" if service == "s3api" else service)
    except UnknownServiceError:
        return f"there is no service {service}"
    if operation == "wait":
        return None  # its waiter is a word of the command, which is not looked at
    names = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in names:
        return f"{service} has no operation {operation}"
    shape = model.operation_model(names[operation]).input_shape
    members = {} if shape is None else {xform_name(name, "-"): member for name, member in shape.members.items()}
    required = set() if shape is None else {xform_name(name, "-") for name in shape.required_members}
    # an idempotency token is made by the CLI; a streamed body that is read goes to a positional argument
    tokens = {name for name, member in members.items() if member.metadata.get("idempotencyToken")}
    # without any option a text speaks of the command and does not show how it is called
    missing = required - set(options) - tokens if options else set()
    if missing and not {"cli-input-json", "cli-input-yaml"} & set(options):
        return f"{service} {operation} lacks --{' --'.join(sorted(missing))}"
    negated = {f"no-{name}" for name, member in members.items() if member.type_name == "boolean"}
    return unknown(options, set(members) | negated | EVERYWHERE)


def unknown(options, known):
    strange = [option for option in options if option not in known]
    return f"there is no option --{' --'.join(strange)}" if strange else None


print(json.dumps([problem(each["service"], each["operation"], each["options"]) for each in json.load(sys.stdin)]))
