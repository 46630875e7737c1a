"""Inert resources for types that ministack refuses: the closed list in placeholders.json and nothing else.

Each creation is appended to placeholders.jsonl in the state folder, where the front reads which were used.
"""

import hashlib
import json
import os
import re


def listed():
    with open(os.path.join(os.path.dirname(__file__), "placeholders.json"), encoding="utf-8") as file:
        return json.load(file)["types"]


def install():
    """Registers a handler for each listed type that ministack has none for."""
    from ministack.services.cloudformation import provisioners

    for entry in listed():
        provisioners._RESOURCE_HANDLERS.setdefault(entry["type"], handlers(entry))


def handlers(entry):
    def create(logical_id, props, stack_name):
        from ministack.core.responses import get_account_id, get_region

        filling = Filling(get_account_id(), get_region(), stack_name, logical_id, props)
        record(get_account_id(), get_region(), entry["type"], stack_name, logical_id)
        attributes = {name: filling.fill(text) for name, text in entry["attributes"].items()}
        return filling.fill(entry["ref"]), attributes

    def update(physical_id, old_props, new_props, stack_name, logical_id=None):
        _, attributes = create(logical_id or physical_id, new_props, stack_name)
        return physical_id, attributes

    def delete(physical_id, props):
        """Nothing stands behind a placeholder."""

    return {"create": create, "update": update, "update_with_logical_id": True, "delete": delete}


class Filling:
    """The same stack and logical id always give the same values."""

    def __init__(self, account, region, stack, logical_id, props):
        seed = hashlib.sha256(f"{account} {region} {stack} {logical_id}".encode()).hexdigest()
        self.values = {
            "account": account,
            "region": region,
            "stack": stack,
            "logical": logical_id,
            "hex17": seed[:17],
            "digits": str(int(seed[:8], 16) % 254 + 1),
        }
        self.props = props

    def fill(self, text):
        return re.sub(r"\{(\w+)(?::(\w+))?\}", lambda match: self.value(match[1], match[2]), text)

    def value(self, name, argument):
        if name == "property":
            return str(self.props.get(argument, ""))
        if name == "host":
            return re.sub(r"^https?://", "", str(self.props.get(argument, "")))
        return self.values[name]


def record(account, region, kind, stack, logical_id):
    folder = os.environ.get("SLIPWAY_LOCAL_STATE")
    if folder is None:
        return
    line = {"account": account, "region": region, "type": kind, "stack": stack, "logicalId": logical_id}
    with open(os.path.join(folder, "placeholders.jsonl"), "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
