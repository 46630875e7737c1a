"""Tells bucket policies whether a write asks that its key be free.

Condition keys `s3:if-none-match` and `s3:ObjectCreationOperation`: Amazon S3 User Guide, "Enforce conditional writes on Amazon
S3 buckets". A request that makes an object is PutObject, CopyObject or CompleteMultipartUpload; beginning a multipart upload
and sending its parts are none. ministack 1.5.33 carries conditional writes out and does not know the keys.
"""


def install():
    from ministack.core import iam_actions

    keys_of_request = iam_actions.s3_service_context

    def keys_with_condition(iam_action, query_params, path="", headers=None):
        keys = keys_of_request(iam_action, query_params, path, headers)
        if iam_action != "s3:PutObject" or "/" not in path.strip("/"):
            return keys
        query = query_params or {}
        is_part = "uploads" in query or "partNumber" in query
        condition = (headers or {}).get("if-none-match")
        asked = {} if is_part or condition is None else {"s3:if-none-match": condition}
        return {**keys, **asked, "s3:ObjectCreationOperation": "false" if is_part else "true"}

    iam_actions.s3_service_context = keys_with_condition
