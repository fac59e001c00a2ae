package org.tongchou.benefit.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.files.yaml.YamlFields;

/** Reads the cases of calculators: which one is asked, with which inputs, and what should come out. */
final class CalculatorReader {
    /** Reads the inputs of a calculator. */
    @FunctionalInterface
    interface Form {
        Calculation read(Inputs inputs, Who who);
    }

    /** The person of a case, as old as it is on a day. */
    @FunctionalInterface
    interface Who {
        Insured on(LocalDate day);

        default Insured in(YearMonth month) {
            return on(month.atDay(1));
        }
    }

    private static final Map<String, Form> FORMS = forms();

    private final CaseReader reader;

    CalculatorReader(CaseReader reader) {
        this.reader = reader;
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("coverage", CoverageForms::coverage);
        forms.put("cap_raise", CoverageForms::capRaise);
        forms.put("dues", FundingForms::dues);
        forms.put("late_fee", FundingForms::lateFee);
        forms.put("resident_dues", FundingForms::residentDues);
        forms.put("subsidy", FundingForms::subsidy);
        forms.put("grants", FundingForms::grants);
        forms.put("credit", BenefitForms::credit);
        forms.put("account_year", BenefitForms::accountYear);
        forms.put("family_use", BenefitForms::familyUse);
        forms.put("allowance", BenefitForms::allowance);
        forms.put("assessment", BenefitForms::assessment);
        forms.put("care", BenefitForms::care);
        return forms;
    }

    /** The calculator of a case; empty when it has none, and then it is about bills. */
    Optional<Calculated> read(YamlFields entry) {
        List<String> asked = FORMS.keySet().stream().filter(entry::has).toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String key = asked.get(0);
        YamlFields person = entry.below("person");
        Who who = day -> {
            String tier = person.word("fee_tier");
            var read = reader.person(person, day);
            return CaseReader.insured(read, tier);
        };
        Inputs inputs = new Inputs(reader, entry.below(key));
        Form form = FORMS.getOrDefault(key, CoverageForms::coverage);
        Calculation calculation = form.read(inputs, who);
        inputs.done();
        Map<String, String> expected = new LinkedHashMap<>();
        flatten("", entry.below("expect"), expected);
        if (expected.isEmpty() && reader.mustExpect()) {
            reader.missing(entry, "expect", "测算的结果");
        }
        return Optional.of(new Calculated(calculation, expected));
    }

    /** {@code a: { b: 1 }} is {@code a.b: 1}. */
    private static void flatten(String prefix, YamlFields fields, Map<String, String> expected) {
        for (String key : fields.keys()) {
            if (fields.isMapping(key)) {
                flatten(prefix + key + ".", fields.below(key), expected);
            } else {
                expected.put(prefix + key, fields.word(key));
            }
        }
    }
}
