package org.tongchou.accounts.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Percent;
import org.tongchou.money.Rounding;

/**
 * Accounts side by side.
 *
 * @param parties the documents, a bureau's together and by year
 * @param pairs which columns are compared with which
 * @param sections what is compared; only lines that at least one party prints with an amount other than zero
 * @param notes what could not be compared and why, in Chinese
 */
public record Comparison(List<Party> parties, List<Pair> pairs, List<Section> sections, List<String> notes) {
    private static final int DECIMALS = 2;

    /** Copies the lists. */
    public Comparison {
        parties = List.copyOf(parties);
        pairs = List.copyOf(pairs);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * Two columns of one bureau.
     *
     * @param from index of the earlier party
     * @param to index of the later party
     * @param execution true for a budget against the final accounts of the same year, false for two years
     */
    public record Pair(int from, int to, boolean execution) {}

    /**
     * Lines in one unit.
     *
     * @param title what they are about
     * @param unit 万元 or 元/人
     * @param lines the lines
     * @param shares whether shares of the first line are meaningful
     */
    public record Section(String title, String unit, List<Line> lines, boolean shares) {
        /** Copies the list. */
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A figure of every party.
     *
     * @param code classification code; empty when it has none
     * @param name the line's name
     * @param level depth, 0 for a total
     * @param values one a party, rounded half up to two decimals; empty where it is not printed
     * @param shares one a party, of the section's first line; empty where it cannot be computed
     * @param changes one a pair: later minus earlier; empty where one is missing
     * @param rates one a pair: growth over the earlier value, or for an execution pair the later in the earlier; empty
     *     when the earlier value is zero or missing
     */
    public record Line(
            String code,
            String name,
            int level,
            List<Optional<BigDecimal>> values,
            List<Optional<Percent>> shares,
            List<Optional<BigDecimal>> changes,
            List<Optional<Percent>> rates) {
        /** Copies the lists. */
        public Line {
            values = List.copyOf(values);
            shares = List.copyOf(shares);
            changes = List.copyOf(changes);
            rates = List.copyOf(rates);
        }
    }

    /** Compares documents, at least one. */
    public static Comparison of(List<AccountsDocument> documents) {
        List<Party> parties = Party.of(documents);
        return new Builder(parties, pairs(parties)).build();
    }

    private static List<Pair> pairs(List<Party> parties) {
        List<Pair> pairs = new ArrayList<>();
        for (int to = 1; to < parties.size(); to++) {
            for (int from = to - 1; from >= 0; from--) {
                Optional<Pair> pair = pair(parties, from, to);
                if (pair.isPresent()) {
                    pairs.add(pair.get());
                    break;
                }
            }
        }
        return pairs;
    }

    private static Optional<Pair> pair(List<Party> parties, int from, int to) {
        Party earlier = parties.get(from);
        Party later = parties.get(to);
        Integer year = earlier.meta().year();
        if (!earlier.bureau().equals(later.bureau())
                || year == null
                || later.meta().year() == null) {
            return Optional.empty();
        }
        boolean sameYear = year.equals(later.meta().year());
        boolean sameKind = earlier.meta().kind() == later.meta().kind();
        boolean execution = sameYear
                && earlier.meta().kind() == DocumentKind.BUDGET
                && later.meta().kind() == DocumentKind.FINAL;
        return execution || (!sameYear && sameKind) ? Optional.of(new Pair(from, to, execution)) : Optional.empty();
    }

    /** Collects sections and notes. */
    private record Builder(List<Party> parties, List<Pair> pairs, List<Section> sections, List<String> notes) {
        Builder(List<Party> parties, List<Pair> pairs) {
            this(parties, pairs, new ArrayList<>(), new ArrayList<>());
        }

        Comparison build() {
            measures("收支总量", Measure.TOTALS);
            structure("支出功能分类结构", "支出", "合计");
            structure("一般公共预算支出结构", "一般公共预算支出", "合计");
            structure("基本支出经济分类结构", "基本支出经济分类", "金额");
            measures("“三公”经费", Measure.THREE_PUBLIC_PARTS);
            measures("机关运行经费和政府采购", Measure.AGENCY_AND_PROCUREMENT);
            perHead();
            return new Comparison(parties, pairs, sections, notes);
        }

        private void measures(String title, List<Measure> measures) {
            List<Line> lines = new ArrayList<>();
            for (Measure measure : measures) {
                List<Optional<BigDecimal>> values = parties.stream()
                        .map(party -> measure.find(party.document()).map(Builder::wanYuan))
                        .toList();
                add(lines, "", measure.name(), measure.level(), values, List.of());
            }
            add(title, MoneyUnit.WAN_YUAN.printed(), lines, false);
        }

        /** Every code of a table with its share of the total row, in the order of codes. */
        private void structure(String title, String topic, String column) {
            TreeMap<String, String> names = new TreeMap<>();
            for (Party party : parties) {
                party.document()
                        .findTable(topic)
                        .ifPresentOrElse(
                                table -> codes(table, names), () -> notes.add(party.label() + " 没有" + topic + "表"));
            }
            List<Optional<Money>> totals = parties.stream()
                    .map(party -> total(party.document(), topic, column))
                    .toList();
            List<Line> lines = new ArrayList<>();
            add(
                    lines,
                    "",
                    "合计",
                    0,
                    totals.stream().map(total -> total.map(Builder::wanYuan)).toList(),
                    List.of());
            names.forEach((code, name) -> {
                List<Optional<Money>> amounts = parties.stream()
                        .map(party -> party.document()
                                .findTable(topic)
                                .flatMap(table ->
                                        table.findRow(null, code).flatMap(row -> Measure.amount(table, row, column))))
                        .toList();
                List<Optional<Percent>> shares = new ArrayList<>();
                for (int i = 0; i < amounts.size(); i++) {
                    Optional<Money> total = totals.get(i);
                    shares.add(amounts.get(i)
                            .flatMap(amount ->
                                    total.flatMap(whole -> Percent.of(amount, whole, DECIMALS, Rounding.HALF_UP))));
                }
                add(
                        lines,
                        code,
                        name,
                        code.length() / 2,
                        amounts.stream()
                                .map(amount -> amount.map(Builder::wanYuan))
                                .toList(),
                        shares);
            });
            add(title, MoneyUnit.WAN_YUAN.printed(), lines, true);
        }

        private static void codes(Table table, TreeMap<String, String> names) {
            for (Row row : table.rows()) {
                String code = row.effectiveCode();
                if (code != null && !row.repeated() && row.side() != Side.INCOME) {
                    names.putIfAbsent(code, row.name());
                }
            }
        }

        private static Optional<Money> total(AccountsDocument document, String topic, String column) {
            Optional<Money> printed = document.findTable(topic)
                    .flatMap(table -> table.findRow(null, "合计").flatMap(row -> Measure.amount(table, row, column)));
            if (printed.isPresent() || !topic.equals("基本支出经济分类")) {
                return printed;
            }
            Optional<Money> operating = Measure.OPERATING.find(document);
            return Measure.PERSONNEL.find(document).flatMap(personnel -> operating.map(personnel::plus));
        }

        private void perHead() {
            for (Party party : parties) {
                if (party.staff() == null) {
                    notes.add(party.label() + " 未列全各单位在职人数，不计算人均");
                }
            }
            List<Line> lines = new ArrayList<>();
            for (Measure measure : Measure.PER_HEAD) {
                List<Optional<BigDecimal>> values = parties.stream()
                        .map(party -> perHead(measure.find(party.document()), party.staff()))
                        .toList();
                add(lines, "", measure.name(), 0, values, List.of());
            }
            add("人均支出（按在职人数）", "元/人", lines, false);
        }

        private static Optional<BigDecimal> perHead(Optional<Money> amount, @Nullable Integer staff) {
            return staff == null
                    ? Optional.empty()
                    : amount.map(money -> money.in(MoneyUnit.YUAN)
                            .divide(BigDecimal.valueOf(staff), DECIMALS, Rounding.HALF_UP.mode()));
        }

        private static BigDecimal wanYuan(Money money) {
            return money.in(MoneyUnit.WAN_YUAN, DECIMALS, Rounding.HALF_UP);
        }

        private void add(
                List<Line> lines,
                String code,
                String name,
                int level,
                List<Optional<BigDecimal>> values,
                List<Optional<Percent>> shares) {
            if (values.stream().flatMap(Optional::stream).allMatch(value -> value.signum() == 0)) {
                return;
            }
            List<Optional<BigDecimal>> changes = new ArrayList<>();
            List<Optional<Percent>> rates = new ArrayList<>();
            for (Pair pair : pairs) {
                Optional<BigDecimal> from = values.get(pair.from());
                Optional<BigDecimal> change =
                        values.get(pair.to()).flatMap(later -> from.map(earlier -> later.subtract(earlier)));
                changes.add(change);
                Optional<BigDecimal> part = pair.execution() ? values.get(pair.to()) : change;
                rates.add(from.flatMap(
                        earlier -> part.flatMap(found -> Percent.of(found, earlier, DECIMALS, Rounding.HALF_UP))));
            }
            lines.add(new Line(code, name, level, values, shares, changes, rates));
        }

        private void add(String title, String unit, List<Line> lines, boolean shares) {
            if (lines.isEmpty()) {
                notes.add("没有可比较的" + title);
            } else {
                sections.add(new Section(title, unit, lines, shares));
            }
        }
    }

    /** The staff of every party; empty where it is not known. */
    public List<Optional<Integer>> staff() {
        return parties.stream().map(party -> Optional.ofNullable(party.staff())).toList();
    }

    /** How a pair's columns are headed, for example {@code 2024 比 2023}. */
    public String label(Pair pair) {
        Party from = parties.get(pair.from());
        Party to = parties.get(pair.to());
        String bureau = parties.stream().map(Party::bureau).distinct().count() > 1 ? to.bureau() + " " : "";
        String year = String.valueOf(Objects.requireNonNull(to.meta().year()));
        return bureau
                + (pair.execution()
                        ? year + " 决算比预算"
                        : year + " 比 " + from.meta().year());
    }
}
