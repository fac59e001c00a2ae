package org.tongchou.platform.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tongchou.benefit.policy.Finding;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.platform.database.StartFailure;

/** Finds the policy pack that was asked for: the name of one that is shipped, or a folder. */
final class PackSource {
    private static final List<String> FOLDERS = List.of("", "parameters/", "plans/", "tables/");
    private static final int SHOWN = 5;

    private PackSource() {}

    /**
     * Reads the pack.
     *
     * @param wanted {@code demo}, {@code regions/demo} or a path
     * @throws StartFailure when there is none, or it has errors
     */
    static PolicyPack read(String wanted) {
        Path folder = Path.of(wanted);
        PackReading reading = Files.isDirectory(folder)
                ? PolicyPack.read(folder)
                : PolicyPack.read(wanted.replaceFirst("^regions/", ""), shipped(wanted.replaceFirst("^regions/", "")));
        if (reading.hasErrors()) {
            throw new StartFailure("政策包 " + wanted + " 有错误，不能启动：\n"
                    + reading.findings().stream()
                            .filter(Finding::isError)
                            .limit(SHOWN)
                            .map(Finding::toString)
                            .collect(Collectors.joining("\n"))
                    + "\n请用 ./tongchou policy check 检查并改正");
        }
        return reading.getPack();
    }

    private static Map<String, String> shipped(String name) {
        if (!name.matches("[0-9A-Za-z_-]+")) {
            throw missing(name);
        }
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (String folder : FOLDERS) {
                for (Resource file : resolver.getResources("classpath*:regions/" + name + "/" + folder + "*.yaml")) {
                    texts.put(folder + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (texts.isEmpty()) {
            throw missing(name);
        }
        return texts;
    }

    private static StartFailure missing(String name) {
        return new StartFailure("没有政策包“" + name + "”：请给出目录，或随程序提供的名称，如 demo");
    }
}
