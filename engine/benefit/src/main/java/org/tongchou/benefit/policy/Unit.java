package org.tongchou.benefit.policy;

/** What a parameter or counter is counted in. Numbers are held as whole multiples of 1/10^{@link #decimals()}. */
public enum Unit {
    /** 元. */
    YUAN("元", Measure.AMOUNT),
    /** 元/次. */
    YUAN_PER_VISIT("元/次", Measure.AMOUNT),
    /** 元/年. */
    YUAN_PER_YEAR("元/年", Measure.AMOUNT),
    /** 元/月. */
    YUAN_PER_MONTH("元/月", Measure.AMOUNT),
    /** 元/日. */
    YUAN_PER_DAY("元/日", Measure.AMOUNT),
    /** 比例, 0 to 1. */
    RATIO("比例", Measure.RATIO),
    /** 百分点: what is added to or taken from a ratio. */
    POINTS("百分点", Measure.RATIO),
    /** 倍. */
    TIMES("倍", Measure.RATIO),
    /** 天. */
    DAYS("天", Measure.COUNT),
    /** 月. */
    MONTHS("月", Measure.COUNT),
    /** 年. */
    YEARS("年", Measure.COUNT),
    /** 岁. */
    AGE("岁", Measure.COUNT),
    /** 次. */
    VISITS("次", Measure.COUNT),
    /** 人. */
    PEOPLE("人", Measure.COUNT),
    /** 级. */
    GRADE("级", Measure.COUNT),
    /** 是否: 是 is 1, 否 is 0. */
    YES_NO("是否", Measure.COUNT);

    /** What kind of number a unit has. */
    public enum Measure {
        /** Money, in fen: two decimals of a yuan. */
        AMOUNT(2),
        /** A ratio or factor, in 10^-8. */
        RATIO(8),
        /** A whole number. */
        COUNT(0);

        private final int decimals;

        Measure(int decimals) {
            this.decimals = decimals;
        }

        /** Decimals that a number is held with. */
        public int decimals() {
            return decimals;
        }
    }

    private final String word;
    private final Measure measure;

    Unit(String word, Measure measure) {
        this.word = word;
        this.measure = measure;
    }

    /** The word in the files. */
    public String word() {
        return word;
    }

    /** What kind of number it has. */
    public Measure measure() {
        return measure;
    }

    /** Decimals that a number is held with: 2 for amounts (fen), 8 for ratios and factors, 0 for counts. */
    public int decimals() {
        return measure.decimals();
    }
}
