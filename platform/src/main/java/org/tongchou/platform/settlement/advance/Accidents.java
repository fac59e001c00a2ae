package org.tongchou.platform.settlement.advance;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What is known of accidents for which the fund pays in advance. */
@Component("settlementAccidents")
public class Accidents {
    private final JdbcClient database;

    Accidents(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what the applicant tells; the third party is named, or it is told why it is not known. */
    public void tell(long application, LocalDate latest, Accident told) {
        LocalDate day = Given.day("事故日期", told.happenedOn());
        if (day.isAfter(latest)) {
            throw Refusal.field("E-SET-130", "事故日期", day.toString(), "不晚于就诊结束日期 " + latest);
        }
        boolean known = Given.required("第三人是否确定", told.known());
        database.sql("""
                        insert into settlement.accident (application_id, happened_on, place, course, known, debtor, contact, refusal)
                        values (:id, :day, :place, :course, :known, :debtor, :contact, :refusal)""")
                .param("id", application)
                .param("day", day)
                .param("place", Given.requiredLine("事故地点", told.place(), 100))
                .param("course", Given.requiredLine("事故经过", told.course(), 300))
                .param("known", known)
                .param("debtor", known ? Given.requiredLine("第三人", told.debtor(), 100) : "")
                .param("contact", known ? Given.line("第三人联系方式", told.contact(), 100) : "")
                .param("refusal", Given.requiredLine(known ? "第三人不支付的情况" : "不能确定第三人的情况", told.refusal(), 300))
                .update();
    }

    /** What was told of an application. */
    public Optional<Accident> of(long application) {
        return database.sql("select * from settlement.accident where application_id = :id")
                .param("id", application)
                .query(Accident.class)
                .optional();
    }
}
