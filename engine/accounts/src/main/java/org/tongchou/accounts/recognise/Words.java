package org.tongchou.accounts.recognise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/** The words around and inside tables: titles, form numbers, units, codes, names. */
final class Words {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[一二三四五六七八九十]{1,3}[、.．]|\\d{1,2}[.、．](?!\\d)|[（(][一二三四五六七八九十\\d]{1,3}[)）][、.]?|其中[:：]?|[#*]+|[①-⑳])");
    private static final Pattern TITLE_LEAD =
            Pattern.compile("^(?:附?[表件]\\d*(?:[-—]\\d+)?[:：、.]?|.{0,30}?20\\d\\d年?度?|公开\\d+表|(?:部门|预算)?公开表\\d*|预算\\d+表"
                    + "|.{2,30}(?:局|中心|委员会|办公室|厅|院)(?:本级|部门)?(?=收入|支出|财政拨款|一般公共|政府性|国有资本|基本支出|“?三公))");
    private static final Pattern TITLE_TAIL = Pattern.compile(
            "(?:(?:金额)?单位[:：].*|(?:编制单位|部门)[:：].*)$|(?:[（(]?续表?[)）]?|[（(][一二三四五六七八九十]{1,3}[)）]|[（(]公开表[)）]|[（(]?公开\\d+表[)）]?)$");
    private static final Pattern FORM = Pattern.compile("((?:预算)?公开\\d{1,2}(?:-\\d+)?表|(?:部门)?公开表\\d{1,2})");
    private static final Pattern UNIT = Pattern.compile("(?:金额)?单位[:：]?(?:人民币)?[（(]?(万元|元|亿元)");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?:编制单位|编报单位|填报单位|公开部门|公开单位|预算单位|部门名称|单位名称|部门)[:：](.{2,60}?)(?:20\\d\\d年度?|金额单位.*|单位[:：].*)?$");
    private static final Pattern CODE = Pattern.compile("[23]\\d{2}(?:\\d{1,4})?");
    private static final Pattern CODE_AND_NAME =
            Pattern.compile("[\\[【]?([23]\\d{2}(?:\\d{2}){0,2})[\\]】]?[-—_、.]?([\\u4e00-\\u9fff“].*)");
    private static final Pattern DASH = Pattern.compile("[-—–－―─/]{1,4}|…+");
    private static final Pattern YEAR_LINE = Pattern.compile("20\\d\\d年度?");
    private static final Pattern NOTE = Pattern.compile("^(?:备?注|说明)\\s*[:：].*|^注\\d.*");

    private Words() {}

    /** Text without white space. */
    static String squeeze(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    /** A row or header name without white space and numbering, with full-width brackets. */
    static String bare(String name) {
        String text = squeeze(name).replace('(', '（').replace(')', '）');
        while (true) {
            String shorter = NUMBERING.matcher(text.replace('（', '（')).replaceFirst("");
            if (shorter.equals(text) || shorter.isEmpty()) {
                return text;
            }
            text = shorter;
        }
    }

    /** A title without white space, numbering, year, form number and continuation marks. */
    static String title(String line) {
        String text = bare(line);
        String previous;
        do {
            previous = text;
            text = bare(TITLE_TAIL
                    .matcher(TITLE_LEAD.matcher(text).replaceFirst(""))
                    .replaceFirst(""));
        } while (!text.equals(previous) && !text.isEmpty());
        return text;
    }

    /** Whether a line looks like the title of some table. */
    static boolean looksLikeTitle(String line) {
        String text = title(line);
        return text.length() >= 3
                && text.length() <= 50
                && text.endsWith("表")
                && !text.contains("。")
                && !text.contains("见下表");
    }

    /** The form number in a line: {@code 公开01表}. */
    static Optional<String> form(String line) {
        return first(FORM, squeeze(line));
    }

    /** The unit of money a line declares for a table. */
    static Optional<MoneyUnit> unit(String line) {
        return first(UNIT, squeeze(line)).map(MoneyUnit::of);
    }

    /** The organisation a line declares for a table. */
    static Optional<String> organisation(String line) {
        return first(ORGANISATION, squeeze(line));
    }

    /** Whether a line is a note under a table. */
    static boolean isNote(String line) {
        return NOTE.matcher(line.strip()).matches();
    }

    /** Whether a text belongs to the head of a table: title, form, unit, organisation or year. */
    static boolean isFurniture(String text) {
        return form(text).isPresent()
                || unit(text).isPresent()
                || organisation(text).isPresent()
                || YEAR_LINE.matcher(squeeze(text)).matches();
    }

    /** Whether a cell holds a classification code, perhaps cut short. */
    static boolean isCode(String cell) {
        return CODE.matcher(squeeze(cell)).matches();
    }

    /** The code and the name of a cell that holds both: {@code 2080505 机关事业单位基本养老保险缴费支出}. */
    static Optional<Matcher> codeAndName(String cell) {
        Matcher matcher = CODE_AND_NAME.matcher(squeeze(cell));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** Whether a cell is blank or holds the dash that stands for nothing. */
    static boolean isNil(String cell) {
        String text = squeeze(cell);
        return text.isEmpty() || DASH.matcher(text).matches();
    }

    /** The number in a cell, empty when it holds none. */
    static Optional<PrintedNumber> number(String cell) {
        return isNil(cell) ? Optional.empty() : PrintedNumber.find(cell);
    }

    /** Whether a cell holds an amount as opposed to a running number: decimals or thousands separators. */
    static boolean isAmount(String cell) {
        return number(cell)
                .filter(n -> n.decimals() > 0 || cell.indexOf(',') >= 0)
                .isPresent();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
