package org.offtake.datatests.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may know whom, below a root package. */
record HouseRules(String root) {
    /** Each module by its package, and the modules it may know. The module cli may know all. */
    private static final Map<String, List<String>> MODULES = Map.of(
            "models", List.of(),
            "patterns", List.of(),
            "outbound", List.of(),
            "sample", List.of(),
            "serving", List.of("models"),
            "etl", List.of("models", "patterns", "serving"),
            "bench", List.of("models", "serving", "etl"),
            "dashboards", List.of("models", "serving", "outbound"),
            "schedules", List.of("models", "serving", "outbound"));

    private static final List<String> WITHOUT_SPARK =
            List.of("models", "patterns", "outbound", "sample", "serving", "dashboards", "schedules");

    /** The verbs, in the one direction that rows go. */
    private static final List<String> VERBS = List.of("land", "conform", "build", "check", "publish");

    private static final List<String> WITHOUT_DATABASE = List.of("models", "patterns", "outbound", "sample");

    Stream<ArchRule> all() {
        return Stream.of(
                        MODULES.keySet().stream().sorted().map(this::knowsOnlyItsModules),
                        WITHOUT_SPARK.stream().map(this::knowsNoSpark),
                        WITHOUT_DATABASE.stream().map(this::knowsNoDatabase),
                        IntStream.range(0, VERBS.size() - 1).mapToObj(this::knowsNothingToItsRight),
                        Stream.of(hasNoCycles(), takesTheTimeFromAClock(), makesNoClock()))
                .flatMap(rules -> rules);
    }

    ArchRule knowsOnlyItsModules(String module) {
        List<String> known = Stream.concat(Stream.of(module), MODULES.getOrDefault(module, List.of()).stream())
                .toList();
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage(known.stream().map(this::in).toArray(String[]::new)))))
                .as(module + " knows only " + known)
                .allowEmptyShould(true);
    }

    ArchRule knowsNoSpark(String module) {
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..")
                .as(module + " knows no Spark")
                .allowEmptyShould(true);
    }

    ArchRule knowsNoDatabase(String module) {
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..")
                .as(module + " knows no JDBC")
                .allowEmptyShould(true);
    }

    ArchRule knowsNothingToItsRight(int verb) {
        String[] right =
                VERBS.stream().skip(verb + 1L).map(name -> in("etl." + name)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in("etl." + VERBS.get(verb)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(right)
                .as(VERBS.get(verb) + " knows nothing to its right");
    }

    ArchRule hasNoCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().as("packages have no cycles");
    }

    ArchRule takesTheTimeFromAClock() {
        return noClasses()
                .that(resideOutsideOfPackage(in("cli")))
                .should()
                .callMethodWhere(called("java.time", "now"))
                .as("the time comes from a Clock");
    }

    ArchRule makesNoClock() {
        return noClasses()
                .that(resideOutsideOfPackage(in("cli")))
                .should()
                .callMethodWhere(called("java.time.Clock", "system"))
                .as("only cli makes a Clock");
    }

    private static DescribedPredicate<JavaCall<?>> called(String owner, String method) {
        return DescribedPredicate.describe(owner + "." + method, call -> {
            boolean takesClock = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
            return call.getTargetOwner().getName().startsWith(owner)
                    && call.getName().startsWith(method)
                    && !takesClock;
        });
    }

    private String in(String module) {
        return root + "." + module + "..";
    }
}
