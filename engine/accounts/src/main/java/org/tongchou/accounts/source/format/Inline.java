package org.tongchou.accounts.source.format;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes the markup out of a line of text: HTML tags and entities, Markdown emphasis and links, LaTeX. */
final class Inline {
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9:]{0,15})(?:\\s[^<>]{0,500})?/?>");

    /** Tags that stand inside words; other tags separate. */
    private static final Set<String> INLINE_TAGS = Set.of(
            "b", "strong", "i", "em", "u", "s", "span", "font", "sup", "sub", "a", "ins", "mark", "small", "big",
            "code", "tt", "label", "o:p", "st1");

    private static final Set<String> SEPARATING_TAGS = Set.of(
            "br",
            "p",
            "div",
            "center",
            "img",
            "hr",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "colgroup",
            "col",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "html",
            "head",
            "body",
            "meta",
            "section",
            "article",
            "header",
            "footer",
            "page",
            "pagebreak",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "nobr",
            "wbr",
            "del",
            "strike");

    private static final Pattern FORMULA = Pattern.compile("\\$\\$?([^$]{1,200})\\$\\$?");
    private static final Pattern MATHEMATICAL = Pattern.compile(".*[\\\\^_{}].*|[-+*/=<>≥≤≈±×0-9.,%\\s]+");
    private static final Pattern LETTERS =
            Pattern.compile("\\\\(?:text|mathrm|mathbf|mathit|textbf|operatorname)\\s*\\{([^{}]*)\\}");
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}");
    private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]{2,20})(?![a-zA-Z])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern BOLD = Pattern.compile("\\*{2,}");
    private static final Pattern STRUCK = Pattern.compile("~~");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\([^()\\s]{0,1000}(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]]{0,300}\\]\\([^()]{0,1000}\\)");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("geq", "≥"),
            Map.entry("ge", "≥"),
            Map.entry("geqslant", "≥"),
            Map.entry("leq", "≤"),
            Map.entry("le", "≤"),
            Map.entry("leqslant", "≤"),
            Map.entry("neq", "≠"),
            Map.entry("ne", "≠"),
            Map.entry("gt", ">"),
            Map.entry("lt", "<"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "~"),
            Map.entry("pm", "±"),
            Map.entry("times", "×"),
            Map.entry("div", "÷"),
            Map.entry("cdot", "·"),
            Map.entry("circ", "°"),
            Map.entry("quad", ""),
            Map.entry("left", ""),
            Map.entry("right", ""));

    private Inline() {}

    /** The words of a line of text, Markdown or HTML. */
    static String words(String line) {
        String text = line;
        if (text.indexOf('<') >= 0) {
            text = TAG.matcher(withoutComments(text)).replaceAll(Inline::tag);
        }
        text = unmarked(text);
        return text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    }

    /** The words of text from which tags and entities have been taken already. */
    static String unmarked(String line) {
        String text = line;
        if (text.indexOf('$') >= 0 || text.indexOf('\\') >= 0) {
            text = FORMULA.matcher(text).replaceAll(literal(Inline::formula));
            text = COMMAND.matcher(text).replaceAll(literal(Inline::command));
            text = ESCAPE.matcher(text).replaceAll(literal(match -> match.group(1)));
        }
        if (text.contains("](")) {
            text = LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("$1");
        }
        return STRUCK.matcher(BOLD.matcher(text).replaceAll("")).replaceAll("");
    }

    private static Function<MatchResult, String> literal(Function<MatchResult, String> replacement) {
        return match -> Matcher.quoteReplacement(replacement.apply(match));
    }

    private static String withoutComments(String text) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", from)) {
            int end = text.indexOf("-->", start);
            if (end < 0) {
                break;
            }
            rest.append(text, from, start);
            from = end + 3;
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static String tag(MatchResult tag) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        if (INLINE_TAGS.contains(name)) {
            return "";
        }
        return SEPARATING_TAGS.contains(name) ? " " : Matcher.quoteReplacement(tag.group());
    }

    private static String formula(MatchResult found) {
        String inside = found.group(1);
        if (!MATHEMATICAL.matcher(inside).matches()) {
            return found.group();
        }
        String text = LETTERS.matcher(inside).replaceAll("$1");
        text = FRACTION.matcher(text).replaceAll("$1/$2");
        text = COMMAND.matcher(text).replaceAll(literal(Inline::command));
        text = text.replaceAll("\\\\[,;:! ]", "");
        return ESCAPE.matcher(text).replaceAll(literal(match -> match.group(1))).replaceAll("[{}\\s]", "");
    }

    private static String command(MatchResult command) {
        String sign = SIGNS.get(command.group(1));
        return sign == null ? command.group() : sign;
    }
}
