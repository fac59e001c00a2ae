package org.tongchou.accounts.figures;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.AccountsFigures.Narrative;
import org.tongchou.accounts.figures.AccountsFigures.Source;
import org.tongchou.accounts.figures.AccountsFigures.Stated;
import org.tongchou.accounts.figures.AccountsFigures.Statement;
import org.tongchou.accounts.figures.AccountsFigures.Texts;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/** Reads {@code document.yaml}. */
final class DocumentReader {
    private static final String FILE = FiguresLoader.DOCUMENT;
    private static final List<String> SECTIONS = List.of("工作", "绩效", "附件");
    private static final List<String> THREE_PUBLIC_BASES = List.of("全年预算数", "年初预算数");
    private static final int MOST_DECIMALS = 6;

    private DocumentReader() {}

    /**
     * The document without its tables.
     *
     * @param document everything of document.yaml, no tables
     * @param amounts unit of the amounts in the base files
     */
    record Head(AccountsFigures document, MoneyUnit amounts) {
        AccountsFigures with(Map<BaseFile, List<Line>> base, Map<String, FigureTable> printed) {
            return new AccountsFigures(
                    document.region(),
                    document.bureau(),
                    document.year(),
                    document.kind(),
                    document.unit(),
                    document.decimals(),
                    document.blankZeros(),
                    document.threePublicBase(),
                    document.source(),
                    document.units(),
                    document.texts(),
                    base,
                    document.narrative(),
                    printed);
        }
    }

    /** Reads the file; null, reported, when what every document needs is missing or wrong. */
    static @Nullable Head read(Path folder, FigureProblems problems) {
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            problems.file(ProblemCode.FIGURES_MISSING, FILE, "缺少文件，应写明部门、年度、金额单位等");
            return null;
        }
        try {
            return head(YamlFields.read(Files.readString(path), problems.in(FILE)), problems);
        } catch (IOException e) {
            problems.file(ProblemCode.FIGURES_INVALID, FILE, "文件无法读取，应为 UTF-8 编码的文本");
            return null;
        }
    }

    private static @Nullable Head head(YamlFields top, FigureProblems problems) {
        String region = top.required("region", "地区，如 样例市");
        String bureau = top.required("bureau", "部门名称，如 样例市医疗保障局");
        Integer year = top.required("year", "四位年份，如 2024", DocumentReader::year);
        DocumentKind kind = top.required("kind", "预算或决算", DocumentReader::kind);
        MoneyUnit unit = top.required("unit", "元或万元", DocumentReader::unit);
        Integer decimals = top.parsed(
                "decimals",
                "0 到 " + MOST_DECIMALS + " 的整数",
                text -> text.matches("[0-" + MOST_DECIMALS + "]")
                        ? Optional.of(Integer.valueOf(text))
                        : Optional.empty());
        MoneyUnit amounts = top.parsed("amounts", "元或万元", DocumentReader::unit);
        Boolean blank = top.parsed("zeros", "“空白”或“0.00”", text -> switch (text) {
            case "空白" -> Optional.of(true);
            case "0.00" -> Optional.of(false);
            default -> Optional.empty();
        });
        String base = top.parsed(
                "three_public_base",
                String.join("或", THREE_PUBLIC_BASES),
                text -> THREE_PUBLIC_BASES.contains(text) ? Optional.of(text) : Optional.empty());
        YamlFields source = top.below("source");
        Source from = new Source(source.required("title", "数据出处的标题"), source.word("publisher"), source.word("note"));
        List<BudgetUnit> units = new ArrayList<>();
        top.mappings("units").forEach(item -> units.add(budgetUnit(item)));
        Texts texts = new Texts(words(top, "duties"), words(top, "work"));
        Narrative narrative = narrative(top, problems);
        top.reportUnknown();
        source.reportUnknown();
        if (year == null || kind == null || unit == null) {
            return null;
        }
        AccountsFigures document = new AccountsFigures(
                region,
                bureau,
                year,
                kind,
                unit,
                decimals == null ? 2 : decimals,
                blank != null && blank,
                base == null ? THREE_PUBLIC_BASES.get(0) : base,
                from,
                units,
                texts,
                Map.of(),
                narrative,
                Map.of());
        return new Head(document, amounts == null ? unit : amounts);
    }

    private static BudgetUnit budgetUnit(YamlFields item) {
        Integer staff = item.parsed(
                "staff",
                "在职人数（整数）",
                text -> text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
        BudgetUnit unit = new BudgetUnit(item.required("name", "单位名称"), item.word("nature"), staff);
        item.reportUnknown();
        return unit;
    }

    private static Narrative narrative(YamlFields top, FigureProblems problems) {
        List.of("figures", "prior", "reasons", "stated").forEach(part -> reportUnknownKeys(top.below(part), problems));
        Map<String, Stated> figures = top.below("figures").all(DocumentReader::value);
        Map<String, BigDecimal> prior = top.below("prior").all(DocumentReader::number);
        Map<String, String> reasons = top.below("reasons").all(DocumentReader::wordOrNull);
        Map<String, String> names = top.below("names").all(YamlFields::word);
        Map<String, Stated> stated = top.below("stated").all(DocumentReader::stated);
        List<Statement> statements = top.mappings("statements").stream()
                .flatMap(item -> statement(item).stream())
                .toList();
        return new Narrative(figures, prior, reasons, stated, names, statements);
    }

    /** Keys that no sentence uses are most likely misspelt. */
    private static void reportUnknownKeys(YamlFields fields, FigureProblems problems) {
        fields.keys().stream()
                .filter(key -> !FigureKeys.knows(key))
                .forEach(key -> problems.add(
                        ProblemCode.FIGURES_UNUSED, FILE, fields.line(key), key, "没有哪句话用到“" + key + "”，没有使用，请检查拼写"));
    }

    private static List<String> words(YamlFields fields, String key) {
        return fields.texts(key).stream().map(String::strip).toList();
    }

    private static @Nullable String wordOrNull(YamlFields fields, String key) {
        String word = fields.word(key);
        return word.isEmpty() ? null : word;
    }

    private static @Nullable BigDecimal number(YamlFields fields, String key) {
        PrintedNumber number = fields.number(key);
        return number == null ? null : number.value();
    }

    private static @Nullable Stated value(YamlFields fields, String key) {
        BigDecimal value = number(fields, key);
        return value == null ? null : new Stated(value, null, null);
    }

    private static @Nullable Stated stated(YamlFields fields, String key) {
        if (!fields.isMapping(key)) {
            return value(fields, key);
        }
        YamlFields parts = fields.below(key);
        Stated stated = new Stated(number(parts, "value"), number(parts, "difference"), number(parts, "percent"));
        parts.reportUnknown();
        return stated;
    }

    private static Optional<Statement> statement(YamlFields item) {
        String section = item.required(
                "section", YamlFields.oneOf(SECTIONS), word -> Optional.of(word).filter(SECTIONS::contains));
        String topic = item.required("topic", "数字所指的事项");
        PrintedNumber value = item.required("value", "数字，如 217.28", PrintedNumber::find);
        String unit = item.word("unit");
        item.reportUnknown();
        return section == null || value == null
                ? Optional.empty()
                : Optional.of(new Statement(section, topic, value.value(), unit));
    }

    private static Optional<Integer> year(String text) {
        return text.matches("(19|20)\\d{2}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<DocumentKind> kind(String text) {
        return Stream.of(DocumentKind.values())
                .filter(kind -> kind.printed().equals(text))
                .findFirst();
    }

    /** 亿元 is a unit of prose only. */
    private static Optional<MoneyUnit> unit(String text) {
        return Stream.of(MoneyUnit.YUAN, MoneyUnit.WAN_YUAN)
                .filter(unit -> unit.printed().equals(text))
                .findFirst();
    }
}
