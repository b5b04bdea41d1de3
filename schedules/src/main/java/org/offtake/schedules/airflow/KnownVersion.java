package org.offtake.schedules.airflow;

import java.util.Optional;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.ApiException;
import org.offtake.outbound.http.Call;

/** Airflow 3, whose interface is at /api/v2; Airflow 2 had another one. */
final class KnownVersion {
    private static final int NOT_FOUND = 404;

    private KnownVersion() {}

    static void refuseOthers(Api open) {
        try {
            String version = version(open, "/api/v2/version");
            if (!version.startsWith("3.")) {
                throw refused(open, version);
            }
        } catch (ApiException unknown) {
            if (!unknown.is(NOT_FOUND)) {
                throw unknown;
            }
            throw older(open)
                    .map(version -> refused(open, version))
                    .orElse(new IllegalArgumentException(
                            open + " does not answer as Airflow 3 does; correct 'url' of 'airflow'"));
        }
    }

    private static IllegalArgumentException refused(Api open, String version) {
        return new IllegalArgumentException(open + " is version " + version
                + "; Offtake needs Airflow 3: name such a server as 'url' of 'airflow', or take 'airflow' out of the"
                + " configuration and let `offtake schedule run` do it");
    }

    private static Optional<String> older(Api open) {
        try {
            return Optional.of(version(open, "/api/v1/version"));
        } catch (ApiException neither) {
            return Optional.empty();
        }
    }

    private static String version(Api open, String path) {
        return open.call(Call.get(path)).json().path("version").asText();
    }
}
