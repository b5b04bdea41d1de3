package org.offtake.cli;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.dashboards.morning.MorningPost;
import org.offtake.dashboards.morning.Recipient;
import org.offtake.etl.configuration.Mail;
import org.offtake.outbound.mail.Post;
import picocli.CommandLine.Command;

/** Tells each salesperson whom to call this morning. */
@Command(
        name = "mail",
        description = {
            "Mail each salesperson the open signals that are theirs, in their language, once for each business date.",
            "The configuration names the server under 'mail', and their addresses under 'people'."
        })
final class SignalMailCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        warehouse.refuseUnpublished(again());
        Optional<Mail> mail = warehouse.configuration().mail();
        if (mail.isEmpty()) {
            System.err.println("no mail is configured, so none is sent; name the server under 'mail' in "
                    + warehouse.configuration().file());
            return ExitCode.DONE;
        }
        Clock clock = Clock.systemUTC();
        Map<String, Recipient> people = new TreeMap<>();
        warehouse
                .configuration()
                .people()
                .forEach((name, person) -> people.put(name, new Recipient(person.mail(), person.language())));
        int untaken = new MorningPost(
                        warehouse.migratedDatabase(),
                        people,
                        new Post(Scheduling.server(mail.get()), clock),
                        System.err::println,
                        clock)
                .send();
        return untaken == 0 ? ExitCode.DONE : ExitCode.AWAY_OR_BUSY;
    }
}
