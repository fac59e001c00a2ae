package org.tongchou.accounts.check.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;

/**
 * Reads relations and conditions of one check and holds every word against the vocabulary.
 *
 * <pre>
 * relations := relation ("或" relation)*
 * relation  := sum ("=" | "≤" | "≥") sum
 * sum       := ["−"] term (("+" | "−") term)*
 * term      := number | "(" sum ")" | "比(" sum "," sum ")" | "abs(" sum ")" | ["Σ"] figure
 * figure    := table "[" ["收入." | "支出."] rows "]" "." columns
 *            | "说明[" keys "]" ["." part] | "变动." part | "附注[" table "." words "]"
 * rows, columns, keys := name ("|" name)*        the first one printed; inside Σ: all of them
 * conditions := condition ("且" condition)*
 * condition := ("有" | "无") "(" figure ")" | ("零" | "非零") "(" term ")"
 *            | "单位性质(" word ")" | "对比(" word ")" | "逐项(" table ")"
 * </pre>
 */
public final class ExpressionParser {
    private final Vocabulary vocabulary;
    private final Map<String, List<String>> each;

    /**
     * Prepares for one check.
     *
     * @param vocabulary the words
     * @param each the check's quantifiers; they decide which variables and which tables 本表 may stand for
     */
    public ExpressionParser(Vocabulary vocabulary, Map<String, List<String>> each) {
        this.vocabulary = vocabulary;
        this.each = each;
        each.forEach(this::requireDomain);
    }

    /**
     * Reads one relation or several that are alternatives.
     *
     * @throws LanguageException saying what is wrong and how to mend it
     */
    public List<Relation> relations(String text) {
        Tokens tokens = new Tokens(text);
        List<Relation> relations = new ArrayList<>();
        do {
            relations.add(relation(tokens));
        } while (tokens.take("或"));
        if (!tokens.atEnd()) {
            throw tokens.wrong("结尾或“或”");
        }
        return List.copyOf(relations);
    }

    /**
     * Reads conditions that must all hold.
     *
     * @throws LanguageException saying what is wrong and how to mend it
     */
    public List<Condition> conditions(String text) {
        Tokens tokens = new Tokens(text);
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(condition(tokens));
        } while (tokens.take("且"));
        if (!tokens.atEnd()) {
            throw tokens.wrong("结尾或“且”");
        }
        return List.copyOf(conditions);
    }

    private Condition condition(Tokens tokens) {
        String word = tokens.word();
        tokens.expect("(");
        Condition condition = switch (word) {
            case "有" -> new Condition.Printed(figure(tokens, false), true);
            case "无" -> new Condition.Printed(figure(tokens, false), false);
            case "零" -> new Condition.Zero(term(tokens), true);
            case "非零" -> new Condition.Zero(term(tokens), false);
            case "单位性质" -> new Condition.Nature(tokens.word());
            case "对比" -> new Condition.Base(comparedWith(tokens.word()));
            case "逐项" -> new Condition.Itemised(knownTopic(tokens.word()));
            default -> throw new LanguageException("条件“" + word + "”不认识，可用：有、无、零、非零、单位性质、对比、逐项");
        };
        tokens.expect(")");
        return condition;
    }

    private String comparedWith(String word) {
        requireEach(Words.CHANGE, "对比");
        return word;
    }

    private Relation relation(Tokens tokens) {
        Expression left = sum(tokens);
        for (Relation.Comparison comparison : Relation.Comparison.values()) {
            if (tokens.take(comparison.sign())) {
                Expression right = sum(tokens);
                Relation relation = new Relation(left, comparison, right);
                same(relation.dimension(), right.dimension(), "两边");
                return relation;
            }
        }
        throw tokens.wrong("“=”“≤”或“≥”");
    }

    private Expression sum(Tokens tokens) {
        List<Expression.Term> terms = new ArrayList<>();
        boolean negative = tokens.take("−");
        Expression first = term(tokens);
        Dimension dimension = first.dimension();
        terms.add(new Expression.Term(negative, first));
        while (tokens.peek().equals("+") || tokens.peek().equals("−")) {
            boolean minus = tokens.take("−") || !tokens.take("+");
            Expression term = term(tokens);
            dimension = same(dimension, term.dimension(), "相加的两项");
            terms.add(new Expression.Term(minus, term));
        }
        return terms.size() == 1 && !negative ? first : new Expression.Sum(terms, dimension);
    }

    private static Dimension same(Dimension one, Dimension other, String what) {
        if (one != other && one != Dimension.BARE && other != Dimension.BARE) {
            throw new LanguageException(what + "不是一种数：" + one.word() + "与" + other.word());
        }
        return one == Dimension.BARE ? other : one;
    }

    private Expression term(Tokens tokens) {
        if (tokens.take("(")) {
            Expression inner = sum(tokens);
            tokens.expect(")");
            return inner;
        }
        if (tokens.take("Σ")) {
            return new Expression.Total(figure(tokens, true));
        }
        String word = tokens.peek();
        if (!word.isEmpty() && word.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
            return new Expression.Constant(new BigDecimal(tokens.word()));
        }
        if (word.equals(Words.RATIO)) {
            tokens.word();
            tokens.expect("(");
            Expression numerator = sum(tokens);
            tokens.expect(",");
            Expression denominator = sum(tokens);
            tokens.expect(")");
            same(numerator.dimension(), denominator.dimension(), "比的两项");
            return new Expression.Ratio(numerator, denominator);
        }
        if (word.equals(Words.ABSOLUTE)) {
            tokens.word();
            tokens.expect("(");
            Expression inner = sum(tokens);
            tokens.expect(")");
            return new Expression.Absolute(inner);
        }
        return figure(tokens, false);
    }

    private Expression figure(Tokens tokens, boolean inTotal) {
        String word = tokens.word();
        return switch (word) {
            case Words.TEXT -> text(tokens, inTotal);
            case Words.CHANGE -> {
                requireEach(Words.CHANGE, word);
                tokens.expect(".");
                yield new Expression.ChangeFigure(part(tokens));
            }
            case Words.NOTE -> {
                tokens.expect("[");
                String topic = knownTopic(tokens.word());
                tokens.expect(".");
                String words = tokens.word();
                tokens.expect("]");
                yield new Expression.NoteFigure(topic, words);
            }
            default -> table(word, tokens, inTotal);
        };
    }

    private Expression text(Tokens tokens, boolean inTotal) {
        tokens.expect("[");
        List<String> keys = names(tokens, inTotal);
        tokens.expect("]");
        Dimension dimension = null;
        for (String key : keys) {
            requireVariables(key);
            dimension =
                    same(dimension == null ? Dimension.BARE : dimension, vocabulary.dimension(key), "说明[" + key + "]");
        }
        Part part = tokens.take(".") ? part(tokens) : Part.VALUE;
        Dimension counted = part == Part.PERCENT || part == Part.COMPLETION ? Dimension.PERCENT : dimension;
        return new Expression.TextFigure(keys, part, counted == null ? Dimension.BARE : counted);
    }

    private static Part part(Tokens tokens) {
        String word = tokens.word();
        return Part.find(word).orElseThrow(() -> new LanguageException("没有“" + word + "”，可用：金额、差额、百分比、完成率、基数、上年、预算"));
    }

    private Expression table(String topic, Tokens tokens, boolean inTotal) {
        List<String> topics = topics(topic);
        tokens.expect("[");
        List<String> rows = names(tokens, inTotal);
        @Nullable Side side = side(rows.get(0));
        if (side != null && tokens.take(".")) {
            rows = names(tokens, inTotal);
        } else {
            side = null;
        }
        tokens.expect("]");
        tokens.expect(".");
        List<String> columns = names(tokens, inTotal);
        for (String name : topics) {
            rows.forEach(row -> requireRow(name, row, inTotal));
            columns.forEach(column -> requireColumn(name, column));
        }
        return new Expression.TableFigure(topic, side, rows, columns);
    }

    private static @Nullable Side side(String word) {
        for (Side side : Side.values()) {
            if (side.printed().equals(word)) {
                return side;
            }
        }
        return null;
    }

    /** Names with {@code |} between them; inside a total named sets are written out. */
    private List<String> names(Tokens tokens, boolean inTotal) {
        List<String> names = new ArrayList<>();
        do {
            String name = tokens.word();
            names.addAll(inTotal ? vocabulary.expand(name) : List.of(name));
        } while (tokens.take("|"));
        return names;
    }

    private List<String> topics(String topic) {
        if (topic.equals(Words.THIS_TABLE)) {
            requireEach(Words.EACH_TABLE, topic);
            return each.getOrDefault(Words.EACH_TABLE, List.of());
        }
        return List.of(knownTopic(topic));
    }

    private String knownTopic(String topic) {
        vocabulary.topic(topic);
        return topic;
    }

    private void requireRow(String topic, String row, boolean inTotal) {
        if (inTotal && Words.ROW_SETS.contains(row)) {
            if (row.equals(Words.CHILDREN)) {
                requireEach(Words.EACH_PARENT, row);
            }
            return;
        }
        written(row).forEach(name -> vocabulary.requireRow(topic, name));
    }

    private void requireColumn(String topic, String column) {
        written(column).forEach(name -> vocabulary.requireColumn(topic, name));
    }

    /** A name as it may read once its variable is filled in; nothing where the document decides. */
    private List<String> written(String name) {
        int at = name.indexOf('$');
        if (at < 0) {
            return List.of(name);
        }
        requireVariables(name);
        String variable = name.substring(at + 1);
        boolean listed = variable.equals(Words.EACH_ITEM) || variable.equals(Words.EACH_COLUMN);
        return !listed
                ? List.of()
                : each.getOrDefault(variable, List.of()).stream()
                        .filter(item -> !item.equals(Words.THIS_TABLE))
                        .map(item -> name.substring(0, at) + item)
                        .toList();
    }

    private void requireDomain(String quantifier, List<String> domain) {
        if (!Words.QUANTIFIERS.contains(quantifier)) {
            throw new LanguageException("each 不认识“" + quantifier + "”，可用：" + String.join("、", Words.QUANTIFIERS));
        }
        boolean ofTables = List.of(
                        Words.EACH_TABLE, Words.EACH_ROW, Words.EACH_CODE, Words.EACH_CLASS, Words.EACH_PARENT)
                .contains(quantifier);
        if (ofTables) {
            domain.stream()
                    .filter(name -> !name.equals(Words.THIS_TABLE) && !name.equals(Words.TEXT))
                    .forEach(vocabulary::topic);
        }
    }

    private void requireVariables(String name) {
        int at = name.indexOf('$');
        if (at >= 0) {
            requireEach(name.substring(at + 1), name);
        }
    }

    private void requireEach(String variable, String word) {
        boolean ofShare = variable.equals(Words.PART) || variable.equals(Words.WHOLE);
        String quantifier = ofShare ? Words.EACH_SHARE : variable;
        if (!each.containsKey(quantifier)) {
            throw new LanguageException("用到“" + word + "”，但 each 中没有“" + quantifier + "”");
        }
    }
}
