package org.tongchou.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.kind.CatalogueRow;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.catalogue.kind.RowProblem;
import org.tongchou.platform.catalogue.kind.RowReader;
import org.tongchou.platform.catalogue.version.Version;
import org.tongchou.platform.catalogue.version.Versions;
import org.tongchou.platform.web.Actor;

/** Takes in and releases versions of catalogues in few words. */
public final class CatalogueFixture {
    /** Takes versions in. */
    public static final Actor CLERK =
            TestActors.actorIn(List.of(1L), "catalogue.item.view", "catalogue.version.edit", "catalogue.matching.edit");

    /** Releases them. */
    public static final Actor SECOND = TestActors.actor(
            "catalogue.item.view",
            "catalogue.item.export",
            "catalogue.version.edit",
            "catalogue.version.release",
            "catalogue.matching.review");

    private final Versions versions;

    /** Uses the application's versions. */
    public CatalogueFixture(Versions versions) {
        this.versions = versions;
    }

    /** The cells of a row of a kind, by the titles of its columns: {@code row(kind, "诊断代码=I10", "诊断名称=高血压")}. */
    public static List<String> row(Kind kind, String... said) {
        String[] cells = new String[kind.columns().size()];
        Arrays.fill(cells, "null");
        for (String each : said) {
            int sign = each.indexOf('=');
            cells[kind.at(each.substring(0, sign))] = each.substring(sign + 1);
        }
        return List.of(cells);
    }

    /** A draft with these rows, compared. */
    public Version draft(String kind, String effective, boolean complete, List<List<String>> rows) {
        RowReader reader = new RowReader(Kinds.get(kind));
        List<CatalogueRow> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<RowProblem> problems = new ArrayList<>();
            reader.read(i + 1, rows.get(i), problems::add).ifPresent(read::add);
            assertThat(problems).isEmpty();
        }
        Version made = versions.begin(
                CLERK,
                new Version.Request(kind, "测试 " + effective, "测试文件", LocalDate.parse(effective), complete),
                null);
        versions.add(made.id(), read);
        return versions.compare(CLERK, made.id());
    }

    /** A version with these rows, released. */
    public Version release(String kind, String effective, boolean complete, List<List<String>> rows) {
        return versions.release(SECOND, draft(kind, effective, complete, rows).id());
    }

    /** Rows of a kind that has no more than code and name to say. */
    public static List<List<String>> named(String kind, Map<String, String> names) {
        Kind known = Kinds.get(kind);
        return names.entrySet().stream()
                .map(each -> row(known, known.code() + "=" + each.getKey(), known.title() + "=" + each.getValue()))
                .toList();
    }

    /** A row of the insured catalogue. */
    public static List<String> insured(String code, String name, String level, String begins, String ends) {
        return row(
                Kinds.get("insured"),
                "医保目录编码=" + code,
                "医保目录名称=" + name,
                "收费项目等级=" + level,
                "限制使用标志=0",
                "开始日期=" + begins,
                "结束日期=" + ends);
    }

    /** A row of the pre-payment shares of employees. */
    public static List<String> share(String code, String share, String begins, String ends) {
        return row(
                Kinds.get("prepayment"),
                "医保目录编码=" + code,
                "人员类别=310",
                "自付比例=" + share,
                "开始日期=" + begins,
                "结束日期=" + ends);
    }

    /** A row of the price limits of the third level. */
    public static List<String> limit(String code, String yuan, String begins, String ends) {
        return row(
                Kinds.get("price-limit"),
                "医保目录编码=" + code,
                "限价类型=3",
                "定价上限金额=" + yuan,
                "开始日期=" + begins,
                "结束日期=" + ends);
    }
}
