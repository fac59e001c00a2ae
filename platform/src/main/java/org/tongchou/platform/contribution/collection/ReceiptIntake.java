package org.tongchou.platform.contribution.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;

/** 单位缴费到账文件: what tax office and banks collected from employers. Every payment is booked, and settles what it can. */
@Component
class ReceiptIntake implements Intake {
    private static final String EMPLOYER = "employer";
    private static final String MONTH = "month";
    private static final String FEN = "amount";
    private static final String DAY = "day";
    private static final String REFERENCE = "reference";
    private static final String ACCOUNT = "account";
    private static final Map<String, String> ACCOUNTS = new LinkedHashMap<>();

    static {
        ACCOUNTS.put(FundAccounts.STATE_TREASURY, "国库存款（税务征收）");
        ACCOUNTS.put(FundAccounts.INCOME_BANK, "收入户存款（银行代收）");
    }

    private final JdbcClient database;
    private final Settling settling;
    private final Employers employers;
    private final Clock clock;

    ReceiptIntake(JdbcClient database, Settling settling, Employers employers, Clock clock) {
        this.database = database;
        this.settling = settling;
        this.employers = employers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "contribution.receipts";
    }

    @Override
    public String name() {
        return "单位缴费到账文件";
    }

    @Override
    public String right() {
        return "contribution.receipt.import";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(EMPLOYER, "单位代码", Field.Type.CREDIT_CODE, "91359900MA00000019")
                        .or("统一社会信用代码")
                        .mandatory(),
                Field.of(MONTH, "所属月份", Field.Type.MONTH, "2026-01").or("费款所属期").mandatory(),
                Field.of(FEN, "金额", Field.Type.MONEY, "1200.00").or("实缴金额").mandatory(),
                Field.of(DAY, "到账日期", Field.Type.DATE, "2026-01-15").or("入库日期").mandatory(),
                Field.of(REFERENCE, "流水号", Field.Type.TEXT, "SL0000001")
                        .or("税票号码")
                        .atMost(60)
                        .mandatory());
    }

    @Override
    public List<Field> parameters() {
        return List.of(Field.ofWords(ACCOUNT, "收款账户", ACCOUNTS).mandatory());
    }

    @Override
    public List<String> key() {
        return List.of(REFERENCE);
    }

    @Override
    public boolean fourEyes() {
        return true;
    }

    @Override
    public void check(Checking batch) {
        LocalDate today = LocalDate.now(clock);
        batch.rows(rows -> {
            Map<String, Long> known = known(rows);
            Map<String, String> before = before(rows);
            for (IntakeRow row : rows) {
                String earlier = before.get(row.text(REFERENCE));
                if (row.fen(FEN) <= 0) {
                    batch.problem(row, FEN, "E-CON-022", "大于 0 的金额");
                } else if (row.date(DAY).isAfter(today)) {
                    batch.problem(row, DAY, "E-CON-030", "不晚于今天的日期");
                } else if (earlier != null && earlier.equals(content(row))) {
                    batch.unchanged(row);
                } else if (earlier != null) {
                    batch.problem(row, REFERENCE, "E-CON-031", "没有用过的流水号；这个流水号已入账，单位、月份、金额或日期不同");
                } else if (!known.containsKey(row.text(EMPLOYER))) {
                    batch.warning(row, EMPLOYER, "W-CON-032", "已登记的参保单位；入账后列入待查明款项");
                }
            }
        });
    }

    private static String content(IntakeRow row) {
        return row.text(EMPLOYER) + " " + row.month(MONTH) + " " + row.fen(FEN) + " " + row.date(DAY);
    }

    private Map<String, Long> known(List<IntakeRow> rows) {
        return employers.idsByCode(
                rows.stream().map(row -> row.text(EMPLOYER)).distinct().toList());
    }

    /** What earlier receipts with these numbers say. */
    private Map<String, String> before(List<IntakeRow> rows) {
        Map<String, String> found = new HashMap<>();
        database.sql("""
                        select reference, given_code || ' ' || to_char(given_month, 'YYYY-MM') || ' ' || fen || ' ' || day
                        from contribution.receipt where reference = any(:references)""")
                .param(
                        "references",
                        rows.stream().map(row -> row.text(REFERENCE)).toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    @Override
    public void post(Posting part) {
        Map<String, Long> known = known(part.rows());
        Map<String, String> before = before(part.rows());
        String account = part.parameters().getOrDefault(ACCOUNT, FundAccounts.STATE_TREASURY);
        List<IntakeRow> fresh = new ArrayList<>();
        for (IntakeRow row : part.rows()) {
            if (before.containsKey(row.text(REFERENCE))) {
                part.reject(row, REFERENCE, "E-CON-031", "没有用过的流水号");
            } else {
                fresh.add(row);
                part.outcome(row, known.containsKey(row.text(EMPLOYER)) ? "已入账" : "待查明");
            }
        }
        Map<String, Long> ids = insert(part, account, fresh, known);
        settling.book(
                part.actor(),
                fresh.stream()
                        .map(row -> new Settling.Receipt(
                                Objects.requireNonNull(ids.get(row.text(REFERENCE))),
                                account,
                                row.fen(FEN),
                                row.date(DAY),
                                row.text(EMPLOYER),
                                known.containsKey(row.text(EMPLOYER))))
                        .toList());
        List<Settling.Due> months = new ArrayList<>();
        for (IntakeRow row : fresh) {
            Long employer = known.get(row.text(EMPLOYER));
            if (employer != null) {
                months.add(new Settling.Due(employer, row.month(MONTH).atDay(1)));
            }
        }
        settling.settle(part.actor(), months, LocalDate.MIN);
    }

    /** Stores receipts; their ids by reference. */
    private Map<String, Long> insert(Posting part, String account, List<IntakeRow> rows, Map<String, Long> known) {
        Map<String, Long> ids = new HashMap<>();
        database.sql("""
                        insert into contribution.receipt (employer_id, employer_code, given_code, month, given_month, fen,
                            day, account, reference, batch_id, part, received_name, received_at)
                        select employer, code, code, month, month, fen, day, :account, reference, :batch, :part, :whoName, :now
                        from unnest(:employers::bigint[], :codes::text[], :months::date[], :fens::bigint[], :days::date[],
                            :references::text[]) as row (employer, code, month, fen, day, reference)
                        returning reference, id""")
                .param("employers", column(rows, row -> known.get(row.text(EMPLOYER)), Long[]::new))
                .param("codes", column(rows, row -> row.text(EMPLOYER), String[]::new))
                .param("months", column(rows, row -> row.month(MONTH).atDay(1).toString(), String[]::new))
                .param("fens", column(rows, row -> row.fen(FEN), Long[]::new))
                .param("days", column(rows, row -> row.date(DAY).toString(), String[]::new))
                .param("references", column(rows, row -> row.text(REFERENCE), String[]::new))
                .param("account", account)
                .param("batch", part.batch())
                .param("part", part.part())
                .param("whoName", part.actor().displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(row -> {
                    ids.put(row.getString(1), row.getLong(2));
                });
        return ids;
    }

    private static <T> T[] column(
            List<IntakeRow> rows, Function<IntakeRow, @Nullable Object> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
