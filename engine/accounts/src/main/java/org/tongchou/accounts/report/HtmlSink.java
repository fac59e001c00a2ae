package org.tongchou.accounts.report;

import static org.tongchou.accounts.report.HtmlPage.add;
import static org.tongchou.accounts.report.HtmlPage.header;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jsoup.nodes.Element;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.files.AtomicFile;

/** Writes one page a document and {@code index.html} over all of them. */
public final class HtmlSink implements AuditSink {
    private static final int TOP_FINDINGS = 3;
    private static final int LONGEST_NAME = 60;

    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One document in the index.
     *
     * @param page file name of its page
     * @param path the audited file as the user named it
     * @param meta whose accounts
     * @param summary its numbers
     * @param top its worst findings
     */
    private record Entry(String page, String path, DocumentMeta meta, Summary summary, List<CheckResult> top) {}

    /** Writes into a folder, which is created when needed. */
    public HtmlSink(Path folder) {
        this.folder = folder;
    }

    @Override
    public void accept(AuditedFile file) throws IOException {
        Summary summary = Summary.of(file.audit());
        String page = pageName(file);
        AtomicFile.writeText(folder.resolve(page), HtmlDocument.render(file));
        List<CheckResult> top = summary.usable()
                ? Findings.ranked(file.audit()).stream().limit(TOP_FINDINGS).toList()
                : List.of();
        entries.add(new Entry(page, file.path(), file.audit().document().meta(), summary, top));
    }

    @Override
    public void finish() throws IOException {
        AtomicFile.writeText(folder.resolve("index.html"), index());
    }

    /** Pages are written as they come, each whole; there is nothing to undo. */
    @Override
    public void close() {}

    /** ASCII only, so that it can be written and linked under any locale. */
    private String pageName(AuditedFile file) {
        String name = file.audit().document().file().replaceAll("\\.[A-Za-z]{1,5}$", "");
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String shortened = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return String.format(Locale.ROOT, "%03d", entries.size() + 1)
                + (shortened.isEmpty() ? "" : "-" + shortened)
                + ".html";
    }

    private String index() {
        HtmlPage page = HtmlPage.titled("部门预决算审核报告");
        Element body = page.body();
        Element top = add(body, "header", "top");
        add(top, "h1", "", "部门预决算审核报告");
        add(top, "p", "sub", "共 " + entries.size() + " 份文件");
        Element main = add(add(body, "div", "frame wide"), "main", "");
        band(main);
        documents(add(main, "section", ""));
        worst(main);
        add(body, "footer", "", "由统筹（Tongchou）生成。检查只依据文件本身：没有可比数据的检查记为“未查”，不记为“相符”。");
        return page.render();
    }

    private int sum(ToIntFunction<Summary> count) {
        return entries.stream()
                .map(Entry::summary)
                .filter(Summary::usable)
                .mapToInt(count)
                .sum();
    }

    private void band(Element main) {
        int fail = sum(Summary::fail);
        int warn = sum(Summary::warn);
        long unusable =
                entries.stream().filter(entry -> !entry.summary().usable()).count();
        Element band = add(main, "section", "band").attr("aria-label", "结论");
        String words = fail > 0 ? "发现 " + fail + " 处不符" : "未发现不符";
        add(
                band,
                "p",
                "verdict " + (fail > 0 || unusable > 0 ? "fail" : warn > 0 ? "warn" : "pass"),
                words + (unusable > 0 ? "，" + unusable + " 份文件无法审核" : ""));
        HtmlPage.tile(band, fail > 0 ? "fail" : "", fail, Labels.outcome(Outcome.FAIL));
        HtmlPage.tile(band, warn > 0 ? "warn" : "", warn, Labels.outcome(Outcome.WARN));
        HtmlPage.tile(band, "skip", sum(Summary::skip), Labels.outcome(Outcome.SKIP));
        HtmlPage.tile(band, "pass", sum(Summary::pass), Labels.outcome(Outcome.PASS));
        HtmlPage.tile(band, "", sum(Summary::facts), "表内数据");
    }

    private void documents(Element section) {
        add(section, "h2", "", "文件");
        Element table = add(add(section, "div", "scroll"), "table", "list index");
        Element head = add(add(table, "thead", ""), "tr", "");
        List.of("部门", "年度", "类型", "单位", "文件").forEach(name -> header(head, name, 1));
        List.of("表格", "表内数据", "相符", "不符", "提示", "未查", "读取问题")
                .forEach(name -> header(head, name, 1).attr("class", "n"));
        header(head, "结论", 1);
        Element body = add(table, "tbody", "");
        for (Entry entry : entries) {
            Element row = add(body, "tr", "");
            DocumentMeta meta = entry.meta();
            Summary summary = entry.summary();
            add(add(row, "td", ""), "a", "", meta.bureau() == null ? summary.title() : meta.bureau())
                    .attr("href", entry.page());
            add(row, "td", "", meta.year() == null ? "" : String.valueOf(meta.year()));
            add(row, "td", "", meta.kind() == null ? "" : meta.kind().printed());
            add(row, "td", "", Summary.unit(meta));
            add(row, "td", "", entry.path());
            count(row, summary.tables(), "");
            count(row, summary.facts(), "");
            count(row, summary.pass(), "");
            count(row, summary.fail(), "fail");
            count(row, summary.warn(), "warn");
            count(row, summary.skip(), "");
            count(row, summary.problems(), "");
            add(row, "td", "", summary.verdict());
        }
    }

    private static void count(Element row, int count, String style) {
        Element cell = add(row, "td", "n");
        if (count > 0 && !style.isEmpty()) {
            add(cell, "b", style, String.valueOf(count));
        } else {
            cell.text(String.valueOf(count));
        }
    }

    private void worst(Element main) {
        if (entries.stream().allMatch(entry -> entry.top().isEmpty())) {
            return;
        }
        Element section = add(main, "section", "");
        add(section, "h2", "", "主要发现");
        for (Entry entry : entries) {
            if (entry.top().isEmpty()) {
                continue;
            }
            add(section, "h3", "", entry.summary().title());
            Element list = add(section, "ol", "findings");
            for (int i = 0; i < entry.top().size(); i++) {
                CheckResult result = entry.top().get(i);
                String style = result.outcome().name().toLowerCase(Locale.ROOT);
                Element message = add(add(list, "li", "finding " + style), "p", "message");
                add(message, "span", "badge " + style, Labels.outcome(result.outcome()));
                message.appendText(" ");
                add(message, "a", "", result.message()).attr("href", entry.page() + "#f" + (i + 1));
            }
        }
    }
}
