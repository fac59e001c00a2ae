package org.tongchou.platform.training;

/**
 * What somebody comes for.
 *
 * @param code ICD-10 code of the main diagnosis
 * @param name its name
 * @param disease code of the special disease (门诊慢特病) that pays; empty for none
 * @param diseaseName its name; empty for none
 */
public record HisComplaint(String code, String name, String disease, String diseaseName) {
    /** A diagnosis without a special disease. */
    public static HisComplaint of(String code, String name) {
        return new HisComplaint(code, name, "", "");
    }
}
