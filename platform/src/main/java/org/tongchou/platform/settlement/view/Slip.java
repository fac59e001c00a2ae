package org.tongchou.platform.settlement.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.tongchou.accounts.write.CjkFont;
import org.tongchou.accounts.write.PdfWriter;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.BillFile;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.web.Refusal;

/** The printed slip (医保结算单): amounts, who pays them, and why, in short sentences with the rules at the foot. */
@Component
class Slip {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String STYLE = """
            @page { size: A4; margin: 14mm 15mm 17mm; }
            * { font-family: '%s', 'Noto Sans SC', sans-serif; }
            body { font-size: 9.5pt; line-height: 1.5; color: #000; margin: 0 auto; max-width: 180mm; }
            h1 { font-size: 15pt; text-align: center; margin: 0 0 2mm; }
            h2 { font-size: 10.5pt; margin: 4mm 0 1.5mm; }
            p { margin: 1mm 0; }
            .mark { border: 1.5pt solid #b00020; color: #b00020; padding: 1mm 3mm; text-align: center; }
            table { width: 100%%; border-collapse: collapse; }
            th, td { border: 0.5pt solid #555; padding: 0.8mm 1.6mm; text-align: left; vertical-align: top; }
            th { font-weight: normal; color: #333; background: #f2f2f2; }
            .money { text-align: right; white-space: nowrap; }
            .small { font-size: 8.5pt; color: #333; }
            .sign { margin-top: 7mm; }
            .lines { -fs-table-paginate: paginate; }
            thead { display: table-header-group; }
            tr, li, .sign { page-break-inside: avoid; }
            h2 { page-break-after: avoid; }
            ol { margin: 0; padding-left: 6mm; }
            """.formatted(PdfWriter.FAMILY);

    /** On every page: which slip it belongs to, and which of its pages it is. */
    private static final String FOOT = """
            @page { @bottom-center { content: '结算编号 %s　第 ' counter(page) ' 页，共 ' counter(pages) ' 页';
                font-family: '%s', 'Noto Sans SC', sans-serif; font-size: 8pt; color: #333; } }
            """;

    private static final Map<String, String> CLASSES = Map.of("A", "甲", "B", "乙", "C", "丙");

    private final Region region;

    Slip(Region region) {
        this.region = region;
    }

    byte[] pdf(BillFile bill) {
        Path font = CjkFont.find()
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "E-SET-062", "不能生成 PDF，请先打印网页。" + CjkFont.HOW_TO_INSTALL));
        try {
            // Fonts of last resort have no minus sign of their own.
            return PdfWriter.write(page(bill).replace('−', '-'), font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page(BillFile bill) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/><title>医保结算单 "
                + text(bill.row().number())
                + "</title><style>" + STYLE
                + FOOT.formatted(bill.row().number().replaceAll("[^0-9A-Za-z-]", ""), PdfWriter.FAMILY)
                + "</style></head><body>\n" + head(bill) + amounts(bill) + payers(bill)
                + lines(bill) + why(bill) + foot(bill) + "</body></html>\n";
    }

    private String head(BillFile bill) {
        BillRow row = bill.row();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("结算编号", row.number());
        cells.put("就诊编号", row.visit());
        cells.put("姓名", row.personName());
        cells.put("证件号码", row.personMasked());
        cells.put("人员编号", row.personNumber());
        cells.put("险种与人员类别", row.scheme() + " " + bill.personType());
        cells.put("医药机构", row.providerName() + "（" + bill.visit().level() + "）");
        cells.put(
                "医疗类别",
                row.kind()
                        + (bill.visit().disease().isEmpty()
                                ? ""
                                : " " + bill.visit().disease()));
        cells.put("就诊时间", span(bill.visit()));
        cells.put("结算时间", row.at().format(MINUTE));
        cells.put("诊断", bill.diagnoses().stream().map(BillFile.Diagnosis::name).collect(Collectors.joining("、")));
        cells.put(
                "就医地",
                bill.visit().place()
                        + (bill.visit().filing().isEmpty()
                                ? ""
                                : " " + bill.visit().filing()));
        return "<h1>" + text(region.name()) + "基本医疗保险结算单</h1>" + mark(bill) + pairs(cells, "");
    }

    private static String mark(BillFile bill) {
        BillFile.Other mirrors = bill.mirrors();
        BillFile.Other by = bill.mirroredBy();
        if (mirrors != null) {
            return "<p class=\"mark\">本单为" + text(bill.row().state()) + "，金额与结算 " + text(mirrors.number())
                    + " 相反，互相抵销</p>";
        }
        return by == null
                ? ""
                : "<p class=\"mark\">本次结算已于 " + by.at().format(MINUTE) + " 被 " + text(by.number()) + " "
                        + text(by.kept()) + "，不再有效</p>";
    }

    private static String span(BillFile.VisitPart visit) {
        LocalDateTime ended = visit.ended();
        return visit.begun().format(MINUTE) + (ended == null ? "" : " 至 " + ended.format(MINUTE));
    }

    private static String amounts(BillFile bill) {
        Amounts amounts = bill.amounts();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("医疗费总额", yuan(amounts.total()));
        cells.put("符合政策范围", yuan(amounts.scope()));
        cells.put("全自费", yuan(amounts.own()));
        cells.put("超限价自费", yuan(amounts.over()));
        cells.put("先行自付", yuan(amounts.pre()));
        cells.put("起付线", yuan(amounts.deductible()));
        cells.put("基金支付", yuan(amounts.fund()));
        cells.put("个人账户支付", yuan(amounts.account()));
        cells.put("家庭共济支付", yuan(amounts.mutual()));
        cells.put("个人现金支付", yuan(amounts.cash()));
        if (amounts.hospital() != 0) {
            cells.put("医院负担", yuan(amounts.hospital()));
        }
        return "<h2>费用与支付（元）</h2>" + pairs(cells, " class=\"money\"");
    }

    private static String pairs(Map<String, String> cells, String kind) {
        StringBuilder rows = new StringBuilder("<table>");
        List<Map.Entry<String, String>> all = List.copyOf(cells.entrySet());
        for (int at = 0; at < all.size(); at += 2) {
            rows.append("<tr>").append(pair(all.get(at), kind));
            rows.append(at + 1 < all.size() ? pair(all.get(at + 1), kind) : "<th></th><td></td>");
            rows.append("</tr>");
        }
        return rows.append("</table>").toString();
    }

    private static String pair(Map.Entry<String, String> cell, String kind) {
        return "<th>" + text(cell.getKey()) + "</th><td" + kind + ">" + text(cell.getValue()) + "</td>";
    }

    private static String payers(BillFile bill) {
        if (bill.payments().isEmpty()) {
            return "";
        }
        return "<h2>各项待遇支付（元）</h2><table><tr><th>待遇</th><th>基金</th><th class=\"money\">计算基数</th><th class=\"money\">支付</th></tr>"
                + bill.payments().stream()
                        .map(payment -> "<tr><td>" + text(payment.name()) + "</td><td>" + text(payment.fund())
                                + "</td><td class=\"money\">" + yuan(payment.baseFen()) + "</td><td class=\"money\">"
                                + yuan(payment.fen()) + "</td></tr>")
                        .collect(Collectors.joining())
                + "</table>";
    }

    private static String lines(BillFile bill) {
        return "<h2>费用明细（元）</h2><table class=\"lines\"><thead><tr><th>项目</th><th>类别</th>"
                + Stream.of("数量", "金额", "全自费", "超限价", "先行自付", "政策范围")
                        .map(head -> "<th class=\"money\">" + head + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + bill.lines().stream().map(Slip::line).collect(Collectors.joining()) + "</tbody></table>";
    }

    private static String line(BillFile.Line line) {
        return "<tr><td>" + text(line.name()) + "</td><td>"
                + text(CLASSES.getOrDefault(line.itemClass(), line.itemClass())) + "</td><td class=\"money\">"
                + line.pieces().toPlainString() + "</td><td class=\"money\">" + yuan(line.fen())
                + "</td><td class=\"money\">" + yuan(line.ownFen()) + "</td><td class=\"money\">" + yuan(line.overFen())
                + "</td><td class=\"money\">" + yuan(line.preFen()) + "</td><td class=\"money\">"
                + yuan(line.scopeFen()) + "</td></tr>";
    }

    private static String why(BillFile bill) {
        BillFile.Explained told = bill.explained();
        StringBuilder text = new StringBuilder("<h2>这笔费用怎样算出来</h2>");
        if (bill.mirrors() != null) {
            text.append("<p>以下是被抵销的结算当时的计算过程。</p>");
        }
        text.append("<ol>");
        for (BillFile.Step step : told.steps()) {
            text.append("<li>")
                    .append(text(step.what()))
                    .append(" ")
                    .append(yuan(step.fen()))
                    .append(" 元");
            if (!step.formula().isEmpty()) {
                text.append("：").append(text(step.formula()));
            }
            if (step.beforeFen() != step.afterFen()) {
                text.append("；之后还有 ").append(yuan(step.afterFen())).append(" 元待付");
            }
            step.rules().forEach(rule -> text.append(" [").append(rule + 1).append("]"));
            text.append("</li>");
        }
        text.append("</ol>");
        if (!told.rules().isEmpty()) {
            text.append("<h2>依据</h2><div class=\"small\">");
            for (int at = 0; at < told.rules().size(); at++) {
                text.append("<p>[")
                        .append(at + 1)
                        .append("] ")
                        .append(rule(told.rules().get(at)))
                        .append("</p>");
            }
            text.append("</div>");
        }
        return text.toString();
    }

    private static String rule(BillFile.Rule rule) {
        String sources = rule.sources().stream()
                .map(source -> "《" + source.title() + "》"
                        + (source.number().isEmpty() ? "" : "（" + source.number() + "）") + source.clause())
                .collect(Collectors.joining("；"));
        return text(rule.meaning() + "，" + rule.from() + " 起执行" + (sources.isEmpty() ? "" : "，" + sources));
    }

    private static String foot(BillFile bill) {
        return "<p class=\"small\">对计算有疑问，可凭结算编号 " + text(bill.row().number())
                + " 到医保经办机构查询。证件号码已作掩码处理。</p><p class=\"small sign\">经办签字：　　　　　　　　参保人签字：　　　　　　　　日期：</p>";
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).print(MoneyUnit.YUAN, 2);
    }

    private static String text(String given) {
        return HtmlUtils.htmlEscape(given, "UTF-8");
    }
}
