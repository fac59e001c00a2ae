package org.tongchou.platform.catalogue.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.catalogue.kind.CatalogueRow;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.catalogue.kind.RowProblem;
import org.tongchou.platform.catalogue.kind.RowReader;
import org.tongchou.platform.web.Refusal;

/** Rows of a draft that are typed rather than imported. */
@Service
class TypedRows {
    private final Versions versions;
    private final JdbcClient database;

    TypedRows(Versions versions, JdbcClient database) {
        this.versions = versions;
        this.database = database;
    }

    /** Adds a row, given by the titles of its columns; refuses what an import would refuse. */
    @Transactional
    public Version add(long id, Map<String, @Nullable String> row) {
        Version version = versions.get(id);
        Kind kind = Kinds.get(version.kind());
        for (String title : row.keySet()) {
            if (!kind.columns().contains(title)) {
                throw Refusal.field("E-CAT-025", "字段", title, kind.name() + "目录的字段");
            }
        }
        List<String> cells = kind.columns().stream()
                .map(title -> Objects.requireNonNullElse(row.get(title), ""))
                .toList();
        int line = database.sql("select coalesce(max(line), 0) + 1 from catalogue.draft_row where version_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        List<RowProblem> problems = new ArrayList<>();
        CatalogueRow read = new RowReader(kind).read(line, cells, problems::add).orElseThrow(() -> refusal(problems));
        versions.add(id, List.of(read));
        return versions.get(id);
    }

    private static Refusal refusal(List<RowProblem> problems) {
        RowProblem first = problems.get(0);
        return Refusal.field(first.code(), first.column(), first.value(), first.expected());
    }
}
