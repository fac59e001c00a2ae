package org.tongchou.platform.sample;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.SignedIn;

/** Whether this installation holds a synthetic region, and how far its making is. */
@RestController
@Tag(name = "合成统筹区")
@RequestMapping("/api/sample")
class SampleController {
    private final SampleRegion region;

    SampleController(SampleRegion region) {
        this.region = region;
    }

    /** The synthetic region; without any field when there is none. */
    @SignedIn
    @GetMapping("/region")
    SampleView region() {
        return region.find()
                .map(made -> new SampleView(
                        made.people(), made.done(), made.steps(), made.finishedAt() != null, made.personId()))
                .orElse(new SampleView(null, null, null, null, null));
    }

    /**
     * The synthetic region.
     *
     * @param people people on file when it is finished
     * @param done steps done
     * @param steps steps in all
     * @param finished whether it is finished
     * @param personId a person whose file is worth a look
     */
    record SampleView(
            @Nullable Integer people,
            @Nullable Integer done,
            @Nullable Integer steps,
            @Nullable Boolean finished,
            @Nullable Long personId) {}
}
