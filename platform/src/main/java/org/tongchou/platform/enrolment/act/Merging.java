package org.tongchou.platform.enrolment.act;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 重复档案合并: what stands on one file goes to the other; an undo brings every row back. */
@Component
class Merging implements Handler<Forms.Merge> {
    private static final String OVERLAP = """
            select distinct a.%1$s from enrolment.%2$s a join enrolment.%2$s b on b.%1$s = a.%1$s
            where a.person_id = :keep and b.person_id = :merge and not a.cancelled and not b.cancelled
                and daterange(a.from_day, a.to_day, '[]') && daterange(b.from_day, b.to_day, '[]')
            """;

    private final Rules rules;
    private final StoredPersons persons;
    private final JdbcClient database;

    Merging(Rules rules, StoredPersons persons, JdbcClient database) {
        this.rules = rules;
        this.persons = persons;
        this.database = database;
    }

    @Override
    public ActKind kind() {
        return ActKind.MERGE;
    }

    @Override
    public Class<Forms.Merge> form() {
        return Forms.Merge.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Merge form) {
        Person keep = rules.person(actor, "保留的档案", form.keepId());
        Person merge = rules.person(actor, "并入的档案", form.mergeId());
        Given.requiredLine("合并依据", form.reason(), 200);
        if (keep.id() == merge.id()) {
            throw Refusal.conflict("E-ENR-501", "两份档案已是同一份");
        }
        overlapping("scheme", "enrolment", keep, merge).stream()
                .map(SchemeNames::of)
                .findFirst()
                .ifPresent(scheme -> {
                    throw Refusal.conflict(
                            "E-ENR-502",
                            "两份档案的" + scheme + "参保时间重叠，请先停保其中一段（人员 " + keep.number() + "、" + merge.number() + "）");
                });
        overlapping("word", "identity", keep, merge).stream().findFirst().ifPresent(word -> {
            throw Refusal.conflict("E-ENR-503", "两份档案的身份“" + word + "”时间重叠，请先终止其中一段");
        });
        return Draft.of(keep, "并入重复档案 " + merge.number(), rules.today());
    }

    private List<String> overlapping(String word, String table, Person keep, Person merge) {
        return database.sql(OVERLAP.formatted(word, table))
                .param("keep", keep.id())
                .param("merge", merge.id())
                .query(String.class)
                .list();
    }

    @Override
    public Done apply(Applying in, Forms.Merge form) {
        long keep = rules.person(in.actor(), "保留的档案", form.keepId()).id();
        long merge = rules.person(in.actor(), "并入的档案", form.mergeId()).id();
        persons.lock(keep, merge);
        for (String sql : List.of(
                "update enrolment.enrolment set person_id = :keep where person_id = :merge",
                "update enrolment.identity set person_id = :keep where person_id = :merge",
                "update enrolment.credited set person_id = :keep where person_id = :merge",
                "update enrolment.transfer set person_id = :keep where person_id = :merge",
                "update enrolment.person set guardian_id = :keep where guardian_id = :merge",
                "update enrolment.person set merged_into = :keep where id = :merge or merged_into = :merge")) {
            database.sql(sql).param("keep", keep).param("merge", merge).update();
        }
        return new Done(keep, merge);
    }
}
