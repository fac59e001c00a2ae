package org.tongchou.platform.gateway.wire;

import java.util.Set;

/** A call that cannot be answered with an output: told in {@code err_msg} as {@code [code] sentence}, never with personal data. */
public final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 200;
    private static final Set<String> PERSONAL =
            Set.of("certno", "mdtrt_cert_no", "card_sn", "psn_name", "coner_name", "tel", "addr", "agnter_certno");

    private final String code;

    /**
     * Tells it.
     *
     * @param code stable code, {@code E-GWY-nnn} or that of the room that refused
     * @param message a Chinese sentence that names the field, the value and what is expected
     */
    public WireFault(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A field that cannot be used. */
    static WireFault field(String code, FieldSpec field, String given, String expected) {
        String shown = given.length() <= 40 ? given : given.substring(0, 40) + "…";
        String value = PERSONAL.contains(field.name()) ? "的值不可用" : "的值“" + shown + "”不可用";
        return new WireFault(code, field.shown() + (given.isEmpty() ? "为空" : value) + "，应为" + expected);
    }

    /** Stable code. */
    public String code() {
        return code;
    }

    /** The text of {@code err_msg}: at most 200 characters, the code in front. */
    public String text() {
        String text = "[" + code + "] " + getMessage();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
