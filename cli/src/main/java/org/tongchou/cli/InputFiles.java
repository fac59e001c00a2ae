package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that arguments name: files as they are, folders with every document in them.
 *
 * @param files files in order, without repetition
 * @param notes what was left out, in Chinese
 */
record InputFiles(List<Path> files, List<String> notes) {
    /** Documents, including old formats that the reader names as unsupported: silence would look like a clean audit. */
    private static final Set<String> DOCUMENTS =
            Set.of("txt", "md", "html", "htm", "docx", "xlsx", "pdf", "doc", "xls", "wps", "et");

    /** Finds the files; a named file is taken whatever it is called, missing ones too: the batch says so. */
    static InputFiles of(List<Path> arguments) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (Path argument : arguments) {
            if (!Files.isDirectory(argument)) {
                files.add(argument);
                continue;
            }
            int left = 0;
            try (Stream<Path> inside = Files.walk(argument)) {
                for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
                    if (isDocument(file)) {
                        files.add(file);
                    } else if (!isHidden(file)) {
                        left++;
                    }
                }
            }
            if (left > 0) {
                notes.add("目录 " + argument + " 中有 " + left + " 个文件不是文档格式（" + "txt、md、html、docx、xlsx、pdf），未读");
            }
        }
        return new InputFiles(List.copyOf(files), List.copyOf(notes));
    }

    private static boolean isDocument(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return !isHidden(file)
                && dot >= 0
                && DOCUMENTS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Hidden files, and the lock files that office programs leave beside open documents. */
    private static boolean isHidden(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }
}
