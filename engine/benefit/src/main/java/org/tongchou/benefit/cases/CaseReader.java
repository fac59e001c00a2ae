package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.coverage.MemberFile;
import org.tongchou.benefit.policy.Place;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Person;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.files.yaml.YamlIssue;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyFormatException;
import org.tongchou.money.PrintedNumber;
import org.tongchou.money.Rate;

/** Reads a file of cases. */
public final class CaseReader {
    private static final String DATE = "日期，如 2025-05-10";
    private static final String NUMBER = "数字，如 217.28";

    private final String file;
    private final List<String> levels;
    private final boolean compared;
    private final List<String> problems = new ArrayList<>();

    private CaseReader(String file, List<String> levels, boolean compared) {
        this.file = file;
        this.levels = levels;
        this.compared = compared;
    }

    /**
     * What was read.
     *
     * @param cases those that could be read
     * @param problems in Chinese, with file and line
     */
    public record Reading(List<Case> cases, List<String> problems) {
        /** Copies the lists. */
        public Reading {
            cases = List.copyOf(cases);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param text its text
     * @param levels the levels of providers of the region, from low to high
     * @param compared whether every bill must say what should come out
     */
    public static Reading read(String file, String text, List<String> levels, boolean compared) {
        CaseReader reader = new CaseReader(file, levels, compared);
        YamlFields fields = YamlFields.read(text, reader::report);
        List<Case> cases = new ArrayList<>();
        for (YamlFields entry : fields.mappings("cases")) {
            int before = reader.problems.size();
            Case read = reader.read(entry);
            if (reader.problems.size() == before) {
                cases.add(read);
            }
        }
        fields.reportUnknown();
        return new Reading(cases, reader.problems);
    }

    private void report(YamlIssue issue) {
        problems.add(file + ":" + issue.line() + " " + issue.message());
    }

    private void report(int line, String problem) {
        problems.add(file + ":" + line + " " + problem);
    }

    private Case read(YamlFields entry) {
        String name = entry.required("case", "这个例子试什么，一句话");
        String because = entry.word("because");
        String source = entry.word("source");
        String reform = entry.word("reform");
        Place place = new Place(file, entry.line());
        Optional<Calculated> calculated = new CalculatorReader(this).read(entry);
        if (calculated.isPresent()) {
            entry.reportUnknown();
            return new Case(
                    name,
                    because,
                    source,
                    reform,
                    person(entry.below("person"), LocalDate.EPOCH),
                    null,
                    Map.of(),
                    List.of(),
                    calculated.get(),
                    place);
        }
        YamlFields person = entry.below("person");
        Balances balances = balances(person);
        BillReader bills = new BillReader(this, levels, balances);
        List<Case.Step> steps = new ArrayList<>();
        if (entry.has("steps")) {
            for (YamlFields step : entry.mappings("steps")) {
                steps.add(step(step, bills));
                step.reportUnknown();
            }
        } else {
            steps.add(step(entry, bills));
        }
        if (steps.isEmpty()) {
            report(entry.line(), "steps 没有内容，应至少有一张账单");
        }
        LocalDate first = steps.stream()
                .map(Case.Step::bill)
                .flatMap(bill -> Optional.ofNullable(bill).stream())
                .map(Bill::date)
                .findFirst()
                .orElse(LocalDate.EPOCH);
        Member member = member(person, first);
        Case read = new Case(
                name,
                because,
                source,
                reform,
                person(person, first),
                member,
                counters(entry.below("year")),
                steps,
                null,
                place);
        entry.reportUnknown();
        return read;
    }

    // ---- person

    /** The person with enrolments and payments; null when coverage is not to be decided. */
    private @Nullable Member member(YamlFields fields, LocalDate first) {
        if (!fields.has("enrolments")) {
            return null;
        }
        for (String key : List.of("scheme", "schemes", "person_type", "insured_years", "cap_raise")) {
            if (fields.has(key)) {
                report(fields.line(key), "写了 enrolments（由参保缴费确定待遇），就不写 " + key);
            }
        }
        Inputs inputs = new Inputs(this, fields);
        Person person = described(fields, first);
        MemberFile file = CoverageForms.file(inputs, insured(person, fields.word("fee_tier")));
        return new Member(file, person.heldDiseases(), person.careLevel(), inputs.whole("no_claim_years", 0));
    }

    /** The person as calculators see one. */
    static Insured insured(Person person, String feeTier) {
        return new Insured(person.born(), person.died(), person.sex(), person.identities(), feeTier);
    }

    private Balances balances(YamlFields person) {
        return new Balances(money(person, "account"), null, money(person, "mutual_account"), null);
    }

    private Money money(YamlFields fields, String key) {
        BigDecimal yuan = number(fields, key);
        return yuan == null ? Money.ZERO : fen(fields, key, yuan);
    }

    /** An amount of yuan; reported and nothing when it is no whole number of fen. */
    Money fen(YamlFields fields, String key, BigDecimal yuan) {
        try {
            return Money.ofFen(yuan.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            report(fields.line(key), "字段 " + key + " 的值“" + yuan.toPlainString() + "”应为最多两位小数的金额");
            return Money.ZERO;
        }
    }

    /** The person, as old as said on a day. */
    Person person(YamlFields fields, LocalDate first) {
        Person person = described(fields, first);
        fields.reportUnknown();
        return person;
    }

    private Person described(YamlFields fields, LocalDate first) {
        LocalDate born = date(fields, "born");
        Integer age = whole(fields, "age");
        Integer daysOld = whole(fields, "days_old");
        if (born == null) {
            born = daysOld != null ? first.minusDays(daysOld) : first.minusYears(age == null ? 40 : age);
        }
        List<String> schemes = new ArrayList<>(fields.textOrTexts("schemes"));
        if (fields.has("scheme")) {
            schemes.add(fields.word("scheme"));
        }
        String type = fields.word("person_type");
        String tier = fields.word("fee_tier");
        Integer years = whole(fields, "insured_years");
        Money raise = money(fields, "cap_raise");
        List<Enrolment> enrolments = schemes.stream()
                .map(scheme -> new Enrolment(scheme, type, tier, years == null ? 0 : years, raise, null, null))
                .toList();
        LocalDate died = date(fields, "died");
        Integer care = whole(fields, "care_level");
        return new Person(
                born,
                died,
                fields.word("sex"),
                enrolments,
                held(fields, "identities"),
                held(fields, "held_diseases"),
                care == null ? 0 : care);
    }

    private List<Held> held(YamlFields fields, String key) {
        List<Held> all = new ArrayList<>();
        for (YamlNode item : fields.items(key)) {
            if (item instanceof YamlNode.Mapping mapping) {
                YamlFields entry = new YamlFields(mapping, this::report);
                all.add(new Held(entry.required("word", "规则包中的词"), date(entry, "from"), date(entry, "to")));
                entry.reportUnknown();
            } else {
                all.add(Held.always(item.text().strip()));
            }
        }
        return all;
    }

    // ---- steps

    private Case.Step step(YamlFields fields, BillReader bills) {
        if (fields.word("undo").equals("true")) {
            return new Case.Step(null, expectation(fields.below("expect")));
        }
        Bill bill = bills.read(fields.below("bill"));
        if (compared && !fields.has("expect")) {
            report(fields.line(), "缺少字段 expect，应为结算的结果");
        }
        return new Case.Step(bill, expectation(fields.below("expect")));
    }

    private Expectation expectation(YamlFields fields) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (String key : Amounts.WORDS) {
            BigDecimal value = number(fields, key);
            if (value != null) {
                amounts.put(key, value);
            }
        }
        Expectation expectation = new Expectation(
                fields.word("plan"),
                amounts,
                fields.has("funds") ? numbers(fields.below("funds")) : null,
                numbers(fields.below("tiers")),
                counters(fields.below("counters")),
                numbers(fields.below("national")),
                fields.word("failure"));
        fields.reportUnknown();
        return expectation;
    }

    private Map<String, Map<String, BigDecimal>> counters(YamlFields fields) {
        return fields.all((all, key) -> {
            if (all.isMapping(key)) {
                return numbers(all.below(key));
            }
            BigDecimal value = number(all, key);
            return value == null ? null : Map.of("", value);
        });
    }

    // ---- single values

    private Map<String, BigDecimal> numbers(YamlFields fields) {
        return fields.all(this::number);
    }

    @Nullable
    BigDecimal number(YamlFields fields, String key) {
        return fields.parsed(key, NUMBER, word -> PrintedNumber.find(word).map(PrintedNumber::value));
    }

    @Nullable
    BigDecimal ratio(YamlFields fields, String key) {
        return fields.parsed(key, "比例，如 10% 或 0.1", CaseReader::share);
    }

    private static Optional<BigDecimal> share(String word) {
        try {
            return Optional.of(Rate.parse(word).ratio());
        } catch (MoneyFormatException e) {
            return Optional.empty();
        }
    }

    @Nullable
    Integer whole(YamlFields fields, String key) {
        return fields.parsed(key, "整数", CaseReader::integer);
    }

    private static Optional<Integer> integer(String word) {
        return word.matches("-?\\d{1,6}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }

    @Nullable
    LocalDate date(YamlFields fields, String key) {
        return fields.parsed(key, DATE, CaseReader::day);
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether everything must say what should come out. */
    boolean mustExpect() {
        return compared;
    }

    void missing(YamlFields fields, String key, String expected) {
        report(fields.line(), "缺少字段 " + key + "，应为" + expected);
    }
}
