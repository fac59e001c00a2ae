package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is filled in at the counter. Everything may be missing; the handlers say what must be there. */
public final class Forms {
    private Forms() {}

    /**
     * Facts of a person who is not on file yet.
     *
     * @param idNumber number of the certificate, in the clear
     * @param name name
     * @param sex {@code male} or {@code female}; taken from the number when missing
     * @param born day of birth; taken from the number when missing
     * @param county six digits
     * @param householdNumber 户号; a new one makes a new household
     * @param address of the household, when it is new
     * @param relation 与户主关系
     * @param phone telephone number, in the clear
     */
    public record NewFile(
            @Nullable String idNumber,
            @Nullable String name,
            @Nullable String sex,
            @Nullable LocalDate born,
            @Nullable String county,
            @Nullable String householdNumber,
            @Nullable String address,
            @Nullable String relation,
            @Nullable String phone) {}

    /**
     * A period to begin.
     *
     * @param scheme scheme of the pack
     * @param personType person type of the pack
     * @param from first day
     * @param employerId employer, school or village
     * @param feeTier fee tier of the pack
     */
    public record Period(
            @Nullable String scheme,
            @Nullable String personType,
            @Nullable LocalDate from,
            @Nullable Long employerId,
            @Nullable String feeTier) {}

    /**
     * 参保登记.
     *
     * @param person who
     * @param period the first period; null to be on file only
     */
    public record Register(
            @Nullable NewFile person, @Nullable Period period) implements Form {}

    /**
     * 新生儿参保.
     *
     * @param parentId a parent on file
     * @param relation 父亲 or 母亲
     * @param name name
     * @param sex {@code male} or {@code female}
     * @param born day of birth
     * @param certificate number of the birth certificate, or the identity number
     * @param feeTier fee tier of the pack
     */
    public record Newborn(
            @Nullable Long parentId,
            @Nullable String relation,
            @Nullable String name,
            @Nullable String sex,
            @Nullable LocalDate born,
            @Nullable String certificate,
            @Nullable String feeTier)
            implements Form {}

    /**
     * 信息变更: what is missing stays.
     *
     * @param personId whose
     * @param person the new facts
     * @param reason why
     */
    public record Change(
            @Nullable Long personId,
            @Nullable NewFile person,
            @Nullable String reason) implements Form {}

    /**
     * 新增参保.
     *
     * @param personId who
     * @param period the period
     */
    public record Enrol(@Nullable Long personId, @Nullable Period period) implements Form {}

    /**
     * 险种转换: the basic scheme of today ends the day before.
     *
     * @param personId who
     * @param period the new period
     */
    public record Switch(@Nullable Long personId, @Nullable Period period) implements Form {}

    /**
     * 停保.
     *
     * @param personId who
     * @param scheme which scheme
     * @param last last day
     * @param reason why
     */
    public record Suspend(
            @Nullable Long personId,
            @Nullable String scheme,
            @Nullable LocalDate last,
            @Nullable String reason) implements Form {}

    /**
     * 复保: as the last period of the scheme, unless told otherwise.
     *
     * @param personId who
     * @param period scheme and first day; the rest as before when missing
     */
    public record Resume(@Nullable Long personId, @Nullable Period period) implements Form {}

    /**
     * 退休.
     *
     * @param personId who
     * @param from first day as retired
     */
    public record Retire(@Nullable Long personId, @Nullable LocalDate from) implements Form {}

    /**
     * 死亡.
     *
     * @param personId who
     * @param died day of death
     * @param proof 证明材料
     */
    public record Death(
            @Nullable Long personId,
            @Nullable LocalDate died,
            @Nullable String proof) implements Form {}

    /**
     * 关系转入.
     *
     * @param personId who
     * @param otherRegion where from
     * @param certificateNumber number of the other region's certificate
     * @param months months that count, 0 or more
     * @param accountFen balance of the personal account that comes along, 0 or more
     * @param period the period that begins here
     */
    public record TransferIn(
            @Nullable Long personId,
            @Nullable String otherRegion,
            @Nullable String certificateNumber,
            @Nullable Integer months,
            @Nullable Long accountFen,
            @Nullable Period period)
            implements Form {}

    /**
     * 关系转出.
     *
     * @param personId who
     * @param scheme which scheme
     * @param last last day here
     * @param otherRegion where to
     */
    public record TransferOut(
            @Nullable Long personId,
            @Nullable String scheme,
            @Nullable LocalDate last,
            @Nullable String otherRegion) implements Form {}

    /**
     * 身份认定.
     *
     * @param personId whose
     * @param word identity of the pack
     * @param from first day
     * @param to last day; null for no end
     * @param department source department
     * @param document its document
     */
    public record Identity(
            @Nullable Long personId,
            @Nullable String word,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String department,
            @Nullable String document)
            implements Form {}

    /**
     * 身份终止.
     *
     * @param identityId which
     * @param last last day
     * @param reason why
     */
    public record IdentityEnd(
            @Nullable Long identityId,
            @Nullable LocalDate last,
            @Nullable String reason) implements Form {}

    /**
     * 重复档案合并.
     *
     * @param keepId the file that stays
     * @param mergeId the file that goes into it
     * @param reason why they are one person
     */
    public record Merge(
            @Nullable Long keepId,
            @Nullable Long mergeId,
            @Nullable String reason) implements Form {}

    /**
     * 单位登记, or a change of one.
     *
     * @param employerId which; null for a new one
     * @param code credit code
     * @param name name
     * @param kind see {@link org.tongchou.platform.enrolment.Employer#kind}
     * @param county six digits
     * @param registered since when
     * @param closed last day; null while it goes on
     */
    public record EmployerForm(
            @Nullable Long employerId,
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String county,
            @Nullable LocalDate registered,
            @Nullable LocalDate closed)
            implements Form {}

    /**
     * 撤销办理.
     *
     * @param actId which act
     * @param reason why
     */
    public record Undo(@Nullable Long actId, @Nullable String reason) implements Form {}
}
