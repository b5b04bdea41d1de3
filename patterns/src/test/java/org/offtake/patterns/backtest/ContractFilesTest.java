package org.offtake.patterns.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Measure;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.score.AgreedSet;

/** The files of a labelled set say what was bought and what was agreed, or what is wrong with them. */
class ContractFilesTest {
    private static final String NAMES = "contract_no,customer_id,start_date,end_date,committed_value_eur\n";

    private static final LabelledSet.Period PERIOD = new LabelledSet.Period(
            (int) LocalDate.of(2024, 1, 1).toEpochDay(),
            (int) LocalDate.of(2024, 12, 31).toEpochDay(),
            (int) LocalDate.of(2025, 12, 30).toEpochDay(),
            180);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), """
                order_no,order_date,customer_id,line_no,product_group,quantity,unit_price_eur
                O1,2024-01-15,C1,1,G1,9,8.5
                O1,2024-01-15,C1,2,G0,2,1.0
                O2,2024-02-01,C1,1,G1,1,8.5
                """);
        Files.writeString(folder.resolve("customers.csv"), """
                customer_id,segment,account_manager
                C1,S1,AM00
                C2,S1,AM00
                """);
        Files.writeString(folder.resolve("gone.csv"), "customer_id,last_date\nC2,2024-04-11\n");
    }

    @Test
    void lines_of_one_day_are_one_purchase() throws IOException {
        AgreedSet set = read("K1,C1,2024-12-31,2025-12-30,13556.1\n");

        assertThat(set.orders().get("C1"))
                .containsExactly(
                        new Taken(LocalDate.of(2024, 1, 15), 11, 78.5), new Taken(LocalDate.of(2024, 2, 1), 1, 8.5));
        assertThat(set.contracts())
                .containsExactly(new Contract(
                        "K1",
                        "C1",
                        Measure.VALUE,
                        13_556.1,
                        LocalDate.of(2024, 12, 31),
                        LocalDate.of(2025, 12, 30),
                        List.of()));
        assertThat(set.segments()).containsEntry("C1", "S1");
        assertThat(set.left()).containsExactly("C2");
    }

    @Test
    void a_wrong_amount_is_told_with_file_line_and_column() {
        assertThatThrownBy(() -> read("K1,C1,2024-12-31,2025-12-30,much\n"))
                .isInstanceOf(LabelledFileException.class)
                .hasMessageContaining("contracts.csv, line 2")
                .hasMessageContaining("committed_value_eur is 'much'");
    }

    @Test
    void a_contract_that_stands_there_twice_and_one_of_a_stranger_are_told() {
        assertThatThrownBy(() -> read("K1,C1,2024-12-31,2025-12-30,1\nK1,C1,2024-12-31,2025-12-30,1\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("contract K1 stands there a second time");
        assertThatThrownBy(() -> read("K1,C9,2024-12-31,2025-12-30,1\n")).hasMessageContaining("customer C9 is not in");
    }

    @Test
    void a_term_that_ends_after_the_last_order_or_began_before_the_scored_days_is_left_out_and_counted()
            throws IOException {
        ContractFiles.Agreed agreed = agreed(
                "K1,C1,2024-12-31,2025-12-30,10\nK2,C1,2025-06-01,2026-05-31,10\nK3,C1,2024-06-01,2025-05-31,10\n");
        assertThat(agreed.set().contracts()).extracting(Contract::contractNo).containsExactly("K1");
        assertThat(agreed.outside()).isEqualTo(2);
    }

    @Test
    void a_contract_of_nothing_and_one_that_ends_before_it_starts_are_told() {
        assertThatThrownBy(() -> read("K1,C1,2024-12-31,2025-12-30,0\n"))
                .hasMessageContaining("committed_value_eur is '0', not above 0");
        assertThatThrownBy(() -> read("K1,C1,2025-12-31,2025-12-30,5\n"))
                .hasMessageContaining("end_date is '2025-12-30', before the start");
    }

    private AgreedSet read(String contracts) throws IOException {
        return agreed(contracts).set();
    }

    private ContractFiles.Agreed agreed(String contracts) throws IOException {
        Path file = folder.resolve("contracts.csv");
        Files.writeString(file, NAMES + contracts);
        LabelledFiles files = new LabelledFiles(
                folder.resolve("orders.csv"),
                folder.resolve("customers.csv"),
                folder.resolve("deviations.csv"),
                folder.resolve("gone.csv"));
        return new ContractFiles(files, file).read(PERIOD);
    }
}
