package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/** Puts many people on file at once, in few statements: for imports and synthetic regions. The rows must be right. */
public interface Registry {
    /**
     * An employer, school or village.
     *
     * @param code credit code, 18 characters
     * @param name name
     * @param kind see {@link Employer#kind}
     * @param county six digits
     * @param registered since when
     */
    record NewEmployer(String code, String name, String kind, String county, LocalDate registered) {}

    /**
     * A household.
     *
     * @param number 户号
     * @param county six digits
     * @param address where
     */
    record NewHousehold(String number, String county, String address) {}

    /**
     * A person.
     *
     * @param certificateType two digits; 01 for an identity card
     * @param idNumber number of the certificate in the clear
     * @param name name
     * @param sex {@code male}, {@code female} or empty
     * @param born day of birth
     * @param county six digits
     * @param householdId the household; null for none
     * @param relation 与户主关系, perhaps empty
     * @param guardianId a newborn's parent; null for none
     * @param phone telephone number in the clear, perhaps empty
     */
    record NewPerson(
            String certificateType,
            String idNumber,
            String name,
            String sex,
            LocalDate born,
            String county,
            @Nullable Long householdId,
            String relation,
            @Nullable Long guardianId,
            String phone) {}

    /**
     * A period in a scheme; the fields are those of {@link Enrolment}.
     *
     * @param personId who
     * @param scheme scheme of the pack
     * @param personType person type of the pack, perhaps empty
     * @param from first day
     * @param to last day; null while it lasts
     * @param endReason why it ended; empty while it lasts
     * @param employerId employer or school; null for none
     * @param county six digits
     * @param feeTier fee tier of the pack, perhaps empty
     */
    record NewEnrolment(
            long personId,
            String scheme,
            String personType,
            LocalDate from,
            @Nullable LocalDate to,
            String endReason,
            @Nullable Long employerId,
            String county,
            String feeTier) {}

    /**
     * An identity that a department found.
     *
     * @param personId whose
     * @param word identity of the pack
     * @param from first day
     * @param to last day; null for no end
     * @param department source department
     * @param document its document, perhaps empty
     */
    record NewIdentity(
            long personId,
            String word,
            LocalDate from,
            @Nullable LocalDate to,
            String department,
            String document) {}

    /**
     * Months that count for retirement but were not paid here by month.
     *
     * @param personId whose
     * @param months how many, above zero
     * @param source 视同缴费, 转入, or 历史缴费 for those paid here before the platform kept dues
     */
    record NewCredit(long personId, int months, String source) {}

    /**
     * Begins an act that is done at once, under which rows may be put on file; within the caller's transaction.
     *
     * @param kind {@code import} for batches, {@code region} for synthetic regions
     * @param summary one Chinese sentence without identity numbers
     * @param effective the business date
     * @param batch the batch; null for none
     * @return id of the act
     */
    long begin(Actor actor, String kind, String summary, LocalDate effective, @Nullable Long batch);

    /** Puts employers on file. */
    List<Long> employers(long act, List<NewEmployer> rows);

    /** Puts households on file. */
    List<Long> households(long act, List<NewHousehold> rows);

    /** Puts people on file and numbers them; ids in the order of the rows. */
    List<Long> persons(long act, List<NewPerson> rows);

    /** Puts periods on file; refused by the database when periods of one scheme overlap. */
    void enrolments(long act, List<NewEnrolment> rows);

    /** Puts identities on file; refused by the database when periods of one identity overlap. */
    void identities(long act, List<NewIdentity> rows);

    /** Credits months. */
    void credits(long act, List<NewCredit> rows);
}
