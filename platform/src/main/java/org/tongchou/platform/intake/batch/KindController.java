package org.tongchou.platform.intake.batch;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** The kinds of lists that can be imported. */
@RestController
@Tag(name = "批量导入")
@RequestMapping("/api/intake/kinds")
class KindController {
    private final Kinds kinds;

    KindController(Kinds kinds) {
        this.kinds = kinds;
    }

    /** The kinds that the signed-in person may import. */
    @Requires("intake.batch.view")
    @GetMapping
    List<KindView> list(@AuthenticationPrincipal Actor actor) {
        return kinds.of(actor).stream().map(KindController::view).toList();
    }

    /** An empty workbook to be filled in, with an explanation of its columns. */
    @Requires("intake.batch.view")
    @GetMapping("/{kind}/template.xlsx")
    ResponseEntity<Resource> template(@AuthenticationPrincipal Actor actor, @PathVariable String kind) {
        return Template.answer(kinds.permitted(actor, kind));
    }

    private static KindView view(Intake intake) {
        return new KindView(
                intake.kind(),
                intake.name(),
                intake.fields().stream().map(KindController::view).toList(),
                intake.parameters().stream().map(KindController::view).toList(),
                intake.fourEyes(),
                intake instanceof ReversibleIntake,
                !intake.layout().isEmpty());
    }

    private static FieldView view(Field field) {
        return new FieldView(
                field.key(),
                field.title(),
                field.type(),
                field.required(),
                field.personal(),
                field.example(),
                field.words());
    }

    /**
     * A kind of list.
     *
     * @param kind stable code
     * @param name what people call it
     * @param fields its columns
     * @param parameters what is asked once for the whole list
     * @param fourEyes whether somebody else must post it
     * @param reversible whether a posted list can be taken back as a whole
     * @param official whether official files without titles are understood
     */
    record KindView(
            String kind,
            String name,
            List<FieldView> fields,
            List<FieldView> parameters,
            boolean fourEyes,
            boolean reversible,
            boolean official) {}

    /**
     * A column, or something asked once.
     *
     * @param key name in the program
     * @param title what people call it
     * @param type what it holds
     * @param required whether it must not be empty
     * @param personal whether it is a personal secret
     * @param example an example
     * @param words names by code, when only these are possible
     */
    record FieldView(
            String key,
            String title,
            Field.Type type,
            boolean required,
            boolean personal,
            String example,
            Map<String, String> words) {}
}
