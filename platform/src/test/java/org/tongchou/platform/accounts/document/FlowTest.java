package org.tongchou.platform.accounts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** From draft to publication and correction. */
@PlatformTest
class FlowTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DocumentFlow flow;

    @Autowired
    private DocumentStore store;

    @Autowired
    private Drafts drafts;

    @Autowired
    private WordsService words;

    @Autowired
    private DocumentLimits limits;

    @Autowired
    private DocumentTasks tasks;

    @Autowired
    private StoredFiles files;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private PublishingJob publishing;

    @Autowired
    private Clock clock;

    private DocumentFixture fixture;
    private long id;

    @BeforeEach
    void create() {
        fixture = DocumentFixture.get(beans);
        database.sql("alter table accounts.document_version disable trigger document_version_locked")
                .update();
        for (String table : List.of("document_trail", "document_words_history", "document_words", "document_version")) {
            database.sql("delete from accounts." + table).update();
        }
        database.sql("delete from accounts.document").update();
        database.sql("alter table accounts.document_version enable trigger document_version_locked")
                .update();
        id = flow.create(DocumentFixture.EDITOR, fixture.bureau(), 2024, DocumentKind.FINAL, "万元");
    }

    @Test
    void goesFromDraftToPublicationAndTheFilesHold() {
        giveReasons();
        flow.submit(DocumentFixture.EDITOR, id, version(), "请审核");
        assertThat(tasks.waitingFor(DocumentFixture.REVIEWER))
                .extracting(Task::title)
                .contains("审核 2024 年度部门决算（样例市医疗保障局）");
        LocalDate today = LocalDate.now(clock);
        flow.approve(DocumentFixture.REVIEWER, id, version(), today, "样医保批〔2025〕1 号", "同意");
        assertThat(latest().dueOn()).isEqualTo(today.plusDays(20));
        flow.publish(DocumentFixture.PUBLISHER, id, version());
        jobs.drain();
        assertThat(latest().state()).isEqualTo(State.PUBLISHED);
        for (Format format : Format.values()) {
            Path file = files.path(files.get(store.file(latest().id(), format).orElseThrow()));
            assertThat(Composed.audit(file).with(Outcome.FAIL))
                    .as(format.extension())
                    .extracting(CheckResult::expression)
                    .isEmpty();
        }
        assertThatThrownBy(
                        () -> database.sql("update accounts.document_version set watermark = 0 where document_id = :id")
                                .param("id", id)
                                .update())
                .hasMessageContaining("不能修改或删除");
        assertThatThrownBy(() -> flow.publish(DocumentFixture.PUBLISHER, id, version()))
                .hasMessageContaining("已公开");
        assertThatThrownBy(() -> words.put(DocumentFixture.EDITOR, id, Words.REASON, "收入合计", "晚了", 1))
                .hasMessageContaining("不能修改");
        startedAgainItDoesNothingTwice();
        aCorrectionShowsWhatChanged();
    }

    private void startedAgainItDoesNothingTwice() {
        long before = count();
        assertThat(catchThrowable(() -> publishing.run(new FakeRun(latest().id()))))
                .isNull();
        assertThat(count()).isEqualTo(before);
    }

    private void aCorrectionShowsWhatChanged() {
        assertThatThrownBy(() -> flow.correct(DocumentFixture.EDITOR, id, version(), " "))
                .hasMessageContaining("原因");
        flow.correct(DocumentFixture.EDITOR, id, version(), "补记一笔公务接待支出");
        ledger.postOne(
                BookFixture.CLERK,
                fixture.books().book().id(),
                fixture.entry(fixture.own(), EntryKind.EXPENSE, "2101501", "30217", "一般公共预算", "基本支出", null, 1_000_00L));
        DocumentVersion first = store.version(id, 1);
        DocumentVersion second = store.version(id, null);
        Document document = store.get(DocumentFixture.EDITOR, id);
        DocumentDifference difference =
                DocumentDifference.between(drafts.open(document, first), drafts.open(document, second));
        assertThat(difference.cells()).anySatisfy(cell -> {
            assertThat(cell.topic()).isEqualTo("三公经费");
            assertThat(cell.row()).isEqualTo("公务接待费");
            assertThat(cell.beforeFen()).isEqualTo(3_210_00L);
            assertThat(cell.afterFen()).isEqualTo(4_210_00L);
        });
        assertThat(difference.figures())
                .extracting(DocumentDifference.FigureChange::key)
                .contains("三公/公务接待费", "支出合计", "年末结转和结余");
        assertThat(difference.texts()).isNotEmpty();
        assertThat(second.number()).isEqualTo(2);
        giveReasons();
        flow.submit(DocumentFixture.EDITOR, id, version(), "");
        flow.approve(DocumentFixture.REVIEWER, id, version(), LocalDate.now(clock), "批〔2025〕2 号", "");
        flow.publish(DocumentFixture.PUBLISHER, id, version());
        jobs.drain();
        assertThat(store.versions(id)).extracting(DocumentVersion::state).containsOnly(State.PUBLISHED);
    }

    @Test
    void submissionNamesTheReasonsThatAreMissing() {
        assertThatThrownBy(() -> flow.submit(DocumentFixture.EDITOR, id, version(), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("须说明原因")
                .hasMessageContaining("收入合计");
    }

    @Test
    void laterEntriesDoNotChangeWhatWasSubmitted() {
        giveReasons();
        flow.submit(DocumentFixture.EDITOR, id, version(), "");
        Document document = store.get(DocumentFixture.EDITOR, id);
        String before = SnapshotJson.digest(drafts.open(document, latest()).snapshot());
        ledger.postOne(
                BookFixture.CLERK,
                fixture.books().book().id(),
                fixture.entry(fixture.own(), EntryKind.EXPENSE, "2101501", "30201", "一般公共预算", "基本支出", null, 5_000_00L));
        Snapshot after = store.snapshot(latest().id());
        assertThat(SnapshotJson.digest(after)).isEqualTo(before);
        assertThat(new Composed(after).derived().publication())
                .isEqualTo(drafts.open(document, latest()).derived().publication());
    }

    @Test
    void stepsOutOfOrderAndOwnApprovalsAreRefused() {
        assertThatThrownBy(
                        () -> flow.approve(DocumentFixture.REVIEWER, id, version(), LocalDate.now(clock), "批 1 号", ""))
                .hasMessageContaining("现在是“草稿”，不能批复");
        assertThatThrownBy(() -> flow.publish(DocumentFixture.PUBLISHER, id, version()))
                .hasMessageContaining("不能公开");
        giveReasons();
        flow.submit(DocumentFixture.EDITOR, id, version(), "");
        assertThatThrownBy(() -> flow.approve(DocumentFixture.EDITOR, id, version(), LocalDate.now(clock), "批 1 号", ""))
                .hasMessageContaining("提交人不能批复");
        assertThatThrownBy(() -> flow.approve(
                        DocumentFixture.REVIEWER,
                        id,
                        version(),
                        LocalDate.now(clock).plusDays(1),
                        "批 1 号",
                        ""))
                .hasMessageContaining("批复日期");
        assertThatThrownBy(() -> flow.approve(DocumentFixture.REVIEWER, id, version(), LocalDate.now(clock), " ", ""))
                .hasMessageContaining("批复文号");
        assertThatThrownBy(() -> flow.withdraw(DocumentFixture.REVIEWER, id, version(), ""))
                .hasMessageContaining("只有提交人");
        assertThatThrownBy(() -> flow.sendBack(DocumentFixture.REVIEWER, id, version(), " "))
                .hasMessageContaining("原因");
        flow.sendBack(DocumentFixture.REVIEWER, id, version(), "请补充说明");
        assertThat(latest().state()).isEqualTo(State.DRAFT);
        flow.submit(DocumentFixture.EDITOR, id, version(), "");
        flow.withdraw(DocumentFixture.EDITOR, id, version(), "再核对");
        assertThat(latest().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsToldReadably() throws Exception {
        Callable<Object> write = () -> {
            try {
                return words.put(DocumentFixture.EDITOR, id, Words.REASON, "收入合计", "补助增加", 0);
            } catch (Refusal refusal) {
                return refusal;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = threads.invokeAll(List.of(write, write));
            List<Object> results = List.of(both.get(0).get(), both.get(1).get());
            assertThat(results).hasAtLeastOneElementOfType(Words.DocumentWord.class);
            assertThat(results)
                    .filteredOn(Refusal.class::isInstance)
                    .singleElement()
                    .satisfies(refusal -> assertThat(((Refusal) refusal).getMessage())
                            .contains("已被编制人于")
                            .contains("请刷新后核对再改"));
        } finally {
            threads.shutdown();
        }
        assertThatThrownBy(() -> flow.submit(DocumentFixture.EDITOR, id, version() - 1, ""))
                .hasMessageContaining("已被编制人于");
    }

    @Test
    void overdueDocumentsStandInTheQueue() {
        giveReasons();
        flow.submit(DocumentFixture.EDITOR, id, version(), "");
        flow.approve(
                DocumentFixture.REVIEWER, id, version(), LocalDate.now(clock).minusDays(30), "批 1 号", "");
        assertThat(tasks.waitingFor(DocumentFixture.PUBLISHER)).singleElement().satisfies(task -> {
            assertThat(task.state()).isEqualTo("已超过公开期限，请立即公开");
            assertThat(task.due()).isEqualTo(LocalDate.now(clock).minusDays(10));
        });
    }

    private long count() {
        return database.sql("select count(*) from accounts.document_trail where action = '公开'")
                .query(Long.class)
                .single();
    }

    private record FakeRun(long version) implements JobRun {
        @Override
        public long id() {
            return 1;
        }

        @Override
        public Actor actor() {
            return DocumentFixture.PUBLISHER;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("version", Long.toString(version));
        }

        @Override
        public void progress(long done, long total, String message) {
            // nobody watches
        }

        @Override
        public void stopIfCancelled() {
            // nobody cancels
        }

        @Override
        public void result(Map<String, ?> result) {
            // nobody reads it
        }
    }

    private void giveReasons() {
        Document document = store.get(DocumentFixture.EDITOR, id);
        ReasonRule.apply(drafts.open(document, latest()), limits.of(2024)).stream()
                .filter(ReasonRule.DocumentReason::missing)
                .forEach(wanted -> words.put(DocumentFixture.EDITOR, id, Words.REASON, wanted.key(), "中央补助资金增加。", 0));
    }

    private DocumentVersion latest() {
        return store.version(id, null);
    }

    private int version() {
        return latest().version();
    }
}
