package org.tongchou.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.bench.FieldComparison.Share;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.report.PerformanceJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document agrees with a key made of itself; what is changed in the key, or in the document, is counted. */
class PerformanceComparisonTest {
    private static final AccountsDocument CLEAN = CleanDocument.read();
    private static final Audit AUDIT = audit(CLEAN);

    /** Performance alone: the document has no accounts that could be checked. */
    private static Audit audit(AccountsDocument document) {
        Audit whole = Main.audit(document);
        List<CheckResult> results = whole.results().stream()
                .filter(result -> KeyFailures.ofPerformance(result.group()))
                .toList();
        return new Audit(whole.document(), results, whole.supplements());
    }

    /** The audit of the document with an error of this kind. */
    private static Audit auditWith(String kind) {
        return SheetErrors.all(PerformanceAuditor.standard().audit(CLEAN).document()).stream()
                .filter(candidate -> candidate.id().equals(kind))
                .findFirst()
                .flatMap(found -> found.planter().plant(new Specimen(CLEAN), new Random(1)))
                .map(planted -> audit(AccountsReader.recognise(planted.raw())))
                .orElseThrow();
    }

    private static ObjectNode key() {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.set("performance", PerformanceJson.of(PerformanceAuditor.standard().audit(CLEAN)));
        key.putArray("checks");
        return key;
    }

    private static PerformanceComparison compare(Audit audit, JsonNode key) {
        return PerformanceComparison.compare(audit, key).orElseThrow();
    }

    private static ObjectNode indicator(JsonNode key, int sheet, int index) {
        return (ObjectNode) key.at("/performance/tables/" + sheet + "/indicators/" + index);
    }

    @Test
    void agreesWithItself() {
        PerformanceComparison same = compare(AUDIT, key());

        assertThat(same.notes()).isEmpty();
        assertThat(same.clean()).isTrue();
        assertThat(same.tables()).isEqualTo(new Share(3, 3));
        assertThat(same.reports()).isEqualTo(new Share(2, 2));
        assertThat(same.sheets().right()).isGreaterThan(400);
        assertThat(same.prose().right()).isGreaterThan(150);
        assertThat(same.reproduced().part())
                .isEqualTo(same.reproduced().whole())
                .isPositive();
        assertThat(same.unexplained()).isEqualTo(new Share(0, 0));
    }

    @Test
    void countsEveryFieldThatDiffers() {
        ObjectNode key = key();
        indicator(key, 0, 1).put("target", 21).put("level2", "质量指标");
        indicator(key, 1, 0).put("reproduced", false);
        ((ObjectNode) key.at("/performance/reports/0")).put("grade", "良");

        PerformanceComparison comparison = compare(AUDIT, key);

        assertThat(comparison.sheets().wrong()).isEqualTo(3);
        assertThat(comparison.prose().wrong()).isEqualTo(1);
        assertThat(comparison.unexplained()).isEqualTo(new Share(0, 1));
        assertThat(comparison.clean()).isFalse();
        assertThat(comparison.notes())
                .contains("tables[1].indicators[建成乡镇医保服务站数量].target：应为 21，读到 20")
                .contains("reports[1].grade：应为 \"良\"，读到 \"优\"");
    }

    @Test
    void countsWhatIsNotThere() {
        ObjectNode key = key();
        key.withArray("/performance/tables").addObject().put("project", "另一项目").put("grade", "优");

        PerformanceComparison comparison = compare(AUDIT, key);

        assertThat(comparison.tables()).isEqualTo(new Share(3, 4));
        assertThat(comparison.sheets().missing()).isEqualTo(2);
        assertThat(comparison.clean()).isFalse();
    }

    @Test
    void spacesWidthsFormulasAndTheRestOfAReasonMeanNothing() {
        ObjectNode key = key();
        indicator(key, 0, 1).put("reason", "两处 选址调整").put("rule", "proportional 分值*完成值/目标值");
        ((ObjectNode) key.at("/performance/tables/2")).put("title", "项目支出绩效自评表(一)");

        assertThat(compare(AUDIT, key).notes()).isEmpty();

        indicator(key, 0, 1).putNull("reason");
        assertThat(compare(AUDIT, key).sheets().wrong()).isEqualTo(1);
    }

    @Test
    void aFailureIsTheSameByItsNumbersAStatementByItsLine() {
        Audit audit = auditWith("operator-turned");
        CheckResult found = audit.with(CheckResult.Outcome.FAIL).get(0);
        assertThat(found.check()).isEqualTo("perf.direction");

        assertThat(compare(audit, key()).failures().unsupported()).isEqualTo(1);
        assertThat(compare(audit, failing("perf.consistency", BigDecimal.ONE)).failures())
                .extracting(KeyFailures::genuine, KeyFailures::reported, KeyFailures::unsupported)
                .containsExactly(1, 0, 1);
        assertThat(compare(audit, failing("artefact", BigDecimal.ONE))
                        .failures()
                        .genuine())
                .isZero();
    }

    @Test
    void aWrongTotalIsReportedByItsNumbers() {
        Audit audit = auditWith("total-wrong");
        CheckResult total = audit.with(CheckResult.Outcome.FAIL).stream()
                .filter(result -> result.check().equals("perf.total"))
                .findFirst()
                .orElseThrow();
        ObjectNode key = failing("perf.total", total.left());
        ((ObjectNode) key.at("/checks/0")).put("right", total.right());

        assertThat(compare(audit, key).failures())
                .extracting(KeyFailures::genuine, KeyFailures::reported)
                .containsExactly(1, 1);
    }

    private static ObjectNode failing(String group, @Nullable BigDecimal left) {
        ObjectNode key = key();
        key.withArray("/checks")
                .addObject()
                .put("id", "x")
                .put("group", group)
                .put("holds", false)
                .put("class", "published_error")
                .put("left", left)
                .put("right", 0)
                .put("where", "L1");
        return key;
    }
}
