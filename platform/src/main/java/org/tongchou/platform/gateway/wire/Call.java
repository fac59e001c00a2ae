package org.tongchou.platform.gateway.wire;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A call as it came in, its envelope checked.
 *
 * @param transaction what is asked for
 * @param msgid id that the client made: the same id again is the same call
 * @param institution code of the institution
 * @param institutionName its name, as it says
 * @param careArea 就医地 区划; empty when the client leaves it out
 * @param insuredArea 参保地 区划; empty when no person is asked about
 * @param operator id of the operator
 * @param operatorName name of the operator
 * @param operatorType 1 经办人, 2 自助终端, 3 移动终端
 * @param signNumber from 9001; empty before it
 * @param head everything in the envelope but the input, as sent
 * @param input the input, deciphered, not yet checked
 */
public record Call(
        Transaction transaction,
        String msgid,
        String institution,
        String institutionName,
        String careArea,
        String insuredArea,
        String operator,
        String operatorName,
        String operatorType,
        String signNumber,
        Map<String, String> head,
        JsonNode input) {
    /** Copies the head. */
    public Call {
        head = Map.copyOf(head);
    }

    /** Whether the person is insured elsewhere. */
    public boolean outOfRegion() {
        return !insuredArea.isEmpty() && !careArea.isEmpty() && !insuredArea.equals(careArea);
    }
}
