package org.tongchou.accounts.figures;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.source.Problem;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * The figures of one document, from which all tables and sentences are computed.
 *
 * @param region the pooling region, for example 样例市
 * @param bureau the department's name
 * @param year the budget year
 * @param kind budget or final accounts
 * @param unit unit of money that is printed
 * @param decimals decimals that are printed
 * @param blankZeros whether tables leave zeros blank
 * @param threePublicBase what 三公 is compared with besides last year: 全年预算数 or 年初预算数
 * @param source where the figures come from
 * @param units the units covered, with staff
 * @param texts lines written for this document
 * @param base base facts by file
 * @param narrative figures and words of sentences that tables do not give
 * @param printed tables that are given as published, by topic
 */
public record AccountsFigures(
        String region,
        String bureau,
        int year,
        DocumentKind kind,
        MoneyUnit unit,
        int decimals,
        boolean blankZeros,
        String threePublicBase,
        Source source,
        List<BudgetUnit> units,
        Texts texts,
        Map<BaseFile, List<Line>> base,
        Narrative narrative,
        Map<String, FigureTable> printed) {
    /** Copies the collections. */
    public AccountsFigures {
        units = List.copyOf(units);
        base = Map.copyOf(base);
        printed = Map.copyOf(printed);
    }

    /**
     * Reads a folder. Every problem is reported with file and line; figures are given only when none of them makes the
     * document wrong.
     */
    public static Loaded load(Path folder) {
        return FiguresLoader.load(folder);
    }

    /** The lines of a base file; none when the file is not there. */
    public List<Line> lines(BaseFile file) {
        return base.getOrDefault(file, List.of());
    }

    /** Whose accounts these are. */
    public DocumentMeta meta() {
        return new DocumentMeta(region, bureau, year, kind, unit, units);
    }

    /**
     * What loading gave.
     *
     * @param found the figures; null when a problem makes them unusable
     * @param problems everything that was met, in file order
     */
    public record Loaded(@Nullable AccountsFigures found, List<Problem> problems) {
        /** Copies the list. */
        public Loaded {
            problems = List.copyOf(problems);
        }

        /** The figures; empty when a problem makes them unusable. */
        public Optional<AccountsFigures> figures() {
            return Optional.ofNullable(found);
        }
    }

    /**
     * Where the figures come from.
     *
     * @param title title of the publication
     * @param publisher who published it
     * @param note how it was obtained, or its address
     */
    public record Source(String title, String publisher, String note) {}

    /**
     * Lines written for this document.
     *
     * @param duties 主要职责; empty for the general ones
     * @param work 主要工作
     */
    public record Texts(List<String> duties, List<String> work) {
        /** Copies the lists. */
        public Texts {
            duties = List.copyOf(duties);
            work = List.copyOf(work);
        }
    }

    /**
     * One line of a base file.
     *
     * @param key classification code, item or fund that the line is about; may be empty in carry_over.csv
     * @param fund source of money, see {@link BaseFile#FUNDS}; empty where the file has no such column
     * @param name name as the document prints it; empty for the name of the classification
     * @param amounts amounts by column; blank ones are absent
     */
    public record Line(String key, String fund, String name, Map<String, Money> amounts) {
        /** Copies the map. */
        public Line {
            amounts = Map.copyOf(amounts);
        }

        /** The amount of a column, nothing when blank. */
        public Money amount(String column) {
            return amounts.getOrDefault(column, Money.ZERO);
        }
    }

    /**
     * Figures and words of sentences that the tables do not give. Keys are the narrative keys.
     *
     * @param figures counts, procurement, agency operating cost …
     * @param prior last year's figures
     * @param reasons why a figure changed
     * @param stated what a sentence says where it is not what the tables give
     * @param names names of codes that the classification does not have
     * @param statements further figures in words of our own
     */
    public record Narrative(
            Map<String, Stated> figures,
            Map<String, BigDecimal> prior,
            Map<String, String> reasons,
            Map<String, Stated> stated,
            Map<String, String> names,
            List<Statement> statements) {
        /** Copies the collections. */
        public Narrative {
            figures = Map.copyOf(figures);
            prior = Map.copyOf(prior);
            reasons = Map.copyOf(reasons);
            stated = Map.copyOf(stated);
            names = Map.copyOf(names);
            statements = List.copyOf(statements);
        }
    }

    /**
     * What a sentence says, in the printed unit and with the printed decimals; parts that follow from the tables are
     * null.
     *
     * @param value the figure
     * @param difference the change; negative for a decrease
     * @param percent the percentage of the change; negative for a decrease
     */
    public record Stated(
            @Nullable BigDecimal value,
            @Nullable BigDecimal difference,
            @Nullable BigDecimal percent) {}

    /**
     * A further figure.
     *
     * @param section where it stands: 工作, 绩效 or 附件
     * @param topic what it is, in words of our own; the same words for the same thing
     * @param value the number with its printed decimals
     * @param unit its unit
     */
    public record Statement(String section, String topic, BigDecimal value, String unit) {}
}
