package org.tongchou.platform.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A call and what was answered.
 *
 * @param infno the transaction
 * @param msgid its message id
 * @param request the envelope as it was sent
 * @param answer the envelope as it came back
 * @param micros how long it took
 * @param infcode 0 when all went well
 * @param message what {@code err_msg} says
 * @param output the output; an empty object when there is none
 */
public record HisCall(
        String infno,
        String msgid,
        String request,
        String answer,
        long micros,
        int infcode,
        String message,
        JsonNode output) {
    private static final Pattern CODE = Pattern.compile("^\\[([A-Z0-9-]+)]");

    /** Whether it was done. */
    public boolean done() {
        return infcode == 0;
    }

    /** The stable code in front of the message; empty when there is none. */
    public String fault() {
        Matcher matcher = CODE.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    /**
     * The output of a call that was done.
     *
     * @throws HisFault when it was refused
     */
    public JsonNode good() {
        if (!done()) {
            throw new HisFault(this);
        }
        return output;
    }
}
