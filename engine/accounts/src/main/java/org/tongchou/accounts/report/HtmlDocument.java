package org.tongchou.accounts.report;

import static org.tongchou.accounts.report.HtmlPage.add;
import static org.tongchou.accounts.report.HtmlPage.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.money.PrintedNumber;

/** The page of one audited document: summary, findings, tables, sentences, problems, all checks. */
final class HtmlDocument {
    private static final int OPEN_SENTENCES = 30;

    private final AuditedFile file;
    private final Audit audit;
    private final AccountsDocument document;
    private final Summary summary;
    private final List<CheckResult> findings;
    private final Marks marks;

    private HtmlDocument(AuditedFile file) {
        this.file = file;
        this.audit = file.audit();
        this.document = audit.document();
        this.summary = Summary.of(audit);
        this.findings = Findings.ranked(audit);
        this.marks = new Marks(audit, findings);
    }

    /** Renders the page. */
    static String render(AuditedFile file) {
        return new HtmlDocument(file).render();
    }

    private String render() {
        HtmlPage page = HtmlPage.titled(summary.title() + " 审核报告");
        Element body = page.body();
        add(body, "a", "jump", "跳到正文").attr("href", "#main");
        top(add(body, "header", "top"));
        Element frame = add(body, "div", "frame");
        Element toc = add(frame, "nav", "toc").attr("aria-label", "目录");
        Element main = add(frame, "main", "").attr("id", "main").attr("tabindex", "-1");
        band(main);
        findings(section(toc, main, "findings", "发现", findings.size()));
        if (!document.problems().isEmpty()) {
            problems(section(toc, main, "problems", "读取问题", document.problems().size()));
        }
        tables(toc, main);
        new HtmlSupplements(audit.supplements(), marks).render(toc, main);
        if (!document.narrative().isEmpty()) {
            Element section =
                    section(toc, main, "narrative", "文字说明", document.narrative().size());
            new HtmlNarrative(document.narrative(), marks).render(section, OPEN_SENTENCES);
        }
        List<CheckResult> skipped = audit.with(Outcome.SKIP);
        if (!skipped.isEmpty()) {
            skipped(section(toc, main, "skipped", "未能检查", skipped.size()), skipped);
        }
        if (!audit.results().isEmpty()) {
            checks(section(toc, main, "checks", "全部检查", audit.results().size()));
        }
        return page.render();
    }

    private void top(Element top) {
        Element crumbs = add(top, "p", "crumbs");
        add(crumbs, "a", "", "全部文件").attr("href", "index.html");
        crumbs.appendText(" / " + file.path());
        add(top, "h1", "", summary.title());
        DocumentMeta meta = document.meta();
        List<String> parts = new ArrayList<>();
        parts.add("金额单位 " + Summary.unit(meta));
        if (!meta.units().isEmpty()) {
            int staff = Summary.staff(meta);
            parts.add("编制单位 " + meta.units().size() + " 个" + (staff > 0 ? "，在职 " + staff + " 人" : ""));
        }
        parts.add("表格 " + summary.tables() + " 张");
        parts.add("表内数据 " + summary.facts() + " 个");
        parts.add("文字数据 " + summary.narrative() + " 个");
        audit.supplements().forEach(supplement -> parts.add(supplement.title() + " " + supplement.summary()));
        add(top, "p", "sub", String.join(" · ", parts));
    }

    private void band(Element main) {
        Element band = add(main, "section", "band").attr("aria-label", "结论");
        add(band, "p", "verdict " + summary.style(), summary.verdict());
        HtmlPage.tile(band, summary.fail() > 0 ? "fail" : "", summary.fail(), Labels.outcome(Outcome.FAIL));
        HtmlPage.tile(band, summary.warn() > 0 ? "warn" : "", summary.warn(), Labels.outcome(Outcome.WARN));
        HtmlPage.tile(band, "skip", summary.skip(), Labels.outcome(Outcome.SKIP));
        HtmlPage.tile(band, "pass", summary.pass(), Labels.outcome(Outcome.PASS));
        HtmlPage.tile(band, "", summary.problems(), "读取问题");
    }

    static Element section(Element toc, Element main, String id, String title, int count) {
        Element link = add(toc, "a", "", title).attr("href", "#" + id);
        add(link, "span", "count", String.valueOf(count));
        Element section = add(main, "section", "").attr("id", id);
        Element heading = add(section, "h2", "", title + " ");
        add(heading, "small", "", String.valueOf(count));
        return section;
    }

    private void findings(Element section) {
        if (findings.isEmpty()) {
            add(section, "p", "none", summary.usable() ? summary.verdict() + "。" : "文件没有可用内容，未作检查；原因见读取问题。");
            return;
        }
        HtmlFilter.bar(section, "findings-list", findings);
        Element list = add(section, "ol", "findings").attr("id", "findings-list");
        for (int i = 0; i < findings.size(); i++) {
            finding(list, i + 1, findings.get(i));
        }
    }

    private void finding(Element list, int number, CheckResult result) {
        String style = result.outcome().name().toLowerCase(Locale.ROOT);
        Element item = add(list, "li", "finding " + style).attr("id", "f" + number);
        HtmlFilter.tag(item, result);
        Element title = add(item, "p", "message");
        add(title, "span", "number", String.valueOf(number));
        badge(title, result.outcome());
        title.appendText(" " + result.message());
        numbers(item, result);
        if (!result.message().contains(result.expression())) {
            add(item, "p", "expression", "关系：" + result.expression());
        }
        places(item, result);
        quotes(item, result);
        String cause = Labels.cause(result.cause());
        add(
                item,
                "p",
                "id",
                Labels.group(result.group()) + (cause.isEmpty() ? "" : " · " + cause) + " · " + result.id());
    }

    private static void badge(Element parent, Outcome outcome) {
        add(parent, "span", "badge " + outcome.name().toLowerCase(Locale.ROOT), Labels.outcome(outcome));
    }

    private static void numbers(Element item, CheckResult result) {
        if (result.left() == null && result.right() == null) {
            return;
        }
        Element numbers = add(item, "dl", "numbers");
        String unit = result.unit().isEmpty() ? "" : " " + result.unit();
        number(numbers, "列示", result.left() == null ? "—" : PrintedNumber.print(result.left()) + unit);
        number(numbers, "应为", result.right() == null ? "—" : PrintedNumber.print(result.right()) + unit);
        number(numbers, "相差", result.diff() == null ? "—" : PrintedNumber.print(result.diff()) + unit);
        number(numbers, "允许", result.tolerance() == null ? "—" : PrintedNumber.print(result.tolerance()) + unit);
    }

    private static void number(Element numbers, String label, String value) {
        Element pair = add(numbers, "div", "");
        add(pair, "dt", "", label);
        add(pair, "dd", "", value);
    }

    private void places(Element item, CheckResult result) {
        if (result.cells().isEmpty()) {
            return;
        }
        CellRef suspect = Findings.suspect(result).orElse(null);
        Element places = add(item, "ul", "places").attr("aria-label", "位置");
        for (CellRef cell : result.cells().stream().distinct().toList()) {
            Element place = add(places, "li", "");
            String words = Labels.cell(cell);
            marks.anchor(cell, result)
                    .ifPresentOrElse(
                            anchor -> add(place, "a", "", words).attr("href", "#" + anchor), () -> place.text(words));
            add(place, "span", "where", cell.place().label());
            if (cell.equals(suspect)) {
                add(place, "span", "suspect", "最可疑");
            }
        }
    }

    /** The sentences a finding is about; where no figure was read, the paragraph as it stands. */
    private void quotes(Element item, CheckResult result) {
        List<String> quoted = new ArrayList<>();
        for (CellRef cell : result.cells()) {
            if (!cell.topic().isEmpty()) {
                continue;
            }
            OptionalInt found = marks.findFigure(cell, result);
            if (found.isEmpty()) {
                paragraph(cell.place(), quoted, item);
                continue;
            }
            NarrativeFigure figure = document.narrative().get(found.getAsInt());
            if (!quoted.contains(figure.sentence())) {
                quoted.add(figure.sentence());
                Quotes.around(add(item, "blockquote", ""), figure.sentence(), Quotes.span(figure, "", "", List.of()));
            }
        }
    }

    private void paragraph(Place place, List<String> quoted, Element item) {
        document.raw().blocks().stream()
                .filter(block -> block instanceof Paragraph && block.place().equals(place.wholeRow()))
                .map(block -> ((Paragraph) block).text())
                .filter(text -> !quoted.contains(text))
                .findFirst()
                .ifPresent(text -> {
                    quoted.add(text);
                    Quotes.around(add(item, "blockquote", ""), text, new Quotes.Span(0, 0, "", "", List.of()));
                });
    }

    private void problems(Element section) {
        Element table = add(add(section, "div", "scroll"), "table", "list");
        Element head = add(add(table, "thead", ""), "tr", "");
        List.of("代码", "位置", "读到", "说明").forEach(name -> header(head, name, 1));
        Element body = add(table, "tbody", "");
        for (Problem problem : document.problems()) {
            Element row = add(body, "tr", "");
            add(row, "td", "id", problem.code().id());
            add(
                    row,
                    "td",
                    "where",
                    problem.place() == null ? "整个文件" : problem.place().label());
            add(row, "td", "found", problem.found());
            add(row, "td", "", problem.message());
        }
    }

    private void tables(Element toc, Element main) {
        List<Table> tables = document.tables();
        if (tables.isEmpty()) {
            return;
        }
        Element section = section(toc, main, "tables", "表格", tables.size());
        Element list = add(toc, "div", "sub");
        for (int t = 0; t < tables.size(); t++) {
            Table table = tables.get(t);
            HtmlTable html = new HtmlTable(table, t, marks);
            String id = "t" + (t + 1);
            Element link = add(list, "a", "", table.topic()).attr("href", "#" + id);
            if (html.failing() > 0) {
                add(link, "span", "count fail", String.valueOf(html.failing())).attr("title", html.failing() + " 处不符");
            }
            Element figure = add(section, "section", "account").attr("id", id);
            Element heading = add(figure, "h3", "", (table.form() == null ? "" : table.form() + " ") + table.title());
            add(
                    heading,
                    "small",
                    "",
                    "主题 " + table.topic() + " · 单位 " + table.unit().printed() + " · "
                            + table.first().rowLabel() + "–" + table.last().rowLabel());
            html.render(figure);
            table.notes().forEach(note -> add(figure, "p", "note", note));
        }
    }

    private static void skipped(Element section, List<CheckResult> skipped) {
        Element table = add(add(section, "div", "scroll"), "table", "list");
        Element head = add(add(table, "thead", ""), "tr", "");
        List.of("检查", "关系", "未查原因").forEach(name -> header(head, name, 1));
        Element body = add(table, "tbody", "");
        for (CheckResult result : skipped) {
            Element row = add(body, "tr", "");
            add(row, "td", "id", result.id());
            add(row, "td", "", result.expression());
            add(row, "td", "", result.message());
        }
    }

    private void checks(Element section) {
        Element details = add(section, "details", "");
        add(details, "summary", "", "列出全部 " + audit.results().size() + " 项检查");
        HtmlFilter.bar(details, "checks-list", audit.results());
        Element table = add(add(details, "div", "scroll"), "table", "list checks");
        Element head = add(add(table, "thead", ""), "tr", "");
        List.of("结果", "组", "关系").forEach(name -> header(head, name, 1));
        List.of("列示", "应为", "相差", "允许").forEach(name -> header(head, name, 1).attr("class", "n"));
        List.of("单位", "位置", "检查").forEach(name -> header(head, name, 1));
        Element body = add(table, "tbody", "").attr("id", "checks-list");
        for (CheckResult result : audit.results()) {
            Element row = add(body, "tr", "");
            HtmlFilter.tag(row, result);
            badge(add(row, "td", ""), result.outcome());
            add(row, "td", "", Labels.group(result.group()));
            add(row, "td", "", result.expression());
            add(row, "td", "n", result.left() == null ? "" : PrintedNumber.print(result.left()));
            add(row, "td", "n", result.right() == null ? "" : PrintedNumber.print(result.right()));
            add(row, "td", "n", result.diff() == null ? "" : PrintedNumber.print(result.diff()));
            add(row, "td", "n", result.tolerance() == null ? "" : PrintedNumber.print(result.tolerance()));
            add(row, "td", "", result.unit());
            add(row, "td", "where", result.where());
            add(row, "td", "id", result.id());
        }
    }
}
