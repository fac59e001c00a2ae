package org.tongchou.platform.gateway.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.Catalogue;
import org.tongchou.platform.catalogue.InsuredItem;
import org.tongchou.platform.gateway.wire.Row;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the catalogue and the order itself say against an order. */
@Component
class PreChecks {
    private final Catalogue catalogue;
    private final Map<Test, Rule> rules;

    PreChecks(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.rules = read();
    }

    /** Kinds of test. */
    enum Test {
        /** The quantity is not above zero. */
        QUANTITY,
        /** Price times quantity is not the amount. */
        AMOUNT,
        /** The same item twice on a day. */
        TWICE,
        /** Before admission or after discharge. */
        OUTSIDE,
        /** Not in the insured catalogue, and not told as the patient's own cost. */
        NOT_INSURED,
        /** Only for certain cases. */
        RESTRICTED,
        /** Dearer than the price limit. */
        OVER_LIMIT
    }

    /**
     * A rule, as {@code gateway/prechecks.yaml} says it.
     *
     * @param id stable id
     * @param name its name
     * @param severity code of {@code sev_deg}
     * @param test what is tested
     * @param source what it rests on
     */
    record Rule(String id, String name, String severity, Test test, String source) {}

    /**
     * A problem with an order.
     *
     * @param rule the rule
     * @param order id of the order
     * @param text a Chinese sentence
     * @param fen amount at stake
     */
    record Problem(Rule rule, String order, String text, long fen) {}

    private static Map<Test, Rule> read() {
        try (InputStream in = Objects.requireNonNull(PreChecks.class.getResourceAsStream("/gateway/prechecks.yaml"))) {
            return YAMLMapper.builder().build().readValue(in, Table.class).rules().stream()
                    .collect(Collectors.toUnmodifiableMap(Rule::test, rule -> rule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(List<Rule> rules) {}

    /** The problems of a visit's orders; where some are marked as the current ones, only theirs. */
    List<Problem> of(LocalDate today, Row visit, List<Row> orders) {
        String level = level(visit.text("medins_lv"));
        String scheme = visit.text("insutype").startsWith("3") ? visit.text("insutype") : "390";
        Map<String, InsuredItem> insured = catalogue.insured(
                orders.stream().map(order -> order.text("hilist_code")).collect(Collectors.toSet()),
                today,
                level,
                scheme);
        boolean marked =
                orders.stream().anyMatch(order -> order.text("curr_drord_flag").equals("1"));
        Map<String, Integer> times = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Row order : orders) {
            String item = order.text("hilist_code") + " "
                    + order.day("drord_begn_date").orElse(today);
            boolean again = times.merge(item, 1, Integer::sum) > 1;
            if (!marked || order.text("curr_drord_flag").equals("1")) {
                check(visit, order, Optional.ofNullable(insured.get(order.text("hilist_code"))), again, problems);
            }
        }
        return problems;
    }

    private void check(Row visit, Row order, Optional<InsuredItem> item, boolean again, List<Problem> problems) {
        String name = order.text("hilist_name");
        BigDecimal pieces = order.number("cnt");
        if (pieces.signum() <= 0) {
            add(problems, Test.QUANTITY, order, "“" + name + "”的数量为 " + plain(pieces) + "，应大于零", 0);
        }
        long product = order.number("pric")
                .multiply(pieces)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        if (product != order.fen("sumamt")) {
            add(
                    problems,
                    Test.AMOUNT,
                    order,
                    "“" + name + "”的总费用 " + plain(order.number("sumamt")) + " 不等于单价 " + plain(order.number("pric"))
                            + " 乘以数量 " + plain(pieces),
                    Math.abs(order.fen("sumamt") - product));
        }
        if (again) {
            add(problems, Test.TWICE, order, "“" + name + "”同日重复开具", order.fen("sumamt"));
        }
        LocalDate day = order.day("drord_begn_date").orElse(LocalDate.MIN);
        boolean early =
                visit.day("adm_date").filter(first -> day.isBefore(first)).isPresent();
        boolean late = visit.day("dscg_date").filter(last -> day.isAfter(last)).isPresent();
        if (early || late) {
            add(problems, Test.OUTSIDE, order, "“" + name + "”的开始日期 " + day + " 不在就诊期间", order.fen("sumamt"));
        }
        if (item.isEmpty()) {
            if (order.fen("ownpay_amt") < order.fen("sumamt")) {
                add(problems, Test.NOT_INSURED, order, "“" + name + "”不在医保目录内，应全部自费", order.fen("sumamt"));
            }
            return;
        }
        InsuredItem insured = item.get();
        if (insured.restricted() && order.fen("ownpay_amt") < order.fen("sumamt")) {
            String note = insured.note().isEmpty() ? "限制使用" : insured.note();
            add(problems, Test.RESTRICTED, order, "“" + name + "”" + note + "，请核对是否符合限定条件", order.fen("sumamt"));
        }
        BigDecimal limit = insured.limit();
        if (limit != null && order.number("pric").compareTo(limit) > 0) {
            add(
                    problems,
                    Test.OVER_LIMIT,
                    order,
                    "“" + name + "”的单价 " + plain(order.number("pric")) + " 超过限价 " + plain(limit) + "，超过部分由个人负担",
                    order.number("pric")
                            .subtract(limit)
                            .multiply(pieces)
                            .movePointRight(2)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValue());
        }
    }

    private void add(List<Problem> problems, Test test, Row order, String text, long fen) {
        Rule rule = rules.get(test);
        if (rule != null) {
            problems.add(new Problem(rule, order.text("rx_id"), text, Math.max(0, fen)));
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String level(String level) {
        return switch (level) {
            case "3", "01", "02", "03", "04" -> "3";
            case "2", "05", "06", "07" -> "2";
            default -> "1";
        };
    }
}
