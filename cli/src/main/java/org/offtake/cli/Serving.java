package org.offtake.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.offtake.dashboards.Company;
import org.offtake.dashboards.ViewerServer;
import org.offtake.etl.configuration.Configuration;
import org.offtake.serving.Migrations;

/** The viewer on a configured warehouse, until somebody ends it. */
record Serving(Warehouse warehouse, int port) {

    /** Says the link as its last line, and stays until the process is asked to end. */
    void untilEnded() {
        Migrations.migrate(warehouse.database(), warehouse.house().migrations());
        try (ViewerServer viewer = ViewerServer.start(
                warehouse.readerDatabase(),
                warehouse.database(),
                List.of(warehouse.house().dashboards()),
                port,
                companies(),
                Clock.systemUTC())) {
            System.err.println("the dashboards are served until you press Ctrl-C; the link works once:");
            System.out.println(viewer.link());
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Company> companies() {
        Configuration configuration = warehouse.configuration();
        Map<String, Company> companies = new TreeMap<>();
        configuration.sources().values().forEach(source -> {
            Configuration.Company company = source.company();
            companies.put(
                    company.code(), new Company(company.code(), company.name(), company.currency(), company.zone()));
        });
        return new ArrayList<>(companies.values());
    }
}
