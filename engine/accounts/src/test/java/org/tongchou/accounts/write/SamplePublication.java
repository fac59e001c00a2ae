package org.tongchou.accounts.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.ChartKind;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.publish.Content.Series;
import org.tongchou.accounts.publish.Content.Term;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.money.MoneyUnit;

/** A small document with every kind of content, made by hand for the writers' tests. */
final class SamplePublication {
    private static final List<String> CAPTION = List.of("编制单位：样例市医疗保障局", "单位：万元");

    private SamplePublication() {}

    static Publication publication() {
        return with(List.of(
                new Heading(1, "第一部分 部门概况"),
                new Heading(2, "一、部门主要职责"),
                new Text("本部门管理本市的医疗保障基金，拟订筹资和待遇标准，监督定点机构，并负责经办服务。这一段写得长一些，好让它在各种纸面上都要折行，看得出首行缩进和行距。"),
                new Heading(2, "二、部门决算单位基本情况"),
                new Text("纳入 2024 年部门决算编制范围的单位共 2 个。"),
                units(),
                new Heading(1, "第二部分 2024 年度部门决算表"),
                new Heading(2, "一、收入支出决算总表"),
                total(),
                new Heading(2, "二、收入决算表"),
                income(),
                new Heading(2, "三、“三公”经费支出决算表"),
                threePublic(),
                new Heading(1, "第三部分 2024 年度部门决算情况说明"),
                new Heading(2, "一、收入支出决算总体情况说明"),
                new Text("2024 年度收入总计 1,250.20 万元，支出总计 1,250.20 万元。"),
                new Heading(3, "（一）与上年相比"),
                new Chart(
                        "收入、支出决算总计变动情况图",
                        ChartKind.BARS,
                        "万元",
                        List.of("2023年", "2024年"),
                        List.of(
                                new Series("收入总计", figures("1100.10", "1250.20")),
                                new Series("支出总计", figures("1100.10", "1250.20")))),
                new Chart(
                        "本年支出结构图",
                        ChartKind.RING,
                        "万元",
                        List.of("社会保障和就业支出", "卫生健康支出", "住房保障支出"),
                        List.of(new Series("本年支出", figures("150.00", "1000.00", "50.10"))))));
    }

    static Publication with(List<Content> contents) {
        return new Publication(
                List.of("2024 年度", "样例市医疗保障局", "部门决算"),
                new DocumentMeta("样例市", "样例市医疗保障局", 2024, DocumentKind.FINAL, MoneyUnit.WAN_YUAN, List.of()),
                contents);
    }

    static Grid units() {
        return new Grid(
                "",
                "",
                "",
                List.of(),
                List.of(labels("单位名称", "单位性质", "在职人数")),
                List.of(
                        List.of(GridCell.label("样例市医疗保障局机关"), GridCell.label("行政单位"), figure("25")),
                        List.of(GridCell.label("样例市医疗保障基金中心"), GridCell.label("事业单位"), figure("94"))),
                List.of());
    }

    static Grid total() {
        List<List<GridCell>> rows = List.of(
                List.of(
                        GridCell.label("一、一般公共预算财政拨款收入"),
                        figure("1100.20"),
                        GridCell.label("八、社会保障和就业支出"),
                        figure("150.00")),
                List.of(GridCell.label("二、其他收入"), figure("50.00"), GridCell.label("九、卫生健康支出"), figure("1000.00")),
                List.of(GridCell.label(""), GridCell.figure(null), GridCell.label("十九、住房保障支出"), figure("50.10")),
                List.of(
                        GridCell.label("本年收入合计"),
                        sum("1150.20", term(0, 1), term(1, 1)),
                        GridCell.label("本年支出合计"),
                        sum("1200.10", term(0, 3), term(1, 3), term(2, 3))),
                List.of(GridCell.label("年初结转和结余"), figure("100.00"), GridCell.label("年末结转和结余"), figure("50.10")),
                List.of(
                        GridCell.label("总计"),
                        sum("1250.20", term(3, 1), term(4, 1)),
                        GridCell.label("总计"),
                        sum("1250.20", term(3, 3), term(4, 3))));
        return new Grid(
                "总表",
                "收入支出决算总表",
                "公开01表",
                CAPTION,
                List.of(
                        List.of(
                                GridCell.label("收入", 2, 1),
                                GridCell.COVERED,
                                GridCell.label("支出", 2, 1),
                                GridCell.COVERED),
                        labels("项目", "决算数", "项目（按支出功能分类）", "决算数")),
                rows,
                List.of("注：本表反映部门本年度的总收支和年末结转结余情况。"));
    }

    static Grid income() {
        List<List<GridCell>> header = List.of(
                List.of(
                        GridCell.label("项目", 2, 1),
                        GridCell.COVERED,
                        GridCell.label("本年收入合计", 1, 2),
                        GridCell.label("财政拨款收入", 1, 2),
                        GridCell.label("上级补助收入", 1, 2),
                        GridCell.label("事业收入", 1, 2),
                        GridCell.label("经营收入", 1, 2),
                        GridCell.label("附属单位上缴收入", 1, 2),
                        GridCell.label("其他收入", 1, 2)),
                List.of(
                        GridCell.label("功能分类科目编码"),
                        GridCell.label("科目名称"),
                        GridCell.COVERED,
                        GridCell.COVERED,
                        GridCell.COVERED,
                        GridCell.COVERED,
                        GridCell.COVERED,
                        GridCell.COVERED,
                        GridCell.COVERED));
        List<List<GridCell>> rows = new ArrayList<>();
        rows.add(incomeRow(List.of(GridCell.label("合计", 2, 1), GridCell.COVERED), "1150.20", "1100.20", "50.00"));
        rows.add(incomeRow(coded("210", "卫生健康支出"), "1150.20", "1100.20", "50.00"));
        rows.add(incomeRow(coded("21015", "医疗保障管理事务"), "1150.20", "1100.20", "50.00"));
        rows.add(incomeRow(coded("2101501", "行政运行"), "1100.20", "1100.20", "0.00"));
        rows.add(incomeRow(coded("2101599", "其他医疗保障管理事务支出"), "50.00", "0.00", "50.00"));
        return new Grid("收入", "收入决算表", "公开02表", CAPTION, header, rows, List.of("注：本表反映部门本年度取得的各项收入情况。"));
    }

    static Grid threePublic() {
        return new Grid(
                "三公经费",
                "财政拨款“三公”经费支出决算表",
                "公开09表",
                CAPTION,
                List.of(labels("项目", "预算数", "决算数")),
                List.of(
                        List.of(GridCell.label("合计"), figure("8.00"), figure("-0.50")),
                        List.of(GridCell.label("因公出国（境）费用"), GridCell.figure(null), figure("0.00"))),
                List.of());
    }

    private static List<GridCell> incomeRow(List<GridCell> head, String total, String fiscal, String other) {
        List<GridCell> row = new ArrayList<>(head);
        row.addAll(List.of(
                figure(total),
                figure(fiscal),
                figure("0.00"),
                figure("0.00"),
                figure("0.00"),
                figure("0.00"),
                figure(other)));
        return row;
    }

    static List<GridCell> coded(String code, String name) {
        return List.of(GridCell.code(code), GridCell.label(name));
    }

    static List<GridCell> labels(String... texts) {
        return List.of(texts).stream().map(GridCell::label).toList();
    }

    static GridCell figure(String value) {
        return GridCell.figure(new BigDecimal(value));
    }

    static GridCell sum(String value, Term... terms) {
        return new GridCell("", new BigDecimal(value), List.of(terms), 1, 1, Kind.FIGURE);
    }

    static Term term(int row, int column) {
        return new Term(row, column, 1);
    }

    private static List<BigDecimal> figures(String... values) {
        return List.of(values).stream().map(BigDecimal::new).toList();
    }
}
