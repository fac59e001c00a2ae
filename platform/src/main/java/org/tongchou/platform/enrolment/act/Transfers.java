package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Transfers between regions with their certificates (参保凭证). */
@Component
class Transfers {
    private static final int MOST = 500;
    private static final String SELECT = """
            select t.id, t.direction, t.person_id, p.number as person_number, p.name, p.certificate_masked as masked, p.sex,
                p.born, p.county, t.scheme, t.other_region, t.number, t.months, t.account_fen, t.day, a.handled_name,
                a.handled_at, t.cancelled
            from enrolment.transfer t join enrolment.person p on p.id = t.person_id join enrolment.act a on a.id = t.act_id
            """;

    private final JdbcClient database;
    private final Region region;

    Transfers(JdbcClient database, Region region) {
        this.database = database;
        this.region = region;
    }

    /**
     * A transfer to be kept.
     *
     * @param direction 转入 or 转出
     * @param personId who
     * @param scheme which scheme
     * @param otherRegion where from, or where to
     * @param number number of the certificate
     * @param months months that count
     * @param accountFen money of the personal account that goes along
     * @param day first day here, or last
     */
    record New(
            String direction,
            long personId,
            String scheme,
            String otherRegion,
            String number,
            int months,
            long accountFen,
            LocalDate day) {}

    /**
     * A transfer as its certificate tells it.
     *
     * @param id its id
     * @param direction 转入 or 转出
     * @param personId who
     * @param personNumber 人员编号
     * @param name name
     * @param masked masked number of the certificate
     * @param sex sex
     * @param born day of birth
     * @param county six digits
     * @param scheme which scheme
     * @param otherRegion where from, or where to
     * @param number number of the certificate
     * @param months months that count
     * @param accountFen money that goes along
     * @param day first day here, or last
     * @param handledName who did it
     * @param handledAt when
     * @param cancelled whether it was undone
     */
    record Row(
            long id,
            String direction,
            long personId,
            String personNumber,
            String name,
            String masked,
            String sex,
            LocalDate born,
            String county,
            String scheme,
            String otherRegion,
            String number,
            int months,
            long accountFen,
            LocalDate day,
            String handledName,
            @Nullable OffsetDateTime handledAt,
            boolean cancelled) {}

    /**
     * A certificate to be printed.
     *
     * @param region name of this region
     * @param transfer what it certifies
     */
    record Certificate(String region, Row transfer) {}

    /** The latest transfers that somebody may see; of one direction, or both. */
    List<Row> list(Actor actor, @Nullable String direction) {
        return database.sql(SELECT + """
                         where p.county = any(:scope) and t.direction like :direction order by t.id desc limit :most""")
                .param("scope", scope(actor))
                .param("direction", direction == null || direction.isBlank() ? "%" : direction)
                .param("most", MOST)
                .query(Row.class)
                .list();
    }

    /** A certificate to be printed, or 404. */
    Certificate get(Actor actor, long id) {
        return new Certificate(
                region.name(),
                database.sql(SELECT + " where t.id = :id and p.county = any(:scope)")
                        .param("id", id)
                        .param("scope", scope(actor))
                        .query(Row.class)
                        .optional()
                        .orElseThrow(() -> Refusal.notFound("参保凭证")));
    }

    private String[] scope(Actor actor) {
        return region.counties(actor).stream().map(County::code).toArray(String[]::new);
    }

    Optional<Long> findByNumber(String number) {
        return database.sql("select id from enrolment.transfer where number = :number and not cancelled")
                .param("number", number)
                .query(Long.class)
                .optional();
    }

    /** A number for a certificate of ours: region, year, the act. */
    String nextNumber(long act, LocalDate day) {
        return region.code() + day.getYear() + String.format("%08d", act);
    }

    void add(long act, New transfer) {
        database.sql("""
                        insert into enrolment.transfer (direction, person_id, scheme, other_region, number, months,
                            account_fen, day, act_id)
                        values (:direction, :person, :scheme, :other, :number, :months, :fen, :day, :act)""")
                .param("direction", transfer.direction())
                .param("person", transfer.personId())
                .param("scheme", transfer.scheme())
                .param("other", transfer.otherRegion())
                .param("number", transfer.number())
                .param("months", transfer.months())
                .param("fen", transfer.accountFen())
                .param("day", transfer.day())
                .param("act", act)
                .update();
    }
}
