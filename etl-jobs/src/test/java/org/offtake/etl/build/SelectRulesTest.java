package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.etl.lake.SharedSession;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** SELECTs over orders (order_id, customer_id, ordered_date, net_amount) and the history of customers. */
class SelectRulesTest {
    private static final Library LIBRARY = Library.read(List.of(Path.of("src/test/resources/histories")));

    @Test
    void every_shipped_model_holds_the_rules() {
        Library shipped = Library.read(List.of(Path.of(System.getProperty("offtake.house", ".."), "models")));
        SelectRules rules = new SelectRules(SharedSession.get(), shipped);

        assertThatCode(() -> shipped.models().values().forEach(rules::check)).doesNotThrowAnyException();
    }

    @Test
    void every_model_of_the_random_histories_holds_the_rules() {
        assertThatCode(() -> LIBRARY.models().values().forEach(model -> rules().check(model)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select max(orders.order_id) as order_id from silver.orders as orders group by orders.customer_id",
                "select steps.largest as order_id from (select max(order_id) as largest from silver.orders"
                        + " group by customer_id) as steps",
                "select orders.order_id, row_number() over (partition by orders.customer_id order by"
                        + " orders.source_system, orders.company_code, orders.order_id)"
                        + " as place from silver.orders as orders",
                "select orders.order_id, orders.net_amount / sum(orders.net_amount) over () as share"
                        + " from silver.orders as orders",
            })
    void a_unit_that_an_aggregate_or_a_window_cuts_through_is_refused(String sql) {
        assertThatThrownBy(() -> rules().check(model(sql, "order_id")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("`by` names [order_id]");
    }

    @Test
    void the_column_that_is_cut_through_is_named_among_several() {
        String sql = "select orders.customer_id, trunc(orders.ordered_date, 'MM') as month_start_date,"
                + " sum(count(*)) over (partition by orders.customer_id) as order_count from silver.orders as orders"
                + " group by orders.customer_id, trunc(orders.ordered_date, 'MM')";

        assertThatThrownBy(() -> rules().check(model(sql, "customer_id", "month_start_date")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("month_start_date");
        assertThatCode(() -> rules().check(model(sql, "customer_id"))).doesNotThrowAnyException();
    }

    @Test
    void a_unit_that_the_select_does_not_give_is_refused() {
        assertThatThrownBy(() ->
                        rules().check(model("select orders.customer_id from silver.orders as orders", "order_id")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("[order_id], which the SELECT does not give");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first(order_id)",
                "any_value(order_id)",
                "last(order_id, true)",
                "collect_list(order_id)",
                "collect_set(order_id)",
                "array_join(collect_list(order_id), ',')",
                "max_by(order_id, net_amount)",
                "mode(order_id)",
                "listagg(order_id, ',')",
                "percentile_approx(net_amount, 0.5)",
                "sum(cast(net_amount as double))",
                "avg(cast(net_amount as float))",
                "stddev(net_amount)",
                "max(rand())",
                "max(uuid())",
                "max(current_date())",
                "max(now())",
                "max(current_timestamp())",
            })
    void what_gives_another_result_another_time_is_refused(String expression) {
        String sql = "select customer_id, " + expression + " as value from silver.orders group by customer_id";

        assertThatThrownBy(() -> rules().check(model(sql, "customer_id"))).isInstanceOf(ContractException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort_array(collect_list(order_id))",
                "size(collect_set(order_id))",
                "max(struct(net_amount, order_id)).order_id",
                "listagg(order_id, ',') within group (order by order_id)",
                "percentile(net_amount, 0.5)",
                "sum(net_amount)",
                "avg(net_amount)",
                "count(distinct order_id)",
            })
    void what_gives_the_same_result_every_time_is_not_refused(String expression) {
        String sql = "select customer_id, " + expression + " as value from silver.orders group by customer_id";

        assertThatCode(() -> rules().check(model(sql, "customer_id"))).doesNotThrowAnyException();
    }

    @Test
    void a_limit_is_refused() {
        assertThatThrownBy(() -> rules().check(model("select order_id from silver.orders limit 10", "order_id")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("only some of the rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "row_number() over (partition by customer_id order by net_amount)",
                "lag(order_id) over (partition by customer_id order by ordered_date)",
                "first_value(order_id) over (partition by customer_id order by net_amount desc)",
                "last_value(order_id) ignore nulls over (partition by customer_id)",
                "sum(net_amount) over (partition by customer_id order by ordered_date rows unbounded preceding)",
                "collect_list(order_id) over (partition by customer_id order by net_amount)",
            })
    void a_window_that_leaves_open_which_row_comes_first_is_refused(String expression) {
        String sql = "select customer_id, " + expression + " as value from silver.orders";

        assertThatThrownBy(() -> rules().check(model(sql, "customer_id")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("which of two rows comes first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "row_number() over (partition by customer_id order by net_amount, source_system, company_code, order_id)",
                "rank() over (partition by customer_id order by net_amount)",
                "sum(net_amount) over (partition by customer_id order by ordered_date)",
                "sum(net_amount) over (partition by customer_id)",
            })
    void a_window_whose_order_settles_every_row_is_not_refused(String expression) {
        String sql = "select customer_id, " + expression + " as value from silver.orders";

        assertThatCode(() -> rules().check(model(sql, "customer_id"))).doesNotThrowAnyException();
    }

    @Test
    void the_columns_of_a_group_by_name_its_rows() {
        String sql = "with months as (select customer_id, trunc(ordered_date, 'MM') as month_start_date, count(*) as n"
                + " from silver.orders group by customer_id, trunc(ordered_date, 'MM'))"
                + " select customer_id, lag(n) over (partition by customer_id order by month_start_date) as before"
                + " from months";

        assertThatCode(() -> rules().check(model(sql, "customer_id"))).doesNotThrowAnyException();
    }

    private SelectRules rules() {
        return new SelectRules(SharedSession.get(), LIBRARY);
    }

    /** A model whose grain is not a column of orders, so that only the tables' own keys count. */
    private static Model model(String sql, String... by) {
        Model other = LIBRARY.model(TableName.parse("gold.month"));
        return new Model(
                other.table(),
                other.about(),
                other.owner(),
                List.of("no_such_column"),
                List.of(by),
                other.load(),
                other.follows(),
                other.columns(),
                other.checks(),
                other.inferredFrom(),
                other.visible(),
                Optional.empty(),
                false,
                Optional.empty(),
                other.file(),
                sql);
    }
}
