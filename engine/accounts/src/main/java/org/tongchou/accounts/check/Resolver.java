package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.language.Expression;
import org.tongchou.accounts.check.language.Part;
import org.tongchou.accounts.check.language.Vocabulary;
import org.tongchou.accounts.check.language.Words;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.Money;

/** Fills an expression with the figures of a document. What is not there is remembered, never taken for zero. */
final class Resolver {
    private final Scope scope;
    private final Binding binding;
    private final @Nullable NarrativeFigure driver;
    private final TextFigures texts;
    private final Set<Value.Leaf> leaves = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();
    private boolean unreadable;

    /**
     * Prepares for one application of a check.
     *
     * @param driver the sentence that other sentences should stand near to; null when none is meant
     */
    Resolver(Scope scope, Binding binding, @Nullable NarrativeFigure driver) {
        this.scope = scope;
        this.binding = binding;
        this.driver = driver;
        this.texts = new TextFigures(scope);
    }

    /** The figures used so far, each once. */
    List<Value.Leaf> leaves() {
        return List.copyOf(leaves);
    }

    /** What was looked for in vain, in Chinese. */
    List<String> missing() {
        return missing;
    }

    /** Whether something is printed there but is no number. */
    boolean unreadable() {
        return unreadable;
    }

    /** The expression with its figures. */
    Value resolve(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return new Value.Fixed(constant.value());
        }
        if (expression instanceof Expression.Sum sum) {
            return Value.Combination.of(sum.terms().stream()
                    .map(term -> new Value.Part(term.negative(), resolve(term.value())))
                    .toList());
        }
        if (expression instanceof Expression.Absolute absolute) {
            return new Value.Magnitude(resolve(absolute.of()));
        }
        if (expression instanceof Expression.Ratio ratio) {
            Value denominator = resolve(ratio.denominator());
            if (missing.isEmpty() && denominator.at(java.util.Map.of()).signum() == 0) {
                missing.add("分母“" + denominator.text() + "”为零");
            }
            return new Value.Percentage(resolve(ratio.numerator()), denominator);
        }
        if (expression instanceof Expression.Total total) {
            return total(total.of());
        }
        if (expression instanceof Expression.TextFigure text && text.part() == Part.BUDGET) {
            return budget(text);
        }
        return figure(expression)
                .map(leaf -> {
                    leaves.add(leaf);
                    return (Value) leaf;
                })
                .orElseGet(() -> new Value.Fixed(BigDecimal.ZERO));
    }

    /** The one figure that a figure expression names; what is missing is remembered. */
    Optional<Value.Leaf> figure(Expression expression) {
        if (expression instanceof Expression.TableFigure figure) {
            return cell(figure);
        }
        if (expression instanceof Expression.TextFigure figure) {
            return text(figure);
        }
        if (expression instanceof Expression.ChangeFigure figure) {
            NarrativeFigure said = binding.figure();
            return said == null || binding.change() == null
                    ? absent("没有变动句")
                    : texts.part(said, binding.change(), figure.part())
                            .or(() -> absent("句中没有写明" + figure.part().word()));
        }
        if (expression instanceof Expression.NoteFigure figure) {
            return scope.table(figure.topic())
                    .flatMap(table -> Notes.amountAfter(table, figure.words()))
                    .or(() -> absent("“" + figure.topic() + "”表下没有“" + figure.words() + "”的附注"));
        }
        throw new IllegalArgumentException("不是单个数据：" + expression);
    }

    private <T> Optional<T> absent(String reason) {
        missing.add(reason);
        return Optional.empty();
    }

    private Optional<Table> table(String topic) {
        return topic.equals(Words.THIS_TABLE)
                ? Optional.ofNullable(binding.table())
                : scope.table(topic).or(() -> absent("文件中没有“" + topic + "”表"));
    }

    private Optional<Value.Leaf> cell(Expression.TableFigure figure) {
        Optional<Table> found = table(figure.topic());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Table table = found.get();
        List<String> rows = figure.rows().stream().map(binding::fill).toList();
        Optional<Row> row =
                rows.stream().flatMap(name -> row(table, figure, name).stream()).findFirst();
        if (row.isEmpty()) {
            return absentRow(table, rows.get(0), figure);
        }
        List<String> columns = figure.columns().stream().map(binding::fill).toList();
        return columns.stream()
                .flatMap(role -> Scope.column(table, row.get(), role).stream())
                .findFirst()
                .map(column -> leaf(table, row.get(), column))
                .orElseGet(() -> absent("“" + table.topic() + "”表没有“" + columns.get(0) + "”列"));
    }

    private Optional<Row> row(Table table, Expression.TableFigure figure, String name) {
        Row bound = binding.row();
        return name.equals("$" + Words.EACH_ROW)
                        && bound != null
                        && table.rows().contains(bound)
                ? Optional.of(bound)
                : Scope.row(table, figure.side(), name);
    }

    /**
     * A code that a table does not print stands for zero when the table prints other codes of that level: published
     * tables list only codes with figures. A named row that is not printed is missing.
     */
    private Optional<Value.Leaf> absentRow(Table table, String name, Expression.TableFigure figure) {
        boolean variable = figure.rows().get(0).startsWith("$");
        CodeTree tree = scope.tree(table);
        if (variable && Vocabulary.isCode(name)) {
            if (tree.hasDepth(name.length())) {
                return Optional.of(nothing(table, name, figure));
            }
            if (tree.isEmpty() && emptyTable(table)) {
                return Optional.of(nothing(table, name, figure));
            }
            return absent("“" + table.topic() + "”表未列到“" + name + "”这一级");
        }
        return absent("“" + table.topic() + "”表没有“" + name + "”行");
    }

    /** Whether a table prints no figure but blanks and zeros. */
    static boolean emptyTable(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.figures().stream())
                .allMatch(cell -> cell.orZero().isZero());
    }

    private static Value.Leaf nothing(Table table, String code, Expression.TableFigure figure) {
        String column = figure.columns().get(0);
        return new Value.Leaf(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                table.unit().printed(),
                table.unit().fen(),
                table.topic() + "[" + code + "]（未列）",
                new CheckResult.CellRef(table.topic(), code, column, table.first()));
    }

    private Optional<Value.Leaf> leaf(Table table, Row row, Column column) {
        Cell cell = row.cells().get(column.name());
        if (cell != null && cell.amount() == null && !Scope.blank(cell)) {
            unreadable = true;
            return absent("“" + label(table, row) + "”的“" + cell.printed() + "”不是数字");
        }
        Money amount = cell == null ? Money.ZERO : cell.orZero();
        return Optional.of(new Value.Leaf(
                BigDecimal.valueOf(amount.fen()),
                amount.isZero() ? BigDecimal.ZERO : BigDecimal.valueOf(table.roundingFen()),
                table.unit().printed(),
                table.unit().fen(),
                label(table, row) + "." + column.role(),
                ref(table, row, column.name(), cell)));
    }

    /** A reference to a cell; to the row where the row has lost the cell. */
    static CheckResult.CellRef ref(Table table, Row row, String column, @Nullable Cell cell) {
        return new CheckResult.CellRef(table.topic(), row.name(), column, cell == null ? row.place() : cell.place());
    }

    private static String label(Table table, Row row) {
        String side = row.side() == null ? "" : row.side().printed() + ".";
        String code = row.effectiveCode();
        String name = code == null || row.side() != null ? row.role() : code + row.name();
        return table.topic() + "[" + side + name + "]";
    }

    private Optional<Value.Leaf> text(Expression.TextFigure figure) {
        for (String pattern : figure.keys()) {
            Optional<NarrativeFigure> said = scope.nearest(binding.fill(pattern), driver);
            if (said.isPresent()) {
                return texts.part(said.get(), figure.part())
                        .or(() -> absent("说明“" + said.get().key() + "”没有写明"
                                + figure.part().word()));
            }
        }
        return absent("说明中没有“" + binding.fill(figure.keys().get(0)) + "”");
    }

    private Value budget(Expression.TextFigure figure) {
        String key = binding.fill(figure.keys().get(0));
        Optional<Value> budget = scope.nearest(key, driver).flatMap(texts::budget);
        budget.ifPresent(value -> {
            if (value instanceof Value.Whole whole) {
                leaves.add(whole.part());
                leaves.add(whole.percent());
            } else if (value instanceof Value.Leaf leaf) {
                leaves.add(leaf);
            }
        });
        return budget.orElseGet(() -> {
            missing.add("说明“" + key + "”没有写明预算或完成率");
            return new Value.Fixed(BigDecimal.ZERO);
        });
    }

    private Value total(Expression of) {
        if (of instanceof Expression.TextFigure figure) {
            return textTotal(figure);
        }
        if (!(of instanceof Expression.TableFigure figure)) {
            throw new IllegalArgumentException("Σ 之后应为表或说明：" + of);
        }
        Optional<Table> found = table(figure.topic());
        if (found.isEmpty()) {
            return new Value.Fixed(BigDecimal.ZERO);
        }
        Table table = found.get();
        List<Row> rows = figure.rows().stream()
                .flatMap(name -> rows(table, figure, name).stream())
                .toList();
        List<String> roles = figure.columns().stream().map(binding::fill).toList();
        List<Value.Part> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Row row : rows) {
            for (String role : roles) {
                Scope.column(table, row, role)
                        .flatMap(column -> leaf(table, row, column))
                        .ifPresent(leaf -> {
                            leaves.add(leaf);
                            parts.add(new Value.Part(false, leaf));
                            names.add(
                                    rows.size() > 1
                                            ? Objects.requireNonNullElse(row.effectiveCode(), row.role())
                                            : role);
                        });
            }
        }
        if (parts.isEmpty() && missing.isEmpty()) {
            missing.add("“" + table.topic() + "”表没有可加的" + String.join("、", figure.rows()) + "（"
                    + String.join("、", roles) + "）");
        }
        return new Value.Combination(parts, "Σ" + table.topic() + "（" + String.join(" + ", names) + "）");
    }

    private List<Row> rows(Table table, Expression.TableFigure figure, String name) {
        CodeTree tree = scope.tree(table);
        return switch (name) {
            case Words.TOP -> tree.top(figure.side());
            case Words.CHILDREN -> tree.children(binding.fill("$" + Words.EACH_PARENT));
            case Words.LEAVES -> tree.leaves();
            default -> row(table, figure, binding.fill(name)).stream().toList();
        };
    }

    /** The sum over all keys that match: where the driving sentence's section states some, only those count. */
    private Value textTotal(Expression.TextFigure figure) {
        List<String> keys = figure.keys().stream()
                .map(binding::fill)
                .flatMap(pattern -> scope.keys().stream().filter(key -> Vocabulary.matches(pattern, key)))
                .toList();
        List<NarrativeFigure> all = keys.stream()
                .flatMap(key -> scope.nearest(key, driver).stream())
                .toList();
        List<NarrativeFigure> near = all.stream()
                .filter(said -> driver != null && isUnder(said, driver))
                .toList();
        List<Value.Part> parts = new ArrayList<>();
        for (NarrativeFigure said : near.isEmpty() ? all : near) {
            Optional<Value.Leaf> leaf = texts.part(said, figure.part())
                    .or(() ->
                            absent("说明“" + said.key() + "”没有写明" + figure.part().word()));
            leaf.ifPresent(number -> {
                leaves.add(number);
                parts.add(new Value.Part(false, number));
            });
        }
        if (parts.isEmpty() && missing.isEmpty()) {
            missing.add("说明中没有“" + String.join("、", figure.keys()) + "”各项");
        }
        return Value.Combination.of(parts);
    }

    private static boolean isUnder(NarrativeFigure said, NarrativeFigure driver) {
        return (said.section() + "/").startsWith(driver.section() + "/");
    }
}
