"""Lets nested stacks keep and remove what their deletion policies say.

ministack 1.5.33 looks at deletion policies in a root stack only: with its parent a nested stack loses everything, and a nested
stack whose creation fails leaves behind what it had made by then. On AWS a nested stack is deleted, and rolled back, as any
other ("DeletionPolicy attribute": `RetainExceptOnCreate` keeps a resource but in the rollback of the operation that made it).
"""


def install():
    from ministack.services.cloudformation import _stacks, provisioners, stacks

    handlers = provisioners._RESOURCE_HANDLERS["AWS::CloudFormation::Stack"]
    create, delete = handlers["create"], handlers["delete"]

    def root_status(stack):
        while stack.get("_parent_stack_name") in _stacks:
            stack = _stacks[stack["_parent_stack_name"]]
        return stack.get("StackStatus", "")

    def set_kept_aside(child):
        """Takes out of a nested stack's resources what its deletion leaves alone."""
        resources = child.get("_resources", {})
        template = child.get("_template") or {}
        for logical_id, resource in list(resources.items()):
            policy = stacks._resource_policy(
                template.get("Resources", {}).get(logical_id), "DeletionPolicy", resources,
                child.get("_resolved_params", {}), child.get("_conditions", {}), template.get("Mappings", {}),
                child["StackName"], child["StackId"],
            )
            if policy in ("Retain", "RetainExceptOnCreate"):
                stacks._add_event(
                    child["StackId"], child["StackName"], logical_id, resource.get("ResourceType", ""),
                    "DELETE_SKIPPED", physical_id=resource.get("PhysicalResourceId", ""),
                )
                resources.pop(logical_id)

    def delete_nested(physical_id, props):
        child = _stacks.get(provisioners._nested_stack_lookup_name(physical_id))
        if child and "ROLLBACK" not in root_status(child):
            set_kept_aside(child)
        return delete(physical_id, props)

    def create_nested(logical_id, props, stack_name):
        before = set(_stacks)
        try:
            return create(logical_id, props, stack_name)
        except Exception:
            for name in set(_stacks) - before:
                child = _stacks[name]
                if child.get("_parent_stack_name") == stack_name and child.get("StackStatus") == "CREATE_FAILED":
                    reason = child.get("StackStatusReason", "")
                    delete(child["StackId"], props)
                    child["StackStatusReason"] = reason
            raise

    handlers["create"], handlers["delete"] = create_nested, delete_nested
