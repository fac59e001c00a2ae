package org.tongchou.platform.intake.batch;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.read.RowReader;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The kinds of lists that the duties offer. */
@Component("intakeKinds")
class Kinds {
    private final Map<String, Intake> intakes;

    Kinds(List<Intake> intakes) {
        Map<String, Intake> known = new LinkedHashMap<>();
        intakes.stream().sorted(Comparator.comparing(Intake::kind)).forEach(intake -> {
            if (known.put(intake.kind(), intake) != null) {
                throw new IllegalStateException("two intakes of kind " + intake.kind());
            }
        });
        this.intakes = Collections.unmodifiableMap(known);
    }

    /** The kinds that somebody may import. */
    List<Intake> of(Actor actor) {
        return intakes.values().stream()
                .filter(intake -> actor.may(intake.right()))
                .toList();
    }

    /** A kind; refuses when there is none. */
    Intake get(String kind) {
        Intake intake = intakes.get(kind);
        if (intake == null) {
            throw Refusal.field("E-INT-001", "名单种类", kind, "以下之一：" + String.join("、", intakes.keySet()));
        }
        return intake;
    }

    /** A kind that somebody may import; refuses when they may not. */
    Intake permitted(Actor actor, String kind) {
        Intake intake = get(kind);
        if (!actor.may(intake.right())) {
            throw Refusal.forbidden("您没有导入“" + intake.name() + "”的权限");
        }
        return intake;
    }

    /** The parameters of a list in their normal form, sorted by key, as far as given; refuses wrong and missing ones. */
    Map<String, String> parameters(Actor actor, Intake intake, Map<String, @Nullable String> given) {
        List<Field> fields = intake.parameters();
        RowReader.Outcome read = new RowReader(fields)
                .read(
                        0,
                        fields.stream()
                                .map(field -> stripped(given.get(field.key())))
                                .toList());
        read.problems().stream().findFirst().ifPresent(problem -> {
            throw Refusal.field(problem.code(), problem.title(), problem.value(), problem.expected());
        });
        Map<String, String> parameters = new TreeMap<>(read.row().values());
        intake.accept(actor, parameters);
        return parameters;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A kind whose lists can be taken back as a whole; refuses others. */
    ReversibleIntake reversible(String kind) {
        Intake intake = get(kind);
        if (intake instanceof ReversibleIntake reversible) {
            return reversible;
        }
        throw Refusal.conflict("E-INT-037", "“" + intake.name() + "”不能整批冲销；请逐笔办理");
    }
}
