package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.contribution.person.Matching.Outcome;
import org.tongchou.platform.contribution.person.PersonBooks.From;
import org.tongchou.platform.contribution.person.PersonBooks.Match;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Refusal;

/** 个人缴费回盘文件: what tax office and banks collected from people. Every payment is booked; what matches dues settles them. */
@Component
class PersonReceiptIntake implements Intake {
    private static final String PERSON = "person";
    private static final String CERTIFICATE = "certificate";
    private static final String PERIOD = "period";
    private static final String FEN = "amount";
    private static final String DAY = "day";
    private static final String REFERENCE = "reference";
    private static final String SCHEME = "scheme";
    private static final String ACCOUNT = "account";
    private static final String COUNT = "count";
    private static final String TOTAL = "total";
    private static final Map<String, String> ACCOUNTS = new LinkedHashMap<>();
    private static final Map<String, String> SCHEMES = new LinkedHashMap<>();

    static {
        ACCOUNTS.put(FundAccounts.STATE_TREASURY, "国库存款（税务征收）");
        ACCOUNTS.put(FundAccounts.INCOME_BANK, "收入户存款（银行代收）");
        SCHEMES.put(Schemes.RESIDENT, "城乡居民");
        SCHEMES.put(Schemes.FLEXIBLE, "灵活就业人员");
    }

    private final JdbcClient database;
    private final DueStore store;
    private final PersonBooks books;
    private final Persons persons;
    private final Clock clock;

    PersonReceiptIntake(JdbcClient database, DueStore store, PersonBooks books, Persons persons, Clock clock) {
        this.database = database;
        this.store = store;
        this.books = books;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "contribution.person-receipts";
    }

    @Override
    public String name() {
        return "个人缴费回盘文件";
    }

    @Override
    public String right() {
        return "contribution.receipt.import";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(PERSON, "人员编号", Field.Type.TEXT, "3599000000000001").atMost(40),
                Field.of(CERTIFICATE, "证件号码", Field.Type.IDENTITY, "359900199001010011"),
                Field.of(PERIOD, "费款所属期", Field.Type.TEXT, "2026")
                        .or("年度", "所属月份")
                        .atMost(10)
                        .mandatory(),
                Field.of(FEN, "金额", Field.Type.MONEY, "400.00").or("实缴金额").mandatory(),
                Field.of(DAY, "到账日期", Field.Type.DATE, "2025-10-08").or("入库日期").mandatory(),
                Field.of(REFERENCE, "流水号", Field.Type.TEXT, "JM0000001")
                        .or("税票号码")
                        .atMost(60)
                        .mandatory());
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.ofWords(SCHEME, "险种", SCHEMES).mandatory(),
                Field.ofWords(ACCOUNT, "收款账户", ACCOUNTS).mandatory(),
                Field.of(COUNT, "总笔数", Field.Type.INTEGER, "1000"),
                Field.of(TOTAL, "总金额", Field.Type.MONEY, "400000.00"));
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
        String scheme = batch.parameters().getOrDefault(SCHEME, "");
        LocalDate today = LocalDate.now(clock);
        long[] sums = {0, 0};
        batch.rows(rows -> {
            Map<IntakeRow, Long> people = people(rows);
            Matching matching = new Matching(store.open(scheme, people.values(), false));
            Map<String, String> before = before(rows);
            for (IntakeRow row : rows) {
                sums[0] += 1;
                sums[1] += row.fen(FEN);
                String earlier = before.get(row.text(REFERENCE));
                if (row.fen(FEN) <= 0) {
                    batch.problem(row, FEN, "E-CON-022", "大于 0 的金额");
                } else if (row.date(DAY).isAfter(today)) {
                    batch.problem(row, DAY, "E-CON-030", "不晚于今天的日期");
                } else if (!Schemes.isPeriod(scheme, row.text(PERIOD))) {
                    batch.problem(row, PERIOD, "E-CON-061", "形如 2026 的年度；灵活就业人员也可以是形如 2026-03 的月份");
                } else if (!row.has(PERSON) && !row.has(CERTIFICATE)) {
                    batch.problem(row, PERSON, "E-CON-062", "人员编号或者证件号码");
                } else if (earlier != null && earlier.equals(content(row))) {
                    batch.unchanged(row);
                } else if (earlier != null) {
                    batch.problem(row, REFERENCE, "E-CON-031", "没有用过的流水号；这个流水号已入账，所属期、金额或日期不同");
                } else {
                    Outcome outcome = outcome(matching, people, row);
                    if (!outcome.matched()) {
                        batch.warning(row, "", outcome.code(), outcome.problem() + "；入账后列入待查明款项");
                    }
                }
            }
        });
        whole(batch.parameters(), sums[0], sums[1]);
    }

    /** Half a file is refused as a whole: its rows and their sum must be those that the sender told. */
    private static void whole(Map<String, String> told, long rows, long fen) {
        IntakeRow values = new IntakeRow(0, told);
        if (values.has(COUNT) && values.number(COUNT) != rows) {
            throw Refusal.conflict(
                    "E-CON-065", "文件可用的有 " + rows + " 笔，对方通知的是 " + values.number(COUNT) + " 笔；文件不全或者有误，整份不收");
        }
        if (values.has(TOTAL) && values.fen(TOTAL) != fen) {
            throw Refusal.conflict(
                    "E-CON-065",
                    "文件金额合计 " + Money.ofFen(fen) + "，对方通知的是 " + Money.ofFen(values.fen(TOTAL)) + "；文件不全或者有误，整份不收");
        }
    }

    private static Outcome outcome(Matching matching, Map<IntakeRow, Long> people, IntakeRow row) {
        Long person = people.get(row);
        return person == null
                ? new Outcome(List.of(), "W-CON-066", "没有这个人")
                : matching.of(person, row.text(PERIOD), row.fen(FEN), row.date(DAY), row.text(REFERENCE));
    }

    private static String content(IntakeRow row) {
        return row.text(PERIOD) + " " + row.fen(FEN) + " " + row.date(DAY);
    }

    /** Who paid, by number of the row's person or certificate. */
    private Map<IntakeRow, Long> people(List<IntakeRow> rows) {
        Map<String, Long> numbers = persons.idsByNumber(rows.stream()
                .filter(row -> row.has(PERSON))
                .map(row -> row.text(PERSON))
                .toList());
        List<IntakeRow> others = rows.stream()
                .filter(row -> !row.has(PERSON) && row.has(CERTIFICATE))
                .toList();
        Map<String, Long> certificates = others.isEmpty()
                ? Map.of()
                : persons.idsByIdNumber(
                        others.stream().map(row -> row.text(CERTIFICATE)).toList());
        Map<IntakeRow, Long> found = new HashMap<>();
        for (IntakeRow row : rows) {
            Long id = row.has(PERSON) ? numbers.get(row.text(PERSON)) : certificates.get(row.text(CERTIFICATE));
            if (id != null) {
                found.put(row, id);
            }
        }
        return found;
    }

    private Map<String, String> before(List<IntakeRow> rows) {
        Map<String, String> found = new HashMap<>();
        database.sql("""
                        select reference, given_period || ' ' || fen || ' ' || day from contribution.payment
                        where reference = any(:references)""")
                .param(
                        "references",
                        rows.stream().map(row -> row.text(REFERENCE)).toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    /** A row with what it is for. */
    private record Sorted(IntakeRow row, Outcome outcome) {}

    @Override
    public void post(Posting part) {
        String scheme = part.parameters().getOrDefault(SCHEME, "");
        String account = part.parameters().getOrDefault(ACCOUNT, FundAccounts.STATE_TREASURY);
        Map<IntakeRow, Long> people = people(part.rows());
        Map<String, String> before = before(part.rows());
        Matching matching = new Matching(store.open(scheme, people.values(), true));
        Map<LocalDate, List<Sorted>> days = new TreeMap<>();
        for (IntakeRow row : part.rows()) {
            if (before.containsKey(row.text(REFERENCE))) {
                part.reject(row, REFERENCE, "E-CON-031", "没有用过的流水号");
                continue;
            }
            Outcome outcome = outcome(matching, people, row);
            days.computeIfAbsent(row.date(DAY), day -> new ArrayList<>()).add(new Sorted(row, outcome));
            part.outcome(row, outcome.matched() ? "已核销" : "待查明：" + outcome.problem());
        }
        days.forEach((day, rows) -> {
            List<Match> matches = rows.stream()
                    .flatMap(one -> one.outcome().matches().stream())
                    .toList();
            long unknown = rows.stream()
                    .filter(one -> !one.outcome().matched())
                    .mapToLong(one -> one.row().fen(FEN))
                    .sum();
            long voucher = books.book(
                    part.actor(),
                    scheme,
                    new From(account, account),
                    day,
                    PersonBooks.cause("person-receipt", part.batch() + "/" + part.part() + "/" + day),
                    matches,
                    unknown);
            insert(part, scheme, account, rows, people, voucher);
            store.paid(matches);
        });
    }

    private void insert(
            Posting part, String scheme, String account, List<Sorted> rows, Map<IntakeRow, Long> people, long voucher) {
        database.sql("""
                        insert into contribution.payment (scheme, given_number, given_period, fen, day, account, reference,
                            batch_id, part, county, person_id, state, problem, voucher_id, received_name, received_at)
                        select :scheme, g.number, g.period, g.fen, g.day, :account, g.reference, :batch, :part, g.county, g.person,
                            case when g.problem = '' then '已核销' else '待查明' end, g.problem, :voucher, :whoName, :now
                        from unnest(:number::text[], :period::text[], :fen::bigint[], :day::date[], :reference::text[],
                            :county::text[], :person::bigint[], :problem::text[])
                            as g (number, period, fen, day, reference, county, person, problem)""")
                .param("scheme", scheme)
                .param("account", account)
                .param("batch", part.batch())
                .param("part", part.part())
                .param("voucher", voucher)
                .param("whoName", part.actor().displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("number", DueStore.column("text", rows, one -> one.row().text(PERSON)))
                .param("period", DueStore.column("text", rows, one -> one.row().text(PERIOD)))
                .param("fen", DueStore.column("bigint", rows, one -> one.row().fen(FEN)))
                .param("day", DueStore.column("date", rows, one -> one.row().date(DAY)))
                .param(
                        "reference",
                        DueStore.column("text", rows, one -> one.row().text(REFERENCE)))
                .param("county", DueStore.column("text", rows, one -> county(one.outcome())))
                .param("person", DueStore.column("bigint", rows, one -> people.get(one.row())))
                .param(
                        "problem",
                        DueStore.column("text", rows, one -> one.outcome().problem()))
                .update();
    }

    private static String county(Outcome outcome) {
        return outcome.matched() ? outcome.matches().get(0).due().county() : "";
    }
}
