package org.offtake.datatests.house;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for how Java files are named and written; each rule gives what breaks it, with file and line. */
final class JavaRules {
    private static final int LINES = 250;
    private static final Set<String> EMPTY_PACKAGE_NAMES =
            Set.of("util", "utils", "common", "misc", "helper", "helpers", "manager", "impl", "base");
    private static final Pattern EMPTY_CLASS_NAME = Pattern.compile(
            "\\b(?:class|record|interface|enum)\\s+(\\w*(?:Utils?|Helper|Manager|Impl|Processor|Handler)|"
                    + "(?:Abstract)?Base|Common|Misc)\\b");
    // The words are cut in two so that this file does not break its own rules.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b|@Dis" + "abled\\b");
    private static final Pattern MOCK = Pattern.compile("\\borg\\.mock" + "ito\\b|\\bMock" + "ito\\b");

    private JavaRules() {}

    static Stream<String> tooLong(SourceFile file) {
        boolean tooLong = file.lines().size() > LINES && !file.isGenerated();
        return tooLong
                ? Stream.of(file.path() + " has " + file.lines().size() + " lines, more than " + LINES
                        + ": it is two files")
                : Stream.empty();
    }

    static Stream<String> unfinished(SourceFile file) {
        return found(file, UNFINISHED, "says that it is unfinished");
    }

    static Stream<String> mocks(SourceFile file) {
        return found(file, MOCK, "mocks");
    }

    /** A name that says nothing invites everything. */
    static Stream<String> namesThatSayNothing(SourceFile file) {
        if (!file.isJava()) {
            return Stream.empty();
        }
        Stream<String> packages = Arrays.stream(file.folder().split("/"))
                .filter(EMPTY_PACKAGE_NAMES::contains)
                .map(name -> file.path() + " lies in a folder named " + name);
        return Stream.concat(packages, found(file, EMPTY_CLASS_NAME, "has a name that says nothing"));
    }

    /** Main and test sources of one package share a package-info; it stands in either. */
    static Stream<String> packagesNotNullMarked(List<SourceFile> files) {
        Map<String, List<SourceFile>> packages = files.stream()
                .filter(SourceFile::isJava)
                .filter(file -> file.path().contains("/java/"))
                .collect(Collectors.groupingBy(file -> file.folder().replace("/src/test/java/", "/src/main/java/")));
        return packages.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .noneMatch(file -> file.name().equals("package-info.java")
                                && file.text().contains("@NullMarked")))
                .map(entry -> entry.getKey() + " has no package-info.java with @NullMarked")
                .sorted();
    }

    static Stream<String> found(SourceFile file, Pattern wrong, String how) {
        return Stream.iterate(0, index -> index < file.lines().size(), index -> index + 1)
                .filter(index -> wrong.matcher(file.lines().get(index)).find())
                .map(index -> file.path() + ":" + (index + 1) + " " + how + ": "
                        + file.lines().get(index).strip());
    }
}
