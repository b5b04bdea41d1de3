package org.offtake.dashboards.metabase.wanted;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Names that are the same each time, where Metabase lets us choose them. */
final class EntityId {
    private static final int LENGTH = 21;
    private static final int SHORT = 8;

    private EntityId() {}

    /** Of a card: 21 characters, as Metabase gives them. */
    static String of(String project, String slug) {
        byte[] hash = hash(project + "/" + slug);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LENGTH);
    }

    /** Of a filter within a dashboard. */
    static String ofFilter(String name) {
        return HexFormat.of().formatHex(hash("filter/" + name)).substring(0, SHORT);
    }

    /** Of a parameter within the SQL of a card. */
    static String ofTag(String card, String name) {
        return UUID.nameUUIDFromBytes((card + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
