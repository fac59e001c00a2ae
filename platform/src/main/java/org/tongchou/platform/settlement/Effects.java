package org.tongchou.platform.settlement;

import java.util.stream.Stream;

/** What messages did, so that whoever took them in can compare it with what was answered. */
public interface Effects {
    /**
     * All settlements and mirrors by provider and message, character by character; a settlement that was restored counts once. The stream
     * is read as it is used, needs the caller's transaction and must be closed.
     */
    Stream<Effect> all();

    /**
     * What a message did.
     *
     * @param provider code of the provider
     * @param message id of the message
     * @param number 结算ID of what it made
     * @param kept 结算, 撤销 or 冲正
     * @param stands whether it was not taken back
     */
    record Effect(String provider, String message, String number, String kept, boolean stands) {}
}
