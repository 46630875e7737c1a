"""Meters a caller by the API key that the authorizer names, where a REST API says so (ApiKeySourceType AUTHORIZER).

API Gateway Developer Guide, "Choose an API key source": with the source AUTHORIZER the key is the `usageIdentifierKey` of the
authorizer's answer, and the header `x-api-key` is not looked at. ministack 1.5.33 always takes the header. It also loses, of what a
template says, the source of a RestApi and the throttles of methods in a UsagePlan.
"""

import contextvars
import json

# The key that the authorizer named for the request under way; absent where the API takes the header.
named_key = contextvars.ContextVar("named_key")
marker = "slipway-usage-identifier-key"


def install():
    keep_what_templates_say()
    from ministack.services import apigateway_v1

    invoke = apigateway_v1._invoke_authorizer_lambda
    authorize = apigateway_v1._authorize_request_v1
    key_of_header = apigateway_v1._api_key_from_request

    async def invoke_and_mark(authorizer, event, account_id, region):
        """The key travels with the context, so that it is cached with the rest of the authorizer's answer."""
        result = await invoke(authorizer, event, account_id, region)
        body = (result or {}).get("body")
        policy = json.loads(body) if isinstance(body, (str, bytes)) and body else body
        if isinstance(policy, dict) and policy.get("usageIdentifierKey"):
            context = {**(policy.get("context") or {}), marker: policy["usageIdentifierKey"]}
            return {**result, "body": {**policy, "context": context}}
        return result

    async def authorize_and_name(api_id, *rest):
        error, context = await authorize(api_id, *rest)
        named = (context or {}).get(marker)
        if context is not None:
            context = {key: value for key, value in context.items() if key != marker}
        api = apigateway_v1._rest_apis.get(api_id) or {}
        named_key.set((named,) if api.get("apiKeySource") == "AUTHORIZER" else None)
        return error, context

    def key_of_request(headers):
        named = named_key.get(None)
        return key_of_header(headers) if named is None else named[0]

    apigateway_v1._invoke_authorizer_lambda = invoke_and_mark
    apigateway_v1._authorize_request_v1 = authorize_and_name
    apigateway_v1._api_key_from_request = key_of_request


def keep_what_templates_say():
    from ministack.services import apigateway_v1
    from ministack.services.cloudformation import provisioners

    handlers = provisioners._RESOURCE_HANDLERS["AWS::ApiGateway::RestApi"]
    plan_body = provisioners._apigw_usage_plan_body

    def keeping_source(handle, props_at):
        def handled(*args, **named):
            result = handle(*args, **named)
            api = apigateway_v1._rest_apis.get(result[0])
            if api is not None:
                api["apiKeySource"] = args[props_at].get("ApiKeySourceType", "HEADER")
            return result

        return handled

    def body_with_throttles(props):
        body = plan_body(props)
        for stage in body["apiStages"]:
            stage["throttle"] = {
                method: provisioners._apigw_throttle(limits) for method, limits in stage["throttle"].items()
            }
        return body

    handlers["create"] = keeping_source(handlers["create"], 1)
    handlers["update"] = keeping_source(handlers["update"], 2)
    provisioners._apigw_usage_plan_body = body_with_throttles
