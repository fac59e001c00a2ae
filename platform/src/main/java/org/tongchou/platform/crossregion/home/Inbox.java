package org.tongchou.platform.crossregion.home;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.partner.Exchange;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what other regions ask. A message that changes something is answered once: again it gets the same answer and changes nothing. */
@Component("crossregionInbox")
public class Inbox {
    private final JdbcClient database;
    private final HomeBills bills;
    private final Partners partners;
    private final Region region;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Inbox(
            JdbcClient database,
            HomeBills bills,
            Partners partners,
            Region region,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        this.database = database;
        this.bills = bills;
        this.partners = partners;
        this.region = region;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
    }

    /** Answers a message; a refusal is an answer. */
    public String receive(Envelope message) {
        try {
            if (!message.to().equals(region.code())) {
                throw Refusal.field("E-CRS-030", "参保地", message.to(), "本统筹区 " + region.code());
            }
            Partner from = partners.get(message.from());
            String answer = transaction.execute(status -> {
                if (message.kind() == Envelope.Kind.PREVIEW) {
                    status.setRollbackOnly();
                }
                return answer(from, message);
            });
            return answer == null ? "" : answer;
        } catch (Refusal refused) {
            return json.writeValueAsString(new Messages.Refused(refused.code(), String.valueOf(refused.getMessage())));
        }
    }

    private String answer(Partner from, Envelope message) {
        return switch (message.kind()) {
            case PREVIEW ->
                json.writeValueAsString(bills.settle(from, message.id(), read(message, Messages.Bill.class)));
            case SETTLE, CANCEL -> once(from, message);
            case PERSON -> json.writeValueAsString(bills.person(read(message, Messages.Asked.class)));
            case MONTH -> json.writeValueAsString(bills.month(from, read(message, Messages.Month.class)));
        };
    }

    private <T> T read(Envelope message, Class<T> type) {
        return json.readValue(message.body(), type);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Kept(byte[] digest, String answer) {}

    private String once(Partner from, Envelope message) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('crossregion ' || :area, 0))")
                .param("area", from.area() + " " + settled(message))
                .query((row, i) -> 0)
                .list();
        Optional<Kept> kept = database.sql("""
                        select digest, answer from crossregion.message
                        where direction = '收到' and area = :area and id = :id""")
                .param("area", from.area())
                .param("id", message.id())
                .query(Kept.class)
                .optional();
        if (kept.isPresent()) {
            if (kept.get().answer().isEmpty()) {
                throw Refusal.conflict("E-CRS-031", "报文 " + message.id() + " 已被冲正，请以新的报文重新办理");
            }
            if (!MessageDigest.isEqual(kept.get().digest(), Exchange.digest(message))) {
                throw Refusal.conflict("E-CRS-032", "报文 " + message.id() + " 已用于另一笔内容不同的业务");
            }
            return kept.get().answer();
        }
        String answer = json.writeValueAsString(
                message.kind() == Envelope.Kind.SETTLE
                        ? bills.settle(from, message.id(), read(message, Messages.Bill.class))
                        : cancel(from, message));
        keep(from, message.id(), message.kind().word(), Exchange.digest(message), answer);
        return answer;
    }

    /** The message of the settlement that a message is about. */
    private String settled(Envelope message) {
        return message.kind() == Envelope.Kind.SETTLE
                ? message.id()
                : read(message, Messages.Back.class).settle();
    }

    private Messages.Done cancel(Partner from, Envelope message) {
        Messages.Back back = read(message, Messages.Back.class);
        Messages.Done done = bills.cancel(from, message.id(), back);
        if (back.undone()) {
            keep(from, back.settle(), Envelope.Kind.SETTLE.word(), new byte[0], "");
        }
        return done;
    }

    /** Keeps an answer; an empty one says that the message was undone, whether or not it ever came. */
    private void keep(Partner from, String id, String kind, byte[] digest, String answer) {
        database.sql("""
                        insert into crossregion.message (id, direction, area, kind, digest, answer, answered_at)
                        values (:id, '收到', :area, :kind, :digest, :answer, now())
                        on conflict (direction, area, id) do update set answer = excluded.answer""")
                .param("id", id)
                .param("area", from.area())
                .param("kind", kind)
                .param("digest", digest)
                .param("answer", answer)
                .update();
    }
}
