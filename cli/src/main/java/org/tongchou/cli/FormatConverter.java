package org.tongchou.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.tongchou.accounts.write.Format;
import picocli.CommandLine;

/** Reads format names as users type them: the file name's ending, in any case. */
final class FormatConverter implements CommandLine.ITypeConverter<Format>, Iterable<String> {
    @Override
    public Format convert(String value) {
        return Arrays.stream(Format.values())
                .filter(format -> format.extension().equals(value.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("格式“" + value + "”无法识别"));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Format.values()).map(Format::extension).iterator();
    }
}
