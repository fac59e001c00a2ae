package org.tongchou.platform.accounts.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A large export as a treasury system would write it, one row in a hundred wrong. */
public final class TreasuryExport {
    private static final List<String> ECONOMIC = List.of("30201 办公费", "30211 差旅费", "30213 维修（护）费", "30227 委托业务费");

    private TreasuryExport() {}

    /**
     * Writes it.
     *
     * @param rows rows below the header; every hundredth has a wrong amount, date, code or fund
     * @param unit code and name of the unit that pays
     */
    public static void write(int rows, String unit, int year, Path file) throws IOException {
        Random random = new Random(rows);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "export", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("支付明细");
            for (int column = 0; column < ImportFixture.HEADER.size(); column++) {
                sheet.value(0, column, ImportFixture.HEADER.get(column));
            }
            for (int row = 1; row <= rows; row++) {
                List<Object> cells = ImportFixture.row(
                        row, random.nextInt(1, 50_000_000) / 100.0, 0, unit, 7, ECONOMIC.get(row % 4));
                cells.set(1, year + "-03-" + (row % 28 + 1));
                if (row % 100 == 0) {
                    int wrong = List.of(1, 6, 8, 10).get(random.nextInt(4));
                    cells.set(wrong, "错" + random.nextInt(3));
                }
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof Number amount) {
                        sheet.value(row, column, amount);
                    } else {
                        sheet.value(row, column, cells.get(column).toString());
                    }
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
