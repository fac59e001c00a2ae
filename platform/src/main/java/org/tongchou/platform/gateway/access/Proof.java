package org.tongchou.platform.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.gateway.wire.Signing;
import org.tongchou.platform.gateway.wire.WireFault;

/** Whether a call is of whom it says. Pure. */
public final class Proof {
    private static final Duration TOLERANCE = Duration.ofMinutes(30);
    private static final int MILLIS = 13;

    private Proof() {}

    /**
     * Refuses a call that is not proved.
     *
     * @param access how the institution calls
     * @param header a header of the request by name; null when missing
     * @param head the envelope as it was sent
     * @param input the input as it was sent
     * @param address where it comes from
     * @param now the time here
     */
    public static void check(
            Access access,
            Function<String, @Nullable String> header,
            Map<String, String> head,
            String input,
            String address,
            Instant now) {
        place(access, address);
        switch (access.style()) {
            case "tif" -> tif(access, header, now);
            case "csb" -> csb(access, header, now);
            case "apikey" -> same(text(header, "apikey"), access.secret());
            case "sm2" -> sm2(access, head, input);
            case "none" -> {
                // An institution on a line of its own, proved by its address.
            }
            default -> throw new IllegalStateException("style " + access.style());
        }
    }

    private static void place(Access access, String address) {
        boolean anywhere = access.addresses().isEmpty() && !access.style().equals("none");
        if (!anywhere
                && access.addresses().stream()
                        .flatMap(range -> AddressRange.parse(range).stream())
                        .noneMatch(range -> range.contains(address))) {
            throw new WireFault("E-GWY-024", "客户端地址 " + address + " 不在本机构登记的地址之内，请向经办机构申请登记");
        }
    }

    private static void tif(Access access, Function<String, @Nullable String> header, Instant now) {
        String timestamp = text(header, "x-tif-timestamp");
        same(text(header, "x-tif-paasid"), access.keyId());
        fresh(timestamp, now);
        same(
                text(header, "x-tif-signature").toLowerCase(java.util.Locale.ROOT),
                Signing.tif(timestamp, access.secret(), text(header, "x-tif-nonce")));
    }

    /** The head is signed, with its empty fields or without; where a client id was agreed, the input may be signed under it instead. */
    private static void sm2(Access access, Map<String, String> head, String input) {
        Map<String, String> told = new TreeMap<>(head);
        told.values().removeIf(String::isEmpty);
        String signature = head.getOrDefault("cainfo", "");
        boolean fits = Stream.of(head, told)
                        .map(Signing::signed)
                        .anyMatch(text -> Signing.verifies(access.publicKey(), Signing.DEFAULT_ID, text, signature))
                || (!access.keyId().isEmpty()
                        && Signing.verifies(access.publicKey(), access.keyId(), input, signature));
        if (!fits) {
            throw new WireFault("E-GWY-023", "cainfo 的签名不符，应为报文头各字段（cainfo、input 除外）按名称排序后的 SM2 签名");
        }
    }

    private static void csb(Access access, Function<String, @Nullable String> header, Instant now) {
        Map<String, String> signed = new TreeMap<>();
        for (String name : new String[] {"_api_name", "_api_version", "_api_timestamp", "_api_access_key"}) {
            signed.put(name, text(header, name));
        }
        same(signed.getOrDefault("_api_access_key", ""), access.keyId());
        fresh(signed.getOrDefault("_api_timestamp", ""), now);
        same(text(header, "_api_signature"), Signing.csb(signed, access.secret()));
    }

    private static String text(Function<String, @Nullable String> header, String name) {
        return Optional.ofNullable(header.apply(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new WireFault("E-GWY-021", "请求头缺少 " + name));
    }

    /** A time in seconds or, with thirteen digits, in milliseconds. */
    private static void fresh(String timestamp, Instant now) {
        if (timestamp.matches("[0-9]{1,13}")) {
            long told = Long.parseLong(timestamp);
            Instant time = timestamp.length() == MILLIS ? Instant.ofEpochMilli(told) : Instant.ofEpochSecond(told);
            if (Duration.between(time, now).abs().compareTo(TOLERANCE) <= 0) {
                return;
            }
        }
        throw new WireFault("E-GWY-022", "请求头的时间戳“" + timestamp + "”与本平台时间相差超过 30 分钟");
    }

    private static void same(String given, String expected) {
        if (expected.isEmpty() || !Signing.same(given, expected)) {
            throw new WireFault("E-GWY-023", "签名或访问标识不符");
        }
    }
}
