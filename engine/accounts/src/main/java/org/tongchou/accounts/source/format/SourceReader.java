package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;

/** Reads any supported file, whatever its name says. */
public final class SourceReader {
    private SourceReader() {}

    /** Reads a file; what cannot be read is a problem in the answer, never an exception. */
    public static RawDocument read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return TextReader.read(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            Problem problem = new Problem(
                    ProblemCode.FILE_UNREADABLE, name, null, String.valueOf(e.getMessage()), "文件无法读取，请检查路径与权限");
            return new RawDocument(name, Medium.TEXT, List.of(), List.of(problem));
        }
    }
}
