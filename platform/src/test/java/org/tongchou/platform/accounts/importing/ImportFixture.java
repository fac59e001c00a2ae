package org.tongchou.platform.accounts.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;

/** A book to import into, and files as a treasury system exports them. */
class ImportFixture {
    static final Actor CLERK = TestActors.actor(
            "accounts.import.view", "accounts.import.upload", "accounts.import.post", "accounts.import.reverse");
    static final List<String> HEADER =
            List.of("预算单位", "支付日期", "支付凭证号", "用途", "收款人全称", "项目编码", "功能分类科目编码", "部门经济分类科目编码", "资金性质", "支出类型", "支付金额");

    private final Units units;
    private final Books books;
    private final JdbcClient database;
    private final Batches batches;
    private final Imports imports;
    private final Inspection inspection;
    private final ImportUploads uploads;
    private final TestJobs jobs;

    ImportFixture(
            Units units,
            Books books,
            JdbcClient database,
            Batches batches,
            Imports imports,
            Inspection inspection,
            ImportUploads uploads,
            TestJobs jobs) {
        this.units = units;
        this.books = books;
        this.database = database;
        this.batches = batches;
        this.imports = imports;
        this.inspection = inspection;
        this.uploads = uploads;
        this.jobs = jobs;
    }

    BookFixture book() {
        return BookFixture.create(units, books, database);
    }

    /** Uploads a file, takes the first suggestion and checks it. */
    Batch check(long bookId, String name, byte[] content) {
        return checked(upload(bookId, name, content));
    }

    /** The same without running the job. */
    Batch upload(long bookId, String name, byte[] content) {
        Inspection.Suggestion first = look(name, content).suggestions().get(0);
        return imports.create(CLERK, bookId, lastFile(), first.template(), first.mapping());
    }

    Inspection.Found look(String name, byte[] content) {
        try {
            long file = uploads.store(CLERK, name, new ByteArrayInputStream(content))
                    .id();
            return inspection.look(CLERK, file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lastFile() {
        return database.sql("select max(file_id) from accounts.import_upload")
                .query(Long.class)
                .single();
    }

    Batch checked(Batch batch) {
        jobs.drain();
        return get(batch.id());
    }

    Batch get(long id) {
        return batches.get(CLERK, id);
    }

    /** Sum and number of the live entries of a book. */
    List<Long> sumAndCount(long bookId) {
        return database.sql("select coalesce(sum(fen), 0), count(*) from accounts.entry where book_id = :book")
                .param("book", bookId)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** A correct row; the number makes it differ from others. */
    static List<Object> row(int number, Object amount) {
        return List.of(
                "100001 样例市医疗保障局本级",
                "2024-03-" + (number % 28 + 1),
                "ZF" + number,
                "办公用品采购",
                "样例文具店",
                "",
                "2101501 行政运行",
                "30201 办公费",
                "一般公共预算资金",
                "公用经费",
                amount);
    }

    /** A row with some cells changed: column, value, column, value … */
    static List<Object> row(int number, Object amount, Object... changes) {
        Object[] cells = row(number, amount).toArray();
        for (int i = 0; i < changes.length; i += 2) {
            cells[(Integer) changes[i]] = changes[i + 1];
        }
        return Arrays.asList(cells);
    }

    /** A workbook with a title, a unit line, the header, and these rows. */
    static byte[] xlsx(List<?>... rows) {
        return xlsx(Arrays.asList(rows));
    }

    static byte[] xlsx(Iterable<? extends List<?>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("支付明细");
            sheet.value(0, 0, "2024 年国库集中支付明细");
            sheet.value(1, 0, "单位：元");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(2, column, HEADER.get(column));
            }
            int number = 3;
            for (List<?> row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    Object cell = row.get(column);
                    if (cell instanceof Number amount) {
                        sheet.value(number, column, amount);
                    } else {
                        sheet.value(number, column, cell.toString());
                    }
                }
                number++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same as CSV. */
    static String csv(List<List<Object>> rows) {
        StringBuilder out = new StringBuilder(String.join(",", HEADER)).append("\r\n");
        for (List<Object> row : rows) {
            out.append(row.stream()
                            .map(cell -> '"' + cell.toString().replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return out.toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
