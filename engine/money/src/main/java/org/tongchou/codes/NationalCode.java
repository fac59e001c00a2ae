package org.tongchou.codes;

import java.util.regex.Pattern;

/**
 * The structures of the national codes (医保信息业务编码) for catalogues, providers and their staff. None of them has a check
 * digit; what can be told from a code alone is whether it is built right. Pure.
 */
public enum NationalCode {
    /** 西药: X, class, name, form, specification, package, company. */
    WESTERN_DRUG("西药编码", "X[A-Z]\\d{2}[A-Z]{2}[A-Z]\\d{3}[A-Z]\\d{3}\\d{9}", "X 开头的 23 位西药编码"),
    /** 中成药: Z, class, name, specification, package, company. */
    PATENT_DRUG("中成药编码", "Z[A-Z]\\d{2}[A-Z]{2}[A-Z]\\d{4}\\d{9}", "Z 开头的 20 位中成药编码"),
    /** 中药饮片: T and nine digits. */
    HERB("中药饮片编码", "T\\d{9}", "T 加 9 位数字"),
    /** 医疗服务项目: province, item, extension; regions add a part of their own. */
    SERVICE("医疗服务项目编码", "\\d{15}(?:-[0-9A-Za-z.]{1,14})?", "15 位数字（地方扩展在“-”之后）"),
    /** 医用耗材 of 20 places. */
    CONSUMABLE("医用耗材编码", "C\\d{19}", "C 开头的 20 位编码"),
    /** 医用耗材 of 27 places, down to the registered model. */
    CONSUMABLE_MODEL("医用耗材 27 位编码", "C\\d{26}", "C 开头的 27 位编码"),
    /** 疾病诊断: ICD-10 of the medical security edition, pairs of dagger and asterisk too. */
    DISEASE("疾病诊断编码", Diseases.ONE + "[*+]?(?:\\+" + Diseases.ONE + "\\*?)?", "医保版疾病诊断编码，例如 A00.000 或 A00.000x001"),
    /** 手术操作: ICD-9-CM-3 of the medical security edition. */
    OPERATION("手术操作编码", "\\d{2}\\.\\d[0-9A-Zx]{0,4}(?:x\\d{3,4})?", "医保版手术操作编码，例如 00.0100 或 00.0100x001"),
    /** 门诊慢特病病种: M and five digits. */
    SPECIAL_DISEASE("门诊慢特病病种编码", "M\\d{5}", "M 加 5 位数字"),
    /** 肿瘤形态学. */
    MORPHOLOGY("肿瘤形态学编码", "M\\d{4,5}/\\d(?:[x0-9]\\d{2,3})?", "形态学编码，例如 M80000/0"),
    /** Lists whose structure is not published: letters, digits and a few signs. */
    PLAIN("目录编码", "[0-9A-Za-z][0-9A-Za-z._/*+-]{0,29}", "1 至 30 个字母、数字或 . _ / * + - "),
    /** 定点医疗机构: H, division, sequence. */
    HOSPITAL("定点医疗机构编码", "H\\d{11}", "H 加 6 位区划和 5 位顺序号"),
    /** 定点零售药店: P, division, sequence. */
    PHARMACY("定点零售药店编码", "P\\d{11}", "P 加 6 位区划和 5 位顺序号"),
    /** 医保医师: D, division, sequence. */
    PHYSICIAN("医保医师编码", "D\\d{12}", "D 加 6 位区划和 6 位顺序号"),
    /** 医保护士: N, division, sequence. */
    NURSE("医保护士编码", "N\\d{12}", "N 加 6 位区划和 6 位顺序号"),
    /** 医保药师: HY, division, sequence. */
    PHARMACIST("医保药师编码", "HY\\d{12}", "HY 加 6 位区划和 6 位顺序号"),
    /** 医保技术人员: HJ, division, sequence. */
    TECHNICIAN("医保技术人员编码", "HJ\\d{12}", "HJ 加 6 位区划和 6 位顺序号");

    private final String printed;
    private final Pattern structure;
    private final String expected;

    NationalCode(String printed, String structure, String expected) {
        this.printed = printed;
        this.structure = Pattern.compile(structure);
        this.expected = expected;
    }

    /** What it is called in Chinese. */
    public String printed() {
        return printed;
    }

    /** Whether a text is built as this code is. */
    public boolean matches(String text) {
        return structure.matcher(text).matches();
    }

    /** How the code is built, in words for people. */
    public String expected() {
        return expected;
    }

    /** One code of the disease list. */
    private static final class Diseases {
        static final String ONE = "[A-Z]\\d{2}(?:\\.(?:\\d{1,3}|x\\d{2})(?:x\\d{3})?)?";
    }
}
