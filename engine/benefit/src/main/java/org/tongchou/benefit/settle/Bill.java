package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/**
 * What is to be settled: a visit, a stay, a month of care, or what an earlier settlement left.
 *
 * @param id name of the bill, unique for the person
 * @param date settlement date: day of discharge or visit
 * @param admitted first day of the stay; null for a visit
 * @param days days of stay; null for date − admitted, at least 1, and 1 for a visit
 * @param scheme word of the region; empty when the person has only one on the date
 * @param kind 医疗类别, for example {@code inpatient}
 * @param provider where
 * @param place {@code local}, {@code in_province}, {@code out_of_province}
 * @param filing {@code none}, {@code resident}, {@code referred}, {@code emergency}, {@code unfiled}
 * @param paymentMode {@code item}, {@code disease}, {@code drg}, {@code per_diem}
 * @param packagePrice price of the package; null for none
 * @param disease special disease the bill is for; empty for none
 * @param diagnoses ICD-10 codes
 * @param tags words of the region
 * @param careLevel 失能等级, 0 to 5; null for that of the person
 * @param total sum of the lines as the sender says; null when not said
 * @param lines charge lines; empty for a second aid
 * @param buckets what an earlier settlement left, of a second aid only
 * @param continues the stay that it continues; null for none
 * @param balances accounts
 */
public record Bill(
        String id,
        LocalDate date,
        @Nullable LocalDate admitted,
        @Nullable Integer days,
        String scheme,
        String kind,
        Provider provider,
        String place,
        String filing,
        String paymentMode,
        @Nullable Money packagePrice,
        String disease,
        List<String> diagnoses,
        Set<String> tags,
        @Nullable Integer careLevel,
        @Nullable Money total,
        List<Line> lines,
        Map<Bucket, Money> buckets,
        @Nullable Continuation continues,
        Balances balances) {
    /** The kind of a bill that brings buckets instead of lines. */
    public static final String SECOND_AID = "second_aid";

    /**
     * Where somebody was treated.
     *
     * @param level word of the region; empty for the lowest
     * @param tags words of the region, for example {@code tcm}
     */
    public record Provider(String level, Set<String> tags) {
        /** Copies the set. */
        public Provider {
            tags = Set.copyOf(tags);
        }

        /** A provider of a level without tags. */
        public static Provider of(String level) {
            return new Provider(level, Set.of());
        }
    }

    /** Copies the collections. */
    public Bill {
        diagnoses = List.copyOf(diagnoses);
        tags = Set.copyOf(tags);
        lines = List.copyOf(lines);
        buckets = Map.copyOf(buckets);
    }

    /** Starts a bill of a kind on a day; everything else is as the case format leaves it out. */
    public static BillBuilder of(String id, String kind, LocalDate date) {
        return new BillBuilder(id, kind, date);
    }
}
