"""Tells whoever calls a Node function the name of the error that it threw.

The answer of a function that failed holds `errorType`, the error's name (AWS Lambda Developer Guide, "Lambda function errors in
Node.js"), and Step Functions matches Retry and Catch against it (AWS Step Functions Developer Guide, "Handling errors").
ministack 1.5.33 says Runtime.HandlerError for every one.
"""

import threading

SAID = 'status: "error", error: String(err.message || err), trace: err.stack || ""'
NAMED = SAID + ', error_name: err && err.name'

thrown = threading.local()


def install():
    from ministack.core import lambda_runtime
    from ministack.services import lambda_svc

    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    if SAID not in script:
        raise RuntimeError("ministack's worker for Node has changed")
    lambda_runtime._NODEJS_WORKER_SCRIPT = script.replace(SAID, NAMED)

    invoke = lambda_runtime.Worker.invoke
    execute = lambda_svc._execute_function_warm

    def invoke_and_remember(self, *given, **named):
        result = invoke(self, *given, **named)
        thrown.name = result.get("error_name") if result.get("status") == "error" else None
        return result

    def execute_with_name(func, event, request_id):
        thrown.name = None
        result = execute(func, event, request_id)
        body = result.get("body")
        if result.get("error") and isinstance(body, dict) and body.get("errorType") == "Runtime.HandlerError":
            body["errorType"] = thrown.name or "Runtime.HandlerError"
        return result

    lambda_runtime.Worker.invoke = invoke_and_remember
    lambda_svc._execute_function_warm = execute_with_name
