package org.tongchou.platform.fund.payment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The file that the bank pays from: one line a payee, the same numbers of batch and line that come back. */
@Component("fundPaymentFile")
class PaymentFile {
    private static final String HEAD = "批次号,行号,收款人编码,收款人名称,开户银行,收款账号,金额,用途\r\n";

    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final AuditLog audit;

    PaymentFile(JdbcClient database, PersonalSecrets secrets, AuditLog audit) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** The file of a batch that was reviewed; that it was taken out is recorded. */
    @Transactional
    public ResponseEntity<Resource> of(Actor actor, Batch batch) {
        if (!batch.state().equals(Batch.PAID)) {
            throw Refusal.conflict("E-FUN-076", "付款批次 " + batch.id() + " " + batch.state() + "，复核之后才能下载付款文件");
        }
        StringBuilder text = new StringBuilder("\uFEFF").append(HEAD);
        database.sql("""
                        select line, payee_code, payee_name, bank_name, bank_account, fen from fund.payment_line
                        where batch_id = :batch order by line
                        """).param("batch", batch.id()).query(row -> {
            text.append(batch.id()).append(',').append(row.getInt(1));
            text.append(',').append(quoted(row.getString(2)));
            text.append(',').append(quoted(row.getString(3)));
            text.append(',').append(quoted(row.getString(4)));
            text.append(',').append(secrets.open(row.getBytes(5)));
            text.append(',')
                    .append(Money.ofFen(row.getLong(6))
                            .in(MoneyUnit.YUAN)
                            .setScale(2)
                            .toPlainString());
            text.append(",医保基金拨付\r\n");
        });
        audit.record(
                actor,
                "fund.payment_batch.file",
                "fund.payment_batch",
                Long.toString(batch.id()),
                "下载付款批次 " + batch.id() + " 的银行付款文件（含收款账号）",
                null,
                Map.of("lines", batch.lines(), "fen", batch.fen()));
        return Downloads.of(
                "付款文件-" + batch.id() + ".csv", "text/csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A cell that no spreadsheet takes for a formula. */
    private static String quoted(String text) {
        String safe = text.matches("^[=+\\-@\\t].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
