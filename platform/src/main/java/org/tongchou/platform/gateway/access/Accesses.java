package org.tongchou.platform.gateway.access;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    Accesses(JdbcClient database, PersonalSecrets secrets, AuditLog audit) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** How an institution calls; empty when it may not. */
    @Transactional(readOnly = true)
    public Optional<Access> find(String institution) {
        return database.sql("select * from gateway.access where institution = :code and open")
                .param("code", institution)
                .query((row, number) -> new Access(
                        row.getString("institution"),
                        row.getString("style"),
                        row.getString("key_id"),
                        opened(row.getBytes("secret")),
                        row.getString("public_key"),
                        opened(row.getBytes("cipher")),
                        row.getBoolean("numbers_as_text"),
                        row.getBoolean("open")))
                .optional();
    }

    private String opened(byte @Nullable [] sealed) {
        return sealed == null ? "" : secrets.open(sealed);
    }

    /** Grants access or changes it. */
    @Transactional
    public void grant(Actor actor, Access access) {
        if (!access.style().equals("none")
                && access.secret().isEmpty()
                && access.publicKey().isEmpty()) {
            throw Refusal.field("E-GWY-101", "密钥", null, "签名方式 " + access.style() + " 需要的密钥或公钥");
        }
        database.sql("""
                        insert into gateway.access (institution, style, key_id, secret, public_key, cipher, numbers_as_text, open,
                            changed_by, changed_name)
                        values (:code, :style, :key, :secret, :public, :cipher, :text, :open, :who, :whoName)
                        on conflict (institution) do update set style = excluded.style, key_id = excluded.key_id,
                            secret = excluded.secret, public_key = excluded.public_key, cipher = excluded.cipher,
                            numbers_as_text = excluded.numbers_as_text, open = excluded.open,
                            changed_by = excluded.changed_by, changed_name = excluded.changed_name, changed_at = now(),
                            version = gateway.access.version + 1""")
                .param("code", access.institution())
                .param("style", access.style())
                .param("key", access.keyId())
                .param("secret", sealed(access.secret()))
                .param("public", access.publicKey())
                .param("cipher", sealed(access.cipher()))
                .param("text", access.numbersAsText())
                .param("open", access.open())
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .update();
        audit.record(
                actor,
                "gateway.access.change",
                "gateway.access",
                access.institution(),
                "设置 " + access.institution() + " 的接口接入",
                null,
                Map.of("签名方式", access.style(), "开通", access.open()));
    }

    private byte @Nullable [] sealed(String text) {
        return text.isEmpty() ? null : secrets.seal(text);
    }
}
