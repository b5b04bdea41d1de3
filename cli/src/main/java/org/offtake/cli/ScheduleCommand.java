package org.offtake.cli;

import picocli.CommandLine.Command;

/** What runs by itself. */
@Command(
        name = "schedule",
        description = "What runs by itself and when: the files of schedules/, and how their runs stand.",
        subcommands = {
            ScheduleListCommand.class,
            ScheduleRunCommand.class,
            ScheduleStatusCommand.class,
            ScheduleLogsCommand.class,
            ScheduleTriggerCommand.class,
            ScheduleBackfillCommand.class,
            ScheduleClearCommand.class,
            SchedulePauseCommand.class,
            ScheduleUnpauseCommand.class,
            ScheduleWatchCommand.class,
            ScheduleExportCommand.class,
            ScheduleDeployCommand.class
        })
final class ScheduleCommand {}
