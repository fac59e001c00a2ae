package org.tongchou.platform.disclosure.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.tongchou.accounts.write.HtmlWriter;
import org.tongchou.platform.disclosure.library.Filter;
import org.tongchou.platform.disclosure.library.Library;
import org.tongchou.platform.disclosure.library.PublicationFile;
import org.tongchou.platform.disclosure.library.PublicationRow;
import org.tongchou.platform.disclosure.library.PublicationStore;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.web.Open;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The public pages. Everybody may read them; they hold nothing that was not published. */
@Controller
@RequestMapping("/public")
class PublicPages {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();
    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();
    private static final int ROWS = 30;

    private final Library library;
    private final PublicationStore store;
    private final OpenData data;
    private final Clock clock;

    PublicPages(Library library, PublicationStore store, OpenData data, Clock clock) {
        this.library = library;
        this.store = store;
        this.data = data;
        this.clock = clock;
    }

    /**
     * A part of the list that can be turned to.
     *
     * @param number its number from 1
     * @param current whether it is the one shown
     * @param link its address
     */
    record Turn(int number, boolean current, String link) {}

    @ModelAttribute("links")
    Links common(Model model, HttpServletResponse response, @RequestParam(required = false) @Nullable String text) {
        Links links = new Links("large".equals(text));
        model.addAttribute("large", links.large());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        return links;
    }

    @Open
    @GetMapping
    String list(
            Model model,
            HttpServletResponse response,
            @ModelAttribute("links") Links links,
            Filter filter,
            @RequestParam(defaultValue = "1") int page) {
        Filter shown = new Filter(filter.q(), filter.region(), filter.year(), filter.kind(), "published");
        var found = store.list(shown, new PageQuery(page, ROWS, null));
        int pages = (int) Math.max(1, (found.total() + ROWS - 1) / ROWS);
        model.addAttribute("filter", shown);
        model.addAttribute("found", found);
        model.addAttribute(
                "turns",
                IntStream.rangeClosed(1, pages)
                        .mapToObj(number -> new Turn(number, number == found.page(), links.part(shown, number)))
                        .toList());
        model.addAttribute("regions", store.regions());
        model.addAttribute("years", store.years());
        response.setHeader(HttpHeaders.CACHE_CONTROL, SHORT.getHeaderValue());
        return "public/list";
    }

    @Open
    @GetMapping("/{slug}")
    @Nullable
    String document(Model model, WebRequest request, HttpServletResponse response, @PathVariable String slug)
            throws IOException {
        PublicationRow row = get(slug);
        response.setHeader(HttpHeaders.CACHE_CONTROL, SHORT.getHeaderValue());
        if (request.checkNotModified("\"" + slug + "-" + row.version() + "-" + row.documentId() + "-"
                + model.getAttribute("large") + "\"")) {
            return null;
        }
        model.addAttribute("publication", row);
        if (row.withdrawn()) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute(
                    "withdrawnAt",
                    Objects.requireNonNull(row.withdrawnAt())
                            .atZoneSameInstant(clock.getZone())
                            .toLocalDateTime());
            return "public/withdrawn";
        }
        List<PublicationFile> files = store.files(row.id());
        model.addAttribute("files", files);
        model.addAttribute("newest", newest(row));
        model.addAttribute("earlier", row.replaces() == null ? null : library.get(row.replaces()));
        model.addAttribute("text", text(row, files));
        return "public/document";
    }

    private @Nullable PublicationRow newest(PublicationRow row) {
        PublicationRow newest = null;
        for (Long next = row.replacedBy(); next != null; next = newest.replacedBy()) {
            newest = library.get(next);
        }
        return newest;
    }

    private @Nullable PublishedText text(PublicationRow row, List<PublicationFile> files) throws IOException {
        if (files.stream().noneMatch(file -> file.format().equals("html"))) {
            return null;
        }
        StoredFile page = library.file(row, "html");
        return PublishedText.read(library.path(page), page.sha256());
    }

    @Open
    @GetMapping("/{slug}/files/{format}")
    ResponseEntity<Resource> file(@PathVariable String slug, @PathVariable String format) {
        StoredFile file = library.file(standing(slug), format);
        ResponseEntity<Resource> download = Downloads.of(file, library.path(file));
        return ResponseEntity.ok()
                .headers(download.getHeaders())
                .cacheControl(LONG)
                .eTag(file.sha256())
                .body(download.getBody());
    }

    @Open
    @GetMapping("/{slug}/facts.csv")
    ResponseEntity<String> csv(@PathVariable String slug) {
        return ResponseEntity.ok()
                .cacheControl(SHORT)
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + ".csv\"")
                .body(OpenData.csv(data.rows(audited(slug))));
    }

    @Open
    @GetMapping("/{slug}/facts.json")
    ResponseEntity<List<Map<String, @Nullable Object>>> json(@PathVariable String slug) {
        return ResponseEntity.ok().cacheControl(SHORT).body(data.rows(audited(slug)));
    }

    @Open
    @GetMapping("/{slug}/datapackage.json")
    ResponseEntity<Map<String, Object>> description(@PathVariable String slug) {
        return ResponseEntity.ok().cacheControl(SHORT).body(OpenData.description(standing(slug)));
    }

    /** The look of the document itself, the same as in the file. */
    @Open
    @GetMapping("/style/publication.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .cacheControl(LONG)
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(new ClassPathResource("publication.css", HtmlWriter.class));
    }

    /** The look of these pages. */
    @Open
    @GetMapping("/style/public.css")
    ResponseEntity<Resource> frame() {
        return ResponseEntity.ok()
                .cacheControl(SHORT)
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(new ClassPathResource("templates/public/public.css"));
    }

    private PublicationRow get(String slug) {
        return store.find(slug).orElseThrow(() -> Refusal.notFound("这份公开文件，请检查地址"));
    }

    private PublicationRow standing(String slug) {
        PublicationRow row = get(slug);
        if (row.withdrawn()) {
            throw Refusal.of(HttpStatus.GONE, "E-DIS-050", row.title() + "已经撤下，不再提供下载");
        }
        return row;
    }

    private PublicationRow audited(String slug) {
        PublicationRow row = standing(slug);
        if (row.documentId() == null) {
            throw Refusal.conflict("E-DIS-051", row.title() + "的开放数据正在生成，请稍候再试");
        }
        return row;
    }

    @ExceptionHandler
    String refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("links", common(model, response, null));
        model.addAttribute("message", refusal.getMessage());
        return "public/refused";
    }
}
