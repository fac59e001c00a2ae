package org.tongchou.platform.disclosure.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.Written;
import org.tongchou.performance.figures.PerformanceFigures;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.publish.PerformancePublication;
import org.tongchou.performance.publish.ReportTextsFile;
import org.tongchou.platform.disclosure.library.Library;
import org.tongchou.platform.disclosure.library.NewEntry;
import org.tongchou.platform.disclosure.library.PublicationStore;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Computes the document of an example from its figures, writes it in every format and takes it into the library. */
@Component
@Profile("demo")
class ExampleHandler implements JobHandler {
    static final String KIND = "disclosure.example";
    private static final int STEPS = 3;

    private final ObjectProvider<Library> library;
    private final PublicationStore store;
    private final StoredFiles files;
    private final Path examples;

    ExampleHandler(
            ObjectProvider<Library> library,
            PublicationStore store,
            StoredFiles files,
            @Value("${tongchou.home:}") String home) {
        this.library = library;
        this.store = store;
        this.files = files;
        this.examples = Path.of(home, "examples", "accounts");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        String name = run.parameters().getOrDefault("folder", "");
        boolean known =
                Example.ALL.stream().anyMatch(example -> example.folder().equals(name));
        if (!known || store.find(name).isPresent()) {
            return;
        }
        run.progress(0, STEPS, "正在由公开数字编制各表");
        Path folder = examples.resolve(name);
        AccountsFigures figures = AccountsFigures.load(folder)
                .figures()
                .orElseThrow(() -> Refusal.notFound("样例数字 " + name + "，请在仓库目录下启动"));
        Publication publication = withPerformance(Derivation.derive(figures), folder);
        run.progress(1, STEPS, "正在生成四种格式的文件");
        Map<Format, Long> stored = store(run.actor(), publication);
        run.progress(2, STEPS, "正在公开");
        library.getObject()
                .add(
                        run.actor(),
                        new NewEntry(
                                name,
                                figures.source().title(),
                                figures.region(),
                                figures.bureau(),
                                0,
                                figures.year(),
                                figures.kind(),
                                1,
                                null,
                                null,
                                stored,
                                "",
                                figures.source().title(),
                                figures.source().note()));
        run.progress(STEPS, STEPS, "已公开");
    }

    private Map<Format, Long> store(Actor actor, Publication publication) throws IOException {
        Path folder = Files.createTempDirectory("tongchou-example");
        try {
            Written written = PublicationWriter.writeAll(publication, folder, EnumSet.allOf(Format.class));
            Map<Format, Long> stored = new EnumMap<>(Format.class);
            for (Map.Entry<Format, Path> file : written.files().entrySet()) {
                try (InputStream content = Files.newInputStream(file.getValue())) {
                    String name = String.valueOf(file.getValue().getFileName());
                    stored.put(file.getKey(), files.store(actor, name, content).id());
                }
            }
            return stored;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Publication withPerformance(Publication accounts, Path folder) throws IOException {
        Path file = folder.resolve(PerformanceFigures.FILE);
        if (!Files.exists(file)) {
            return accounts;
        }
        PerformanceDocument performance =
                PerformanceFigures.load(file).document().orElseThrow(() -> Refusal.notFound("可用的绩效数字"));
        List<Content> contents = new ArrayList<>(accounts.contents());
        contents.add(new Content.Heading(1, "附件 绩效信息"));
        contents.addAll(PerformancePublication.of(
                        performance, ReportTextsFile.load(folder.resolve(ReportTextsFile.FILE), performance))
                .contents());
        return new Publication(accounts.title(), accounts.meta(), contents);
    }
}
