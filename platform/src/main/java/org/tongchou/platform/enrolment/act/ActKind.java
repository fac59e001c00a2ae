package org.tongchou.platform.enrolment.act;

import java.util.Arrays;
import java.util.Optional;

/** The acts at the counter. */
public enum ActKind {
    /** A person on file, with a first period. */
    REGISTER("参保登记"),
    /** A newborn on file and enrolled under a parent. */
    NEWBORN("新生儿参保"),
    /** Name, number and other facts of a person. */
    CHANGE("信息变更"),
    /** A further period. */
    ENROL("新增参保"),
    /** From one scheme to another without a gap. */
    SWITCH("险种转换"),
    /** A period ends. */
    SUSPEND("停保"),
    /** A period goes on after a break. */
    RESUME("复保"),
    /** From paying to retired. */
    RETIRE("退休"),
    /** Everything ends. */
    DEATH("死亡"),
    /** Months, money and enrolment of another region come. */
    TRANSFER_IN("关系转入"),
    /** Months, money and enrolment go to another region. */
    TRANSFER_OUT("关系转出"),
    /** An identity that a department found. */
    IDENTITY("身份认定"),
    /** An identity ends. */
    IDENTITY_END("身份终止"),
    /** Two files of one person become one. */
    MERGE("重复档案合并"),
    /** An employer, school or village. */
    EMPLOYER("单位登记"),
    /** An act is taken back. */
    UNDO("撤销办理");

    private final String word;

    ActKind(String word) {
        this.word = word;
    }

    /** What people read. */
    public String word() {
        return word;
    }

    /** What an act of some kind is called, imports and synthetic regions included. */
    public static String word(String kind) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(ActKind::word)
                .or(() -> Optional.of(kind).filter("region"::equals).map(made -> "建立统筹区"))
                .orElse("批量导入");
    }
}
