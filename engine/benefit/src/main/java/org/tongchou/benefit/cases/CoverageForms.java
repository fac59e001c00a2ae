package org.tongchou.benefit.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.coverage.CapRaise;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.CoverageDecision;
import org.tongchou.benefit.coverage.MemberFile;
import org.tongchou.benefit.coverage.Payment;
import org.tongchou.benefit.coverage.Payment.Kind;
import org.tongchou.benefit.coverage.Registration;
import org.tongchou.benefit.coverage.SchemeCoverage;
import org.tongchou.files.yaml.YamlFields;

/** Cases about coverage. */
final class CoverageForms {
    private static final Map<String, Kind> KINDS = YamlFields.words(Kind.values(), kind -> switch (kind) {
        case OWN -> "own";
        case SUBSIDISED -> "subsidised";
        case REPAIR -> "repair";
    });

    private CoverageForms() {}

    static Calculation coverage(Inputs inputs, CalculatorReader.Who who) {
        LocalDate day = inputs.day("date");
        MemberFile file = file(inputs, who.on(day));
        return pack -> CoverageDecision.of(pack, file, day).map(CoverageForms::outputs);
    }

    /** Enrolments and payments of a person. */
    static MemberFile file(Inputs inputs, Insured person) {
        List<Registration> registrations = new ArrayList<>();
        for (Inputs item : inputs.all("enrolments")) {
            registrations.add(new Registration(
                    item.word("scheme"), item.word("person_type"), item.day("from"), item.findDay("to")));
            item.done();
        }
        List<Payment> payments = new ArrayList<>();
        for (Inputs item : inputs.all("payments")) {
            payments(item, payments);
            item.done();
        }
        return new MemberFile(
                person, registrations, payments, inputs.whole("credited_months", 0), inputs.whole("local_months", 0));
    }

    /** A payment for a period, for a calendar year, or for each of several months. */
    private static void payments(Inputs item, List<Payment> payments) {
        String scheme = item.word("scheme");
        Kind kind = item.choice("kind", KINDS, Kind.OWN);
        LocalDate paid = item.findDay("paid");
        if (item.has("months")) {
            for (YearMonth month : item.months("months")) {
                payments.add(payment(scheme, month.atDay(1), month.atEndOfMonth(), paid, kind));
            }
        } else if (item.has("year")) {
            LocalDate first = LocalDate.of(item.whole("year", 1970), 1, 1);
            payments.add(payment(scheme, first, first.plusYears(1).minusDays(1), paid, kind));
        } else {
            payments.add(payment(scheme, item.day("from"), item.day("to"), paid, kind));
        }
    }

    private static Payment payment(String scheme, LocalDate from, LocalDate to, @Nullable LocalDate paid, Kind kind) {
        return new Payment(scheme, from, to, paid == null ? from : paid, kind);
    }

    private static Map<String, String> outputs(Coverage coverage) {
        Outputs outputs = new Outputs().with("used", coverage.used()).with("two_schemes", coverage.enjoysTwoSchemes());
        for (SchemeCoverage scheme : coverage.schemes()) {
            String name = scheme.scheme() + ".";
            outputs.with(name + "standing", scheme.standing().word())
                    .with(name + "from", scheme.from())
                    .with(name + "until", scheme.until())
                    .with(name + "insured_years", scheme.insuredYears());
            scheme.funds().forEach(fund -> outputs.with(name + "funds." + fund.fund(), fund.enjoyed()));
        }
        return outputs.all();
    }

    static Calculation capRaise(Inputs inputs, CalculatorReader.Who who) {
        LocalDate day = inputs.day("date");
        int unbroken = inputs.whole("insured_years", 0);
        int noClaim = inputs.whole("no_claim_years", 0);
        Insured person = who.on(day);
        return pack -> CapRaise.of(pack, person, day, unbroken, noClaim)
                .map(raise -> new Outputs().with("raise", raise).all());
    }
}
