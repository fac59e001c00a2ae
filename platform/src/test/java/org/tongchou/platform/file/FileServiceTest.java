package org.tongchou.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.web.Actor;

@PlatformTest
class FileServiceTest {
    @Autowired
    private StoredFiles files;

    @Autowired
    private FileService service;

    @Test
    void storesAndFindsAgain() throws IOException {
        StoredFile stored = store("../2024 年度决算.txt", "合计 1,234.00");
        assertThat(stored.name()).isEqualTo("2024 年度决算.txt");
        assertThat(stored.size()).isEqualTo(15);
        assertThat(files.get(stored.id())).isEqualTo(stored);
        assertThat(files.path(stored)).hasContent("合计 1,234.00");
    }

    @Test
    void refusesUnknownFiles() {
        assertThatThrownBy(() -> files.get(987_654)).hasMessage("没有找到文件 987654");
    }

    @Test
    void downloadsAreSavedNotShown() throws IOException {
        StoredFile stored = store("预算“一”\r\nX: y.html", "<html><script>alert(1)</script>");
        ResponseEntity<Resource> answer = Downloads.of(stored, files.path(stored));
        HttpHeaders headers = answer.getHeaders();
        assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%E9%A2%84%E7%AE%97")
                .doesNotContain("\r", "\n");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void noticesContentsThatWereChangedOrLost() throws IOException {
        StoredFile changed = store("changed.txt", "content to be changed");
        StoredFile lost = store("lost.txt", "content to be lost");
        assertThat(service.damaged()).isEmpty();
        Files.writeString(files.path(changed), "something else");
        Files.delete(files.path(lost));
        assertThat(service.damaged()).containsExactlyInAnyOrder(changed, lost);
        Files.delete(files.path(changed));
    }

    private StoredFile store(String name, String content) throws IOException {
        return files.store(Actor.SYSTEM, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
