package org.offtake.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the sample of {@link Sample#SCALE}, generated once and deleted after the last test. */
final class GeneratedSample implements ParameterResolver {
    private record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sample.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Folder folder = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(GeneratedSample.class))
                .getOrComputeIfAbsent("sample", any -> generated(), Folder.class);
        return new Sample(folder.path());
    }

    private static Folder generated() {
        try {
            Path path = Files.createTempDirectory("sample-company");
            SampleCompany.write(path, Sample.SCALE);
            return new Folder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
