package org.tongchou.platform.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.tongchou.platform.accounts.register.Contract;
import org.tongchou.platform.accounts.register.Contracts;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Files of contracts and of three-public events go into their registers, whole or not at all, and come out again. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterImportTest {
    private static final PageQuery ALL = new PageQuery(1, 500, null);
    private static final String CONTRACTS = "合同编号,合同名称,采购单位,供应商,项目编码,采购类别,企业规模,合同金额,签订日期\r\n";
    private static final String EVENTS = "单位,日期,事项类别,团组名称,次数,人次,事由\r\n";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Imports imports;

    @Autowired
    private Mending mending;

    @Autowired
    private StagedRows rows;

    @Autowired
    private Contracts contracts;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private JdbcClient database;

    private ImportFixture files;
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
        number += 100;
    }

    private String contract(int offset, String... changes) {
        List<String> cells = new ArrayList<>(List.of(
                "HT-" + (number + offset), "办公设备采购", "100001", "样例商贸公司", "", "货物类", "小型企业", "12,800.50", "2024-05-06"));
        for (int i = 0; i < changes.length; i += 2) {
            cells.set(Integer.parseInt(changes[i]), changes[i + 1]);
        }
        return cells(cells);
    }

    private static String cells(List<String> cells) {
        return "\"" + String.join("\",\"", cells) + "\"\r\n";
    }

    private Batch check(String name, String content) {
        return files.check(book.id(), name, ImportFixture.utf8(content));
    }

    private Batch post(Batch batch) {
        imports.post(ImportFixture.CLERK, batch.id(), batch.version(), batch.correctRows(), batch.wrongRows());
        jobs.drain();
        return files.get(batch.id());
    }

    private List<String> registered(Batch batch) {
        return database.sql("""
                        select number || ' ' || name || ' ' || kind || ' ' || supplier || ' ' || sme || ' ' || micro || ' ' || fen
                            || ' ' || signed_on
                        from accounts.contract where batch_id = :batch and not cancelled order by number""").param("batch", batch.id()).query(String.class).list();
    }

    private Map<Integer, List<String>> wrong(Batch batch) {
        Map<Integer, List<String>> codes = new TreeMap<>();
        rows.list(batch.id(), "有误", null, null, null, null, ALL)
                .items()
                .forEach(row -> codes.put(
                        row.rowNo(),
                        row.problems().stream()
                                .map(problem -> problem.header() + problem.code() + problem.value())
                                .toList()));
        return codes;
    }

    @Test
    void registersContractsAndTakesTheBatchBack() {
        Batch batch = check(
                "政府采购合同.csv",
                CONTRACTS
                        + contract(1)
                        + contract(2, "6", "大型企业", "7", "300000")
                        + cells(List.of("合计", "", "", "", "", "", "", "312,800.50", "")));
        assertThat(batch.template()).isEqualTo("政府采购合同台账");
        assertThat(batch.kindName()).isEqualTo("政府采购合同");
        assertThat(batch.state()).as(batch.failure()).isEqualTo("可入账");
        assertThat(batch.correctFen()).isEqualTo(312_800_50L);
        assertThat(batch.skippedRows()).isEqualTo(1);
        assertThat(rows.sums(batch.id(), StagedRows.By.NATURE))
                .containsExactly(new StagedRows.Sum("货物", 2, 312_800_50L));
        List<Long> entries = files.sumAndCount(book.id());
        Batch posted = post(batch);
        assertThat(posted.state()).as(posted.failure()).isEqualTo("已入账");
        assertThat(registered(batch))
                .containsExactly(
                        "HT-" + (number + 1) + " 办公设备采购 货物 样例商贸公司 true true 1280050 2024-05-06",
                        "HT-" + (number + 2) + " 办公设备采购 货物 样例商贸公司 false false 30000000 2024-05-06");
        assertThat(rows.get(batch.id(), 2).entryId())
                .isEqualTo(database.sql("select id from accounts.contract where number = :number")
                        .param("number", "HT-" + (number + 1))
                        .query(Long.class)
                        .single());
        assertThat(files.sumAndCount(book.id())).isEqualTo(entries);
        Batch reversed = imports.reverse(ImportFixture.CLERK, batch.id(), posted.version(), "导错了");
        assertThat(reversed.state()).isEqualTo("已冲销");
        assertThat(registered(batch)).isEmpty();
        assertThat(database.sql("select distinct cancel_reason from accounts.contract where batch_id = :batch")
                        .param("batch", batch.id())
                        .query(String.class)
                        .list())
                .containsExactly("导错了");
        assertThat(check("政府采购合同.csv", CONTRACTS + contract(1) + contract(3)).state())
                .isEqualTo("可入账");
    }

    @Test
    void takesBackOnlyWhatIsWithinTheScope() {
        Batch batch = check("采购合同两家.csv", CONTRACTS + contract(1) + contract(2, "2", "100002"));
        Batch posted = post(batch);
        long own = fixture.units().own().id();
        Actor clerk = ImportFixture.CLERK;
        Actor moved = new Actor(
                clerk.userId(),
                clerk.userName(),
                clerk.displayName(),
                own,
                List.of(own),
                false,
                clerk.roles(),
                clerk.rights());
        assertThatThrownBy(() -> imports.reverse(moved, batch.id(), posted.version(), "导错了"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("该单位不在您的数据范围内");
        assertThat(registered(batch)).hasSize(2);
        assertThat(files.get(batch.id()).state()).isEqualTo("已入账");
    }

    @Test
    void tellsEveryWrongCellOfContracts() {
        Batch batch = check(
                "采购合同有误.csv",
                CONTRACTS
                        + contract(1)
                        + contract(2, "2", "某局", "5", "其他", "6", "外资", "7", "面议", "8", "2023-12-31")
                        + contract(3, "0", "", "1", "", "3", "", "7", "0")
                        + contract(4, "4", "没有的项目"));
        assertThat(batch.state()).isEqualTo("待处理");
        assertThat(batch.correctRows()).isEqualTo(1);
        assertThat(wrong(batch))
                .containsEntry(
                        3,
                        List.of(
                                "合同金额E-IMP-107面议",
                                "采购单位E-IMP-104某局",
                                "企业规模E-IMP-108外资",
                                "采购类别E-BKS-410其他",
                                "签订日期E-BKS-4022023-12-31"))
                .containsEntry(4, List.of("合同编号E-PLT-020", "合同名称E-PLT-020", "供应商E-PLT-020", "合同金额E-PLT-0220"))
                .containsEntry(5, List.of("项目编码E-IMP-105没有的项目"));
        assertThat(post(batch).leftOutRows()).isEqualTo(3);
        assertThat(registered(batch)).hasSize(1);
    }

    @Test
    void refusesANumberThatIsTakenUntilItIsMended() {
        contracts.create(
                BookFixture.CLERK,
                new Contract.Request(
                        book.id(),
                        fixture.units().own().id(),
                        null,
                        "HT-" + (number + 1),
                        "早先登记",
                        "服务",
                        "某公司",
                        false,
                        false,
                        100L,
                        java.time.LocalDate.of(2024, 1, 2),
                        null));
        Batch batch = check("采购合同重号.csv", CONTRACTS + contract(1) + contract(2) + contract(2, "1", "另一份"));
        assertThat(wrong(batch))
                .containsEntry(2, List.of("整行E-IMP-112HT-" + (number + 1)))
                .containsEntry(4, List.of("整行E-IMP-112HT-" + (number + 2)));
        StagedRows.Row first = rows.get(batch.id(), 3);
        mending.mend(ImportFixture.CLERK, batch.id(), 3, first.version(), Map.of(0, "HT-" + (number + 5)));
        assertThat(wrong(batch)).containsOnlyKeys(2);
        mending.skip(ImportFixture.CLERK, batch.id(), List.of(2), "已登记");
        Batch ready = files.get(batch.id());
        assertThat(ready.state()).isEqualTo("可入账");
        assertThat(ready.correctRows()).isEqualTo(2);
    }

    @Test
    void postsNothingWhenANumberWasTakenMeanwhile() {
        Batch batch = check("采购合同抢号.csv", CONTRACTS + contract(1) + contract(2));
        Batch other = check("采购合同先到.csv", CONTRACTS + contract(2, "1", "先到的"));
        assertThat(post(other).state()).isEqualTo("已入账");
        Batch refused = post(batch);
        assertThat(refused.state()).isEqualTo("待处理");
        assertThat(refused.failure()).contains("没有任何一行入账", "HT-" + (number + 2));
        assertThat(registered(batch)).isEmpty();
    }

    @Test
    void registersEventsAndTakesTheBatchBack() {
        Batch batch = check(
                "三公事项.csv",
                EVENTS
                        + cells(List.of("100001", "2024-03-05", "国内公务接待", "外市调研组" + number, "1", "6", "经办规程调研"))
                        + cells(List.of("100002", "2024-09-10", "出国", "培训团" + number, "", "3", "培训"))
                        + cells(List.of("100001", "2024-11-01", "购车", "应急车" + number, "2", "", ""))
                        + cells(List.of("100001", "2024-11-02", "宴请", "某团", "0", "很多", "")));
        assertThat(batch.template()).isEqualTo("“三公”事项台账");
        assertThat(batch.correctRows()).isEqualTo(3);
        assertThat(wrong(batch)).containsEntry(5, List.of("人次E-IMP-109很多", "事项类别E-BKS-430宴请", "次数E-BKS-4310"));
        Batch posted = post(batch);
        assertThat(posted.state()).as(posted.failure()).isEqualTo("已入账");
        assertThat(events(batch)).containsExactly("因公出国 1 3", "公务接待 1 6", "公务用车购置 2 0");
        Batch again = check(
                "三公事项二.csv",
                EVENTS + cells(List.of("100001", "2024-03-05", "公务接待", "外市调研组" + number, "1", "6", "经办规程调研")));
        assertThat(rows.groups(again.id())).extracting(StagedRows.Group::code).containsExactly("E-IMP-111");
        imports.reverse(ImportFixture.CLERK, batch.id(), posted.version(), "重新整理");
        assertThat(events(batch)).isEmpty();
        assertThatThrownBy(() -> imports.reverse(ImportFixture.CLERK, batch.id(), posted.version() + 1, "再来"))
                .hasMessageContaining("已冲销");
    }

    private List<String> events(Batch batch) {
        return database.sql("""
                        select kind || ' ' || times || ' ' || people from accounts.three_public_event
                        where batch_id = :batch and not cancelled
                        order by array_position(array['因公出国', '公务接待', '公务用车购置'], kind)""").param("batch", batch.id()).query(String.class).list();
    }
}
