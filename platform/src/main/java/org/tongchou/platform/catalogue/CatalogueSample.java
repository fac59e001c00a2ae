package org.tongchou.platform.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.catalogue.kind.CatalogueRow;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.catalogue.kind.RowReader;
import org.tongchou.platform.catalogue.version.Version;
import org.tongchou.platform.catalogue.version.Versions;
import org.tongchou.platform.web.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The small synthetic catalogue of {@code catalogue/sample.yaml}, for demonstrations and tests. */
@Service
public class CatalogueSample {
    private final Versions versions;

    CatalogueSample(Versions versions) {
        this.versions = versions;
    }

    /**
     * Releases the sample for every kind that has nothing yet.
     *
     * @param clerk who takes it in
     * @param second who releases it, somebody else
     * @return rows that hold now
     */
    @Transactional
    public int load(Actor clerk, Actor second, LocalDate effective) {
        int rows = 0;
        for (Map.Entry<String, Table> each : read().entrySet()) {
            Kind kind = Kinds.get(each.getKey());
            if (!versions.released(kind.key())) {
                Version made = versions.begin(
                        clerk, new Version.Request(kind.key(), "样例目录", "随系统提供的样例，不是真实目录", effective, true), null);
                versions.add(made.id(), rows(kind, each.getValue()));
                versions.compare(clerk, made.id());
                rows += versions.release(second, made.id()).rowCount();
            }
        }
        return rows;
    }

    private static List<CatalogueRow> rows(Kind kind, Table table) {
        RowReader reader = new RowReader(kind);
        List<CatalogueRow> rows = new ArrayList<>();
        for (List<String> said : table.rows()) {
            List<String> cells = kind.columns().stream()
                    .map(title -> {
                        int at = table.columns().indexOf(title);
                        return at < 0 ? "" : said.get(at);
                    })
                    .toList();
            rows.add(reader.read(rows.size() + 1, cells, problem -> {
                        throw new IllegalStateException(kind.key() + " " + said + " " + problem);
                    })
                    .orElseThrow());
        }
        return rows;
    }

    private static Map<String, Table> read() {
        try (InputStream in = CatalogueSample.class.getResourceAsStream("/catalogue/sample.yaml")) {
            if (in == null) {
                throw new IllegalStateException("sample.yaml is missing");
            }
            return YAMLMapper.builder().build().readValue(in, new TypeReference<Map<String, Table>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(List<String> columns, List<List<String>> rows) {}
}
