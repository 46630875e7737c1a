"""Stands in for the AWS CLI, as far as runbooks use it: `aws <service> <operation> [--option value …]`, `aws <service> wait …`.

Operations, options and the types of their values are those of botocore's models, which the AWS CLI is made from; `--query` is
JMESPath (AWS CLI User Guide, "Controlling command output"). Shorthand is `Key=value,Key=value`, without nesting. What is not
known ends it with 252, as the CLI (AWS CLI User Guide, "Command line return codes").
"""

import json
import sys

import botocore.session
import jmespath
from botocore import xform_name
from botocore.exceptions import ClientError, UnknownServiceError


def unknown(text):
    print(f"aws: {text}", file=sys.stderr)
    sys.exit(252)


def options(words):
    """Options with the words behind each."""
    found, last = {}, None
    for word in words:
        if word.startswith("--"):
            last = word[2:]
            found[last] = []
        elif last is None:
            unknown(f"{word} stands alone")
        else:
            found[last].append(word)
    return found


def value(shape, words):
    kind = shape.type_name
    if kind in ("structure", "map", "list") and words and words[0][:1] in "{[":
        return json.loads(words[0])
    if kind == "list":
        return [value(shape.member, [word]) for word in words]
    if kind in ("structure", "map"):
        pairs = dict(pair.split("=", 1) for pair in words[0].split(","))
        if kind == "map":
            return pairs
        left = set(pairs) - set(shape.members)
        if left:
            unknown(f"unknown keys {sorted(left)}")
        return {key: value(shape.members[key], [text]) for key, text in pairs.items()}
    if len(words) != 1:
        unknown(f"{len(words)} values where one belongs")
    if kind == "boolean":
        return words[0] == "true"
    return int(words[0]) if kind in ("integer", "long") else words[0]


def call(client, operation, given):
    method = operation.replace("-", "_")
    if method not in client.meta.method_to_api_mapping:
        unknown(f"there is no operation {operation}")
    model = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[method])
    shapes = model.input_shape.members if model.input_shape else {}
    names = {xform_name(name).replace("_", "-"): name for name in shapes}
    parameters = {}
    for option, words in given.items():
        off = option.removeprefix("no-")
        if option in names and shapes[names[option]].type_name == "boolean" and not words:
            parameters[names[option]] = True
        elif off in names and shapes[names[off]].type_name == "boolean":
            parameters[names[off]] = False
        elif option in names:
            parameters[names[option]] = value(shapes[names[option]], words)
        else:
            unknown(f"{operation} has no option --{option}")
    return getattr(client, method)(**parameters)


def text(result):
    if result is None:
        return "None"
    return "\t".join(map(str, result)) if isinstance(result, list) else str(result)


def main(service, operation, *words):
    waits = operation == "wait"
    given = options(words[1:] if waits else words)
    region, query = given.pop("region", [None])[0], given.pop("query", [None])[0]
    output = given.pop("output", ["json"])[0]
    try:
        client = botocore.session.get_session().create_client(service, region_name=region)
        if waits:
            client.get_waiter(words[0].replace("-", "_")).wait(TableName=given["table-name"][0])
            return
        result = call(client, operation, given)
    except UnknownServiceError:
        unknown(f"there is no service {service}")
    except ClientError as error:
        print(f"An error occurred ({error.response['Error']['Code']})", file=sys.stderr)
        sys.exit(254)
    result.pop("ResponseMetadata", None)
    chosen = result if query is None else jmespath.search(query, result)
    print(text(chosen) if output == "text" else json.dumps(chosen, indent=4, default=str))


main(*sys.argv[1:])
