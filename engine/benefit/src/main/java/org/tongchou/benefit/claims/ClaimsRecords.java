package org.tongchou.benefit.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillBuilder;
import org.tongchou.benefit.settle.BillNumbers;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Line;
import org.tongchou.benefit.settle.Person;
import org.tongchou.money.Money;

/**
 * The persons and bills of a year file as the engine takes them one by one: to settle, explain or look at single ones.
 *
 * @param year the year file
 */
public record ClaimsRecords(ClaimsYear year) {
    private static final List<String> CATALOGUES = List.of("A", "B", "C");
    private static final List<Continuation.Reason> REASONS = List.of(Continuation.Reason.values());
    private static final int PRICE_DECIMALS = 6;
    private static final int COUNT_DECIMALS = 4;
    private static final int SHARE_DECIMALS = 6;

    /** A person. */
    public Person person(int person) {
        Enrolment enrolment = new Enrolment(
                word(ClaimsColumn.PERSON_SCHEME, Fact.Kind.SCHEME, person),
                word(ClaimsColumn.PERSON_TYPE, Fact.Kind.PERSON_TYPE, person),
                word(ClaimsColumn.PERSON_FEE_TIER, Fact.Kind.FEE_TIER, person),
                year.shortAt(ClaimsColumn.PERSON_INSURED_YEARS, person),
                Money.ofFen(year.longAt(ClaimsColumn.PERSON_CAP_RAISE, person)),
                null,
                null);
        return new Person(
                LocalDate.ofEpochDay(year.intAt(ClaimsColumn.PERSON_BORN, person)),
                null,
                word(ClaimsColumn.PERSON_SEX, Fact.Kind.SEX, person),
                List.of(enrolment),
                held(ClaimsColumn.PERSON_IDENTITIES, Fact.Kind.IDENTITY, person),
                held(ClaimsColumn.PERSON_HELD_DISEASES, Fact.Kind.DISEASE, person),
                year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person));
    }

    /**
     * A bill; its id is its row.
     *
     * @param stay id of the last stay, which the bill may continue; empty when there is none
     */
    public Bill bill(int bill, String stay) {
        LocalDate date = LocalDate.ofEpochDay(year.intAt(ClaimsColumn.BILL_DATE, bill));
        int admitted = year.intAt(ClaimsColumn.BILL_ADMITTED, bill);
        BillBuilder builder = Bill.of(String.valueOf(bill), word(ClaimsColumn.BILL_KIND, Fact.Kind.KIND, bill), date)
                .admitted(admitted == BillNumbers.NO_DAY ? null : LocalDate.ofEpochDay(admitted))
                .provider(
                        word(ClaimsColumn.BILL_LEVEL, Fact.Kind.LEVEL, bill),
                        set(ClaimsColumn.BILL_PROVIDERS, Fact.Kind.PROVIDER, bill)
                                .toArray(new String[0]))
                .place(
                        word(ClaimsColumn.BILL_PLACE, Fact.Kind.PLACE, bill),
                        word(ClaimsColumn.BILL_FILING, Fact.Kind.FILING, bill))
                .paymentMode(word(ClaimsColumn.BILL_PAYMENT_MODE, Fact.Kind.PAYMENT_MODE, bill))
                .packagePrice(money(year.longAt(ClaimsColumn.BILL_PACKAGE_PRICE, bill)))
                .disease(word(ClaimsColumn.BILL_DISEASE, Fact.Kind.DISEASE, bill))
                .tags(set(ClaimsColumn.BILL_TAGS, Fact.Kind.TAG, bill))
                .lines(lines(bill))
                .balances(new Balances(
                        Money.ofFen(year.longAt(ClaimsColumn.BILL_ACCOUNT, bill)),
                        null,
                        Money.ofFen(year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill)),
                        null));
        int diagnosis = year.shortAt(ClaimsColumn.BILL_DIAGNOSIS, bill);
        if (diagnosis >= 0) {
            builder = builder.diagnoses(
                    List.of(year.manifest().words().diagnoses().get(diagnosis)));
        }
        int continues = year.byteAt(ClaimsColumn.BILL_CONTINUES, bill);
        return (continues < 0 ? builder : builder.continues(stay, REASONS.get(continues))).build();
    }

    private List<Line> lines(int bill) {
        int first = year.firstLine(bill);
        List<Line> lines = new ArrayList<>();
        for (int row = first; row < year.endOfLines(bill); row++) {
            int marks = year.byteAt(ClaimsColumn.LINE_MARKS, row);
            int refunds = year.shortAt(ClaimsColumn.LINE_REFUNDS, row);
            lines.add(new Line(
                    String.valueOf(row - first),
                    BigDecimal.valueOf(year.longAt(ClaimsColumn.LINE_PRICE, row), PRICE_DECIMALS),
                    BigDecimal.valueOf(year.longAt(ClaimsColumn.LINE_COUNT, row), COUNT_DECIMALS),
                    Money.ofFen(year.lineAmount(row)),
                    CATALOGUES.get(year.byteAt(ClaimsColumn.LINE_CATALOGUE, row)),
                    decimal(year.intAt(ClaimsColumn.LINE_SHARE, row), SHARE_DECIMALS),
                    decimal(year.longAt(ClaimsColumn.LINE_LIMIT, row), PRICE_DECIMALS),
                    (marks & LineRow.RESTRICTED) != 0,
                    marks >> 1 & 3,
                    (marks & LineRow.OUTSIDE) != 0,
                    refunds < 0 ? "" : String.valueOf(refunds),
                    word(ClaimsColumn.LINE_CATEGORY, Fact.Kind.CATEGORY, row)));
        }
        return lines;
    }

    private static @Nullable BigDecimal decimal(long value, int decimals) {
        return value == BillNumbers.NOTHING ? null : BigDecimal.valueOf(value, decimals);
    }

    private static @Nullable Money money(long fen) {
        return fen == BillNumbers.NOTHING ? null : Money.ofFen(fen);
    }

    private String word(ClaimsColumn column, Fact.Kind fact, int row) {
        int number = year.byteAt(column, row);
        return number < 0 ? "" : year.manifest().words().of(fact).get(number);
    }

    private Set<String> set(ClaimsColumn column, Fact.Kind fact, int row) {
        Set<String> words = new LinkedHashSet<>();
        for (long rest = year.longAt(column, row); rest != 0; rest &= rest - 1) {
            words.add(year.manifest().words().of(fact).get(Long.numberOfTrailingZeros(rest)));
        }
        return words;
    }

    private List<Held> held(ClaimsColumn column, Fact.Kind fact, int row) {
        return set(column, fact, row).stream().map(Held::always).toList();
    }
}
