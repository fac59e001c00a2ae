package org.tongchou.platform.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that the browser saves and never shows or runs. */
public final class Downloads {
    private Downloads() {}

    /** A stored file under its own name; {@code content} is {@link StoredFiles#path}. */
    public static ResponseEntity<Resource> of(StoredFile file, Path content) {
        return attachment(file.name(), file.mediaType(), new FileSystemResource(content));
    }

    /** Something made for this request: an export, a template. */
    public static ResponseEntity<Resource> of(String name, String mediaType, byte[] content) {
        return attachment(FileNames.clean(name), mediaType, new ByteArrayResource(content));
    }

    private static ResponseEntity<Resource> attachment(String name, String mediaType, Resource content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(mediaType))
                .body(content);
    }
}
