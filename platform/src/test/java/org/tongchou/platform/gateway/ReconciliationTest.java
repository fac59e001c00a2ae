package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.ClearingDesk.CLERK;
import static org.tongchou.platform.gateway.ClearingDesk.good;
import static org.tongchou.platform.gateway.ClearingDesk.sum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.JsonApi;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.gateway.ClearingDesk.Paid;
import org.tongchou.platform.gateway.file.WireFiles;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;

/** What a hospital holds against the centre's books, by its system, and what the desk sees and does of it. */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private WireFiles files;

    @Autowired
    private TransactionTemplate transaction;

    private JsonApi api;
    private ClearingDesk desk;

    @BeforeAll
    void open(@Autowired ApplicationContext context, @Autowired MockMvcTester http) {
        api = new JsonApi(http);
        desk = ClearingDesk.open(context, port);
    }

    @AfterAll
    void release() {
        MovableClock.release();
    }

    @Test
    void differencesThatWerePlantedAreFoundAndNoneIsInvented() {
        MovableClock.release();
        Hospital hospital = desk.counter.other;
        List<Paid> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            rows.add(desk.pay(hospital, (100 + 13 * i) + ".50"));
        }
        rows.add(desk.back(hospital, rows.get(6)));
        List<String> all = rows.stream().map(Paid::line).toList();
        JsonNode even = desk.compare(all, rows, BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(even.get("infcode").asInt()).as(even.toString()).isZero();
        assertThat(result(even)).isEmpty();

        List<Paid> told = new ArrayList<>(rows.subList(1, rows.size()));
        List<String> lines = new ArrayList<>(told.stream().map(Paid::line).toList());
        String changed = rows.get(2).line().replace(rows.get(2).text("medfee_sumamt"), "999.00");
        lines.set(1, changed);
        BigDecimal more = new BigDecimal("999.00").subtract(rows.get(2).yuan("medfee_sumamt"));
        lines.add("359900000000000000000001\t3599001\tP1\t10.00\t5.00\t0\t0");
        JsonNode uneven = desk.compare(lines, told, more.add(new BigDecimal("10")), new BigDecimal("5"));
        assertThat(uneven.get("infcode").asInt()).as(uneven.toString()).isZero();
        List<List<String>> found = result(uneven);
        assertThat(found).hasSize(3);
        assertThat(found.get(0))
                .as("only here: with the message to undo it by, without the ids")
                .startsWith(rows.get(0).person(), "null", "null", rows.get(0).text("medins_setl_id"), "1", "0");
        assertThat(found.get(1).get(2)).isEqualTo(rows.get(2).text("setl_id"));
        assertThat(found.get(1).get(4)).isEqualTo("3");
        assertThat(found.get(2).get(2)).isEqualTo("359900000000000000000001");
        assertThat(found.get(2).get(4)).isEqualTo("2");
        assertThat(OutpatientDesk.fault(desk.compare(lines, told, BigDecimal.ZERO, BigDecimal.ZERO)))
                .as("a header that is not the file's sum")
                .startsWith("[E-SET-200]");
        deskSees(rows);
    }

    private List<List<String>> result(JsonNode answer) {
        String number = answer.at("/output/fileinfo/file_qury_no").asString();
        assertThat(OutpatientDesk.fault(
                        desk.counter.hospital.call("9102", """
                        {"fsDownloadIn": {"file_qury_no": "%s", "filename": "a", "fixmedins_code": "%s"}}""".formatted(number, OutpatientDesk.HOSPITAL))))
                .as("another institution does not see the file")
                .startsWith("[E-GWY-092]");
        Path file = Objects.requireNonNull(transaction.execute(status -> files.find(OutpatientDesk.OTHER, number)));
        try (ZipInputStream zip = new ZipInputStream(java.nio.file.Files.newInputStream(file))) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deskSees(List<Paid> rows) {
        JsonNode list = api.get(CLERK, "/api/settlement/reconciliations?text=" + OutpatientDesk.OTHER + "&result=不平");
        long id = list.at("/items/0/id").asLong();
        assertThat(list.at("/items/0/open").asInt()).isEqualTo(3);
        JsonNode view = api.post(
                CLERK, "/api/settlement/reconciliations/" + id + "/differences/1/note", "{\"note\": \"机构漏传\"}");
        assertThat(view.at("/reconciliation/open").asInt()).isEqualTo(2);
        assertThat(view.at("/lines/0/note").asString()).isEqualTo("机构漏传");
        String days = "/api/settlement/reconciliations/days?text=%s&from=%s&to=%s"
                .formatted(OutpatientDesk.OTHER, desk.counter.today, desk.counter.today);
        assertThat(api.get(CLERK, days).at("/items/0/state").asString()).isEqualTo("不平");
        assertThat(api.get(CLERK, days).at("/items/0/count").asInt()).isEqualTo(rows.size());
        JsonNode even = good(desk.counter.other, "3201", """
                {"data": {"insutype": "390", "clr_type": "11", "setl_optins": "359900", "stmt_begndate": "%s",
                "stmt_enddate": "%s", "medfee_sumamt": %s, "fund_pay_sumamt": %s, "acct_pay": 0, "fixmedins_setl_cnt": %d}}""".formatted(
                        desk.counter.today,
                        desk.counter.today,
                        sum(rows, "medfee_sumamt"),
                        sum(rows, "fund_pay_sumamt"),
                        rows.size()));
        assertThat(even.at("/stmtinfo/stmt_rslt").asString()).isEqualTo("0");
        assertThat(api.get(CLERK, days).at("/items/0/state").asString()).isEqualTo("已平");
        desk.pay(desk.counter.other, "20.00");
        assertThat(api.get(CLERK, days).at("/items/0/state").asString()).isEqualTo("对账后有变动");
    }
}
