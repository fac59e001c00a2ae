package org.tongchou.benefit.cases;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongchou.benefit.account.Account;
import org.tongchou.benefit.account.AccountCredit;
import org.tongchou.benefit.account.AccountYear;
import org.tongchou.benefit.account.FamilyUse;
import org.tongchou.benefit.account.Movement;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.care.CareAssessment;
import org.tongchou.benefit.care.CareMonth;
import org.tongchou.benefit.care.CareSpan;
import org.tongchou.benefit.care.Dimension;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.maternity.MaternityAllowance;
import org.tongchou.benefit.maternity.MaternityEvent;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.Money;

/** Cases about the personal account, maternity allowance and long-term care. */
final class BenefitForms {
    private static final Map<String, Movement.Kind> KINDS =
            YamlFields.words(Movement.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));
    private static final Map<String, MaternityEvent.Kind> EVENTS =
            YamlFields.words(MaternityEvent.Kind.values(), MaternityEvent.Kind::word);

    private BenefitForms() {}

    static Calculation credit(Inputs inputs, CalculatorReader.Who who) {
        YearMonth month = inputs.month("month");
        Contributor holder = FundingForms.contributor(inputs, who.in(month));
        return pack -> AccountCredit.of(pack, holder, month)
                .map(credit -> new Outputs().with("credit", credit).all());
    }

    static Calculation accountYear(Inputs inputs, CalculatorReader.Who who) {
        Year year = Year.of(inputs.whole("year", 1970));
        Contributor holder = FundingForms.contributor(inputs, who.on(year.atDay(1)));
        Account opening = new Account(inputs.money("opening"), Money.ZERO);
        List<Movement> movements = new ArrayList<>();
        for (Inputs item : inputs.all("movements")) {
            movements.add(new Movement(
                    item.day("date"),
                    item.choice("kind", KINDS, Movement.Kind.CREDIT),
                    item.money("amount"),
                    item.whole("refunds", 0) - 1));
            item.done();
        }
        return pack -> AccountYear.of(pack, holder, year, opening, movements)
                .map(result -> new Outputs()
                        .with("interest", result.interest().balance())
                        .with("carried_interest", result.interest().carried())
                        .with("current_interest", result.interest().current())
                        .with("closing", result.closing().balance())
                        .with("paid_out", result.paidOut())
                        .all());
    }

    static Calculation familyUse(Inputs inputs, CalculatorReader.Who who) {
        LocalDate day = inputs.day("date");
        Contributor holder = FundingForms.contributor(inputs, who.on(day));
        String relation = inputs.word("relation");
        return pack -> FamilyUse.of(pack, holder, relation, day)
                .map(allowed ->
                        new Outputs().with("allowed", allowed.booleanValue()).all());
    }

    static Calculation allowance(Inputs inputs, CalculatorReader.Who who) {
        LocalDate day = inputs.day("date");
        MaternityEvent.Kind kind = inputs.choice("event", EVENTS, MaternityEvent.Kind.BIRTH);
        MaternityEvent event = new MaternityEvent(
                kind,
                day,
                inputs.whole("weeks", 0),
                inputs.whole("babies", kind == MaternityEvent.Kind.BIRTH ? 1 : 0),
                inputs.yes("dystocia"),
                inputs.money("own_base"),
                inputs.money("unit_average"),
                inputs.whole("paid_months", 0));
        String type = inputs.word("person_type");
        Insured person = who.on(day);
        return pack -> MaternityAllowance.of(pack, person, type, event)
                .map(allowance -> new Outputs()
                        .with("entitled", allowance.entitled())
                        .with("days", allowance.days())
                        .with("amount", allowance.amount())
                        .all());
    }

    static Calculation assessment(Inputs inputs, CalculatorReader.Who who) {
        LocalDate day = inputs.day("date");
        Map<Dimension, Integer> scores = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (inputs.has(dimension.word())) {
                scores.put(dimension, inputs.whole(dimension.word(), 0));
            }
        }
        return pack -> CareAssessment.of(pack, scores, day).map(assessment -> {
            Outputs outputs = new Outputs().with("level", assessment.level());
            assessment.impairments().forEach((dimension, degree) -> outputs.with(dimension.word(), degree));
            return outputs.all();
        });
    }

    static Calculation care(Inputs inputs, CalculatorReader.Who who) {
        YearMonth month = inputs.month("month");
        String scheme = inputs.word("scheme");
        List<CareSpan> spans = new ArrayList<>();
        for (Inputs item : inputs.all("spans")) {
            spans.add(new CareSpan(
                    item.day("from"),
                    item.day("to"),
                    item.whole("level", 0),
                    item.word("mode"),
                    item.whole("absent", 0),
                    item.findMoney("cost")));
            item.done();
        }
        Insured person = who.in(month);
        return pack -> CareMonth.of(pack, person, scheme, month, spans)
                .map(paid -> new Outputs()
                        .with("days", paid.days())
                        .with("pay", paid.pay())
                        .all());
    }
}
