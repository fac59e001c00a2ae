package org.tongchou.accounts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.Golden;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSinkTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    Path folder;

    @Test
    void namesTheFieldsOfDocumentsTablesAndChecks() throws IOException {
        JsonNode document = write(SampleAudit.of("样例市医疗保障局")).get("documents").get(0);
        assertThat(document.propertyNames())
                .containsExactly("file", "meta", "tables", "narrative", "checks", "problems");
        assertThat(document.get("meta").propertyNames())
                .containsExactly("file", "region", "bureau", "year", "kind", "unit", "units");
        assertThat(document.get("tables").get(0).propertyNames())
                .containsExactly("key", "topic", "form", "title", "unit", "columns", "where", "rows");
        assertThat(document.get("checks").get(0).propertyNames())
                .containsExactly(
                        "id",
                        "check",
                        "group",
                        "result",
                        "class",
                        "expression",
                        "left",
                        "right",
                        "diff",
                        "tolerance",
                        "unit",
                        "where",
                        "message");
        assertThat(document.get("problems").get(0).propertyNames())
                .containsExactly("code", "where", "found", "message");
        assertThat(document.get("narrative").get(0).propertyNames())
                .containsExactly("key", "value", "unit", "where", "quote_start");
    }

    @Test
    void theWholeAnswerIsAsRecorded() throws IOException {
        String pretty = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(write(SampleAudit.of("样例市医疗保障局")));
        Golden.assertRecorded("audit.json", pretty.replace("\r\n", "\n") + "\n");
    }

    @Test
    void keepsRowsAsPrintedWithNumbersInTheUnitOfTheTable() throws IOException {
        JsonNode tables =
                write(SampleAudit.of("样例市医疗保障局")).get("documents").get(0).get("tables");
        assertThat(tables.get(0).get("rows").get(0)).isEqualTo(read("""
                        {"side":"收入","line":1,"code":null,"name":"本年收入合计","values":{"决算数":100},"where":"L3"}"""));
        assertThat(tables.get(0).get("rows").get(1)).isEqualTo(read("""
                        {"side":"支出","code":null,"resolved_code":"208","name":"一、社会保障和就业支出",
                         "values":{"决算数":null},"where":"L3"}"""));
        assertThat(tables.get(1).get("rows").get(2).get("resolved_code").asString())
                .isEqualTo("2080505");
        assertThat(tables.get(1).get("rows").get(1).has("resolved_code")).isFalse();
        assertThat(tables.get(1).get("rows").get(1).get("values").get("本年支出合计").decimalValue())
                .isEqualTo(new BigDecimal("89.01"));
    }

    @Test
    void listsEconomicTablesFlat() throws IOException {
        JsonNode table = write(SampleAudit.of("样例市医疗保障局"))
                .get("documents")
                .get(0)
                .get("tables")
                .get(2);
        assertThat(table.get("key").asString()).isEqualTo("T02");
        assertThat(table.has("form")).isFalse();
        assertThat(table.get("rows").get(0)).isEqualTo(read("""
                        {"code":"301","name":"工资福利支出","amount":600000,"where":"L20"}"""));
        assertThat(table.get("rows").get(1).get("amount").isNull()).isTrue();
    }

    @Test
    void writesSeveralDocumentsToAFileOnlyWhenFinished() throws IOException {
        Path target = folder.resolve("deep/out.json");
        try (JsonSink sink = JsonSink.to(target)) {
            sink.accept(SampleAudit.of("样例市医疗保障局"));
            sink.accept(SampleAudit.unreadable("空.txt"));
            assertThat(target).doesNotExist();
            sink.finish();
        }
        assertThat(MAPPER.readTree(Files.readString(target)).get("documents").size())
                .isEqualTo(2);
    }

    @Test
    void leavesNothingBehindWhenNotFinished() throws IOException {
        try (JsonSink sink = JsonSink.to(folder.resolve("out.json"))) {
            sink.accept(SampleAudit.of("样例市医疗保障局"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static JsonNode write(AuditedFile file) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (JsonSink sink = JsonSink.to(stream)) {
            sink.accept(file);
            sink.finish();
        }
        return read(stream.toString(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
