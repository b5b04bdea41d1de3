package org.offtake.datatests.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.FirstColumn;
import org.offtake.models.KeptTable;
import org.offtake.models.Layer;
import org.offtake.models.MartDdl;
import org.offtake.models.Model;
import org.offtake.models.SignalShape;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;
import org.offtake.serving.Migrations;

/** The committed migrations, applied to a real PostgreSQL, give the tables that the contracts describe. */
class MigrationsTest {
    private static final String NAME =
            "migrations_" + UUID.randomUUID().toString().replace('-', '_');
    private static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(Checkout.postgres(), 0);
    private static final Database DATABASE = named(SERVER.database());

    private static final Collection<KeptTable> REGISTER =
            Checkout.library().register().values();

    private static final String REGISTERED =
            REGISTER.stream().map(kept -> "'" + kept.table().name() + "'").collect(Collectors.joining(", "));

    /** The type of a column, as contracts write it. */
    private static final String TYPE =
            "replace(format_type(attribute.atttypid, attribute.atttypmod), 'timestamp with time zone', 'timestamptz')";

    @BeforeAll
    static void migrate() throws SQLException {
        execute(SERVER.database(), "create database " + NAME);
        Migrations.migrate(DATABASE, Checkout.models().resolve("migrations"));
    }

    @AfterAll
    static void stop() throws SQLException {
        execute(SERVER.database(), "drop database if exists " + NAME + " with (force)");
        SERVER.close();
    }

    @Test
    void every_mart_model_has_the_table_of_its_contract_and_there_is_no_other() throws SQLException {
        Map<String, List<String>> contracts = new TreeMap<>();
        mart().forEach(model -> contracts.put(
                model.table().name(), MartDdl.columns(model).stream().sorted().toList()));
        assertThat(tables())
                .as("run `./offtake new migration NAME` when a model has no table")
                .isEqualTo(contracts);
    }

    @Test
    void every_table_refuses_a_second_row_of_one_grain() throws SQLException {
        Map<String, String> grains = new TreeMap<>();
        mart().forEach(model -> grains.put(model.table().name(), String.join(", ", model.grain())));
        assertThat(uniqueIndexes()).containsAllEntriesOf(grains);
    }

    @Test
    void every_column_carries_what_its_contract_says_of_it() throws SQLException {
        List<String> abouts = mart().stream()
                .flatMap(model -> model.columns().stream()
                        .map(column -> model.table().name() + "." + column.name() + ": " + column.about()))
                .toList();
        assertThat(rows("""
                select class.relname || '.' || attribute.attname || ': ' || col_description(class.oid, attribute.attnum)
                from pg_class as class
                join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0
                where class.relnamespace = 'mart'::regnamespace and class.relkind = 'r' and not attribute.attisdropped
                """)).containsExactlyInAnyOrderElementsOf(abouts);
    }

    @Test
    void the_views_are_those_of_figures_as_they_were_told_and_of_the_register_of_signals() throws SQLException {
        List<String> told = mart().stream()
                .filter(model -> model.frozen().isPresent())
                .map(model -> model.table().name())
                .toList();
        assertThat(rows("""
                select class.relname from pg_class as class
                where class.relnamespace = 'mart'::regnamespace and class.relkind not in ('r', 'i')
                """))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(told.stream(), REGISTER.stream().map(kept -> kept.table()
                                        .name()))
                                .toList());
    }

    @Test
    void the_register_has_the_columns_of_its_contracts_and_says_of_each_what_they_say() throws SQLException {
        List<String> contracts = REGISTER.stream()
                .flatMap(kept -> kept.columns().stream()
                        .map(column -> kept.table().name() + "." + column.name() + " "
                                + column.type().postgresType() + ": " + column.about()))
                .toList();
        assertThat(rows("""
                select class.relname || '.' || attribute.attname || ' '
                    || case when attribute.attname ~ 'run_id$' then 'text' -- the number of a run; ids of sources are texts
                        else %s
                    end || ': ' || col_description(class.oid, attribute.attnum)
                from pg_class as class
                join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0
                where class.relnamespace = 'mart'::regnamespace and class.relname in (%s)
                """.formatted(TYPE, REGISTERED))).containsExactlyInAnyOrderElementsOf(contracts);
        assertThat(rows("""
                select class.relname || ': ' || obj_description(class.oid)
                from pg_class as class
                where class.relnamespace = 'mart'::regnamespace and class.relname in (%s)
                """.formatted(REGISTERED)))
                .containsExactlyInAnyOrderElementsOf(REGISTER.stream()
                        .map(kept -> kept.table().name() + ": " + kept.about())
                        .toList());
    }

    @Test
    void the_register_shows_all_that_a_signal_tells() throws SQLException {
        assertThat(rows("""
                select attribute.attname from pg_attribute as attribute
                where attribute.attrelid = 'mart.signal'::regclass and attribute.attnum > 0
                """)).containsAll(SignalShape.columns());
    }

    private static Database named(Database owned) {
        String url = owned.url().substring(0, owned.url().lastIndexOf('/') + 1) + NAME;
        return new Database(url, owned.user(), owned.password());
    }

    private static Collection<Model> mart() {
        return Checkout.library().models().values().stream()
                .filter(model -> model.table().layer() == Layer.MART)
                .toList();
    }

    /** The columns of each table of schema mart, written as {@link MartDdl#columns} writes them. */
    private static Map<String, List<String>> tables() throws SQLException {
        return rows("""
                select class.relname || '|' || attribute.attname || ' '
                    || %s
                    || case when attribute.attnotnull then '' else ' null' end
                from pg_class as class
                join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0
                where class.relnamespace = 'mart'::regnamespace and class.relkind = 'r' and not attribute.attisdropped
                """.formatted(TYPE)).stream()
                .sorted()
                .collect(Collectors.groupingBy(
                        row -> row.substring(0, row.indexOf('|')),
                        TreeMap::new,
                        Collectors.mapping(row -> row.substring(row.indexOf('|') + 1), Collectors.toList())));
    }

    private static Map<String, String> uniqueIndexes() throws SQLException {
        return rows("""
                select class.relname || '|' || string_agg(attribute.attname, ', ' order by position.number)
                from pg_index as index
                join pg_class as class on class.oid = index.indrelid
                cross join unnest(index.indkey) with ordinality as position (attnum, number)
                join pg_attribute as attribute
                    on attribute.attrelid = class.oid and attribute.attnum = position.attnum
                where class.relnamespace = 'mart'::regnamespace and index.indisunique and index.indnullsnotdistinct
                group by class.relname, index.indexrelid
                """).stream()
                .collect(Collectors.toMap(
                        row -> row.substring(0, row.indexOf('|')), row -> row.substring(row.indexOf('|') + 1)));
    }

    private static List<String> rows(String sql) {
        return FirstColumn.of(DATABASE, sql);
    }

    private static void execute(Database on, String sql) throws SQLException {
        try (Connection connection = on.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
