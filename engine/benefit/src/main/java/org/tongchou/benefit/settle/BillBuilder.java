package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/**
 * Puts a {@link Bill} together. What is not said is local, without filing, paid by item, at a provider of the lowest
 * level, without accounts.
 */
public final class BillBuilder {
    private final String id;
    private final String kind;
    private final LocalDate date;
    private @Nullable LocalDate admitted;
    private @Nullable Integer days;
    private String scheme = "";
    private Bill.Provider provider = Bill.Provider.of("");
    private String place = "local";
    private String filing = "none";
    private String paymentMode = "item";
    private @Nullable Money packagePrice;
    private String disease = "";
    private List<String> diagnoses = List.of();
    private Set<String> tags = Set.of();
    private @Nullable Integer careLevel;
    private @Nullable Money total;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Bucket, Money> buckets = new EnumMap<>(Bucket.class);
    private @Nullable Continuation continues;
    private Balances balances = Balances.NONE;

    BillBuilder(String id, String kind, LocalDate date) {
        this.id = id;
        this.kind = kind;
        this.date = date;
    }

    /** First day of the stay. */
    public BillBuilder admitted(@Nullable LocalDate day) {
        admitted = day;
        return this;
    }

    /** Days of stay, when they are not date − admitted. */
    public BillBuilder days(@Nullable Integer number) {
        days = number;
        return this;
    }

    /** The scheme that pays, of a person with two. */
    public BillBuilder scheme(String word) {
        scheme = word;
        return this;
    }

    /** Level and tags of the provider. */
    public BillBuilder provider(String level, String... providerTags) {
        provider = new Bill.Provider(level, Set.of(providerTags));
        return this;
    }

    /** Where the provider is, and how the care was filed. */
    public BillBuilder place(String word, String filed) {
        place = word;
        filing = filed;
        return this;
    }

    /** How the provider is paid. */
    public BillBuilder paymentMode(String word) {
        paymentMode = word;
        return this;
    }

    /** The price of the package. */
    public BillBuilder packagePrice(@Nullable Money price) {
        packagePrice = price;
        return this;
    }

    /** The special disease the bill is for. */
    public BillBuilder disease(String word) {
        disease = word;
        return this;
    }

    /** ICD-10 codes. */
    public BillBuilder diagnoses(Collection<String> codes) {
        diagnoses = List.copyOf(codes);
        return this;
    }

    /** Words of the region. */
    public BillBuilder tags(Collection<String> words) {
        tags = Set.copyOf(words);
        return this;
    }

    /** 失能等级. */
    public BillBuilder careLevel(@Nullable Integer level) {
        careLevel = level;
        return this;
    }

    /** The sum of the lines as the sender says. */
    public BillBuilder total(@Nullable Money sum) {
        total = sum;
        return this;
    }

    /** More lines. */
    public BillBuilder lines(Collection<Line> more) {
        lines.addAll(more);
        return this;
    }

    /** One more line of a class. */
    public BillBuilder line(String catalogue, String yuan) {
        lines.add(Line.of(catalogue, Money.yuan(yuan)));
        return this;
    }

    /** What an earlier settlement left in a bucket. */
    public BillBuilder bucket(Bucket bucket, Money amount) {
        buckets.put(bucket, amount);
        return this;
    }

    /** The stay it continues, and why. */
    public BillBuilder continues(String stay, Continuation.Reason reason) {
        continues = new Continuation(stay, reason);
        return this;
    }

    /** What accounts may pay. */
    public BillBuilder balances(Balances accounts) {
        balances = accounts;
        return this;
    }

    /** The bill. */
    public Bill build() {
        return new Bill(
                id,
                date,
                admitted,
                days,
                scheme,
                kind,
                provider,
                place,
                filing,
                paymentMode,
                packagePrice,
                disease,
                diagnoses,
                tags,
                careLevel,
                total,
                lines,
                buckets,
                continues,
                balances);
    }
}
