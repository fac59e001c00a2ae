package org.tongchou.platform.enrolment.act;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;

/** What was filled in, as people read it: labels and values, with secrets masked. */
@Component
class FormLines {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("idNumber", "证件号码"),
            Map.entry("certificate", "出生医学证明或身份证号"),
            Map.entry("name", "姓名"),
            Map.entry("sex", "性别"),
            Map.entry("born", "出生日期"),
            Map.entry("county", "区县"),
            Map.entry("householdNumber", "户号"),
            Map.entry("address", "住址"),
            Map.entry("relation", "关系"),
            Map.entry("phone", "联系电话"),
            Map.entry("scheme", "险种"),
            Map.entry("personType", "人员类别"),
            Map.entry("from", "开始日期"),
            Map.entry("to", "截止日期"),
            Map.entry("last", "最后一天"),
            Map.entry("employerId", "单位"),
            Map.entry("feeTier", "缴费档次"),
            Map.entry("parentId", "父亲或母亲"),
            Map.entry("personId", "参保人"),
            Map.entry("reason", "原因"),
            Map.entry("died", "死亡日期"),
            Map.entry("proof", "证明"),
            Map.entry("otherRegion", "对方统筹区"),
            Map.entry("certificateNumber", "参保凭证号"),
            Map.entry("months", "缴费月数"),
            Map.entry("accountFen", "个人账户余额"),
            Map.entry("word", "身份"),
            Map.entry("department", "来源部门"),
            Map.entry("document", "认定文件"),
            Map.entry("identityId", "身份记录"),
            Map.entry("keepId", "保留的档案"),
            Map.entry("mergeId", "并入的档案"),
            Map.entry("code", "统一社会信用代码"),
            Map.entry("kind", "单位类型"),
            Map.entry("registered", "登记日期"),
            Map.entry("closed", "注销日期"),
            Map.entry("actId", "撤销的办理"));
    private static final Set<String> SECRET = Set.of("idNumber", "certificate", "phone");
    private static final Set<String> PERSONS = Set.of("personId", "parentId", "keepId", "mergeId");

    private final StoredPersons persons;
    private final Employers employers;
    private final Region region;

    FormLines(StoredPersons persons, Employers employers, Region region) {
        this.persons = persons;
        this.employers = employers;
        this.region = region;
    }

    /**
     * One line of what was filled in.
     *
     * @param label what it is
     * @param value what was given
     */
    record Line(String label, String value) {}

    List<Line> of(Form form) {
        List<Line> lines = new ArrayList<>();
        add(lines, (Record) form);
        return lines;
    }

    private void add(List<Line> lines, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof Record inner) {
                add(lines, inner);
            } else if (value != null && !value.toString().isBlank()) {
                String name = component.getName();
                lines.add(new Line(LABELS.getOrDefault(name, name), shown(name, value)));
            }
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String shown(String name, Object value) {
        String text = value.toString().strip();
        if (SECRET.contains(name)) {
            return PersonalSecrets.masked(text);
        }
        if (PERSONS.contains(name)) {
            return persons.find((Long) value).map(FormLines::person).orElse(text);
        }
        return switch (name) {
            case "sex" -> Registering.word(text);
            case "scheme" -> SchemeNames.of(text);
            case "accountFen" -> Money.ofFen((Long) value).toString();
            case "county" -> counties(text);
            case "employerId" ->
                employers.find((Long) value).map(Employer::name).orElse(text);
            default -> text;
        };
    }

    private static String person(Person person) {
        return person.name() + "（" + person.number() + "）";
    }

    private String counties(String code) {
        Optional<County> county = region.counties().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        return county.map(County::name).orElse(code);
    }
}
