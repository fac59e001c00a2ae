package org.tongchou.platform.gateway.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Access of institutions to the interface. */
@Service
public class Accesses {
    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final AuditLog audit;
    private final KeyMaker keys;
    private final Clock clock;

    Accesses(JdbcClient database, PersonalSecrets secrets, AuditLog audit, KeyMaker keys, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    /** How an institution calls; empty when it may not. */
    public Optional<Access> find(String institution) {
        return known(institution).filter(Access::open);
    }

    /** What was ever agreed with an institution, in force or not. */
    Optional<Access> known(String institution) {
        return database.sql("select * from gateway.access where institution = :code")
                .param("code", institution)
                .query((row, number) -> access(row))
                .optional();
    }

    /** Holds an access until the end of the transaction. */
    void hold(String institution) {
        database.sql("select 1 from gateway.access where institution = :code for update")
                .param("code", institution)
                .query(Integer.class)
                .list();
    }

    private Access access(ResultSet row) throws SQLException {
        return new Access(
                row.getString("institution"),
                row.getString("style"),
                row.getString("key_id"),
                opened(row.getBytes("secret")),
                row.getString("public_key"),
                opened(row.getBytes("cipher")),
                row.getBoolean("numbers_as_text"),
                row.getBoolean("sign_in_required"),
                List.of((String[]) row.getArray("addresses").getArray()),
                row.getBoolean("open"));
    }

    private String opened(byte @Nullable [] sealed) {
        return sealed == null ? "" : secrets.open(sealed);
    }

    /** Grants access, or changes it as a whole. */
    @Transactional
    public void grant(Actor actor, Access access) {
        AccessAct act = known(access.institution()).isEmpty() ? AccessAct.GRANT : AccessAct.CHANGE;
        write(actor, access, act, "");
    }

    /** Grants access of a style with new keys to an institution that never had any; leaves any other as it is. */
    @Transactional
    public void open(Actor actor, String institution, String style) {
        if (known(institution).isEmpty()) {
            KeyMaker.Keys made = keys.make(institution, style, "", false);
            Access access =
                    new Access(institution, style, made.keyId(), made.secret(), made.publicKey(), "", false, true);
            write(actor, access, AccessAct.GRANT, "");
        }
    }

    /** Writes what is agreed from now on. */
    void write(Actor actor, Access access, AccessAct act, String reason) {
        if (!access.style().equals("none")
                && access.secret().isEmpty()
                && access.publicKey().isEmpty()) {
            throw Refusal.field("E-GWY-101", "密钥", null, "签名方式 " + access.style() + " 需要的密钥或公钥");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into gateway.access (institution, style, key_id, secret, public_key, cipher, numbers_as_text,
                            sign_in_required, addresses, open, changed_by, changed_name, changed_at)
                        values (:code, :style, :key, :secret, :public, :cipher, :text, :signIn, :addresses, :open, :who, :whoName,
                            :now)
                        on conflict (institution) do update set style = excluded.style, key_id = excluded.key_id,
                            secret = excluded.secret, public_key = excluded.public_key, cipher = excluded.cipher,
                            numbers_as_text = excluded.numbers_as_text, sign_in_required = excluded.sign_in_required,
                            addresses = excluded.addresses, open = excluded.open, changed_by = excluded.changed_by,
                            changed_name = excluded.changed_name, changed_at = excluded.changed_at,
                            version = gateway.access.version + 1""")
                .param("code", access.institution())
                .param("style", access.style())
                .param("key", access.keyId())
                .param("secret", sealed(access.secret()))
                .param("public", access.publicKey())
                .param("cipher", sealed(access.cipher()))
                .param("text", access.numbersAsText())
                .param("signIn", access.signInRequired())
                .param("addresses", addresses(access))
                .param("open", access.open())
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", now)
                .update();
        database.sql("""
                        insert into gateway.access_change (institution, act, style, key_id, ciphered, numbers_as_text,
                            sign_in_required, addresses, open, reason, changed_by, changed_name, changed_at)
                        values (:code, :act, :style, :key, :ciphered, :text, :signIn, :addresses, :open, :reason, :who, :whoName,
                            :now)""")
                .param("code", access.institution())
                .param("act", act.title())
                .param("style", access.style())
                .param("key", access.keyId())
                .param("ciphered", !access.cipher().isEmpty())
                .param("text", access.numbersAsText())
                .param("signIn", access.signInRequired())
                .param("addresses", addresses(access))
                .param("open", access.open())
                .param("reason", reason)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", now)
                .update();
        audit.record(
                actor,
                act.action(),
                "gateway.access",
                access.institution(),
                act.title() + " " + access.institution() + " 的接口接入",
                null,
                Map.of("签名方式", access.style(), "开通", access.open()));
    }

    private static SqlArrayValue addresses(Access access) {
        return new SqlArrayValue("text", access.addresses().toArray());
    }

    private byte @Nullable [] sealed(String text) {
        return text.isEmpty() ? null : secrets.seal(text);
    }
}
