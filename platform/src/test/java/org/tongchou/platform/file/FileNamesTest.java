package org.tongchou.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "2024 年度决算.xlsx → 2024 年度决算.xlsx",
                "../../etc/passwd → passwd",
                "C:\\Users\\某人\\决算.docx → 决算.docx",
                "<img src=x onerror=alert(1)>.csv → _img src=x onerror=alert(1)_.csv",
                ".htaccess → htaccess",
                "nul.txt → _nul.txt",
                "/ → 未命名",
                "'  ' → 未命名",
            })
    void keepsAPlainName(String given, String cleaned) {
        assertThat(FileNames.clean(given)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "500, 120"})
    void cutsLongNamesButKeepsTheEnding(int length, int kept) {
        assertThat(FileNames.clean("决".repeat(length - 5) + ".xlsx"))
                .hasSize(kept)
                .endsWith("决.xlsx");
    }

    @Test
    void invisibleCharactersDoNotKeepMarksApart() {
        assertThat(FileNames.clean("e\u200b\u0301.txt")).isEqualTo("é.txt");
        assertThat(FileNames.clean("a\u0315\u200f\u0316")).isEqualTo("a\u0316\u0315");
    }

    @Property(tries = 500)
    void isSafeWhateverComes(@ForAll String given) {
        String name = FileNames.clean(given + "\u202e\r\n\0");
        assertThat(name).isNotEmpty().doesNotContain("/", "\\", "\u202e", "\r", "\n", "\0", "<", "\"");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(120);
        assertThat(FileNames.clean(name)).isEqualTo(name);
    }
}
