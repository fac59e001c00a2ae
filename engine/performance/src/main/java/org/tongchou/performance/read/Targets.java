package org.tongchou.performance.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

/**
 * Reads what a cell prints as a target ({@code ≥19家}, {@code ＝100％}, {@code 1.00} with the unit in 评分标准, {@code
 * 显著提升}) and as what was achieved.
 */
public final class Targets {
    private static final String NUMBER = "[-+]?(?:\\d{1,3}(?:,\\d{3}){1,5}|(?<!\\d)\\d{1,15})(?:\\.\\d{1,10})?";
    private static final Pattern SIGNED =
            Pattern.compile("(?<sign>[≥≤=<>≠＝＜＞]|>=|<=|不低于|不少于|不超过|不高于|大于等于|小于等于|大于|小于|等于|达到)?" + "(?<number>" + NUMBER
                    + ")(?<unit>[^\\d≥≤=<>≠，。；,;]{0,16}?)(?<after>及?以上|及?以下|以内)?");
    private static final Pattern DOUBLED_WHOLE =
            Pattern.compile("(?<sign>[≥≤=<>≠]?)(?<once>" + NUMBER + "[^\\d≥≤=<>≠]{1,8})\\k<once>");
    private static final Pattern DOUBLED_DIGITS = Pattern.compile("(?<sign>[≥≤=<>≠]?)(?<once>\\d{2,4})\\k<once>[%％]");
    private static final Pattern TWO_NUMBERS = Pattern.compile("[≥≤=<>≠]?" + NUMBER
            + "[%％\\p{IsHan}]{0,3}[/、，,;；\\s]?[≥≤=<>≠]" + NUMBER + ".*|" + NUMBER + "[%％]?[/、;；]" + NUMBER + "[%％]?");
    private static final Pattern STEP_UNIT =
            Pattern.compile("每?[差低少]\\d{1,9}(?:\\.\\d{1,9})?(?<unit>个?百分点|[\\p{IsHan}]{1,3}?)(?=扣)");
    private static final Pattern RATE_NAME =
            Pattern.compile(".*(率|比例|占比|比重|满意度|知晓度|吻合度|覆盖面)(（[%％]）|\\([%％]\\))?|.*[（(][%％][)）]|.*(率|比例|满意度)达到?\\d.*");
    private static final int LONGEST_UNIT = 8;
    private static final Pattern PERCENT_OF = Pattern.compile("\\p{IsHan}{3}");
    private static final List<String> NAME_UNITS = List.of("人次", "人数", "次数", "场次", "户数", "家数", "件数", "个数");

    /** How many more places before the point than the target has: 万 or 亿 must be missing. */
    private static final int FAR = 3;

    private Targets() {}

    /** What was found wrong with a target or a value, in Chinese. */
    enum Slip {
        /** The value is printed twice in a row. */
        DOUBLED,
        /** Two numbers in one cell. */
        TWO,
        /** ≠ where = is meant. */
        MISREAD
    }

    /**
     * Reads a target.
     *
     * @param printed the cell, with or without white space
     * @param standard the cell of 评分标准; empty where there is none
     * @param name the indicator's name, which tells the unit when nothing else does
     * @return {@link Target#NONE} for a blank
     */
    public static Target parse(String printed, String standard, String name) {
        String text = normal(printed);
        if (text.isEmpty() || text.matches("[-—－–/]+")) {
            return Target.NONE;
        }
        Matcher doubled = doubled(text);
        if (doubled != null) {
            return parse(
                            doubled.group("sign")
                                    + doubled.group("once")
                                    + (doubled.pattern() == DOUBLED_DIGITS ? "%" : ""),
                            standard,
                            name)
                    .printedAs(printed);
        }
        Matcher matcher = SIGNED.matcher(text);
        if (!matcher.matches() || looksLikeWords(matcher)) {
            return Target.words(Plain.compact(printed));
        }
        Optional<PrintedNumber> number = PrintedNumber.find(matcher.group("number"));
        if (number.isEmpty()) {
            return Target.words(Plain.compact(printed));
        }
        Operator operator = operator(matcher.group("sign"), matcher.group("after"));
        String unit = unit(matcher.group("unit"));
        PrintedNumber value = number.get();
        if (operator == null) {
            Stated stated = stated(value.value(), normal(standard), name);
            operator = stated.operator();
            unit = unit.isEmpty() ? stated.unit() : unit;
        }
        if (unit.isEmpty()) {
            unit = unitOfName(name);
        }
        return new Target(Plain.compact(printed), operator, read(operator), value, unit);
    }

    /** What is wrong with a target as printed; empty when nothing is. */
    static Optional<Slip> slip(String printed) {
        String text = normal(printed);
        if (doubled(text) != null) {
            return Optional.of(Slip.DOUBLED);
        }
        if (TWO_NUMBERS.matcher(text).matches()) {
            return Optional.of(Slip.TWO);
        }
        return text.startsWith("≠") ? Optional.of(Slip.MISREAD) : Optional.empty();
    }

    /**
     * Reads what was achieved, in the target's unit: {@code 3000人} against a target in 万人 is 0.3.
     *
     * @param printed the cell
     * @param target the indicator's target
     */
    public static Actual actual(String printed, Target target) {
        String text = normal(printed);
        if (text.isEmpty() || text.matches("[-—－–/]+")) {
            return Actual.NONE;
        }
        Matcher matcher = SIGNED.matcher(text);
        String compact = Plain.compact(printed);
        if (target.inWords() || !matcher.matches()) {
            return new Actual(compact, null);
        }
        Optional<PrintedNumber> number = PrintedNumber.find(matcher.group("number"));
        String unit = unit(matcher.group("unit"));
        return new Actual(
                compact, number.map(value -> scaled(value, unit, target.unit())).orElse(null));
    }

    /** Why what was achieved cannot be compared with the target, in Chinese; empty when it can. */
    static Optional<String> mismatch(String printed, Target target) {
        Matcher matcher = SIGNED.matcher(normal(printed));
        PrintedNumber aim = target.value();
        if (aim == null || !matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal done = new BigDecimal(matcher.group("number").replace(",", ""));
        String unit = unit(matcher.group("unit"));
        boolean percent = unit.startsWith("%");
        boolean percentWanted = target.unit().startsWith("%");
        boolean mixed = !unit.isEmpty() && !target.unit().isEmpty() && percent != percentWanted;
        boolean share = unit.isEmpty() && percentWanted && isShare(done) && isPercentOf(done, aim.value());
        boolean shareWanted = percent
                && target.printed().indexOf('%') < 0
                && target.printed().indexOf('％') < 0
                && isShare(aim.value())
                && isPercentOf(aim.value(), done);
        if (mixed || share || shareWanted) {
            return Optional.of("一个是百分数、一个不是，无法比较");
        }
        boolean power = unit.isEmpty()
                && power(target.unit()) > 0
                && aim.value().signum() > 0
                && done.compareTo(aim.value().movePointRight(FAR)) >= 0;
        return power ? Optional.of("相差千倍以上，可能漏写“" + target.unit().charAt(0) + "”，无法比较") : Optional.empty();
    }

    /** A number like 0.96, which may be a percentage that was not multiplied by 100. */
    private static boolean isShare(BigDecimal number) {
        return number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0 && number.scale() > 0;
    }

    /** Whether a share, in percent, comes near a number. */
    private static boolean isPercentOf(BigDecimal share, BigDecimal percent) {
        BigDecimal twice = BigDecimal.valueOf(2);
        BigDecimal points = share.movePointRight(2);
        return points.multiply(twice).compareTo(percent) >= 0
                && percent.multiply(twice).compareTo(points) >= 0;
    }

    private static PrintedNumber scaled(PrintedNumber value, String unit, String wanted) {
        int shift = power(unit) - power(wanted);
        boolean same = unit.isEmpty() || shift == 0 || !stem(unit).equals(stem(wanted));
        if (same) {
            return value;
        }
        BigDecimal moved = value.value().movePointRight(shift);
        return new PrintedNumber(moved, Math.max(0, moved.scale()));
    }

    private static int power(String unit) {
        return unit.startsWith("亿") ? 8 : unit.startsWith("万") ? 4 : 0;
    }

    private static String stem(String unit) {
        return power(unit) == 0 ? unit : unit.substring(1);
    }

    private static @Nullable Matcher doubled(String text) {
        Matcher digits = DOUBLED_DIGITS.matcher(text);
        if (digits.matches() && Integer.parseInt(digits.group("once")) <= 1000) {
            return digits;
        }
        Matcher whole = DOUBLED_WHOLE.matcher(text);
        return whole.matches() ? whole : null;
    }

    /** A sentence that begins with a number is no number: 13个管理部全部购买服务. */
    private static boolean looksLikeWords(Matcher matcher) {
        String unit = matcher.group("unit");
        return unit.length() > LONGEST_UNIT
                || (unit.startsWith("%") && PERCENT_OF.matcher(unit).find());
    }

    /** Without white space and with plain digits and signs. */
    private static String normal(String text) {
        String compact = Plain.compact(text);
        StringBuilder plain = new StringBuilder(compact.length());
        for (int i = 0; i < compact.length(); i++) {
            plain.append(plain(compact, i));
        }
        return plain.toString()
                .replace(">=", "≥")
                .replace("<=", "≤")
                .replace("⩾", "≥")
                .replace("⩽", "≤")
                .replace("≧", "≥")
                .replace("≦", "≤")
                .replaceAll("^\\((.*)\\)$", "$1");
    }

    private static char plain(String text, int at) {
        char c = text.charAt(at);
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        return switch (c) {
            case '＝' -> '=';
            case '＜' -> '<';
            case '＞' -> '>';
            case '％' -> '%';
            case '．' -> '.';
            case '＋' -> '+';
            case '−', '－' -> '-';
            case '，' ->
                at > 0 && at + 1 < text.length() && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))
                        ? ','
                        : c;
            default -> c;
        };
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    /** The comparison a sign or its words mean; empty when they mean none. */
    static Optional<Operator> operator(String sign) {
        return sign.isEmpty() ? Optional.empty() : Optional.ofNullable(operator(sign, null));
    }

    private static @Nullable Operator operator(@Nullable String sign, @Nullable String after) {
        if (sign == null) {
            return after == null ? null : after.contains("上") ? Operator.AT_LEAST : Operator.AT_MOST;
        }
        return switch (sign) {
            case "不低于", "不少于", "大于等于", "达到" -> Operator.AT_LEAST;
            case "不超过", "不高于", "小于等于" -> Operator.AT_MOST;
            case "大于" -> Operator.MORE;
            case "小于" -> Operator.LESS;
            case "等于" -> Operator.EQUAL;
            default -> Operator.find(sign).orElse(null);
        };
    }

    private static Operator read(@Nullable Operator operator) {
        if (operator == null) {
            return Operator.AT_LEAST;
        }
        return operator == Operator.NOT_EQUAL ? Operator.EQUAL : operator;
    }

    private record Stated(@Nullable Operator operator, String unit) {}

    /** What 评分标准 says about the number: comparison and unit. */
    private static Stated stated(BigDecimal value, String standard, String name) {
        Matcher numbers = Pattern.compile(
                        "(?<before>≥|≤|=|<|>|大于等于|小于等于|不低于|不超过|达到|是否为|为)?(?<number>" + NUMBER
                                + ")(?<unit>[%]|(?:万|亿)?[\\p{IsHan}]{0,3}?(?:/[\\p{IsHan}]{1,2})?(?:[、/][年月日人次])?)(?<after>以上|以下|以内)?(?=[，。；)]|$|的|内)")
                .matcher(standard);
        while (numbers.find()) {
            boolean same = new BigDecimal(numbers.group("number").replaceAll("[,，]", "")).compareTo(value) == 0;
            if (same) {
                return new Stated(statedOperator(numbers), named(numbers.group("unit"), name));
            }
        }
        Matcher counted = Pattern.compile(
                        "(?<![\\d.])" + PrintedNumber.shortest(value).replace(".", "\\.") + "(?<measure>[个家次人项件份台户])")
                .matcher(standard);
        if (counted.find()) {
            return new Stated(null, counted.group("measure"));
        }
        Matcher step = STEP_UNIT.matcher(standard);
        if (step.find()) {
            return new Stated(null, step.group("unit").endsWith("百分点") ? "%" : step.group("unit"));
        }
        boolean share = standard.matches("\\d+%")
                && new BigDecimal(standard.replace("%", "")).movePointLeft(2).compareTo(value) == 0;
        return new Stated(null, share ? "%" : unitOfName(name));
    }

    private static @Nullable Operator statedOperator(Matcher numbers) {
        String before = numbers.group("before");
        String after = numbers.group("after");
        if (before == null) {
            return after == null ? null : after.equals("以上") ? Operator.AT_LEAST : Operator.AT_MOST;
        }
        return before.equals("为") || before.equals("是否为") ? Operator.EQUAL : operator(before, null);
    }

    /** A bare 万 counts what the name counts: 万 + 人次. */
    private static String named(String unit, String name) {
        String own = unitOfName(name);
        if (unit.isEmpty()) {
            return own;
        }
        return unit.equals("万") && !own.equals("%") ? "万" + own : unit;
    }

    private static String unit(@Nullable String printed) {
        if (printed == null) {
            return "";
        }
        String unit = printed.replaceAll("(以上|以下|以内|左右|及)+$", "");
        return unit.equals("百分点") || unit.equals("个百分点") ? "%" : unit;
    }

    private static String unitOfName(String name) {
        String plain = Plain.compact(name);
        if (RATE_NAME.matcher(plain).matches()) {
            return "%";
        }
        return NAME_UNITS.stream()
                .filter(plain::endsWith)
                .findFirst()
                .map(unit -> unit.equals("人次") ? unit : unit.substring(0, 1))
                .orElse("");
    }
}
