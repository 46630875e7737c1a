"""Takes alarms over several metrics (AWS::CloudWatch::Alarm, Metrics; API_PutMetricAlarm), which ministack 1.5.33 refuses.

Limit: such an alarm watches the first metric that it names, without the expression.
"""


def install():
    from ministack.services.cloudformation import provisioners

    record_of_one_metric = provisioners._cw_metric_alarm_record

    def record(name, props):
        stats = [entry["MetricStat"] for entry in props.get("Metrics") or [] if entry.get("MetricStat")]
        if not stats:
            return record_of_one_metric(name, props)
        first = stats[0]
        one = {key: value for key, value in props.items() if key != "Metrics"}
        return record_of_one_metric(
            name, {**one, **first["Metric"], "Statistic": first["Stat"], "Period": first["Period"]}
        )

    provisioners._cw_metric_alarm_record = record
