package org.offtake.schedules.airflow;

/** What every DAG file has alike; {@code %s} is filled in. */
final class DagCode {
    /** The task that lets run what runs after a schedule. */
    static final String TELL_NEXT = "tell-next";

    static final String BASH = "from airflow.providers.standard.operators.bash import BashOperator";
    static final String SPARK = "from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator";

    static final String IMPORTS = """
            import re
            from datetime import date, datetime, timedelta
            from zoneinfo import ZoneInfo

            %s
            from airflow.sdk import DAG, Asset, Param, chain, task

            try:
                from airflow.sdk import CronTriggerTimetable, ExceptionRetryPolicy, RetryRule
                from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException
            except ImportError:  # before Airflow 3.3, where every pause is the longest of them
                from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException
                from airflow.timetables.trigger import CronTriggerTimetable

                ExceptionRetryPolicy = RetryRule = None
            """;

    static final String COMMAND = """


            class NotReady(AirflowException):
                \"""A source is not ready.\"""


            class Away(AirflowException):
                \"""A system is away or busy.\"""


            class Command(%s):
                \"""One command, tried again only after an exit code that is worth it.\"""

                def execute(self, context):
                    try:
                        return super().execute(context)
                    except AirflowException as failure:
                        found = re.search(r"code (?:is: )?(\\d+)", str(failure))
                        code = int(found.group(1)) if found else None
                        ti = context["ti"]
                        tries = ti.try_number - ti.max_tries + self.retries  # of those since it was cleared
            %s            raise AirflowFailException(str(failure)) from failure
            """;

    static final String PLANNED = """


            def planned(dag_run, triggering_asset_events):
                \"""When the run was to start; one after another has the time of that one.\"""
                events = [event for of_asset in (triggering_asset_events or {}).values() for event in of_asset]
                told = [event.extra["planned"] for event in events if "planned" in (event.extra or {})]
                return datetime.fromisoformat(max(told)) if told else dag_run.run_after
            """;

    static final String BUSINESS_DATE_OF = """


            def business_date(dag_run, params, triggering_asset_events=None):
                \"""%s it was planned on, unless the run was asked for with another one.\"""
                if params.get("business_date"):
                    return date.fromisoformat(params["business_date"]).isoformat()
                return str(planned(dag_run, triggering_asset_events).astimezone(ZONE).date()%s)
            """;

    static final String IN_TIME = """

                @task.short_circuit(task_id="in-time")
                def in_time(dag_run=None, ti=None):
                    \"""A planned run that starts later than this is passed over, unless somebody lets it run again.\"""
                    late = datetime.now(ZONE) - dag_run.run_after > %s
                    return not late or dag_run.run_type != "scheduled" or ti.try_number > 1
            """;

    static final String DONE = """

                @task(task_id="tell-next", outlets=[DONE], trigger_rule="none_failed", pool="default_pool")
                def done(dag_run=None, outlet_events=None, triggering_asset_events=None):
                    \"""Lets run what runs after this; after one of a range of days nothing does.\"""
                    if dag_run.run_type == "backfill" or dag_run.run_id.startswith("offtake_backfill__"):
                        raise AirflowSkipException("nothing runs after a backfill")
                    outlet_events[DONE].extra = {"planned": planned(dag_run, triggering_asset_events).isoformat()}

            """;

    private DagCode() {}
}
