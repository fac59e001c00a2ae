package org.tongchou.platform.gateway.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.CoverageDecision;
import org.tongchou.benefit.coverage.SchemeCoverage;
import org.tongchou.platform.crossregion.Guests;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.enrolment.Credentials;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.FamilyAccounts;
import tools.jackson.databind.json.JsonMapper;

/** Who somebody is and what they are entitled to: 1101, 2001. */
@Component
class PersonServices implements Services {
    private static final String CIVIL_SERVANT = "公务员";

    private final Persons persons;
    private final Credentials credentials;
    private final Enrolments enrolments;
    private final Employers employers;
    private final PersonalAccounts accounts;
    private final Region region;
    private final FamilyAccounts families;
    private final JsonMapper json;
    private final Whom whom;
    private final WireWords words;

    PersonServices(
            Persons persons,
            Credentials credentials,
            Enrolments enrolments,
            Employers employers,
            PersonalAccounts accounts,
            Region region,
            FamilyAccounts families,
            JsonMapper json,
            Whom whom,
            WireWords words) {
        this.persons = persons;
        this.credentials = credentials;
        this.enrolments = enrolments;
        this.employers = employers;
        this.accounts = accounts;
        this.region = region;
        this.families = families;
        this.json = json;
        this.whom = whom;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("1101", Service.asks(this::person), "2001", Service.asks(this::benefits));
    }

    private Output person(Exchange exchange) {
        return whom.guest(exchange) ? guest(exchange) : ours(exchange);
    }

    /** Somebody insured elsewhere, as their own region says. */
    private Output guest(Exchange exchange) {
        Row row = exchange.row();
        String type = row.code("mdtrt_cert_type", words.dictionaries());
        Guests.Guest told = whom.ask(
                exchange,
                type,
                row.text("mdtrt_cert_no"),
                row.day("begntime").orElse(exchange.now().toLocalDate()));
        Person person = told.person();
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("psn_no", person.number());
        base.put("psn_cert_type", person.certificateType());
        base.put("certno", told.certificate());
        base.put("psn_name", person.name());
        base.put("gend", WireWords.sex(person.sex()));
        base.put("brdy", person.born());
        base.put(
                "age",
                BigDecimal.valueOf(Period.between(person.born(), exchange.now().toLocalDate())
                        .getYears()));
        return exchange.output()
                .node("baseinfo", base)
                .rows(
                        "insuinfo",
                        told.insured().stream()
                                .map(one -> insured(exchange, one))
                                .toList())
                .rows("idetinfo", List.of());
    }

    private Map<String, Object> insured(Exchange exchange, Messages.Insured one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("balc", BigDecimal.valueOf(one.balanceFen(), 2));
        row.put("insutype", words.insutype(one.scheme()));
        row.put("psn_type", one.personType());
        row.put("psn_insu_stas", "1");
        row.put("psn_insu_date", one.from());
        row.put("cvlserv_flag", "0");
        row.put("insuplc_admdvs", exchange.call().insuredArea());
        return row;
    }

    private Output ours(Exchange exchange) {
        Row row = exchange.row();
        Person person = find(row).orElseThrow(() -> new WireFault("E-GWY-050", "没有找到这个就诊凭证对应的参保人，请核对凭证类型和号码"));
        String name = row.text("psn_name");
        if (!name.isEmpty() && !name.equals(person.name())) {
            throw new WireFault("E-GWY-051", "psn_name（人员姓名）与参保登记不一致，请核对证件");
        }
        LocalDate day = row.day("begntime").orElse(exchange.now().toLocalDate());
        List<String> identities = enrolments.identities(person.id(), day);
        return exchange.output()
                .node("baseinfo", base(exchange, person, day))
                .rows("insuinfo", insured(person, identities, day))
                .rows(
                        "idetinfo",
                        identities.stream()
                                .map(word -> Map.of(
                                        "psn_idet_type",
                                        words.identity(word),
                                        "memo",
                                        word,
                                        "begntime",
                                        day.atStartOfDay()))
                                .toList());
    }

    private Optional<Person> find(Row row) {
        String number = row.has("mdtrt_cert_no") ? row.text("mdtrt_cert_no") : row.text("certno");
        if (number.isEmpty()) {
            throw row.refused("E-GWY-013", "mdtrt_cert_no", "必填的凭证编号：电子凭证令牌、身份证号或社会保障卡号");
        }
        return switch (row.code("mdtrt_cert_type", words.dictionaries())) {
            case "01" -> credentials.find(number);
            case "03" -> {
                if (row.text("card_sn").isEmpty()) {
                    throw row.refused("E-GWY-013", "card_sn", "就诊凭证类型为 03 时必填的卡识别码");
                }
                yield persons.byIdNumber(row.has("certno") ? row.text("certno") : number);
            }
            default -> persons.byIdNumber(number);
        };
    }

    private Map<String, Object> base(Exchange exchange, Person person, LocalDate day) {
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("psn_no", person.number());
        base.put("psn_cert_type", person.certificateType());
        base.put("certno", persons.certificate(exchange.actor(), person, "定点医药机构接口 1101 人员信息获取"));
        base.put("psn_name", person.name());
        base.put("gend", WireWords.sex(person.sex()));
        base.put("brdy", person.born());
        base.put("age", BigDecimal.valueOf(Period.between(person.born(), day).getYears()));
        List<FamilyAccounts.Binding> payers = families.payersOf(person.id(), day);
        if (!payers.isEmpty()) {
            base.put("exp_content", json.writeValueAsString(Map.of("acct_mulaid", mutual(payers))));
        }
        return base;
    }

    /** Who lets this person use their account, in the order in which they pay. */
    private List<Map<String, String>> mutual(List<FamilyAccounts.Binding> payers) {
        Map<Long, String> numbers = persons
                .all(payers.stream().map(FamilyAccounts.Binding::payer).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::number));
        return payers.stream()
                .map(one -> Map.of("psn_no", numbers.getOrDefault(one.payer(), ""), "rel", one.relation()))
                .toList();
    }

    private List<Map<String, Object>> insured(Person person, List<String> identities, LocalDate day) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Enrolment period : enrolments.of(person.id())) {
            LocalDate last = period.to();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(
                    "balc",
                    period.scheme().equals("employee")
                            ? BigDecimal.valueOf(
                                    accounts.balance(person.id(), day).fen(), 2)
                            : BigDecimal.ZERO);
            row.put("insutype", words.insutype(period.scheme()));
            row.put("psn_type", words.personType(period.personType()));
            row.put("psn_insu_stas", period.on(day) ? "1" : period.from().isAfter(day) ? "2" : "4");
            row.put("psn_insu_date", period.from());
            if (last != null) {
                row.put("paus_insu_date", last);
            }
            row.put("cvlserv_flag", identities.contains(CIVIL_SERVANT) ? "1" : "0");
            row.put("insuplc_admdvs", region.code());
            Long employer = period.employerId();
            row.put(
                    "emp_name",
                    employer == null
                            ? ""
                            : employers.find(employer).map(Employer::name).orElse(""));
            rows.add(row);
        }
        return rows;
    }

    private Output benefits(Exchange exchange) {
        Row row = exchange.row();
        Person person = byNumber(persons, row.text("psn_no"));
        LocalDate day = row.day("begntime").orElse(exchange.now().toLocalDate());
        String scheme = words.scheme(row);
        Coverage coverage = CoverageDecision.of(region.pack(), enrolments.file(person.id()), day)
                .getValue();
        List<Map<String, Object>> rows = new ArrayList<>();
        coverage.schemes().stream()
                .filter(one -> one.scheme().equals(scheme))
                .flatMap(one -> one.funds().stream())
                .forEach(fund -> rows.add(fund(person, fund, day)));
        return exchange.output().rows("trtinfo", rows);
    }

    private static Map<String, Object> fund(Person person, SchemeCoverage.FundCoverage fund, LocalDate day) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("psn_no", person.number());
        row.put("trt_chk_type", "01");
        row.put("fund_pay_type", fund.code());
        row.put("trt_enjymnt_flag", fund.enjoyed() ? "1" : "0");
        LocalDate from = fund.from();
        row.put("begndate", from == null ? day : from);
        LocalDate until = fund.until();
        if (until != null) {
            row.put("enddate", until);
        }
        row.put("trt_chk_rslt", fund.reason());
        return row;
    }

    /** The person of a number, or a fault. */
    static Person byNumber(Persons persons, String number) {
        return persons.byNumber(number)
                .orElseThrow(() -> new WireFault("E-GWY-050", "psn_no（人员编号）的值“" + number + "”不可用，应为 1101 返回的人员编号"));
    }
}
