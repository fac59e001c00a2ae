package org.tongchou.platform.settlement.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.settlement.BillFile;
import org.tongchou.platform.settlement.BillFiles;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.bill.AmountColumns;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Gathers settlements from the rows of this module, the ledger and the personal accounts. */
@Service
class StoredBillFiles implements BillFiles {
    private static final String MODULE = "settlement";
    private static final List<String> CAUSES = List.of("settlement", "recovery");

    private final JdbcClient database;
    private final BillList bills;
    private final Settlements settlements;
    private final Explaining explaining;
    private final Counters counters;
    private final SettlementWords words;
    private final Persons persons;
    private final Ledger ledger;
    private final PersonalAccounts accounts;
    private final Slip slip;

    StoredBillFiles(
            JdbcClient database,
            BillList bills,
            Settlements settlements,
            Explaining explaining,
            Counters counters,
            SettlementWords words,
            Persons persons,
            Ledger ledger,
            PersonalAccounts accounts,
            Slip slip) {
        this.database = database;
        this.bills = bills;
        this.settlements = settlements;
        this.explaining = explaining;
        this.counters = counters;
        this.words = words;
        this.persons = persons;
        this.ledger = ledger;
        this.accounts = accounts;
        this.slip = slip;
    }

    @Override
    public String slip(BillFile bill) {
        return slip.page(bill);
    }

    @Override
    public byte[] slipPdf(BillFile bill) {
        return slip.pdf(bill);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<BillRow> of(Collection<Long> ids, @Nullable Integer year, PageQuery page) {
        BillList.Listed listed = bills.list(ids, BillSearch.of(year), page);
        return new Page<>(listed.items(), listed.total(), listed.page(), listed.size());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Accumulator> accumulated(Collection<Long> ids, int year) {
        Map<String, Long> sums = new TreeMap<>();
        for (long id : ids) {
            settlements
                    .accumulated(id, year)
                    .forEach((counter, value) -> sums.merge(
                            counter,
                            value.movePointRight(
                                            words.unit(counter.split(":", 2)[0]).equals("元") ? 2 : 0)
                                    .longValueExact(),
                            Long::sum));
        }
        return sums.entrySet().stream()
                .map(sum -> {
                    String[] parts = sum.getKey().split(":", 2);
                    return new Accumulator(
                            sum.getKey(),
                            words.meaning(parts[0], parts.length > 1 ? parts[1] : ""),
                            words.unit(parts[0]),
                            sum.getValue());
                })
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BillFile> find(String number) {
        return bills.find(null, number).map(this::open);
    }

    /** What only the file of a settlement shows. */
    private record Rest(
            long visitId,
            int year,
            @Nullable Long reverses,
            String personType,
            long ratio,
            String message,
            String batch,
            Amounts amounts,
            BillFile.VisitPart visit) {}

    private BillFile open(BillRow row) {
        Rest rest = rest(row.id());
        Person person = persons.find(row.personId())
                .orElseThrow(
                        () -> Refusal.of(HttpStatus.NOT_FOUND, "E-SET-066", "异地参保人的结算由参保地计算，本地没有结算单；金额见“对账与清算—异地就医”"));
        Explaining.Told told = explaining.read(settlements.explain(row.id()));
        Long reverses = rest.reverses();
        return new BillFile(
                row,
                new BillFile.Person(person.id(), sex(person.sex()), person.born(), person.county()),
                rest.visit(),
                rest.amounts(),
                rest.personType(),
                rest.ratio(),
                rest.message(),
                rest.batch(),
                reverses == null ? null : other("id", reverses),
                other("reverses", row.id()),
                diagnoses(rest.visitId()),
                lines(reverses == null ? row.id() : reverses, told.lines()),
                payments(row.id(), rest.year()),
                counters.around(row.personId(), row.id()),
                accounts.movements(row.personId(), cause(CAUSES.get(0), row.id())),
                shares(reverses == null ? row.id() : reverses, reverses == null ? 1 : -1),
                vouchers(row.id(), reverses),
                told.explained());
    }

    /** What accounts of relatives paid of a settlement, or got back. */
    private List<BillFile.Share> shares(long id, int sign) {
        return database.sql("select payer, fen from settlement.family_share where settlement_id = :id order by payer")
                .param("id", id)
                .query((row, number) -> new BillFile.Share(
                        persons.find(row.getLong("payer")).map(Person::name).orElse(""), sign * row.getLong("fen")))
                .list();
    }

    private static Cause cause(String kind, long settlement) {
        return new Cause(MODULE, kind, Long.toString(settlement));
    }

    /** Its vouchers; of a mirror, the mirrors of those of what it takes back. */
    private List<VoucherView> vouchers(long id, @Nullable Long reverses) {
        List<VoucherView> found = new ArrayList<>();
        CAUSES.forEach(kind -> found.addAll(ledger.byCause(cause(kind, reverses == null ? id : reverses))));
        return reverses == null
                ? found
                : found.stream().filter(voucher -> voucher.reverses() != null).toList();
    }

    private Rest rest(long id) {
        return database.sql("""
                        select s.*, v.number as visit, v.state as visit_state, v.begun, v.ended, v.inpatient, v.place,
                            v.filing, v.disease, v.provider_level
                        from settlement.settlement s join settlement.visit v on v.id = s.visit_id where s.id = :id""").param("id", id).query((row, at) -> rest(row)).single();
    }

    private Rest rest(ResultSet row) throws SQLException {
        boolean away = !row.getString("place").equals("local");
        return new Rest(
                row.getLong("visit_id"),
                row.getInt("year"),
                row.getObject("reverses", Long.class),
                row.getString("person_type"),
                row.getLong("ratio"),
                row.getString("message"),
                row.getString("batch"),
                AmountColumns.read(row),
                new BillFile.VisitPart(
                        row.getString("visit"),
                        row.getString("visit_state"),
                        row.getObject("begun", LocalDateTime.class),
                        row.getObject("ended", LocalDateTime.class),
                        row.getBoolean("inpatient"),
                        words.place(row.getString("place")),
                        away ? words.filing(row.getString("filing")) : "",
                        words.disease(row.getString("disease")),
                        words.level(row.getString("provider_level"))));
    }

    private static String sex(String sex) {
        return sex.equals("male") ? "男" : sex.equals("female") ? "女" : "";
    }

    /** The settlement whose column, a constant of the code, has this value. */
    private BillFile.@Nullable Other other(String column, long id) {
        return database.sql(
                        "select number, kept, settled_at as at from settlement.settlement where " + column + " = :id")
                .param("id", id)
                .query(BillFile.Other.class)
                .optional()
                .orElse(null);
    }

    private List<BillFile.Diagnosis> diagnoses(long visit) {
        return database.sql("""
                        select main, code, name from settlement.diagnosis where visit_id = :visit and at_end = (
                            select bool_or(at_end) from settlement.diagnosis where visit_id = :visit)
                        order by main desc, type, sort""")
                .param("visit", visit)
                .query(BillFile.Diagnosis.class)
                .list();
    }

    /** The lines in the order in which the engine saw them: its steps name them by their place. */
    private List<BillFile.Line> lines(long settlement, Map<String, BillFile.Step> told) {
        return database.sql("""
                        select l.sn, c.charged, c.name, c.code, c.item_class, c.price, c.pieces, c.price_limit, c.restricted, l.fen,
                            l.own_fen, l.over_fen, l.pre_fen, l.scope_fen
                        from settlement.line l join settlement.charge c on c.visit_id = l.visit_id and c.sn = l.sn
                        where l.settlement_id = :id order by c.charged, length(l.sn), l.sn""")
                .param("id", settlement)
                .query((row, number) -> line(row, told.get("lines[" + number + "]")))
                .list();
    }

    private static BillFile.Line line(ResultSet row, BillFile.@Nullable Step step) throws SQLException {
        String why = step == null ? "" : step.formula().isEmpty() ? step.what() : step.what() + "：" + step.formula();
        return new BillFile.Line(
                row.getString("sn"),
                row.getObject("charged", LocalDateTime.class),
                row.getString("name").isEmpty() ? row.getString("code") : row.getString("name"),
                row.getString("code"),
                row.getString("item_class"),
                row.getBigDecimal("price").stripTrailingZeros(),
                row.getBigDecimal("pieces").stripTrailingZeros(),
                row.getBigDecimal("price_limit"),
                row.getBoolean("restricted"),
                row.getLong("fen"),
                row.getLong("own_fen"),
                row.getLong("over_fen"),
                row.getLong("pre_fen"),
                row.getLong("scope_fen"),
                why,
                step == null ? List.of() : step.rules());
    }

    private List<BillFile.Payment> payments(long id, int year) {
        return database.sql("""
                        select tier, fund, base_fen, limit_fen, fen from settlement.payment
                        where settlement_id = :id and year = :year order by sort, tier""")
                .param("id", id)
                .param("year", year)
                .query((row, number) -> new BillFile.Payment(
                        row.getString("tier"),
                        words.tier(row.getString("tier")),
                        words.fund(row.getString("fund")),
                        row.getLong("base_fen"),
                        row.getObject("limit_fen", Long.class),
                        row.getLong("fen")))
                .list();
    }
}
