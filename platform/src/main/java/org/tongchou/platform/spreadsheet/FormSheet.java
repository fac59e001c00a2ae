package org.tongchou.platform.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An empty workbook that people fill in: a sheet of titles, and one that explains them. */
public final class FormSheet {
    private static final int FORMATTED_ROWS = 2000;

    private FormSheet() {}

    /**
     * Answers with the workbook. Cells below the titles are texts, so that long numbers and leading zeros stay.
     *
     * @param name name of the file
     * @param titles titles of the columns
     * @param explaining titles of the second sheet
     * @param explanations a row for each column
     */
    public static ResponseEntity<Resource> answer(
            String name, List<String> titles, List<String> explaining, List<List<String>> explanations) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tongchou", "1.0")) {
            Worksheet form = workbook.newWorksheet("名单");
            titles(form, titles);
            form.range(1, 0, FORMATTED_ROWS, titles.size() - 1)
                    .style()
                    .format("@")
                    .set();
            Worksheet help = workbook.newWorksheet("填写说明");
            titles(help, explaining);
            for (int row = 0; row < explanations.size(); row++) {
                for (int column = 0; column < explaining.size(); column++) {
                    help.inlineString(
                            row + 1,
                            column,
                            CellText.clean(explanations.get(row).get(column)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ExportFormat.xlsx.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Export.attachment(name + ".xlsx"))
                .header("X-Content-Type-Options", "nosniff")
                .body(new ByteArrayResource(out.toByteArray()));
    }

    private static void titles(Worksheet sheet, List<String> titles) {
        for (int column = 0; column < titles.size(); column++) {
            sheet.width(column, 20);
            sheet.inlineString(0, column, CellText.clean(titles.get(column)));
        }
        sheet.range(0, 0, 0, titles.size() - 1)
                .style()
                .bold()
                .fillColor("EAEFF5")
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, 1);
    }
}
