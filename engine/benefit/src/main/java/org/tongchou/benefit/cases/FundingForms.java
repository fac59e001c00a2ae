package org.tongchou.benefit.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.funding.Appropriations;
import org.tongchou.benefit.funding.Appropriations.Grant;
import org.tongchou.benefit.funding.Appropriations.Stage;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.funding.CountyHeads;
import org.tongchou.benefit.funding.EmployeeDues;
import org.tongchou.benefit.funding.FiscalSubsidy;
import org.tongchou.benefit.funding.LateFee;
import org.tongchou.benefit.funding.Level;
import org.tongchou.benefit.funding.MonthlyDues;
import org.tongchou.benefit.funding.ResidentDues;
import org.tongchou.money.Money;
import org.tongchou.money.Percent;

/** Cases about contributions and subsidies. */
final class FundingForms {
    private static final Map<String, Stage> STAGES = Map.of("advance", Stage.ADVANCE, "clearing", Stage.CLEARING);

    private FundingForms() {}

    static Contributor contributor(Inputs inputs, Insured person) {
        return new Contributor(person, inputs.word("person_type"), inputs.money("wage"));
    }

    static Calculation dues(Inputs inputs, CalculatorReader.Who who) {
        YearMonth month = inputs.month("month");
        Insured person = who.in(month);
        List<Contributor> people = new ArrayList<>();
        if (inputs.has("people")) {
            for (Inputs item : inputs.all("people")) {
                people.add(contributor(item, person));
                item.done();
            }
        } else {
            people.add(contributor(inputs, person));
        }
        return pack -> EmployeeDues.ofEmployer(pack, people, month).map(FundingForms::outputs);
    }

    private static Map<String, String> outputs(MonthlyDues dues) {
        Outputs outputs = new Outputs()
                .with("base", dues.base())
                .with("unit", dues.unit())
                .with("personal", dues.personal())
                .with("due", dues.due());
        dues.parts()
                .forEach(part -> outputs.with(part.part().word() + ".unit", part.unit())
                        .with(part.part().word() + ".personal", part.personal()));
        return outputs.all();
    }

    static Calculation lateFee(Inputs inputs, CalculatorReader.Who who) {
        YearMonth month = inputs.month("month");
        Contributor contributor = contributor(inputs, who.in(month));
        Money owed = inputs.money("owed");
        LocalDate paid = inputs.day("paid");
        return pack -> LateFee.of(pack, contributor, month, owed, paid)
                .map(fee -> new Outputs().with("fee", fee).all());
    }

    static Calculation residentDues(Inputs inputs, CalculatorReader.Who who) {
        LocalDate year = inputs.day("year");
        String type = inputs.word("person_type");
        Insured person = who.on(year);
        return pack -> ResidentDues.of(pack, person, type, year)
                .map(dues -> new Outputs()
                        .with("dues", dues.dues())
                        .with("subsidised", dues.subsidised())
                        .with("personal", dues.personal())
                        .with("identity", dues.identity())
                        .all());
    }

    static Calculation subsidy(Inputs inputs, CalculatorReader.Who who) {
        LocalDate year = inputs.day("year");
        List<CountyHeads> counties = new ArrayList<>();
        for (Inputs item : inputs.all("counties")) {
            counties.add(new CountyHeads(
                    item.word("county"), item.word("tier"), item.number("expected"), item.number("counted")));
            item.done();
        }
        return pack -> FiscalSubsidy.of(pack, counties, year).map(FundingForms::outputs);
    }

    private static Map<String, String> outputs(FiscalSubsidy subsidy) {
        Outputs outputs = new Outputs().with("total", subsidy.total());
        for (Level level : Level.values()) {
            outputs.with(level.word(), subsidy.due(level));
        }
        subsidy.shares().forEach(share -> {
            String name = share.county() + "." + share.level().word() + ".";
            outputs.with(name + "due", share.due())
                    .with(name + "advance", share.advance())
                    .with(name + "clearing", share.clearing());
        });
        return outputs.all();
    }

    static Calculation grants(Inputs inputs, CalculatorReader.Who who) {
        LocalDate year = inputs.day("year");
        List<Grant> grants = new ArrayList<>();
        for (Inputs item : inputs.all("grants")) {
            grants.add(
                    new Grant(item.word("payer"), item.choice("stage", STAGES, Stage.CLEARING), item.money("amount")));
            item.done();
        }
        return pack -> Appropriations.of(pack, grants, year).map(FundingForms::outputs);
    }

    private static Map<String, String> outputs(Appropriations grants) {
        Outputs outputs = new Outputs().with("total", grants.total()).with("heads", grants.impliedHeads());
        grants.grants().stream()
                .map(Grant::payer)
                .distinct()
                .forEach(payer -> outputs.with(payer + ".amount", grants.total(payer))
                        .with(payer + ".share", printed(grants.share(payer)))
                        .with(payer + ".advance_share", printed(grants.advanceShare(payer))));
        return outputs.all();
    }

    private static String printed(Optional<Percent> share) {
        return share.map(Percent::print).orElse("");
    }
}
