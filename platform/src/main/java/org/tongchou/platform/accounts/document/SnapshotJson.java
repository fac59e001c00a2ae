package org.tongchou.platform.accounts.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tongchou.accounts.publish.Content;
import org.tongchou.money.Money;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots as JSON: the same snapshot always gives the same text. */
final class SnapshotJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Content.class, ContentKinds.class)
            .addMixIn(Money.class, OnlyFen.class)
            .build();

    private SnapshotJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "content")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Content.Grid.class, name = "grid"),
        @JsonSubTypes.Type(value = Content.Chart.class, name = "chart")
    })
    private interface ContentKinds {}

    @JsonIgnoreProperties("zero")
    private interface OnlyFen {}

    static String write(Snapshot snapshot) {
        return MAPPER.writeValueAsString(snapshot);
    }

    static Snapshot read(String json) {
        return MAPPER.readValue(json, Snapshot.class);
    }

    /** Names the content of a snapshot. */
    static String digest(Snapshot snapshot) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(snapshot).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
