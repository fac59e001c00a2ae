package org.tongchou.platform.intake.batch;

import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.spreadsheet.FormSheet;

/** The workbook that people fill in for a kind of list. */
final class Template {
    private Template() {}

    static ResponseEntity<Resource> answer(Intake intake) {
        return FormSheet.answer(
                intake.name() + "模板",
                intake.fields().stream()
                        .map(field -> field.title() + (field.required() ? "*" : ""))
                        .toList(),
                List.of("栏目", "是否必填", "内容", "示例", "可填的词"),
                intake.fields().stream().map(Template::explained).toList());
    }

    private static List<String> explained(Field field) {
        return List.of(
                field.title(),
                field.required() ? "必填" : "可空",
                field.type().printed(),
                field.example(),
                String.join("、", field.words().values()));
    }
}
