"""Serves a distribution whose behaviour names an origin group: the first member answers, and where it fails the second one.

CloudFront Developer Guide, "Optimize high availability with CloudFront origin failover": the second member is asked where
the first answers one of the group's status codes, or can't be reached or does not answer in time where 502, 503 or 504 is
among these; for GET, HEAD and OPTIONS alone. ministack 1.5.33 keeps the group and answers 502 to a behaviour that names it.
"""


def install():
    from ministack.services import cloudfront

    parse = cloudfront.parse_distribution_dataplane_config
    fetch = cloudfront._fetch_from_origin
    find, text, tag = cloudfront._find, cloudfront._text, cloudfront._local_tag_name

    def items(element, name):
        listed = find(element, "Items") if element is not None else None
        return [item for item in (listed if listed is not None else []) if tag(item) == name]

    def parse_with_groups(dist):
        parsed = parse(dist)
        origins = parsed["origins"]
        for group in items(find(cloudfront._dist_config_el(dist), "OriginGroups"), "OriginGroup"):
            members = [text(each, "OriginId") for each in items(find(group, "Members"), "OriginGroupMember")]
            codes = items(find(find(group, "FailoverCriteria"), "StatusCodes"), "StatusCode")
            if len(members) == 2 and all(member in origins for member in members):
                first, second = (origins[member] for member in members)
                failing = frozenset(int(code.text) for code in codes)
                origins[text(group, "Id")] = {**first, "second": second, "failing": failing}
        return parsed

    async def fetch_with_failover(origin, method, *rest, **named):
        second = origin.get("second")
        if second is None or method not in ("GET", "HEAD", "OPTIONS"):
            return await fetch(origin, method, *rest, **named)
        try:
            answer = await fetch(origin, method, *rest, **named)
        except (cloudfront.OriginTimeout, cloudfront.OriginUnreachable):
            if not origin["failing"] & {502, 503, 504}:
                raise
            return await fetch(second, method, *rest, **named)
        return await fetch(second, method, *rest, **named) if answer[0] in origin["failing"] else answer

    cloudfront.parse_distribution_dataplane_config = parse_with_groups
    cloudfront._fetch_from_origin = fetch_with_failover
