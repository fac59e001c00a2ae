package org.tongchou.platform.provider.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.codes.NationalCode;
import org.tongchou.codes.Parsed;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What a person of the register must be like, whether typed or imported. Pure. */
final class StaffRules {
    /** Structures of codes by the letters they begin with, the longer letters first. */
    private static final Map<String, NationalCode> CODES = codes();

    /** Kinds of people by the letters their codes begin with. */
    static final Map<String, String> KINDS = Map.of("D", "医师", "N", "护士", "HY", "药师", "HJ", "技术人员");

    private StaffRules() {}

    private static Map<String, NationalCode> codes() {
        Map<String, NationalCode> codes = new LinkedHashMap<>();
        codes.put("HY", NationalCode.PHARMACIST);
        codes.put("HJ", NationalCode.TECHNICIAN);
        codes.put("D", NationalCode.PHYSICIAN);
        codes.put("N", NationalCode.NURSE);
        return codes;
    }

    /** The kind of somebody with this code. */
    static String kind(String code) {
        return KINDS.getOrDefault(code.replaceAll("\\d", ""), "");
    }

    /**
     * Everything that is wrong, in the order of the fields.
     *
     * @param institutionIsKnown whether a code is that of an institution within the scope
     */
    static List<Refusal> check(StaffMember.Request request, Predicate<String> institutionIsKnown) {
        List<Refusal> found = new ArrayList<>(0);
        String code = Given.text(request.code());
        if (CODES.values().stream().noneMatch(structure -> structure.matches(code))) {
            found.add(Refusal.field("E-PRV-060", "人员编码", code, "医师 D、护士 N 加 12 位数字，药师 HY、技术人员 HJ 加 12 位数字"));
        }
        told(found, () -> Given.requiredLine("姓名", request.name(), 60));
        told(found, () -> Given.line("职称", request.title(), 60));
        told(found, () -> Given.line("专业", request.specialty(), 100));
        told(found, () -> Given.line("科室", request.department(), 100));
        String identity = Given.text(request.identity());
        if (!identity.isEmpty()) {
            Parsed<IdentityNumber> parsed = IdentityNumber.parse(identity);
            parsed.findProblem()
                    .ifPresent(bad -> found.add(Refusal.field(bad.problem(), "证件号码", "（不显示）", bad.expected())));
        }
        String institution = Given.text(request.institution());
        if (!institutionIsKnown.test(institution)) {
            found.add(Refusal.field("E-PRV-061", "执业机构", institution, "已登记且在您数据范围内的机构编码"));
        }
        told(found, () -> {
            LocalDate begins = Given.day("执业开始日期", request.begins());
            LocalDate ends = Given.dayOrNone("执业结束日期", request.ends());
            if (ends != null && ends.isBefore(begins)) {
                throw Refusal.field("E-PRV-062", "执业结束日期", ends.toString(), "不早于开始日期 " + begins);
            }
        });
        return found;
    }

    private static void told(List<Refusal> found, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            found.add(refusal);
        }
    }
}
