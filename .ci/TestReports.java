import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Counts the tests of all modules, and fails where one was skipped that the given list does not allow. */
public final class TestReports {
    private TestReports() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> allowed = allowed(Path.of(arguments[0]));
        List<String> unexplained = new ArrayList<>();
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        for (Path report : reports()) {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
            for (int index = 0; index < cases.getLength(); index++) {
                Element test = (Element) cases.item(index);
                if (has(test, "skipped")) {
                    skipped++;
                    refuse(test, allowed, unexplained);
                } else if (has(test, "failure") || has(test, "error")) {
                    failed++;
                } else {
                    passed++;
                }
            }
        }
        unexplained.forEach(
                name -> System.err.println("ci: " + name + " was skipped, and " + arguments[0] + " does not allow it"));
        System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        System.exit(unexplained.isEmpty() && failed == 0 && passed > 0 ? 0 : 1);
    }

    /** A test with parameters is allowed by the name of its method. */
    private static void refuse(Element test, Set<String> allowed, List<String> unexplained) {
        String name = test.getAttribute("classname") + "#" + test.getAttribute("name");
        String method = name.split("[(\\[{]", 2)[0];
        if (!allowed.contains(name) && !allowed.contains(method)) {
            unexplained.add(name);
        }
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }

    private static Set<String> allowed(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .map(line -> line.split("(^| )#", 2)[0].strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("."), 5)) {
            return files.filter(file -> file.getParent() != null && file.getParent().endsWith("target/surefire-reports"))
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }
}
