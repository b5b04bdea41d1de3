package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a contract must say so that its episodes can be told and registered. */
class SignalContractTest {
    private static final String CONTRACT = """
            about: One row per episode in which a customer was quiet.
            grain: [rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date]
            owner: sales
            load: merge
            follows:
              gold.dim_employee: everything
            columns:
              rule_code:         {is: code, about: Rule}
              signal_kind:       {is: code, about: Kind}
              source_system:     {is: code, about: System}
              company_code:      {is: code, about: Company}
              party_id:          {is: id, about: Customer}
              subject:           {is: text, about: Product group}
              since_date:        {is: date, about: Since}
              alarm_date:        {is: date, about: Alarm}
              closed_date:       {is: date, optional: true, about: End}
              closed_reason:     {is: code, optional: true, about: How it ended}
              party_name:        {is: text, optional: true, about: Name}
              rep_key:           {is: key of gold.dim_employee, about: Salesperson}
              rep_name:          {is: text, optional: true, about: Their name}
              recipient:         {is: code, about: Who is told}
              probability:       {is: probability, optional: true, about: That it is so}
              chance:            {is: probability, optional: true, about: That it is chance}
              stake_amount:      {is: money in currency_code, optional: true, about: At stake}
              stake_low_amount:  {is: money in currency_code, optional: true, about: At least}
              stake_high_amount: {is: money in currency_code, optional: true, about: At most}
              predicted_amount:  {is: money in currency_code, optional: true, about: What is to come}
              currency_code:     {is: currency, about: Currency}
              cause_code:        {is: code, optional: true, about: Cause}
              action_code:       {is: code, optional: true, about: Action}
              text_nl:           {is: text, about: In Dutch}
              text_en:           {is: text, about: In English}
              order_count:       {is: count, about: Orders until then}
            """;

    @Test
    void a_contract_of_that_shape_is_a_signal_and_may_have_further_columns(@TempDir Path folder) throws IOException {
        Model model = library(folder, "signal_quiet", CONTRACT).read().model(TableName.parse("mart.signal_quiet"));
        assertThat(model.isSignal()).isTrue();
        assertThat(model.columnNames()).containsAll(SignalShape.columns()).contains("order_count");
        assertThat(SignalShape.told()).doesNotContain("closed_date").contains("text_nl", "stake_amount");
    }

    @Test
    void a_mart_model_of_another_name_may_have_any_columns(@TempDir Path folder) throws IOException {
        SmallLibrary library = library(folder, "report_quiet", CONTRACT.replace("is: count,", "is: quantity,"));
        library.change("mart/sales/report_quiet.yml", "  text_nl:", "  text_fr:");
        assertThat(library.read().model(TableName.parse("mart.report_quiet")).isSignal())
                .isFalse();
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrong")
    void a_signal_that_could_not_be_registered_is_refused(
            String text, String wrong, String problem, @TempDir Path folder) throws IOException {
        SmallLibrary library = library(folder, "signal_quiet", CONTRACT);
        library.change("mart/sales/signal_quiet.yml", text, wrong);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("signal_quiet.yml:")
                .hasMessageContaining(problem);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("  text_nl: ", "  text_fr: ", "1 missing: text_nl (text)"),
                Arguments.of(
                        "rep_key:           {is: key of gold.dim_employee",
                        "rep_key:           {is: key",
                        "1 of another type: rep_key is key, not key of gold.dim_employee"),
                Arguments.of(
                        "stake_amount:      {is: money in currency_code",
                        "stake_amount:      {is: money in EUR",
                        "stake_amount is money in EUR, not money in currency_code"),
                Arguments.of(
                        "since_date:        {is: date,",
                        "since_date:        {is: date, optional: true,",
                        "since_date must not be optional"),
                Arguments.of(
                        "[rule_code, signal_kind,",
                        "[rule_code,",
                        "write `grain: [rule_code, signal_kind, source_system, company_code, party_id, subject,"));
    }

    @Test
    void the_names_of_the_registers_own_views_are_taken(@TempDir Path folder) throws IOException {
        SmallLibrary library = library(folder, "signal_event", CONTRACT);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("mart.signal_event is a view of the register of signals");
    }

    private static SmallLibrary library(Path folder, String name, String contract) throws IOException {
        SmallLibrary library = SmallLibrary.in(folder);
        library.write("gold/people/dim_employee.yml", """
                about: One row per employee.
                grain: employee_key
                owner: people
                load: merge
                follows:
                  silver.orders: everything
                columns:
                  employee_key: {is: key, about: Ours}
                """);
        library.write("gold/people/dim_employee.sql", "select 0 as employee_key from silver.orders as orders\n");
        library.write("mart/sales/" + name + ".yml", contract);
        library.write("mart/sales/" + name + ".sql", "select * from gold.dim_employee as employees\n");
        return library;
    }
}
