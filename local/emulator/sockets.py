"""What ministack 1.5.33 lacks of WebSocket APIs.

An API by its real host: a signature covers the host, so a signed call of the @connections API can't be sent to another one.

The subprotocol that the function of `$connect` names in its answer's `Sec-WebSocket-Protocol` is that of the connection (API Gateway
Developer Guide, "$connect routes that require a WebSocket subprotocol"). ministack accepts every connection without one.

What a function answers to a message reaches the client only by a route response (API Gateway Developer Guide, "Set up route responses
for a WebSocket API in API Gateway"). ministack sends it always, and with it the error of a function that failed.
"""

import contextvars
import re

# What the function of $connect named for the handshake under way.
named_protocol = contextvars.ContextVar("named_protocol", default=None)


def install():
    from ministack import app
    from ministack.services import apigateway

    app._EXECUTE_API_RE = re.compile(
        r"^([a-f0-9]{8})\.execute-api\.(?:"
        + re.escape(app._MINISTACK_HOST)
        + r"|[a-z0-9-]+\.amazonaws\.com)(?::\d+)?$"
    )

    handle = apigateway.handle_websocket
    invoke = apigateway._invoke_ws_lambda

    async def invoke_and_note(api_id, account_id, region, route, stage, connection_id, event_type, *rest, **named):
        answer = await invoke(api_id, account_id, region, route, stage, connection_id, event_type, *rest, **named)
        if event_type == "CONNECT":
            fields = (answer or {}).get("headers") or {}
            protocols = [value for name, value in fields.items() if name.lower() == "sec-websocket-protocol"]
            named_protocol.set(protocols[0] if protocols else None)
        elif answer and not route.get("routeResponseSelectionExpression"):
            return {**answer, "body": ""}
        return answer

    async def handle_with_protocol(scope, receive, send, *rest, **named):
        named_protocol.set(None)

        async def send_with_protocol(message):
            if message.get("type") == "websocket.accept" and named_protocol.get():
                message = {**message, "subprotocol": named_protocol.get()}
            await send(message)

        await handle(scope, receive, send_with_protocol, *rest, **named)

    apigateway._invoke_ws_lambda = invoke_and_note
    apigateway.handle_websocket = handle_with_protocol
