package org.tongchou.platform.crossregion.month;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.partner.BillBook;
import org.tongchou.platform.crossregion.partner.Exchange;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.web.Refusal;

/**
 * Lists of bills between regions: asked for by message, or as files of text with tabs: 就诊ID (mdtrt_id), 结算流水号 (setl_sn), 医疗费总额
 * (medfee_sumamt), 经办机构支付总额 (optins_pay_sumamt), 报文ID (msgid), 类型.
 */
@Component("crossregionMonthLists")
class MonthLists {
    private static final String HEAD = "mdtrt_id\tsetl_sn\tmedfee_sumamt\toptins_pay_sumamt\tmsgid\tkept\n";
    private static final int COLUMNS = 6;
    private static final int LONGEST = 4000;
    private static final int MOST = 200_000;

    private final Exchange exchange;

    MonthLists(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Asks a region for its list; it has the other role. */
    List<Messages.Row> ask(String role, Partner partner, YearMonth month) {
        return exchange.ask(
                        partner.area(),
                        "M" + UUID.randomUUID().toString().replace("-", ""),
                        Envelope.Kind.MONTH,
                        new Messages.Month(month.toString(), role.equals(BillBook.HOME)),
                        Messages.Rows.class)
                .rows();
    }

    /** A list as a file. */
    static byte[] write(List<Messages.Row> rows) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Messages.Row row : rows) {
            text.append(String.join(
                            "\t",
                            row.visit(),
                            row.number(),
                            yuan(row.totalFen()),
                            yuan(row.payFen()),
                            row.message(),
                            row.kept()))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** A list from a file. */
    static List<Messages.Row> read(InputStream content) throws IOException {
        List<Messages.Row> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            String line;
            int number = 0;
            while ((line = reader.readLine()) != null) {
                number++;
                if (line.isBlank() || line.contains("mdtrt_id\t")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != COLUMNS || line.length() > LONGEST || rows.size() >= MOST) {
                    throw Refusal.field("E-CRS-057", "文件第 " + number + " 行", null, "以 TAB 分隔的 " + COLUMNS + " 列");
                }
                rows.add(new Messages.Row(cells[4], cells[5], cells[0], cells[1], fen(cells[2]), fen(cells[3])));
            }
        }
        return rows;
    }

    private static long fen(String text) {
        try {
            return Money.of(new BigDecimal(text.strip()), MoneyUnit.YUAN).fen();
        } catch (NumberFormatException | ArithmeticException e) {
            throw Refusal.field("E-CRS-058", "金额", text, "至多两位小数的数");
        }
    }
}
