package org.tongchou.platform.gateway.service;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.platform.gateway.wire.Dictionaries;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.ClearingType;

/** The interface's codes and the policy pack's words for each other. */
@Component
class WireWords {
    private static final Map<String, String> SCHEMES =
            Map.of("310", "employee", "390", "resident", "340", "retired_cadre", "410", "care");
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("11", "outpatient"),
            Map.entry("12", "outpatient"),
            Map.entry("13", "emergency"),
            Map.entry("14", "chronic"),
            Map.entry("9901", "chronic"),
            Map.entry("18", "special_drug"),
            Map.entry("9904", "special_drug"),
            Map.entry("19", "outpatient"),
            Map.entry("9903", "outpatient"),
            Map.entry("21", "inpatient"),
            Map.entry("22", "inpatient"),
            Map.entry("23", "inpatient"),
            Map.entry("24", "inpatient"),
            Map.entry("26", "inpatient"),
            Map.entry("2101", "inpatient"),
            Map.entry("2102", "inpatient"),
            Map.entry("28", "day_surgery"),
            Map.entry("41", "pharmacy"),
            Map.entry("51", "maternity_outpatient"),
            Map.entry("52", "maternity_inpatient"),
            Map.entry("2106", "maternity_inpatient"),
            Map.entry("2107", "maternity_inpatient"));

    private static final Map<String, String> LIST_TYPES = Map.of(
            "drug",
            "101",
            "herb",
            "102",
            "preparation",
            "103",
            "service",
            "201",
            "consumable",
            "301",
            "consumable-model",
            "301");

    /** The national dictionaries. */
    static final Dictionaries NATIONAL = Dictionaries.national();

    private final Dictionaries dictionaries = NATIONAL;
    private final Region region;

    WireWords(Region region) {
        this.region = region;
    }

    Dictionaries dictionaries() {
        return dictionaries;
    }

    /** The scheme of {@code insutype}. */
    String scheme(Row row) {
        String code = row.code("insutype", dictionaries);
        return Optional.ofNullable(SCHEMES.get(code))
                .orElseThrow(() ->
                        row.refused("E-GWY-040", "insutype", "本统筹区办理结算的险种：" + String.join("、", SCHEMES.keySet())));
    }

    /** {@code insutype} of a scheme. */
    String insutype(String scheme) {
        return SCHEMES.entrySet().stream()
                .filter(one -> one.getValue().equals(scheme))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("399");
    }

    /** The kind of {@code med_type}. */
    String kind(Row row) {
        return Optional.ofNullable(KINDS.get(row.text("med_type")))
                .orElseThrow(() -> row.refused("E-GWY-041", "med_type", "医疗类别代码：" + String.join("、", KINDS.keySet())));
    }

    /** The special disease of a code of the list of special diseases, or of its name. */
    Optional<String> disease(String code, String name) {
        return region.pack().vocabulary().of(Vocabulary.Kind.DISEASES).values().stream()
                .filter(word -> word.codes().contains(code)
                        || word.id().equals(name)
                        || word.name().equals(name))
                .map(Word::id)
                .findFirst();
    }

    /** The code of a person type; 99 when the pack gives none. */
    String personType(String word) {
        return code(Vocabulary.Kind.PERSON_TYPES, word);
    }

    /** The code of an identity. */
    String identity(String word) {
        return code(Vocabulary.Kind.IDENTITIES, word);
    }

    private String code(Vocabulary.Kind kind, String word) {
        return Optional.ofNullable(region.pack().vocabulary().of(kind).get(word))
                .map(Word::codes)
                .filter(codes -> !codes.isEmpty())
                .map(codes -> codes.get(0))
                .orElse("99");
    }

    /** {@code chrgitm_lv} of a class: 甲, 乙, 丙. */
    static String itemClass(String word) {
        return word.equals("A") ? "01" : word.equals("B") ? "02" : "03";
    }

    /** {@code list_type} of a national code, by its structure. */
    static String listType(String code) {
        return catalogue("", code).map(LIST_TYPES::get).orElse("103");
    }

    /** Key of the catalogue of a national code: by its structure, else by the kind of list that is told. */
    static Optional<String> catalogue(String listType, String code) {
        if (code.matches("[XZ][A-Z].*")) {
            return Optional.of("drug");
        }
        if (code.matches("T[0-9]{9}")) {
            return Optional.of("herb");
        }
        if (code.matches("C[0-9]{19}([0-9]{7})?")) {
            return Optional.of(code.length() == 20 ? "consumable" : "consumable-model");
        }
        if (code.matches("[0-9]{12,}.*") || listType.equals("201")) {
            return Optional.of("service");
        }
        return Optional.of("preparation").filter(key -> listType.equals("103") || listType.equals("104"));
    }

    /** 0 unknown, 1 male, 2 female. */
    static String sex(String word) {
        return word.equals("male") ? "1" : word.equals("female") ? "2" : "0";
    }

    /** Clearing type of a kind: 11 outpatient, 21 stay, 41 pharmacy. */
    static String clearing(String kind) {
        return ClearingType.ofKind(kind).code();
    }

    /** A person number that is not the one of the visit. */
    static WireFault otherPerson(String given) {
        return new WireFault("E-GWY-042", "psn_no（人员编号）的值“" + given + "”与就诊登记的人员不符");
    }
}
