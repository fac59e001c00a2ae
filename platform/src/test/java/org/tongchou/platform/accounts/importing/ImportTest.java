package org.tongchou.platform.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
    private static final PageQuery ALL = new PageQuery(1, 500, null);

    @Autowired
    private AutowireCapableBeanFactory beans;

    private ImportFixture files;

    @Autowired
    private Imports imports;

    @Autowired
    private Mending mending;

    @Autowired
    private StagedRows rows;

    @Autowired
    private ImportTasks tasks;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private JdbcClient database;

    private BookFixture fixture;
    private Book book;
    private int number;

    @BeforeAll
    void create() {
        files = beans.createBean(ImportFixture.class);
        fixture = files.book();
        book = fixture.book();
    }

    @BeforeEach
    void next() {
        number += 1000;
    }

    @Test
    void guessesTheKindFromTitlesNotFromWhatWasPaidFor() {
        for (String paidFor : List.of("运维合同尾款", "公务接待费", "追加经费")) {
            String rows = ImportFixture.csv(List.of(ImportFixture.row(number, 5, 3, paidFor)));
            assertThat(files.look("明细.csv", ImportFixture.utf8(rows)).suggestions())
                    .filteredOn(suggestion -> suggestion.template().equals("按列名识别"))
                    .singleElement()
                    .satisfies(guessed -> assertThat(guessed.mapping().kind()).isEqualTo("expense"));
        }
    }

    @Test
    void checksPostsAndReverses() {
        List<Long> before = files.sumAndCount(book.id());
        Batch batch = files.check(
                book.id(),
                "支付明细.xlsx",
                ImportFixture.xlsx(
                        ImportFixture.row(number + 1, 1234.56),
                        ImportFixture.row(number + 2, "7,328.50"),
                        ImportFixture.row(number + 3, "(100.00)"),
                        ImportFixture.row(number + 4, 0),
                        List.of("合计", "", "", "", "", "", "", "", "", "", 8463.06)));
        assertThat(batch.state()).isEqualTo("可入账");
        assertThat(batch.template()).isEqualTo("国库集中支付明细");
        assertThat(batch.correctRows()).isEqualTo(3);
        assertThat(batch.skippedRows()).isEqualTo(2);
        assertThat(batch.correctFen()).isEqualTo(846_306);
        assertThat(rows.sums(batch.id(), StagedRows.By.FUND)).containsExactly(new StagedRows.Sum("一般公共预算", 3, 846_306));
        assertThat(rows.sums(batch.id(), StagedRows.By.MONTH)).hasSize(1);
        assertThat(tasks.waitingFor(ImportFixture.CLERK))
                .anyMatch(task -> task.link().equals("/imports/" + batch.id()));

        Batch posting = imports.post(ImportFixture.CLERK, batch.id(), batch.version(), 3, 0);
        assertThat(posting.state()).isEqualTo("入账中");
        jobs.drain();
        Batch posted = files.get(batch.id());
        assertThat(posted.state()).isEqualTo("已入账");
        assertThat(posted.postedRows()).isEqualTo(3);
        assertThat(files.sumAndCount(book.id())).containsExactly(before.get(0) + 846_306, before.get(1) + 3);
        StagedRows.Row first = rows.get(batch.id(), 4);
        assertThat(first.entryId()).isNotNull();
        assertThat(database.sql("select fen from accounts.entry where id = :id")
                        .param("id", first.entryId())
                        .query(Long.class)
                        .single())
                .isEqualTo(123_456);

        Batch reversed = imports.reverse(ImportFixture.CLERK, batch.id(), posted.version(), "导错年度");
        assertThat(reversed.state()).isEqualTo("已冲销");
        assertThat(files.sumAndCount(book.id())).containsExactly(before.get(0), before.get(1) + 6);
    }

    @Test
    void refusesTheSameFileUntilItIsReversed() {
        byte[] content = ImportFixture.xlsx(ImportFixture.row(number + 1, 10));
        Batch batch = files.check(book.id(), "一次.xlsx", content);
        assertThat(files.look("又一次.xlsx", content).known())
                .extracting(Batch::id)
                .contains(batch.id());
        assertThatThrownBy(() -> files.upload(book.id(), "又一次.xlsx", content))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("同一文件已由测试用户于")
                .hasMessageContaining("批次 " + batch.id());
        imports.post(ImportFixture.CLERK, batch.id(), batch.version(), 1, 0);
        jobs.drain();
        assertThatThrownBy(() -> files.upload(book.id(), "又一次.xlsx", content)).isInstanceOf(Refusal.class);
        imports.reverse(ImportFixture.CLERK, batch.id(), files.get(batch.id()).version(), "重来");
        Batch again = files.check(book.id(), "又一次.xlsx", content);
        assertThat(again.state()).isEqualTo("可入账");
        assertThat(again.warnedRows()).isZero();
    }

    @Test
    void tellsEveryWrongCell() {
        Batch batch = files.check(
                book.id(),
                "有误.xlsx",
                ImportFixture.xlsx(
                        ImportFixture.row(number + 1, 1),
                        ImportFixture.row(number + 2, "一百元"),
                        ImportFixture.row(number + 3, 3, 0, "某局", 1, "昨天", 6, "2159998", 8, "不明资金"),
                        ImportFixture.row(number + 4, 4, 9, "项目支出", 5, "P99"),
                        ImportFixture.row(number + 5, 5, 9, "特定目标类", 5, "P01 医疗救助补助"),
                        ImportFixture.row(number + 6, 6.001)));
        assertThat(batch.state()).isEqualTo("待处理");
        assertThat(batch.correctRows()).isEqualTo(2);
        assertThat(batch.wrongRows()).isEqualTo(4);
        Map<Integer, List<String>> codes = new java.util.TreeMap<>();
        rows.list(batch.id(), "有误", null, null, null, null, ALL)
                .items()
                .forEach(row -> codes.put(
                        row.rowNo(),
                        row.problems().stream()
                                .map(problem -> problem.header() + problem.code() + problem.value())
                                .toList()));
        assertThat(codes)
                .containsEntry(5, List.of("支付金额E-IMP-107一百元"))
                .containsEntry(
                        6,
                        List.of("预算单位E-IMP-104某局", "支付日期E-IMP-106昨天", "功能分类科目编码E-BKS-1072159998", "资金性质E-BKS-109不明资金"))
                .containsEntry(7, List.of("项目编码E-IMP-105P99"))
                .containsEntry(9, List.of("支付金额E-IMP-1076.001"));
    }

    @Test
    void mendsACellAndAllCellsOfOneValue() {
        List<List<Object>> content = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> content.add(ImportFixture.row(number + i, i + 1, 8, "专项")));
        content.add(ImportFixture.row(number + 50, "12O.5"));
        Batch batch = files.check(book.id(), "更正.xlsx", ImportFixture.xlsx(content));
        assertThat(batch.wrongRows()).isEqualTo(31);
        StagedRows.Group group = rows.groups(batch.id()).get(0);
        assertThat(group.rows()).isEqualTo(30);
        assertThat(mending.mendAll(
                        ImportFixture.CLERK, batch.id(), group.column(), group.code(), group.value(), "政府性基金预算"))
                .isEqualTo(30);
        StagedRows.Row wrong =
                rows.list(batch.id(), "有误", null, null, null, null, ALL).items().get(0);
        StagedRows.Row mended =
                mending.mend(ImportFixture.CLERK, batch.id(), wrong.rowNo(), wrong.version(), Map.of(10, "120.50"));
        assertThat(mended.state()).isEqualTo("正确");
        assertThat(mended.fen()).isEqualTo(12_050);
        assertThat(mended.mended()).isTrue();
        assertThatThrownBy(() ->
                        mending.mend(ImportFixture.CLERK, batch.id(), wrong.rowNo(), wrong.version(), Map.of(10, "1")))
                .hasMessageContaining("已被");
        Batch ready = files.get(batch.id());
        assertThat(ready.state()).isEqualTo("可入账");
        assertThat(rows.sums(batch.id(), StagedRows.By.FUND))
                .extracting(StagedRows.Sum::key)
                .containsExactlyInAnyOrder("一般公共预算", "政府性基金");
    }

    @Test
    void postsOnlyWhatWasConfirmed() {
        Batch batch = files.check(
                book.id(),
                "部分.xlsx",
                ImportFixture.xlsx(
                        ImportFixture.row(number + 1, 10),
                        ImportFixture.row(number + 2, "?"),
                        ImportFixture.row(number + 3, 30, 1, "x")));
        long id = batch.id();
        assertThatThrownBy(() -> imports.post(ImportFixture.CLERK, id, batch.version(), 1, 0))
                .hasMessageContaining("可入账 1 行、有误 2 行");
        assertThat(mending.skip(ImportFixture.CLERK, id, List.of(5), "原件作废")).isEqualTo(1);
        assertThatThrownBy(() -> imports.post(ImportFixture.CLERK, id, batch.version(), 1, 1))
                .hasMessageContaining("修改");
        Batch now = files.get(id);
        imports.post(ImportFixture.CLERK, id, now.version(), 1, 1);
        jobs.drain();
        Batch posted = files.get(id);
        assertThat(posted.postedRows()).isEqualTo(1);
        assertThat(posted.leftOutRows()).isEqualTo(1);
        assertThat(posted.skippedRows()).isEqualTo(1);
        assertThatThrownBy(() -> mending.skip(ImportFixture.CLERK, id, List.of(6), "再跳过"))
                .hasMessageContaining("已入账");
    }

    @Test
    void takesSkippedRowsBack() {
        Batch batch = files.check(
                book.id(),
                "恢复.xlsx",
                ImportFixture.xlsx(ImportFixture.row(number + 1, 1), ImportFixture.row(number + 2, 2)));
        mending.skip(ImportFixture.CLERK, batch.id(), List.of(4, 5), "暂不");
        assertThat(files.get(batch.id()).state()).isEqualTo("待处理");
        mending.unskip(ImportFixture.CLERK, batch.id(), List.of(4));
        assertThat(files.get(batch.id()).correctRows()).isEqualTo(1);
    }

    @Test
    void warnsOfDuplicates() {
        Batch first = files.check(book.id(), "甲.xlsx", ImportFixture.xlsx(ImportFixture.row(number + 1, 77)));
        imports.post(ImportFixture.CLERK, first.id(), first.version(), 1, 0);
        jobs.drain();
        Batch second = files.check(
                book.id(),
                "乙.xlsx",
                ImportFixture.xlsx(
                        ImportFixture.row(number + 1, 77),
                        ImportFixture.row(number + 2, 5),
                        ImportFixture.row(number + 2, 5)));
        assertThat(second.state()).isEqualTo("可入账");
        assertThat(second.warnedRows()).isEqualTo(2);
        assertThat(rows.groups(second.id()))
                .extracting(StagedRows.Group::code)
                .containsExactlyInAnyOrder("E-IMP-110", "E-IMP-111");
    }

    @Test
    void replacesTheFile() {
        Batch batch = files.check(
                book.id(),
                "原.xlsx",
                ImportFixture.xlsx(ImportFixture.row(number + 1, "?"), ImportFixture.row(number + 2, 2)));
        files.look("改.csv", ImportFixture.utf8(ImportFixture.csv(List.of(ImportFixture.row(number + 1, "1,000.00")))));
        imports.replace(ImportFixture.CLERK, batch.id(), batch.version(), files.lastFile());
        Batch replaced = files.checked(batch);
        assertThat(replaced.state()).isEqualTo("可入账");
        assertThat(replaced.correctFen()).isEqualTo(100_000);
        assertThat(replaced.fileName()).isEqualTo("改.csv");
        assertThat(replaced.generation()).isEqualTo(2);
    }

    @Test
    void checksAgainAfterAProjectWasAdded() {
        Batch batch = files.check(
                book.id(),
                "新项目.xlsx",
                ImportFixture.xlsx(ImportFixture.row(number + 1, 9, 9, "项目支出", 5, "N" + number)));
        assertThat(batch.wrongRows()).isEqualTo(1);
        database.sql(
                        "insert into accounts.project (book_id, unit_id, code, name, updated_by) values (:book, :unit, :code, '新', '测试')")
                .param("book", book.id())
                .param("unit", fixture.units().own().id())
                .param("code", "N" + number)
                .update();
        imports.checkAgain(ImportFixture.CLERK, batch.id(), batch.version(), null);
        assertThat(files.checked(batch).state()).isEqualTo("可入账");
    }

    @Test
    void failsWholeWhenTheColumnsAreMissing() {
        Inspection.Found found = files.look("怪.csv", ImportFixture.utf8("甲,乙,丙\r\n1,2,3\r\n"));
        Mapping mapping = new Mapping(
                "expense",
                "",
                1,
                1,
                "元",
                false,
                Map.of(
                        "unit", new Mapping.Source(List.of("单位"), null, null),
                        "date", new Mapping.Source(List.of("日期"), null, null),
                        "fund", new Mapping.Source(null, "一般公共预算", null),
                        "nature", new Mapping.Source(null, "基本支出", null),
                        "functionalCode", new Mapping.Source(null, "2101501", null),
                        "amount", new Mapping.Source(List.of("金额"), null, null)));
        Batch batch = files.checked(imports.create(ImportFixture.CLERK, book.id(), found.fileId(), "", mapping));
        assertThat(batch.state()).isEqualTo("失败");
        assertThat(batch.failure()).contains("单位（单位）", "金额（金额）");
        Batch discarded = imports.discard(ImportFixture.CLERK, batch.id(), batch.version(), "换文件");
        assertThat(discarded.state()).isEqualTo("已作废");
    }
}
