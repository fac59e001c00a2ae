package org.tongchou.platform.enrolment.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.act.ActLists;

/**
 * All that is on file about a person.
 *
 * @param person who
 * @param day the day that identities, class and coverage are told for
 * @param aidClass 救助类别 on the day; {@code none} for none
 * @param covers what the engine decides, scheme by scheme
 * @param used the scheme that pays; empty when none does
 * @param refusal why the engine cannot decide; empty when it can
 * @param steps how it was decided
 * @param periods periods in schemes
 * @param identities identities with their periods
 * @param credits months that count for retirement, not paid here
 * @param creditedMonths months of the employee scheme that count, all together
 * @param household the household; null when not known
 * @param dependants children enrolled under this person
 * @param trail the acts, newest first
 * @param merged numbers of files that were merged into this one
 */
record PersonFile(
        Person person,
        LocalDate day,
        String aidClass,
        List<Cover> covers,
        String used,
        String refusal,
        List<String> steps,
        List<Period> periods,
        List<Identity> identities,
        List<Credit> credits,
        int creditedMonths,
        @Nullable Household household,
        List<Member> dependants,
        List<ActLists.Row> trail,
        List<String> merged) {
    /** Copies the lists. */
    PersonFile {
        covers = List.copyOf(covers);
        steps = List.copyOf(steps);
        periods = List.copyOf(periods);
        identities = List.copyOf(identities);
        credits = List.copyOf(credits);
        dependants = List.copyOf(dependants);
        trail = List.copyOf(trail);
        merged = List.copyOf(merged);
    }

    /**
     * Whether a scheme's benefits are enjoyed on the day.
     *
     * @param scheme the scheme
     * @param standing 享受待遇, 未缴费, 等待期, 缴费年限不足
     * @param enjoyed whether they are
     * @param from first day of the benefit
     * @param until last day as far as paid
     * @param reason one sentence
     * @param funds names of the funds that may be used
     */
    record Cover(
            String scheme,
            String standing,
            boolean enjoyed,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason,
            List<String> funds) {}

    /**
     * A period in a scheme.
     *
     * @param period the period
     * @param employer name of the employer; empty for none
     */
    record Period(Enrolment period, String employer) {}

    /**
     * An identity.
     *
     * @param id its id
     * @param word identity of the pack
     * @param name what people call it
     * @param from first day
     * @param to last day
     * @param department source department
     * @param document its document
     * @param endReason why it ended
     * @param holds whether it holds on the day
     */
    record Identity(
            long id,
            String word,
            String name,
            LocalDate from,
            @Nullable LocalDate to,
            String department,
            String document,
            String endReason,
            boolean holds) {}

    /**
     * Months credited.
     *
     * @param months how many
     * @param source 视同缴费, 转入, or 历史缴费 for those paid here before the platform kept dues
     */
    record Credit(int months, String source) {}

    /**
     * The household.
     *
     * @param number 户号
     * @param address where
     * @param members everybody in it, this person as well
     */
    record Household(String number, String address, List<Member> members) {}

    /**
     * A relative on file.
     *
     * @param id the person
     * @param number 人员编号
     * @param name name
     * @param relation 与户主关系
     * @param born day of birth
     * @param enrolled whether there is a period today
     */
    record Member(long id, String number, String name, String relation, LocalDate born, boolean enrolled) {}
}
