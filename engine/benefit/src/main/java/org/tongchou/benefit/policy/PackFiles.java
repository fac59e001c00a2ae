package org.tongchou.benefit.policy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a pack's folder, in the order in which they count. */
final class PackFiles {
    private static final List<String> FOLDERS = List.of("", "parameters", "plans", "tables");

    private PackFiles() {}

    /**
     * The texts of a folder by path inside it: those of the folder itself, then those of its sub-folders, each by name.
     * Files that cannot be read are reported and left out.
     */
    static Map<String, String> read(Path folder, Findings findings) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String below : FOLDERS) {
            Path place = folder.resolve(below);
            if (!Files.isDirectory(place)) {
                if (below.isEmpty()) {
                    findings.add(
                            PackRule.UNREADABLE,
                            new Place(folder.toString(), 1),
                            "没有这个目录",
                            "请检查路径，应为一个规则包的目录，如 regions/demo");
                }
                continue;
            }
            for (String name : names(place, below, findings)) {
                read(place.resolve(name), (below.isEmpty() ? "" : below + "/") + name, texts, findings);
            }
        }
        return texts;
    }

    private static List<String> names(Path folder, String below, Findings findings) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException e) {
            findings.add(PackRule.UNREADABLE, new Place(below, 1), "目录不能读取", "请检查权限");
        }
        return names;
    }

    /** Reads a file; what cannot be read is reported. */
    static void read(Path file, String name, Map<String, String> texts, Findings findings) {
        try {
            texts.put(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            findings.add(PackRule.UNREADABLE, new Place(name, 1), "文件不是 UTF-8 编码", "请另存为 UTF-8 后再检查");
        } catch (IOException e) {
            findings.add(PackRule.UNREADABLE, new Place(name, 1), "文件不能读取", "请检查路径和权限");
        }
    }
}
