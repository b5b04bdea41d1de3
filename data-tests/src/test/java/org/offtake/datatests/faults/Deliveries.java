package org.offtake.datatests.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Two days of deliveries: with the second, an id gets a new period, an order loses a line, and a mistake is mended. */
final class Deliveries {
    private static final String CUSTOMERS = "customer_id,region,changed_at";
    private static final String LINES = "line_id,order_id,customer_id,ordered_date,quantity,unit_price,updated_at";
    private static final String SCANS = "receipt_id,product_id";

    private Deliveries() {}

    static void firstDay(TinyHouse house) throws IOException {
        house.deliver("customers_1.csv", CUSTOMERS, "C1,NORTH,2024-01-01T08:00:00Z", "C2,SOUTH,2024-01-01T08:00:00Z");
        deliverFirstLines(
                house,
                "L5,O3,C9,2024-01-20,3,1.00,2024-01-20T10:00:00Z",
                "L6,O4,C1,2024-02-01,none,1.00,2024-02-01T10:00:00Z");
        house.deliver("scans_1.csv", SCANS, "R1,P1", "R1,P1", "R1,P2", "R2,P3");
    }

    /** An order that breaks a rule of the fact: its amount is negative. */
    static void brokenDay(TinyHouse house) throws IOException {
        house.deliver("lines_3.csv", LINES, "L8,O6,C2,2024-02-25,1,-1.00,2024-02-25T09:00:00Z");
    }

    /** The same file again, corrected. */
    static void correctedDay(TinyHouse house) throws IOException {
        house.deliver("lines_3.csv", LINES, "L8,O6,C2,2024-02-25,1,1.00,2024-02-25T09:00:00Z");
    }

    static void secondDay(TinyHouse house) throws IOException {
        house.deliver(
                "customers_2.csv",
                CUSTOMERS,
                "C1,SOUTH,2024-01-05T08:00:00Z",
                "C9,NORTH,2024-01-25T08:00:00Z",
                "C8,NORTH,2024-01-25T08:00:00Z");
        deliverFirstLines(house, "L6,O4,C1,2024-02-01,6,1.00,2024-02-01T10:00:00Z");
        house.deliver(
                "lines_2.csv",
                LINES,
                "L3,O2,C2,2024-01-20,5,2.25,2024-02-20T09:00:00Z",
                "L7,O5,C8,2024-02-20,1,99.00,2024-02-20T09:00:00Z");
        house.deliver("scans_2.csv", SCANS, "R3,P1", "R3,P3", "R4,P4");
    }

    /** The file of the first day, whose last lines the second day corrects. */
    private static void deliverFirstLines(TinyHouse house, String... last) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                LINES,
                "L1,O1,C1,2024-01-10,2,10.00,2024-01-10T09:00:00Z",
                "L2,O1,C1,2024-01-10,1,5.50,2024-01-10T09:00:00Z",
                "L3,O2,C2,2024-01-20,4,2.25,2024-01-20T09:00:00Z",
                "L4,O2,C2,2024-01-20,1,7.00,2024-01-20T09:00:00Z",
                "L5,O3,C9,2024-01-20,3,1.00,2024-01-20T10:00:00Z"));
        lines.addAll(List.of(last));
        house.deliver("lines_1.csv", lines.toArray(String[]::new));
    }
}
