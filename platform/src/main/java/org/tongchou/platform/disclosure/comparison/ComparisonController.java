package org.tongchou.platform.disclosure.comparison;

import java.io.IOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.web.Requires;

/** Comparisons of two to four publications. */
@RestController
@RequestMapping("/api/disclosure/comparison")
class ComparisonController {
    private final Comparing comparing;

    ComparisonController(Comparing comparing) {
        this.comparing = comparing;
    }

    @Requires("disclosure.publication.read")
    @GetMapping
    ComparisonView compare(@RequestParam List<Long> ids) {
        return comparing.view(ids);
    }

    @Requires("disclosure.publication.read")
    @GetMapping("/file")
    ResponseEntity<Resource> file(@RequestParam List<Long> ids, @RequestParam(defaultValue = "xlsx") String format)
            throws IOException {
        byte[] content = comparing.file(ids, format);
        String type = format.equals("xlsx") ? "spreadsheetml.sheet" : "wordprocessingml.document";
        return Downloads.of("部门预决算比较." + format, "application/vnd.openxmlformats-officedocument." + type, content);
    }
}
