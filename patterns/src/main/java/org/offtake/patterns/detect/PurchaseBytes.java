package org.offtake.patterns.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Purchases as they are kept in a {@link WatchState}, each product group named once. */
final class PurchaseBytes {
    private PurchaseBytes() {}

    static void write(List<Purchase> purchases, DataOutput state) throws IOException {
        List<String> groups = groups(purchases);
        state.writeInt(groups.size());
        Map<String, Integer> numbers = new TreeMap<>();
        for (String group : groups) {
            state.writeUTF(group);
            numbers.put(group, numbers.size());
        }
        state.writeInt(purchases.size());
        for (Purchase purchase : purchases) {
            state.writeInt(purchase.day());
            write(purchase.order().quantities(), numbers, state);
            write(purchase.amounts(), numbers, state);
        }
    }

    static List<Purchase> read(DataInput state) throws IOException {
        List<String> groups = new ArrayList<>();
        for (int left = state.readInt(); left > 0; left--) {
            groups.add(state.readUTF());
        }
        List<Purchase> purchases = new ArrayList<>();
        for (int left = state.readInt(); left > 0; left--) {
            purchases.add(new Purchase(new OrderDay(state.readInt(), read(groups, state)), read(groups, state)));
        }
        return purchases;
    }

    private static List<String> groups(List<Purchase> purchases) {
        return purchases.stream()
                .flatMap(purchase -> Stream.concat(
                        purchase.order().quantities().keySet().stream(), purchase.amounts().keySet().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private static void write(Map<String, Double> values, Map<String, Integer> numbers, DataOutput state)
            throws IOException {
        state.writeInt(values.size());
        for (Map.Entry<String, Double> value : new TreeMap<>(values).entrySet()) {
            state.writeInt(numbers.getOrDefault(value.getKey(), -1));
            state.writeDouble(value.getValue());
        }
    }

    private static Map<String, Double> read(List<String> groups, DataInput state) throws IOException {
        Map<String, Double> values = new TreeMap<>();
        for (int left = state.readInt(); left > 0; left--) {
            values.put(groups.get(state.readInt()), state.readDouble());
        }
        return values;
    }
}
