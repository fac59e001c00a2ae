package org.tongchou.benefit.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a condition may ask about the person, the bill or the year.
 *
 * @param kind what is asked
 * @param of the name of the class, counter or part of the bill; empty for all other kinds
 */
public record Fact(Kind kind, String of) {
    private static final String YES_NO = "yes no";

    /** What is asked. */
    public enum Kind {
        /** 险种. */
        SCHEME(Vocabulary.Kind.SCHEMES, "employee resident care retired_cadre"),
        /** 人员类别. */
        PERSON_TYPE(Vocabulary.Kind.PERSON_TYPES),
        /** 周岁, on the bill's date. */
        AGE,
        /** 出生天数. */
        DAYS_OLD,
        /** 性别. */
        SEX(null, "male female"),
        /** 身份: several at once. */
        IDENTITY(Vocabulary.Kind.IDENTITIES),
        /** The person's class in a group of identities: {@code class.<name>}. */
        CLASS(null, "none"),
        /** 居民缴费档次. */
        FEE_TIER(Vocabulary.Kind.FEE_TIERS),
        /** 连续参保年数. */
        INSURED_YEARS,
        /** 已认定的慢特病: several at once. */
        HELD_DISEASE(Vocabulary.Kind.DISEASES),
        /** 医疗类别. */
        KIND(
                null,
                "outpatient emergency chronic special_drug inpatient day_surgery maternity_outpatient"
                        + " maternity_inpatient pharmacy care_month second_aid"),
        /** 医疗机构等级. */
        LEVEL(Vocabulary.Kind.LEVELS),
        /** 医疗机构标记: several at once. */
        PROVIDER(Vocabulary.Kind.PROVIDERS),
        /** 就医地. */
        PLACE(null, "local in_province out_of_province"),
        /** 异地备案. */
        FILING(null, "none resident referred emergency unfiled"),
        /** 付费方式. */
        PAYMENT_MODE(null, "item disease drg per_diem"),
        /** 本次的慢特病病种. */
        DISEASE(Vocabulary.Kind.DISEASES),
        /** 诊断: several at once. */
        DIAGNOSIS(Vocabulary.Kind.DIAGNOSES),
        /** 账单标记: several at once. */
        TAG(Vocabulary.Kind.TAGS),
        /** 住院天数. */
        DAYS,
        /** 第几次住院. */
        VISIT,
        /** 失能等级, 0 to 5. */
        CARE_LEVEL,
        /** A counter at that moment, in its unit: {@code counter.<name>}. */
        COUNTER,
        /** 大病保险封顶线提高额, in fen. */
        CAP_RAISE,
        /** A part of the bill as the split made it, in fen: {@code bill.<bucket>}; only in tiers. */
        BILL,
        /** 费用类别 of a line; only where a ratio of the basic tier or the share of class B is worked out. */
        CATEGORY(Vocabulary.Kind.CATEGORIES),
        /** 逾期缴费; of the calculators, as all below. */
        PAID_LATE(null, YES_NO),
        /** 资助参保. */
        SUBSIDISED(null, YES_NO),
        /** 首次参保. */
        FIRST_TIME(null, YES_NO),
        /** 上一次参保的险种. */
        EARLIER_SCHEME(Vocabulary.Kind.SCHEMES, "employee resident care retired_cadre none"),
        /** 断保年数. */
        BROKEN_YEARS,
        /** 中断月数. */
        GAP_MONTHS,
        /** 基金. */
        FUND,
        /** 区县分档. */
        COUNTY_TIER,
        /** 亲属关系. */
        RELATION,
        /** 护理方式. */
        CARE_MODE,
        /** 生育事件. */
        EVENT(null, "birth miscarriage paternity"),
        /** 孕周. */
        WEEKS,
        /** 胎儿数. */
        BABIES,
        /** 难产. */
        DYSTOCIA(null, YES_NO),
        /** 失能评估维度. */
        DIMENSION(null, "adl cognition perception"),
        /** 评估得分. */
        SCORE,
        /** 日常生活活动能力受损程度, 0 to 3. */
        ADL,
        /** 认知、感知觉与沟通能力受损程度, 0 to 3. */
        MIND;

        private final Vocabulary.@Nullable Kind words;
        private final String fixedWords;

        Kind() {
            this(null, "");
        }

        Kind(Vocabulary.Kind words) {
            this(words, "");
        }

        Kind(Vocabulary.@Nullable Kind words, String fixedWords) {
            this.words = words;
            this.fixedWords = fixedWords;
        }

        /** The word in the files; {@code class}, {@code counter} and {@code bill} are followed by a dot and a name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of vocabulary its words come from. */
        public Optional<Vocabulary.Kind> words() {
            return Optional.ofNullable(words);
        }

        /** The words that every region has. */
        public List<String> fixedWords() {
            return fixedWords.isEmpty() ? List.of() : List.of(fixedWords.split(" "));
        }

        /** Whether it is a whole number or an amount; all others are words. */
        public boolean isNumber() {
            return switch (this) {
                case AGE,
                        DAYS_OLD,
                        INSURED_YEARS,
                        DAYS,
                        VISIT,
                        CARE_LEVEL,
                        COUNTER,
                        CAP_RAISE,
                        BILL,
                        BROKEN_YEARS,
                        GAP_MONTHS,
                        WEEKS,
                        BABIES,
                        SCORE,
                        ADL,
                        MIND -> true;
                default -> false;
            };
        }

        /** Whether it is money, held in fen; a counter may be as well. */
        public boolean isMoney() {
            return this == CAP_RAISE || this == BILL;
        }

        /** Whether any word will do: it is given by whoever asks, not by the pack. */
        public boolean isFree() {
            return this == COUNTY_TIER || this == RELATION || this == CARE_MODE;
        }

        /** Whether the calculators know it: facts of the person, and those that only they have. */
        public boolean isKnownToCalculators() {
            return switch (this) {
                case SCHEME, PERSON_TYPE, AGE, DAYS_OLD, SEX, IDENTITY, CLASS, FEE_TIER, INSURED_YEARS, CARE_LEVEL ->
                    true;
                default -> isOfCalculators();
            };
        }

        /** Whether only the calculators know it, so that bills cannot be asked for it. */
        public boolean isOfCalculators() {
            return compareTo(PAID_LATE) >= 0;
        }

        /** Whether several words may hold at once, so that a condition holds when one of them is meant. */
        public boolean isMany() {
            return this == IDENTITY || this == HELD_DISEASE || this == PROVIDER || this == DIAGNOSIS || this == TAG;
        }

        /** Whether a name follows after a dot. */
        public boolean isNamed() {
            return this == CLASS || this == COUNTER || this == BILL;
        }
    }

    /** A fact without a name. */
    public static Fact of(Kind kind) {
        return new Fact(kind, "");
    }

    /** Reads a fact as it is written: {@code age}, {@code class.aid}; empty when there is none of that name. */
    public static Optional<Fact> find(String written) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.isNamed()
                        ? written.startsWith(kind.word() + ".")
                                && written.length() > kind.word().length() + 1
                        : written.equals(kind.word()))
                .filter(kind -> kind != Kind.BILL
                        || Bucket.ofSplit(written.substring(kind.word().length() + 1))
                                .isPresent())
                .map(kind -> kind.isNamed()
                        ? new Fact(kind, written.substring(kind.word().length() + 1))
                        : of(kind))
                .findFirst();
    }

    /** As it is written in the files. */
    public String word() {
        return kind.isNamed() ? kind.word() + "." + of : kind.word();
    }
}
