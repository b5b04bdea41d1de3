package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offtake.sample.chance.Dice;

/** The wholesaler's articles: eight groups of twenty. */
final class Catalogue {
    private static final List<String> SIZES = List.of("klein", "middel", "groot", "extra groot", "jumbo");
    private static final List<String> KINDS = List.of("standaard", "plus", "prof", "eco");
    private static final Map<String, List<String>> GROUPS = new TreeMap<>(Map.of(
            "BEVESTIGING", List.of("Schroevenset", "doos"),
            "DRANKEN", List.of("Koffiebonen", "kg"),
            "ELEKTRA", List.of("Installatiekabel", "rol"),
            "GEREEDSCHAP", List.of("Accuboor", "st"),
            "LIJM", List.of("Montagekit", "st"),
            "PAPIER", List.of("Handdoekpapier", "pak"),
            "REINIGING", List.of("Allesreiniger", "can"),
            "VERPAKKING", List.of("Verzenddoos", "bundel")));

    private final List<Product> products;
    private final Map<String, List<Product>> byGroup;

    Catalogue(long seed) {
        List<Product> all = new ArrayList<>();
        GROUPS.forEach((group, nameAndUnit) -> {
            for (String size : SIZES) {
                for (String kind : KINDS) {
                    all.add(product(seed, all.size(), group, nameAndUnit, kind + " " + size));
                }
            }
        });
        products = List.copyOf(all);
        byGroup = products.stream().collect(Collectors.groupingBy(Product::group, TreeMap::new, Collectors.toList()));
    }

    List<Product> products() {
        return products;
    }

    List<String> groups() {
        return List.copyOf(byGroup.keySet());
    }

    List<Product> inGroup(String group) {
        return List.copyOf(byGroup.getOrDefault(group, List.of()));
    }

    private static Product product(long seed, int number, String group, List<String> nameAndUnit, String variant) {
        BigDecimal price = BigDecimal.valueOf(
                        Dice.of(seed, "wholesale price", number).logBetween(2.5, 45))
                .setScale(2, RoundingMode.HALF_UP);
        return new Product(
                number,
                "0" + (41_000 + number * 13),
                nameAndUnit.get(0) + " " + variant,
                group,
                nameAndUnit.get(1),
                price,
                group.equals("DRANKEN") ? 9 : 21);
    }
}
