package org.tongchou.platform.fund.payment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Finishing;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/**
 * What the bank answers to a batch of payments (付款回盘): matched by number of batch and line. Lines of another batch, with another
 * amount or another answer than before are told; half a file answers half of the batch, and the same file again changes nothing.
 */
@Component("fundReturnFile")
class ReturnFile implements Intake {
    private static final Map<String, String> OUTCOMES = Map.of("成功", "成功", "失败", "失败");

    private final Batches batches;
    private final FundScope scope;

    ReturnFile(Batches batches, FundScope scope) {
        this.batches = batches;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "fund.returns";
    }

    @Override
    public String name() {
        return "银行付款回盘";
    }

    @Override
    public String right() {
        return "fund.payment.edit";
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.of("batch", "付款批次号", Field.Type.INTEGER, "1").mandatory(),
                Field.of("date", "回盘日期", Field.Type.DATE, "2025-03-31").mandatory());
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("batch", "批次号", Field.Type.INTEGER, "1").mandatory(),
                Field.of("line", "行号", Field.Type.INTEGER, "1").mandatory().or("序号"),
                Field.of("fen", "金额", Field.Type.MONEY, "1000.00").mandatory().or("付款金额"),
                Field.ofWords("outcome", "结果", OUTCOMES).mandatory().or("处理结果"),
                Field.of("reason", "失败原因", Field.Type.TEXT, "").or("原因"),
                Field.of("serial", "银行流水号", Field.Type.TEXT, "YH0001").or("流水号"));
    }

    @Override
    public List<String> key() {
        return List.of("batch", "line");
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        scope.mustSee(actor);
        Batch batch = batches.get(Long.parseLong(parameters.getOrDefault("batch", "0")));
        if (!batch.state().equals(Batch.PAID)) {
            throw Refusal.conflict("E-FUN-090", "付款批次 " + batch.id() + " " + batch.state() + "，还没有付款，不能回盘");
        }
        if (LocalDate.parse(parameters.getOrDefault("date", "")).isBefore(batch.payDate())) {
            throw Refusal.field("E-FUN-091", "回盘日期", parameters.get("date"), "不早于付款日期 " + batch.payDate());
        }
    }

    @Override
    public void check(Checking checking) {
        Map<Integer, Batch.Line> lines = lines(checking.parameters());
        String batch = checking.parameters().getOrDefault("batch", "");
        checking.rows(rows -> rows.forEach(row -> {
            Wrong wrong = wrong(batch, lines, row);
            if (wrong != null) {
                checking.problem(row, wrong.field(), wrong.code(), wrong.expected());
            } else if (line(lines, row).isAnswered()) {
                checking.unchanged(row);
            }
        }));
    }

    @Override
    public void post(Posting posting) {
        Batch batch = batches.get(Long.parseLong(posting.parameters().getOrDefault("batch", "0")));
        Map<Integer, Batch.Line> lines = lines(posting.parameters());
        LocalDate date = LocalDate.parse(posting.parameters().getOrDefault("date", ""));
        for (IntakeRow row : posting.rows()) {
            Wrong wrong = wrong(Long.toString(batch.id()), lines, row);
            if (wrong != null) {
                posting.reject(row, wrong.field(), wrong.code(), wrong.expected());
            } else if (!line(lines, row).isAnswered()) {
                boolean paid = row.text("outcome").equals("成功");
                batches.answer(
                        posting.actor(),
                        batch,
                        line(lines, row),
                        new Batches.Answer(paid, date, row.text("reason"), row.text("serial")));
                posting.outcome(row, paid ? "付款成功" : "付款失败，已退回入账");
            }
        }
    }

    @Override
    public void finish(Finishing batch) {
        long open = lines(batch.parameters()).values().stream()
                .filter(line -> !line.isAnswered())
                .count();
        if (open > 0) {
            batch.note("该批次还有 " + open + " 行没有回盘，请向银行索取其余回盘文件");
        }
    }

    private record Wrong(String field, String code, String expected) {}

    private static @Nullable Wrong wrong(String batch, Map<Integer, Batch.Line> lines, IntakeRow row) {
        if (!row.text("batch").equals(batch)) {
            return new Wrong("batch", "E-FUN-092", "本批次的批次号 " + batch + "，这一行属于另一个批次");
        }
        Batch.Line line = lines.get((int) row.number("line"));
        if (line == null) {
            return new Wrong("line", "E-FUN-093", "1 至 " + lines.size());
        }
        if (line.fen() != row.fen("fen")) {
            return new Wrong("fen", "E-FUN-094", "付款金额 " + org.tongchou.money.Money.ofFen(line.fen()));
        }
        if (line.outcome() != null && !line.outcome().equals(row.text("outcome"))) {
            return new Wrong("outcome", "E-FUN-095", "与以前回盘的“" + line.outcome() + "”相同；银行更正请手工处理");
        }
        return null;
    }

    private static Batch.Line line(Map<Integer, Batch.Line> lines, IntakeRow row) {
        return java.util.Objects.requireNonNull(lines.get((int) row.number("line")));
    }

    private Map<Integer, Batch.Line> lines(Map<String, String> parameters) {
        return new HashMap<>(batches.lines(Long.parseLong(parameters.getOrDefault("batch", "0"))).stream()
                .collect(Collectors.toMap(Batch.Line::line, Function.identity())));
    }
}
