package org.tongchou.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The synthetic bureau as {@code demo/sample.yaml} describes it; amounts in yuan.
 *
 * @param region pooling region
 * @param bureau the department
 * @param units its units
 * @param counties county bureaus below the city
 * @param personnel personnel cost per head
 * @param operating operating cost per head
 * @param threePublic “三公” of the first unit
 * @param projects projects
 * @param ownMoney running cost paid from income of their own
 * @param contracts procurement contracts
 * @param assets vehicles and large equipment
 * @param events three-public events
 * @param receptions how receptions are made up
 * @param work lines of 主要工作
 * @param figures counts that no register has, by key
 * @param subordinate those that only the whole department has
 * @param reasons reasons by figure
 * @param leftOpen figures whose reason is left to visitors
 */
record Sample(
        String region,
        Bureau bureau,
        List<Office> units,
        List<Bureau> counties,
        List<PerHead> personnel,
        List<PerHead> operating,
        List<ThreePublic> threePublic,
        List<Project> projects,
        List<OwnMoney> ownMoney,
        List<Contract> contracts,
        List<Asset> assets,
        List<Event> events,
        Receptions receptions,
        List<String> work,
        Map<String, BigDecimal> figures,
        Map<String, BigDecimal> subordinate,
        List<Reason> reasons,
        List<String> leftOpen) {

    /** Reads the description. */
    static Sample read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream text = Sample.class.getResourceAsStream("/demo/sample.yaml")) {
            return yaml.readValue(text, Sample.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Yuan as fen. */
    static long fen(BigDecimal yuan) {
        return Money.of(yuan, MoneyUnit.YUAN).fen();
    }

    /** A department. */
    record Bureau(
            String code,
            String name,
            String nature,
            String level,
            @Nullable Integer staff) {}

    /**
     * A unit with the functional items its own costs are paid under: {@code running} 运行, {@code medical} 医疗, {@code
     * retired} 离退休.
     */
    record Office(String code, String name, String nature, int staff, String running, String medical, String retired) {
        /** The code that a row of the tables means for this unit. */
        String functional(String given) {
            return switch (given) {
                case "running" -> running;
                case "medical" -> medical;
                case "retired" -> retired;
                default -> given;
            };
        }
    }

    /** A cost per head and year; {@code except} is a unit that does not have it. */
    record PerHead(
            String item,
            String name,
            String functional,
            BigDecimal perHead,
            @Nullable String except) {}

    /** One of the “三公” with its budget, what was spent, and in how many vouchers. */
    record ThreePublic(String item, String name, BigDecimal budget, BigDecimal spent, int vouchers) {}

    /** A project; {@code items} are economic codes. */
    record Project(
            String code,
            String name,
            String unit,
            String functional,
            String fund,
            List<String> items,
            BigDecimal initial,
            BigDecimal adjustment,
            BigDecimal spent,
            String rhythm) {
        /** The code in a year's book: {@code P2501}. */
        String codeIn(int year) {
            return "P" + year % 100 + code;
        }
    }

    /** Running cost that a unit pays from income of its own. */
    record OwnMoney(
            String unit,
            String functional,
            String item,
            String name,
            String source,
            BigDecimal budget,
            BigDecimal spent) {}

    /** A procurement contract. */
    record Contract(
            String unit,
            String project,
            String kind,
            String name,
            String supplier,
            boolean sme,
            boolean micro,
            BigDecimal amount) {}

    /** A vehicle or large equipment. */
    record Asset(
            String unit,
            String kind,
            String purpose,
            String number,
            String name,
            BigDecimal amount,
            LocalDate bought) {}

    /** A three-public event. */
    record Event(String unit, String kind, String name, String purpose, int month, int times, int people) {}

    /** A reason for the figures whose key matches the pattern {@code keys}. */
    record Reason(String keys, String text) {}

    /** How receptions are spread: as many batches, each with guests between two numbers. */
    record Receptions(String unit, int batches, int fewest, int most, String name, String purpose) {}
}
