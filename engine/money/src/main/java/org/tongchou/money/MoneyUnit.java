package org.tongchou.money;

/** A unit in which documents print money: 元 or 万元 (or 亿元 in prose). */
public enum MoneyUnit {
    /** 元, 100 fen. */
    YUAN("元", 100L),
    /** 万元, 1,000,000 fen. */
    WAN_YUAN("万元", 1_000_000L),
    /** 亿元, 10,000,000,000 fen; seen in prose only. */
    YI_YUAN("亿元", 10_000_000_000L);

    private final String printed;
    private final long fen;

    MoneyUnit(String printed, long fen) {
        this.printed = printed;
        this.fen = fen;
    }

    /** The unit as documents print it, for example {@code 万元}. */
    public String printed() {
        return printed;
    }

    /** How many fen one unit is. */
    public long fen() {
        return fen;
    }

    /**
     * The unit printed as {@code text}.
     *
     * @throws MoneyFormatException when the text is not one of 元, 万元, 亿元
     */
    public static MoneyUnit of(String text) {
        for (MoneyUnit unit : values()) {
            if (unit.printed.equals(text.strip())) {
                return unit;
            }
        }
        throw new MoneyFormatException(text, "元、万元或亿元");
    }
}
