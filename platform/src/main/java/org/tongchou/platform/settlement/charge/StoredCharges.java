package org.tongchou.platform.settlement.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.catalogue.Catalogue;
import org.tongchou.platform.catalogue.InsuredItem;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.bill.Splitting;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Charges in schema {@code settlement}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredCharges implements Charges {
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final Map<String, String> PERSON_TYPES =
            Map.of("employee", "310", "resident", "390", "retired_cadre", "330");

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final Splitting splitting;
    private final JsonMapper json;

    StoredCharges(JdbcClient database, Catalogue catalogue, Splitting splitting, JsonMapper json) {
        this.database = database;
        this.catalogue = catalogue;
        this.splitting = splitting;
        this.json = json;
    }

    @Override
    public List<Split> add(Visit visit, List<NewCharge> charges) {
        if (visit.state().equals(Visit.SETTLED) || visit.state().equals(Visit.CANCELLED)) {
            throw Refusal.conflict("E-SET-007", "就诊 " + visit.number() + " " + visit.state() + "，不能再上传费用明细");
        }
        Set<String> numbers = new HashSet<>();
        for (NewCharge charge : charges) {
            check(charge);
            if (!numbers.add(charge.sn())) {
                throw Refusal.field("E-SET-021", "费用明细流水号", charge.sn(), "本次上传内不重复的流水号");
            }
        }
        Map<String, Charge> known = known(visit, numbers);
        List<Charge> fresh = new ArrayList<>();
        List<Charge> all = new ArrayList<>();
        Map<LocalDate, Map<String, InsuredItem>> insured = insured(visit, charges);
        for (NewCharge charge : charges) {
            Charge before = known.get(charge.sn());
            if (before != null) {
                if (!before.item().equals(charge)) {
                    throw Refusal.field("E-SET-021", "费用明细流水号", charge.sn(), "本次就诊内未用过的流水号（已上传的内容不同）");
                }
                all.add(before);
                continue;
            }
            InsuredItem item = insured.getOrDefault(charge.charged().toLocalDate(), Map.of())
                    .get(charge.code());
            Charge priced = item == null
                    ? new Charge(charge, "", "C", null, null, false, "")
                    : new Charge(
                            charge,
                            item.code(),
                            item.itemClass(),
                            item.share(),
                            item.limit(),
                            item.restricted(),
                            item.chargeType());
            fresh.add(priced);
            all.add(priced);
        }
        refundsFit(visit, fresh);
        insert(visit, fresh);
        return splitting.of(visit, all);
    }

    @Override
    public void addSplit(Visit visit, Shares shares, LocalDateTime charged) {
        List<Charge> lines = new ArrayList<>();
        part(lines, "1", "全自费", shares.own(), charged, "C", null, null);
        part(lines, "2", "超限价自费", shares.over(), charged, "A", null, BigDecimal.ZERO);
        part(lines, "3", "先行自付", shares.pre(), charged, "B", BigDecimal.ONE, null);
        part(lines, "4", "政策范围内", shares.scope(), charged, "A", null, null);
        insert(visit, lines);
    }

    private static void part(
            List<Charge> lines,
            String sn,
            String name,
            long fen,
            LocalDateTime charged,
            String itemClass,
            @Nullable BigDecimal share,
            @Nullable BigDecimal limit) {
        if (fen != 0) {
            BigDecimal price = BigDecimal.valueOf(fen, 2);
            NewCharge item =
                    new NewCharge(sn, "", "", charged, "", "", "异地" + name, price, BigDecimal.ONE, fen, 0, Map.of());
            lines.add(new Charge(item, "", itemClass, share, limit, false, ""));
        }
    }

    private static void check(NewCharge charge) {
        if (charge.pieces().signum() == 0) {
            throw Refusal.field("E-SET-022", "数量", "0", "不为零的数量");
        }
        if (charge.price().signum() < 0) {
            throw Refusal.field("E-SET-022", "单价", charge.price().toPlainString(), "不小于零的单价");
        }
        if (charge.pieces().signum() < 0 == charge.refunds().isEmpty()) {
            throw Refusal.field("E-SET-023", "原费用流水号", charge.refunds(), "退费（数量为负）时填写被退的费用流水号，其他不填");
        }
        long product = charge.price()
                .multiply(charge.pieces())
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (product != charge.fen()) {
            throw Refusal.field(
                    "E-SET-024",
                    "明细项目费用总额",
                    Money.ofFen(charge.fen()).toString(),
                    "单价乘以数量，四舍五入到分，即 " + Money.ofFen(product));
        }
    }

    private Map<LocalDate, Map<String, InsuredItem>> insured(Visit visit, List<NewCharge> charges) {
        Map<LocalDate, Set<String>> codes = new LinkedHashMap<>();
        charges.forEach(charge -> codes.computeIfAbsent(charge.charged().toLocalDate(), day -> new HashSet<>())
                .add(charge.code()));
        Map<LocalDate, Map<String, InsuredItem>> found = new LinkedHashMap<>();
        codes.forEach((day, wanted) -> found.put(
                day,
                catalogue.insured(
                        wanted,
                        day,
                        limitLevel(visit.providerLevel()),
                        PERSON_TYPES.getOrDefault(visit.scheme(), "390"))));
        return found;
    }

    /** The level of a price limit: third 3, second 2, all others 1. */
    private static String limitLevel(String level) {
        return level.compareTo("04") <= 0 ? "3" : level.compareTo("07") <= 0 ? "2" : "1";
    }

    private void refundsFit(Visit visit, List<Charge> fresh) {
        List<Charge> refunds = fresh.stream()
                .filter(charge -> charge.item().pieces().signum() < 0)
                .toList();
        if (refunds.isEmpty()) {
            return;
        }
        Map<String, Charge> all = new LinkedHashMap<>();
        stored(visit, "", Map.of()).forEach(charge -> all.put(charge.item().sn(), charge));
        fresh.forEach(charge -> all.put(charge.item().sn(), charge));
        for (Charge refund : refunds) {
            Charge original = all.get(refund.item().refunds());
            if (original == null
                    || original.item().pieces().signum() < 0
                    || !original.item().code().equals(refund.item().code())
                    || original.item().price().compareTo(refund.item().price()) != 0) {
                throw Refusal.field("E-SET-023", "原费用流水号", refund.item().refunds(), "本次就诊内同一编码、同一单价的费用流水号");
            }
            BigDecimal left = all.values().stream()
                    .filter(charge ->
                            charge.item().refunds().equals(original.item().sn()))
                    .map(charge -> charge.item().pieces())
                    .reduce(original.item().pieces(), BigDecimal::add);
            if (left.signum() < 0) {
                throw Refusal.field(
                        "E-SET-023",
                        "数量",
                        refund.item().pieces().toPlainString(),
                        "退费合计不超过原数量 "
                                + original.item().pieces().stripTrailingZeros().toPlainString());
            }
        }
    }

    private void insert(Visit visit, List<Charge> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into settlement.charge (visit_id, sn, year, batch, refunds, charged, code, own_code, name, price,
                            pieces, fen, item_code, item_class, share, price_limit, restricted, approval, charge_type, details)
                        select :visit, sn, extract(year from charged), batch, refunds, charged, code, own_code, name, price,
                            pieces, fen, item_code, item_class, share, price_limit, restricted, approval, charge_type,
                            details::jsonb
                        from unnest(:sns, :batches, :refunds, :times, :codes, :owns, :names, :prices, :pieces, :fens, :items,
                            :classes, :shares, :limits, :restricted, :approvals, :types, :details)
                            as t (sn, batch, refunds, charged, code, own_code, name, price, pieces, fen, item_code, item_class,
                                share, price_limit, restricted, approval, charge_type, details)""")
                .param("visit", visit.id())
                .param("sns", column("text", rows, row -> row.item().sn()))
                .param("batches", column("text", rows, row -> row.item().batch()))
                .param("refunds", column("text", rows, row -> row.item().refunds()))
                .param(
                        "times",
                        column(
                                "timestamp",
                                rows,
                                row -> java.sql.Timestamp.valueOf(row.item().charged())))
                .param("codes", column("text", rows, row -> row.item().code()))
                .param("owns", column("text", rows, row -> row.item().ownCode()))
                .param("names", column("text", rows, row -> row.item().name()))
                .param("prices", column("numeric", rows, row -> row.item().price()))
                .param("pieces", column("numeric", rows, row -> row.item().pieces()))
                .param("fens", column("bigint", rows, row -> row.item().fen()))
                .param("items", column("text", rows, Charge::itemCode))
                .param("classes", column("text", rows, Charge::itemClass))
                .param("shares", column("numeric", rows, Charge::share))
                .param("limits", column("numeric", rows, Charge::limit))
                .param("restricted", column("boolean", rows, Charge::restricted))
                .param("approvals", column("int", rows, row -> row.item().approval()))
                .param("types", column("text", rows, Charge::chargeType))
                .param(
                        "details",
                        column(
                                "text",
                                rows,
                                row -> json.writeValueAsString(row.item().details())))
                .update();
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    private Map<String, Charge> known(Visit visit, Set<String> numbers) {
        Map<String, Charge> known = new LinkedHashMap<>();
        stored(visit, " and c.sn = any(:sns)", Map.of("sns", numbers.toArray(String[]::new)))
                .forEach(charge -> known.put(charge.item().sn(), charge));
        return known;
    }

    /** A charge is settled when a settlement holds it that no mirror took back. */
    private static final String OPEN = """
             and c.sn <> all (array(
                select l.sn from settlement.settlement s join settlement.line l on l.settlement_id = s.id and l.year = s.year
                where s.visit_id = :visit and s.reverses is null
                    and not exists (select from settlement.settlement m where m.reverses = s.id)))""";

    @Override
    public int remove(Visit visit, String sn, String batch) {
        if (visit.state().equals(Visit.CANCELLED)) {
            throw Refusal.conflict("E-SET-007", "就诊 " + visit.number() + " 已撤销");
        }
        int removed = database.sql("""
                        delete from settlement.charge c where c.visit_id = :visit and (:sn = '' or c.sn = :sn)
                            and (:batch = '' or c.batch = :batch)
                        """ + OPEN)
                .param("visit", visit.id())
                .param("sn", sn)
                .param("batch", batch)
                .update();
        if (removed == 0 && !(sn.isEmpty() && batch.isEmpty())) {
            throw Refusal.field(
                    "E-SET-025", sn.isEmpty() ? "收费批次号" : "费用明细流水号", sn.isEmpty() ? batch : sn, "本次就诊内未结算的费用");
        }
        boolean orphans = database.sql("""
                        select exists (select from settlement.charge c where c.visit_id = :visit and c.refunds <> ''
                            and not exists (select from settlement.charge o where o.visit_id = c.visit_id and o.sn = c.refunds))""")
                .param("visit", visit.id())
                .query(Boolean.class)
                .single();
        if (orphans) {
            throw Refusal.conflict("E-SET-026", "被退的费用不能单独撤销，请先撤销它的退费");
        }
        return removed;
    }

    @Override
    public List<Charge> open(Visit visit, String batch) {
        return batch.isEmpty()
                ? stored(visit, OPEN, Map.of())
                : stored(visit, " and c.batch = :batch " + OPEN, Map.of("batch", batch));
    }

    private List<Charge> stored(Visit visit, String condition, Map<String, ?> values) {
        return database.sql("select c.* from settlement.charge c where c.visit_id = :visit " + condition
                        + " order by c.charged, length(c.sn), c.sn")
                .param("visit", visit.id())
                .params(values)
                .query((row, number) -> read(row))
                .list();
    }

    private Charge read(ResultSet row) throws SQLException {
        return new Charge(
                new NewCharge(
                        row.getString("sn"),
                        row.getString("batch"),
                        row.getString("refunds"),
                        row.getTimestamp("charged").toLocalDateTime(),
                        row.getString("code"),
                        row.getString("own_code"),
                        row.getString("name"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("pieces"),
                        row.getLong("fen"),
                        row.getInt("approval"),
                        json.readValue(row.getString("details"), TEXTS)),
                row.getString("item_code"),
                row.getString("item_class"),
                row.getBigDecimal("share"),
                row.getBigDecimal("price_limit"),
                row.getBoolean("restricted"),
                row.getString("charge_type"));
    }

    @Override
    public Map<Long, List<Charge>> settled(Collection<Long> settlements) {
        Map<Long, List<Charge>> found = new LinkedHashMap<>();
        database.sql("""
                        select l.settlement_id, c.* from settlement.line l
                            join settlement.charge c on c.visit_id = l.visit_id and c.sn = l.sn
                        where l.settlement_id = any(:settlements)
                        order by l.settlement_id, c.charged, length(c.sn), c.sn""").param("settlements", settlements.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("settlement_id"), id -> new ArrayList<>())
                    .add(read(row));
        });
        return found;
    }
}
