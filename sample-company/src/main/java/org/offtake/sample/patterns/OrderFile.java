package org.offtake.sample.patterns;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code orders.csv}: one row per order line, by customer and day; order numbers count up within the customer. */
final class OrderFile implements Closeable {
    private final CsvWriter csv;

    OrderFile(Path folder) throws IOException {
        csv = CsvWriter.builder().build(folder.resolve("orders.csv"));
        csv.writeRecord(
                "order_no", "order_date", "customer_id", "line_no", "product_group", "quantity", "unit_price_eur");
    }

    void write(Buyer buyer, List<Basket> baskets) {
        for (int order = 0; order < baskets.size(); order++) {
            Basket basket = baskets.get(order);
            for (int line = 0; line < basket.lines().size(); line++) {
                Basket.Line it = basket.lines().get(line);
                csv.writeRecord(
                        String.format(Locale.ROOT, "O%05d-%04d", buyer.number(), order),
                        TwoYears.date(basket.day()).toString(),
                        buyer.code(),
                        String.valueOf(line + 1),
                        it.habit().groupCode(),
                        String.valueOf(it.quantity()),
                        LabelFiles.amount(it.habit().unitPrice()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
