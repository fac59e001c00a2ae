package org.tongchou.platform.catalogue.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongchou.platform.catalogue.kind.CatalogueRow;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.RowProblem;
import org.tongchou.platform.catalogue.kind.RowReader;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Finishing;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.web.Actor;

/** The import of one kind of catalogue: its rows become a draft, which a second person releases. */
final class CatalogueIntake implements ReversibleIntake {
    private static final List<Field> PARAMETERS = List.of(
            Field.of("label", "版本名称", Field.Type.TEXT, "2026年第1期").mandatory().atMost(100),
            Field.of("source", "来源", Field.Type.TEXT, "样例市〔2026〕1号").mandatory(),
            Field.of("effective", "生效日期", Field.Type.DATE, "2026-01-01").mandatory(),
            Field.of("complete", "是否全量（全量时，文件中没有的项目终止）", Field.Type.FLAG, "是").mandatory());

    private static final int LONGEST = 4000;

    private final Kind kind;
    private final Versions versions;
    private final RowReader reader;

    CatalogueIntake(Kind kind, Versions versions) {
        this.kind = kind;
        this.versions = versions;
        this.reader = new RowReader(kind);
    }

    @Override
    public String kind() {
        return "catalogue." + kind.key();
    }

    @Override
    public String name() {
        return kind.name() + "目录（" + kind.transaction() + "）";
    }

    @Override
    public String right() {
        return "catalogue.version.edit";
    }

    @Override
    public List<Field> fields() {
        return kind.columns().stream()
                .map(title -> Field.of(key(title), title, Field.Type.TEXT, example(title))
                        .atMost(LONGEST))
                .toList();
    }

    private String example(String title) {
        return kind.words().getOrDefault(title, Map.of()).keySet().stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    private String key(String title) {
        return "c" + (kind.at(title) + 1);
    }

    @Override
    public List<Field> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> key() {
        return Stream.of(Optional.of(kind.code()), Optional.ofNullable(kind.part()), Optional.ofNullable(kind.begins()))
                .flatMap(Optional::stream)
                .map(this::key)
                .toList();
    }

    @Override
    public List<String> layout() {
        return kind.columns().stream().map(this::key).toList();
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        Versions.effective(request(parameters).effective());
    }

    @Override
    public void check(Checking batch) {
        batch.rows(rows -> rows.forEach(row ->
                read(row, problem -> batch.problem(row, key(problem.column()), problem.code(), problem.expected()))));
    }

    @Override
    public void post(Posting part) {
        List<CatalogueRow> rows = new ArrayList<>(part.rows().size());
        for (IntakeRow row : part.rows()) {
            read(row, problem -> part.reject(row, key(problem.column()), problem.code(), problem.expected()))
                    .ifPresent(rows::add);
        }
        Version version = versions.findByBatch(part.batch())
                .orElseGet(() -> versions.begin(part.actor(), request(part.parameters()), part.batch()));
        versions.add(version.id(), rows);
    }

    @Override
    public void finish(Finishing batch) {
        versions.findByBatch(batch.batch()).ifPresent(version -> {
            Version compared = versions.compare(batch.actor(), version.id());
            batch.note("与现行目录比对：新增 %d、变更 %d、终止 %d、不变 %d；相互矛盾 %d 行，时段有空档 %d 行。请另一人在“目录版本”中复核后发布"
                    .formatted(
                            compared.added(),
                            compared.changed(),
                            compared.ended(),
                            compared.unchanged(),
                            compared.wrong(),
                            compared.gaps()));
        });
    }

    @Override
    public void reverse(Reversing part) {
        versions.findByBatch(part.batch())
                .filter(version -> !version.state().equals(Version.DISCARDED))
                .ifPresent(version -> versions.discard(part.actor(), version.id(), part.reason()));
    }

    private Optional<CatalogueRow> read(IntakeRow row, Consumer<RowProblem> problems) {
        List<String> cells = IntStream.rangeClosed(1, kind.columns().size())
                .mapToObj(at -> row.text("c" + at))
                .toList();
        return reader.read(row.number(), cells, problems);
    }

    private Version.Request request(Map<String, String> parameters) {
        return new Version.Request(
                kind.key(),
                parameters.get("label"),
                parameters.get("source"),
                LocalDate.parse(parameters.getOrDefault("effective", "")),
                "是".equals(parameters.get("complete")));
    }
}
