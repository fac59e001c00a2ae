package org.tongchou.accounts.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the words of change clauses: 比上年决算数净增加, 与年初预算持平, 完成全年预算的, 占本年支出合计的. */
final class ChangeWords {
    private static final int WINDOW = 60;
    private static final Pattern COMPARE =
            Pattern.compile("(?:相比于|相比|比|较|与|同|和)(?=上一?年|上年|去年|前一年|年初|全年|调整|当年|本年|20\\d\\d年|预算|批复|同期)");
    private static final Pattern BASE_WORDS =
            Pattern.compile("^(?:上一?年度?|上年度?|去年|前一年度?|20\\d\\d年度?|年初|全年|调整后?|当年|本年度?|批复)?(?:的)?(?:同期)?"
                    + "(?:年初|全年|调整后?)?(?:的)?(?:部门|支出|收入){0,2}(?:的)?(?:预算|决算|执行|实际|完成|安排|支出){0,3}(?:数|额|金额)?(?:的)?");
    private static final Pattern NAMED_BASE = Pattern.compile("[^，。；]{2,40}(?:预算|决算|执行)(?:数|额)?(?:的)?");
    private static final Pattern THAN = Pattern.compile("^(?:相比较?|相较|比较|对比)?，?");
    private static final Pattern FILL = Pattern.compile("(?:了|约|额|幅度|为|达|近|：){1,4}$");
    private static final Pattern ADVERBS = Pattern.compile("(?:各|均|分别|共|净|略|有所|总体|相应|同比|也|都|则|即|总额|合计){1,6}$");
    private static final Pattern SEPARATORS = Pattern.compile("^[，、；：。（）]+|[，、；：]+$");
    private static final Pattern GENERIC = Pattern.compile(
            "(?:支出|收入|决算|预算|数|总额|经费|费用|金额|资金|收支|本年|本年度|本部门|全年|总体|实际|执行" + "|安排|各|均|也|略|为|其中|其|该|项|同比|当年|收、支|规模){0,8}");
    private static final String BUDGET =
            "(?<base>(?:年初|全年|调整后?的?|当年|本年度?|20\\d\\d年度?|批复|部门|支出|收入){0,4}预算)(?:安排)?(?:数|额)?";
    private static final Pattern COMPLETION =
            Pattern.compile("(?:完成|达到|为|是|占)了?" + BUDGET + "(?:的比例|的|比例)?(?:为|达|是)?$");
    private static final Pattern RATE = Pattern.compile("(?:" + BUDGET + ")?(?:的)?(?:完成率|执行率|完成比例|执行比例)(?:为|是|达到|达)?$");
    private static final Pattern ORDER = Pattern.compile("决算数?(大于|高于|多于|超过|小于|低于|少于|等于)([^，。；、的]{2,14})");
    private static final Pattern SHARE = Pattern.compile("(?:比重|比例|比|的|为|达到|达|是|约){0,5}$");

    private final Patterns patterns;
    private final List<Word> directions;
    private final int documentYear;

    private record Word(String text, int direction) {}

    /**
     * @param patterns the words
     * @param documentYear the year the document is about; 0 when unknown
     */
    ChangeWords(Patterns patterns, int documentYear) {
        this.patterns = patterns;
        this.documentYear = documentYear;
        List<Word> words = new ArrayList<>();
        patterns.up().forEach(word -> words.add(new Word(word, 1)));
        patterns.down().forEach(word -> words.add(new Word(word, -1)));
        words.sort(Comparator.comparingInt((Word word) -> word.text().length()).reversed());
        this.directions = List.copyOf(words);
    }

    /**
     * Words before a difference.
     *
     * @param direction 1 or -1
     * @param base what is compared with; empty when the clause does not say
     * @param subject what has changed, where the clause says; empty for the figure just stated
     * @param each true for 各, 均, 分别: all figures of the sentence
     * @param start index in the lead where the clause starts
     */
    record Delta(int direction, String base, String subject, boolean each, int start) {}

    /** Words before a figure that another is compared with (比年初预算的 25 万元 …). */
    record Compared(String base, String subject, int start) {}

    /** A clause saying that nothing has changed, or only which way: 与上年决算数持平, 决算数小于年初预算数. */
    record Level(String base, int direction, String subject, int start, int end) {}

    /** Words before a completion rate. */
    record Completion(String base, int start) {}

    /** Words before a share: the part (empty for the figure just stated) and the whole (empty when not said). */
    record Share(String part, String whole, int start) {}

    /** Reads words before a number as those of a difference; empty when they are none. */
    Optional<Delta> findDelta(String lead) {
        int from = Math.max(0, lead.length() - WINDOW);
        String words = stripEnd(FILL, lead.substring(from));
        for (Word word : directions) {
            if (words.endsWith(word.text())) {
                return Optional.of(
                        delta(words.substring(0, words.length() - word.text().length()), word.direction(), from));
            }
        }
        return Optional.empty();
    }

    private Delta delta(String words, int direction, int from) {
        Matcher adverbs = ADVERBS.matcher(words);
        String adverb = adverbs.find() ? adverbs.group() : "";
        String rest = words.substring(0, words.length() - adverb.length());
        boolean each = adverb.contains("各") || adverb.contains("均") || adverb.contains("分别");
        OptionalInt compare = lastCompare(rest);
        if (compare.isEmpty()) {
            String base = adverb.contains("同比") ? "上年" : "";
            return new Delta(direction, base, named(lastClause(rest)), each, from + clauseStart(rest));
        }
        int start = compare.getAsInt();
        Compared compared = compared(rest, start, from);
        return new Delta(direction, compared.base(), compared.subject(), each, compared.start());
    }

    /** Reads words before a number as those naming what a figure is compared with; empty when they are none. */
    Optional<Compared> findCompared(String lead) {
        int from = Math.max(0, lead.length() - WINDOW);
        String words = stripEnd(FILL, lead.substring(from));
        OptionalInt compare = lastCompare(words);
        if (compare.isEmpty()) {
            return Optional.empty();
        }
        String after = words.substring(compareEnd(words, compare.getAsInt()));
        boolean named =
                BASE_WORDS.matcher(after).matches() || NAMED_BASE.matcher(after).matches();
        return named ? Optional.of(new Compared(baseName(after), "", from + compare.getAsInt())) : Optional.empty();
    }

    /** Splits {@code …比上年决算数相比，收、支总计} into base and subject. */
    private Compared compared(String words, int start, int from) {
        String after = words.substring(compareEnd(words, start));
        Matcher base = BASE_WORDS.matcher(after);
        int end = base.lookingAt() ? base.end() : 0;
        String subject = THAN.matcher(after.substring(end)).replaceFirst("");
        String before = named(lastClause(words.substring(0, start)));
        return new Compared(
                baseName(after.substring(0, end)), named(subject.isEmpty() ? before : subject), from + start);
    }

    /** All clauses of a text saying 持平 or only a direction. */
    List<Level> findLevels(String text) {
        List<Level> found = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            Optional<String> level = levelWord(text, i);
            if (level.isPresent()) {
                int from = Math.max(done, i - WINDOW);
                OptionalInt compare = lastCompare(text.substring(from, i));
                int end = i + level.get().length();
                if (compare.isPresent()) {
                    Compared compared = compared(text.substring(from, i), compare.getAsInt(), from);
                    found.add(new Level(compared.base(), 0, compared.subject(), compared.start(), end));
                } else if (i - from <= 3) {
                    found.add(new Level("", 0, "", i, end));
                }
                done = end;
                i = end - 1;
            }
        }
        Matcher order = ORDER.matcher(text);
        while (order.find()) {
            int direction =
                    "大于高于多于超过".contains(order.group(1)) ? 1 : order.group(1).equals("等于") ? 0 : -1;
            patterns.findBase(order.group(2))
                    .ifPresent(base -> found.add(new Level(base, direction, "", order.start(), order.end())));
        }
        return found;
    }

    private Optional<String> levelWord(String text, int index) {
        return patterns.level().stream()
                .filter(word -> text.startsWith(word, index))
                .findFirst();
    }

    /** Reads words before a percentage as those of a completion rate; empty when they are none. */
    Optional<Completion> findCompletion(String lead) {
        int from = Math.max(0, lead.length() - 40);
        String words = lead.substring(from);
        Matcher completion = COMPLETION.matcher(words);
        if (completion.find()) {
            return Optional.of(new Completion(baseName(completion.group("base")), from + completion.start()));
        }
        Matcher rate = RATE.matcher(words);
        if (rate.find()) {
            String base = rate.group("base");
            return Optional.of(new Completion(baseName(base == null ? "预算" : base), from + rate.start()));
        }
        return Optional.empty();
    }

    /** Reads words before a percentage as those of a share; empty when they are none. */
    Optional<Share> findShare(String lead) {
        int at = lead.lastIndexOf('占');
        if (at < 0 || lead.length() - at > 50) {
            return Optional.empty();
        }
        String whole = lead.substring(at + 1);
        if (clauseStart(whole) > 0) {
            return Optional.empty();
        }
        String part = named(lastClause(lead.substring(0, at)));
        return Optional.of(new Share(stripEnd(Pattern.compile("[所其]$"), part), stripEnd(SHARE, whole), at));
    }

    /** Whether words say nothing about what they are about (支出, 决算数, 同比 …). */
    static boolean isGeneric(String words) {
        return GENERIC.matcher(words).matches();
    }

    /** Whether words are only 较上年 and the like, as in 较上年较上年决算数增加. */
    private static boolean isBaseOnly(String words) {
        Matcher compare = COMPARE.matcher(words);
        return compare.lookingAt()
                && BASE_WORDS.matcher(words.substring(compare.end())).matches();
    }

    private static String named(String words) {
        String stripped = SEPARATORS.matcher(words).replaceAll("");
        return isBaseOnly(stripped) ? "" : stripEnd(ADVERBS, stripped);
    }

    /** The base's common name; a year other than the document's is the year before. */
    String baseName(String words) {
        Matcher year = Pattern.compile("(20\\d\\d)年").matcher(words);
        if (year.find() && Integer.parseInt(year.group(1)) != documentYear) {
            return "上年";
        }
        return patterns.findBase(words).orElse("上年");
    }

    private static OptionalInt lastCompare(String words) {
        Matcher matcher = COMPARE.matcher(words);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private static int compareEnd(String words, int start) {
        Matcher matcher = COMPARE.matcher(words);
        return matcher.find(start) ? matcher.end() : start;
    }

    /** The words after the last ，；：。 */
    static String lastClause(String words) {
        return words.substring(clauseStart(words));
    }

    /** Where the last clause starts: after the last ，；：。 */
    private static int clauseStart(String words) {
        for (int i = words.length() - 1; i >= 0; i--) {
            if ("，；：。".indexOf(words.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String stripEnd(Pattern end, String words) {
        Matcher matcher = end.matcher(words);
        return matcher.find() ? words.substring(0, matcher.start()) : words;
    }
}
