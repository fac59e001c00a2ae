package org.tongchou.platform.catalogue.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;

/** What hospitals take back of their matchings (3302). */
@Component
class WithdrawalIntake implements Intake {
    private static final List<Field> FIELDS = List.of(
            Field.of("provider", "定点医药机构编号", Field.Type.CODE, "H35990100001")
                    .or("机构编码")
                    .mandatory(),
            Field.of("own", "定点医药机构目录编号", Field.Type.TEXT, "YP0001")
                    .or("机构目录编号")
                    .atMost(30)
                    .mandatory(),
            Field.ofWords("kind", "目录类别", MatchingList.KINDS).mandatory(),
            Field.of("code", "医疗目录编码", Field.Type.CODE, "XA02BCA100A001010110000")
                    .or("国家编码")
                    .mandatory());

    private final MatchingList list;
    private final Region region;

    WithdrawalIntake(MatchingList list, Region region) {
        this.list = list;
        this.region = region;
    }

    @Override
    public String kind() {
        return "catalogue.matching-withdrawals";
    }

    @Override
    public String name() {
        return "机构目录对照撤销（3302）";
    }

    @Override
    public String right() {
        return "catalogue.matching.edit";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public List<String> key() {
        return FIELDS.stream().map(Field::key).toList();
    }

    @Override
    public List<String> layout() {
        return key();
    }

    @Override
    public void check(Checking batch) {
        Set<String> seen =
                region.counties(batch.actor()).stream().map(County::code).collect(Collectors.toSet());
        batch.rows(rows -> {
            List<String> counties = list.counties(rows);
            for (int at = 0; at < rows.size(); at++) {
                if (!seen.contains(counties.get(at))) {
                    batch.problem(rows.get(at), "own", "E-CAT-049", "在您数据范围内、待审核或已通过的对照");
                }
            }
        });
    }

    @Override
    public void post(Posting part) {
        list.takeBack(part, part.rows());
        part.rows().forEach(row -> part.outcome(row, "已撤销"));
    }
}
