package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.narrative.RepeatedFact;
import org.tongchou.accounts.narrative.RepeatedFacts;
import org.tongchou.money.PrintedNumber;

/** Rules about the words of a document: leftovers of a template, of another year, of another bureau. */
final class TextRules {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("[XxＸｘ×✕]{2,}\\s*(?:万元|元|%|％|个|人|辆|批次|项|年|月|局|市|县|区|中心|单位|部门)"
                    + "|(?:[＿_]{2,}|[（(]\\s{2,}[）)])\\s*(?:万元|元|%|％|个|人|辆|批次)"
                    + "|待填|待补(?=[）)】])|此处填|请填写|【[^】]{0,12}填[^】]{0,12}】|#(?:REF|VALUE|DIV/0|N/A|NAME\\?)!?");
    private static final Pattern NUMBER_GONE =
            Pattern.compile("(?<!单位)(?<!单位为)(?<=[入出费额计为款])\\s*(?:万元|元)(?=[，。、；,;]|$)");
    private static final Pattern LEADING_YEAR = Pattern.compile("^[^，。；：、0-9与比较同自从和]{0,20}?(20\\d\\d)年");
    private static final Pattern TITLE_YEAR =
            Pattern.compile("^[^《》，。；]{0,24}?(20\\d\\d)年度?[^《》，。；]{0,40}(?:表|情况说明|部门预算|部门决算|预算公开|决算公开)$");
    private static final Pattern PROJECT = Pattern.compile("绩效|自评|评价|评分|资金|补助|项目");
    private static final Pattern ORGANISATION =
            Pattern.compile("^(?:编制单位|填报单位|编制部门|预算单位|部门名称|单位名称|公开部门|部门)\\s*[:：]\\s*([\\u4e00-\\u9fff（）()]{4,40})");
    private static final int SEVERAL = 3;

    /** Text that was to be replaced, or a number that is gone. */
    List<CheckResult> placeholders(Findings findings, Scope scope) {
        for (Lines.Line line : Lines.of(scope.document().raw())) {
            CellRef ref = new CellRef("", shortened(line.text()), "", line.place());
            Matcher left = PLACEHOLDER.matcher(line.text());
            Matcher gone = NUMBER_GONE.matcher(line.text());
            if (left.find()) {
                findings.found("模板@" + line.place().label(), "留有未填写的内容“" + left.group() + "”", List.of(ref));
            } else if (!line.table() && gone.find()) {
                findings.found(
                        "数字@" + line.place().label(),
                        "“" + around(line.text(), gone.start(), gone.end()) + "”缺少数字",
                        List.of(ref));
            } else {
                findings.fine(ref);
            }
        }
        return findings.orNothing("文件中没有文字");
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 10), end);
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    /** A title or a sentence about this year's figures that names another year. */
    List<CheckResult> years(Findings findings, Scope scope) {
        Integer year = scope.document().meta().year();
        if (year == null) {
            return findings.orNothing("没有识别出年度");
        }
        for (Lines.Line line : Lines.of(scope.document().raw())) {
            String text = line.text().replaceAll("\\s+", "");
            Matcher title = TITLE_YEAR.matcher(text);
            if (text.length() <= 50 && title.find() && !PROJECT.matcher(text).find()) {
                compare(
                        findings,
                        "标题@" + line.place().label(),
                        text,
                        title.group(1),
                        Set.of(year),
                        new CellRef("", shortened(text), "", line.place()));
            }
        }
        for (Table table : scope.document().tables()) {
            for (String note : table.notes()) {
                Matcher stated = Pattern.compile("本(?:部门|单位)(20\\d\\d)年").matcher(note.replaceAll("\\s+", ""));
                if (stated.find()) {
                    compare(
                            findings,
                            "附注@" + table.last().label(),
                            note,
                            stated.group(1),
                            Set.of(year),
                            new CellRef(table.topic(), "附注", "", table.last()));
                }
            }
        }
        for (NarrativeFigure figure : scope.document().narrative()) {
            if (scope.vocabulary().findDimension(figure.key()).isEmpty()) {
                continue;
            }
            Matcher stated = LEADING_YEAR.matcher(figure.sentence().replaceAll("\\s+", ""));
            if (stated.find() && (stated.group(1).equals(year.toString()) || onlyStatement(scope, figure, year))) {
                compare(
                        findings,
                        figure.key() + "@" + figure.place().label(),
                        figure.key(),
                        stated.group(1),
                        allowed(scope, stated.group(), year),
                        TextFigures.ref(figure));
            }
        }
        return findings.orNothing("没有写明年度的标题或句子");
    }

    /** The state of things is reported as of the end of the year; in a budget that may be the year before. */
    private static Set<Integer> allowed(Scope scope, String words, int year) {
        boolean state = words.contains("截至") || words.contains("截止");
        return state && scope.document().meta().kind() == DocumentKind.BUDGET ? Set.of(year, year - 1) : Set.of(year);
    }

    /** Whether no other sentence states the same figure for the year itself: then this one should. */
    private static boolean onlyStatement(Scope scope, NarrativeFigure figure, int year) {
        return scope.figures(figure.key()).stream()
                .filter(other -> !other.sentence().equals(figure.sentence()))
                .noneMatch(other -> other.sentence().contains(String.valueOf(year)));
    }

    private static void compare(
            Findings findings, String what, String text, String stated, Set<Integer> years, CellRef ref) {
        if (years.contains(Integer.valueOf(stated))) {
            findings.fine(ref);
        } else {
            findings.found(
                    what,
                    "“" + shortened(text) + "”写的是 " + stated + " 年，本文件为 "
                            + years.stream().max(Integer::compare).orElse(0) + " 年",
                    List.of(ref));
        }
    }

    /** A table made out for another organisation than the others. */
    List<CheckResult> organisations(Findings findings, Scope scope) {
        Map<String, List<CellRef>> named = new LinkedHashMap<>();
        for (Lines.Line line : Lines.of(scope.document().raw())) {
            Matcher matcher = ORGANISATION.matcher(line.text().strip());
            if (matcher.find()) {
                named.computeIfAbsent(plain(matcher.group(1)), any -> new ArrayList<>())
                        .add(new CellRef("", line.text().strip(), "", line.place()));
            }
        }
        int all = named.values().stream().mapToInt(List::size).sum();
        Optional<String> most = named.entrySet().stream()
                .filter(entry -> entry.getValue().size() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst();
        if (all < SEVERAL || most.isEmpty()) {
            return findings.orNothing("没有足够的“编制单位”可对照");
        }
        String usual = most.get();
        named.forEach((name, refs) -> {
            boolean same = name.contains(usual) || usual.contains(name);
            for (CellRef ref : refs) {
                if (same) {
                    findings.fine(ref);
                } else {
                    findings.found(
                            name + "@" + ref.place().label(), "编制单位为“" + name + "”，其他表为“" + usual + "”", List.of(ref));
                }
            }
        });
        return findings.orNothing("没有“编制单位”");
    }

    private static String plain(String name) {
        return name.replaceAll("[（(](?:公章|盖章|本级|汇总|部门)[）)]|(?:金额)?单位$", "");
    }

    /** One thing with two numbers. */
    List<CheckResult> repeatedFacts(Findings findings, Scope scope) {
        for (RepeatedFact fact : RepeatedFacts.find(scope.document().narrative())) {
            NarrativeFigure first = fact.first();
            NarrativeFigure second = fact.second();
            List<CellRef> refs = new ArrayList<>(List.of(TextFigures.ref(first), TextFigures.ref(second)));
            fact.further().forEach(figure -> refs.add(TextFigures.ref(figure)));
            findings.found(
                    fact.words() + "@" + first.place().label(),
                    "“" + fact.words() + "”前后不一：" + print(first) + " 与 " + print(second),
                    first.value(),
                    second.value(),
                    first.unit(),
                    refs);
        }
        scope.document().narrative().forEach(figure -> findings.fine(TextFigures.ref(figure)));
        return findings.orNothing("文件中没有说明数据");
    }

    /** One figure of the accounts, which no table prints, with two numbers. */
    List<CheckResult> repeatedFigures(Findings findings, Scope scope) {
        for (String key : findings.check().words("keys")) {
            List<NarrativeFigure> said = scope.figures(key);
            if (said.isEmpty()) {
                continue;
            }
            NarrativeFigure first = said.get(0);
            for (NarrativeFigure other : said) {
                if (other.unit().equals(first.unit()) && other.value().compareTo(first.value()) != 0) {
                    findings.found(
                            key + "@" + other.place().label(),
                            "“" + key + "”前后不一：" + print(first) + " 与 " + print(other),
                            first.value(),
                            other.value(),
                            first.unit(),
                            List.of(TextFigures.ref(first), TextFigures.ref(other)));
                } else {
                    findings.fine(TextFigures.ref(other));
                }
            }
        }
        return findings.orNothing("说明中没有这些数据");
    }

    private static String print(NarrativeFigure figure) {
        return PrintedNumber.print(figure.value()) + figure.unit();
    }
}
