package org.tongchou.accounts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookSinkTest {
    @TempDir
    Path folder;

    @Test
    void writesFiveSheetsWithRealNumbers() throws IOException {
        Path target = folder.resolve("audit.xlsx");
        try (WorkbookSink sink = new WorkbookSink(target)) {
            sink.accept(SampleAudit.of("=1+1"));
            sink.finish();
        }
        try (InputStream stream = Files.newInputStream(target);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            List<String> sheets = new ArrayList<>();
            workbook.forEach(sheet -> sheets.add(sheet.getSheetName() + sheet.getLastRowNum()));
            assertThat(sheets).containsExactly("汇总1", "发现2", "全部检查4", "表格单元12", "读取问题1");
            assertThat(workbook.getSheet("发现").getRow(1).getCell(6).getNumericCellValue())
                    .isEqualTo(89.01);
            assertThat(workbook.getSheet("表格单元").getRow(1).getCell(10).getNumericCellValue())
                    .isEqualTo(1_000_000);
            assertThat(workbook.getSheet("汇总").getRow(1).getCell(1).getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }
}
