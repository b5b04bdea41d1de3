# Written by `offtake schedule export`: change the schedule and export it again.
# sha256: d6f11f85f063af321740c3511a893ba9e5b3d72d989c93390f53b1e79468fe93
"""Takes in what arrived, \"all\" of it."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Asset, Param, chain, task

try:
    from airflow.sdk import CronTriggerTimetable, ExceptionRetryPolicy, RetryRule
    from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException
except ImportError:  # before Airflow 3.3, where every pause is the longest of them
    from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException
    from airflow.timetables.trigger import CronTriggerTimetable

    ExceptionRetryPolicy = RetryRule = None

ZONE = ZoneInfo("Europe/Amsterdam")
DONE = Asset("offtake://schedules/nightly")


class NotReady(AirflowException):
    """A source is not ready."""


class Away(AirflowException):
    """A system is away or busy."""


class Command(BashOperator):
    """One command, tried again only after an exit code that is worth it."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            found = re.search(r"code (?:is: )?(\d+)", str(failure))
            code = int(found.group(1)) if found else None
            ti = context["ti"]
            tries = ti.try_number - ti.max_tries + self.retries  # of those since it was cleared
            if code == 20 and tries <= 3:
                raise NotReady(str(failure)) from failure
            if code == 20:
                raise AirflowSkipException(f"{failure} What comes after it goes on.") from failure
            if code == 45 and tries <= 6:
                raise Away(str(failure)) from failure
            raise AirflowFailException(str(failure)) from failure


def planned(dag_run, triggering_asset_events):
    """When the run was to start; one after another has the time of that one."""
    events = [event for of_asset in (triggering_asset_events or {}).values() for event in of_asset]
    told = [event.extra["planned"] for event in events if "planned" in (event.extra or {})]
    return datetime.fromisoformat(max(told)) if told else dag_run.run_after


def business_date(dag_run, params, triggering_asset_events=None):
    """The day before the one it was planned on, unless the run was asked for with another one."""
    if params.get("business_date"):
        return date.fromisoformat(params["business_date"]).isoformat()
    return str(planned(dag_run, triggering_asset_events).astimezone(ZONE).date() - timedelta(days=1))


with DAG(
    dag_id="offtake_nightly",
    description="Takes in what arrived, \"all\" of it.",
    doc_md=__doc__,
    schedule=CronTriggerTimetable("30 4 * * *", timezone="Europe/Amsterdam"),
    catchup=False,
    max_active_runs=1,
    tags=["offtake"],
    params={"business_date": Param(None, type=["null", "string"], format="date")},
    user_defined_macros={"business_date": business_date},
    default_args={
        "owner": "data",
        "pool": "offtake",
        "retries": 6,
        "retry_delay": timedelta(minutes=30),
        "retry_policy": ExceptionRetryPolicy
        and ExceptionRetryPolicy(
            [
                RetryRule(NotReady, retry_delay=timedelta(minutes=30)),
                RetryRule(Away, retry_delay=timedelta(minutes=5)),
            ]
        ),
        "trigger_rule": "none_failed",
        "cwd": "/opt/offtake",
        "env": {"BUSINESS_DATE": "{{ business_date(dag_run, params, triggering_asset_events) }}"},
        "append_env": True,
        "skip_on_exit_code": None,
    },
):

    @task.short_circuit(task_id="in-time")
    def in_time(dag_run=None, ti=None):
        """A planned run that starts later than this is passed over, unless somebody lets it run again."""
        late = datetime.now(ZONE) - dag_run.run_after > timedelta(hours=6)
        return not late or dag_run.run_type != "scheduled" or ti.try_number > 1

    @task(task_id="tell-next", outlets=[DONE], trigger_rule="none_failed", pool="default_pool")
    def done(dag_run=None, outlet_events=None, triggering_asset_events=None):
        """Lets run what runs after this; after one of a range of days nothing does."""
        if dag_run.run_type == "backfill" or dag_run.run_id.startswith("offtake_backfill__"):
            raise AirflowSkipException("nothing runs after a backfill")
        outlet_events[DONE].extra = {"planned": planned(dag_run, triggering_asset_events).isoformat()}

    chain(
        in_time(),
        Command(
            task_id="land",
            bash_command="./offtake land",
        ),
        Command(
            task_id="warehouse",
            bash_command="./offtake run --date $BUSINESS_DATE",
        ),
        done(),
    )
