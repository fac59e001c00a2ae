package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillBuilder;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Line;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.Money;

/** Reads the bills of a case. */
final class BillReader {
    private static final Map<String, Continuation.Reason> REASONS =
            YamlFields.words(Continuation.Reason.values(), Continuation.Reason::word);
    private static final Map<String, Bucket> BUCKETS = YamlFields.words(Bucket.values(), Bucket::word);

    private final CaseReader reader;
    private final List<String> levels;
    private final Balances balances;
    private int bills;

    BillReader(CaseReader reader, List<String> levels, Balances balances) {
        this.reader = reader;
        this.levels = levels;
        this.balances = balances;
    }

    Bill read(YamlFields fields) {
        bills++;
        LocalDate date = reader.date(fields, "date");
        if (date == null) {
            reader.missing(fields, "date", "结算日期，如 2025-05-10");
        }
        String id = fields.word("id");
        String kind = fields.word("kind");
        String level = fields.word("level");
        BillBuilder bill = Bill.of(
                        id.isEmpty() ? String.valueOf(bills) : id,
                        kind.isEmpty() ? "inpatient" : kind,
                        date == null ? LocalDate.EPOCH : date)
                .admitted(reader.date(fields, "admitted"))
                .days(reader.whole(fields, "days"))
                .scheme(fields.word("scheme"))
                .provider(
                        level.isEmpty() && !levels.isEmpty() ? levels.get(0) : level,
                        fields.textOrTexts("provider").toArray(String[]::new))
                .place(or(fields.word("place"), "local"), or(fields.word("filing"), "none"))
                .paymentMode(or(fields.word("payment_mode"), "item"))
                .packagePrice(amount(fields, "package_price"))
                .disease(fields.word("disease"))
                .diagnoses(fields.textOrTexts("diagnoses"))
                .tags(fields.textOrTexts("tag"))
                .careLevel(reader.whole(fields, "care_level"))
                .balances(new Balances(
                        balances.account(),
                        amount(fields, "account"),
                        balances.mutual(),
                        amount(fields, "mutual_account")));
        Continuation.Reason reason = fields.choice("reason", REASONS);
        String continues = fields.word("continues");
        if (!continues.isEmpty()) {
            bill = bill.continues(continues, reason == null ? Continuation.Reason.TRANSFER : reason);
        }
        Bill read = costs(fields, bill);
        fields.reportUnknown();
        return read;
    }

    private static String or(String word, String otherwise) {
        return word.isEmpty() ? otherwise : word;
    }

    private @Nullable Money amount(YamlFields fields, String key) {
        BigDecimal yuan = reader.number(fields, key);
        return yuan == null ? null : reader.fen(fields, key, yuan);
    }

    private Bill costs(YamlFields fields, BillBuilder bill) {
        if (fields.has("buckets")) {
            YamlFields buckets = fields.below("buckets");
            BillBuilder filled = bill;
            for (String key : buckets.keys()) {
                Bucket bucket = BUCKETS.get(key);
                Money amount = amount(buckets, key);
                if (bucket != null && amount != null) {
                    filled = filled.bucket(bucket, amount);
                } else {
                    reader.missing(buckets, key, "费用的一个部分和金额，如 share: 100");
                }
            }
            return filled.build();
        }
        if (fields.has("lines")) {
            List<Line> lines = new ArrayList<>();
            for (YamlFields line : fields.mappings("lines")) {
                lines.add(line(line));
                line.reportUnknown();
            }
            return bill.lines(lines).total(amount(fields, "total")).build();
        }
        return bill.lines(totals(fields)).build();
    }

    /** A line of class C, one of class B, and one of class A with the rest. */
    private List<Line> totals(YamlFields fields) {
        Money total = amount(fields, "total");
        if (total == null) {
            reader.missing(fields, "total", "费用总额，或写 lines、buckets");
            return List.of();
        }
        Money own = or(amount(fields, "full_own"));
        Money classB = or(amount(fields, "class_b"));
        List<Line> lines = new ArrayList<>();
        if (!own.isZero()) {
            lines.add(Line.of("C", own));
        }
        if (!classB.isZero()) {
            lines.add(Line.of("B", classB));
        }
        Money rest = total.minus(own).minus(classB);
        if (!rest.isZero() || lines.isEmpty()) {
            lines.add(Line.of("A", rest));
        }
        return lines;
    }

    private static Money or(@Nullable Money amount) {
        return amount == null ? Money.ZERO : amount;
    }

    private Line line(YamlFields fields) {
        BigDecimal amount = reader.number(fields, "amount");
        BigDecimal price = reader.number(fields, "price");
        BigDecimal count = reader.number(fields, "count");
        BigDecimal pieces = count == null ? BigDecimal.ONE : count;
        BigDecimal each = price != null ? price : amount == null ? BigDecimal.ZERO : amount;
        if (price == null && amount == null) {
            reader.missing(fields, "price", "单价");
        }
        BigDecimal whole = amount != null ? amount : each.multiply(pieces).setScale(2, RoundingMode.HALF_UP);
        Integer approval = reader.whole(fields, "approval");
        return new Line(
                fields.word("id"),
                each,
                pieces,
                reader.fen(fields, "amount", whole),
                fields.word("class"),
                reader.ratio(fields, "share"),
                reader.number(fields, "limit"),
                fields.word("restricted").equals("true"),
                approval == null ? 0 : approval,
                fields.word("outside").equals("true"),
                fields.word("refunds"),
                fields.word("category"));
    }
}
