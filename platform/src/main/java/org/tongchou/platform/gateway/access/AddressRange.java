package org.tongchou.platform.gateway.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits: {@code 10.1.2.3}, {@code 10.1.2.0/24}, {@code fd00::/8}.
 *
 * @param bytes address
 * @param bits how many bits count
 */
@SuppressWarnings("ArrayRecordComponent") // asked by contains alone
record AddressRange(byte[] bytes, int bits) {
    private static final Pattern OCTETS = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern RANGE = Pattern.compile("([0-9A-Fa-f:.]+)(?:/([0-9]{1,3}))?");

    /** Reads a range; empty when it is none. Names are never looked up. */
    static Optional<AddressRange> parse(String text) {
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return literal(matcher.group(1)).flatMap(bytes -> {
            int all = bytes.length * 8;
            int bits = matcher.group(2) == null ? all : Integer.parseInt(matcher.group(2));
            return bits <= all ? Optional.of(new AddressRange(bytes, bits)) : Optional.empty();
        });
    }

    private static Optional<byte[]> literal(String text) {
        if (!OCTETS.matcher(text).matches() && !HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address lies within. */
    boolean contains(String address) {
        int zone = address.indexOf('%');
        return literal(zone < 0 ? address : address.substring(0, zone))
                .filter(other -> other.length == bytes.length)
                .filter(other -> Arrays.equals(kept(other), kept(bytes)))
                .isPresent();
    }

    private byte[] kept(byte[] address) {
        byte[] kept = new byte[address.length];
        for (int bit = 0; bit < bits; bit++) {
            kept[bit / 8] |= (byte) (address[bit / 8] & (0x80 >> bit % 8));
        }
        return kept;
    }
}
