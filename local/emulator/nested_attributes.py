"""Keeps the attributes of resources that a nested stack's update leaves alone.

ministack 1.5.33 updates the resources of a nested stack without handing on the attributes they had, so `Fn::GetAtt` of one
that does not change fails with "Requested attribute Arn does not exist in schema". The root's update hands them on
(`stacks.py`); here the nested one's is given them as well.
"""


def install():
    from ministack.services.cloudformation import provisioners

    known = {}
    provision, update = provisioners._provision_resource, provisioners._update_resource

    def remembered(key, result):
        physical_id, attributes = result
        known[(*key, physical_id)] = attributes
        return result

    def provision_resource(resource_type, logical_id, props, stack_name):
        return remembered((stack_name, logical_id), provision(resource_type, logical_id, props, stack_name))

    def update_resource(resource_type, physical_id, old_props, new_props, stack_name, logical_id=None, old_attrs=None):
        attributes = old_attrs if old_attrs is not None else known.get((stack_name, logical_id, physical_id))
        result = update(resource_type, physical_id, old_props, new_props, stack_name, logical_id, attributes)
        return remembered((stack_name, logical_id), result)

    provisioners._provision_resource = provision_resource
    provisioners._update_resource = update_resource
