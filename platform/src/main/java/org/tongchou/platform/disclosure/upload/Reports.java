package org.tongchou.platform.disclosure.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.tongchou.accounts.report.AuditSink;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.HtmlSink;
import org.tongchou.accounts.report.JsonSink;
import org.tongchou.accounts.report.WorkbookSink;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.web.Actor;

/** Writes the engine's reports of an audit and stores them. */
@Component
class Reports {
    private final StoredFiles files;

    Reports(StoredFiles files) {
        this.files = files;
    }

    /** The stored reports. */
    Map<Report, Long> store(Actor actor, AuditedFile audited) throws IOException {
        Path folder = Files.createTempDirectory("tongchou-report");
        try {
            String name = audited.path().replaceFirst("\\.[A-Za-z0-9]{1,8}$", "") + " 审核报告.";
            Map<Report, Long> stored = new EnumMap<>(Report.class);
            stored.put(Report.HTML, store(actor, name + "html", page(folder, audited)));
            Path workbook = folder.resolve("audit.xlsx");
            write(new WorkbookSink(workbook), audited);
            stored.put(
                    Report.XLSX, store(actor, name + "xlsx", Files.readAllBytes(MarkedTables.add(workbook, audited))));
            Path json = folder.resolve("audit.json");
            write(JsonSink.to(json), audited);
            stored.put(Report.JSON, store(actor, name + "json", Files.readAllBytes(json)));
            return stored;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private long store(Actor actor, String name, byte[] content) throws IOException {
        try (InputStream in = new ByteArrayInputStream(content)) {
            return files.store(actor, name, in).id();
        }
    }

    /** The page alone, without its way back to an index that it does not come with. */
    private static byte[] page(Path folder, AuditedFile audited) throws IOException {
        Path pages = folder.resolve("pages");
        try (HtmlSink sink = new HtmlSink(pages)) {
            sink.accept(audited);
        }
        try (var written = Files.list(pages)) {
            Document document = Jsoup.parse(written.findFirst().orElseThrow(), StandardCharsets.UTF_8.name());
            document.outputSettings().prettyPrint(false);
            document.select("a[href=index.html]").forEach(Node::remove);
            return document.outerHtml().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void write(AuditSink sink, AuditedFile audited) throws IOException {
        try (sink) {
            sink.accept(audited);
            sink.finish();
        }
    }
}
