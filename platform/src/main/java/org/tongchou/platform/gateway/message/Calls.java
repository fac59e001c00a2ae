package org.tongchou.platform.gateway.message;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.WireFault;

/** Calls that were answered, and what was answered. */
@Component
public class Calls {
    private final JdbcClient database;
    private final Clock clock;

    Calls(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a whole
    private record Kept(String transaction, byte[] digest, String answer) {}

    /**
     * What was answered to a call before; empty when it is new. Its id is held until the end of the transaction: the same call twice at
     * once is answered one after the other.
     *
     * @throws WireFault when something else was asked under the same id, or the call was undone before it came
     */
    public Optional<String> answered(String institution, String msgid, String transaction, byte[] digest) {
        Optional<Kept> kept = kept(institution, msgid);
        kept.ifPresent(call -> {
            if (call.answer().isEmpty()) {
                throw new WireFault("E-GWY-031", "报文 " + msgid + " 已被冲正，请以新的报文ID重新办理");
            }
            if (!call.transaction().equals(transaction) || !MessageDigest.isEqual(call.digest(), digest)) {
                throw new WireFault("E-GWY-030", "报文ID " + msgid + " 已用于另一笔内容不同的业务，请使用新的报文ID");
            }
        });
        return kept.map(Kept::answer);
    }

    private Optional<Kept> kept(String institution, String msgid) {
        return database.sql("select transaction, digest, answer from gateway.held(:institution, :msgid)")
                .param("institution", institution)
                .param("msgid", msgid)
                .query(Kept.class)
                .optional();
    }

    /** Keeps an answer. */
    public void keep(String institution, String msgid, String transaction, byte[] digest, String answer) {
        database.sql("""
                        insert into gateway.call (institution, msgid, transaction, digest, answer, answered_at)
                        values (:institution, :msgid, :transaction, :digest, :answer, :now)""")
                .param("institution", institution)
                .param("msgid", msgid)
                .param("transaction", transaction)
                .param("digest", digest)
                .param("answer", answer)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * What a call was answered, if it was and was not undone; held until the end of the transaction.
     *
     * @param transaction number without the letter of a variant: clients undo {@code 2207A} as {@code 2207}
     */
    public Optional<String> answer(String institution, String msgid, String transaction) {
        Optional<Kept> kept = kept(institution, msgid);
        kept.filter(call -> !call.transaction().startsWith(transaction)).ifPresent(call -> {
            throw new WireFault(
                    "E-GWY-075", "报文 " + msgid + " 是交易 " + call.transaction() + "，不是 " + transaction + "，不能冲正");
        });
        return kept.map(Kept::answer).filter(answer -> !answer.isEmpty());
    }

    /** Marks a call as undone: should it still arrive, or come again, it is refused. */
    public void undo(String institution, String msgid, String transaction) {
        database.sql("""
                        insert into gateway.call (institution, msgid, transaction, digest, answer, answered_at)
                        values (:institution, :msgid, :transaction, '', '', :now)
                        on conflict (institution, msgid) do update set answer = ''""")
                .param("institution", institution)
                .param("msgid", msgid)
                .param("transaction", transaction)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
