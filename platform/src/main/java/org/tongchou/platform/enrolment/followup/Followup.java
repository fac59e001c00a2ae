package org.tongchou.platform.enrolment.followup;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is called upon to enrol.
 *
 * @param id its id
 * @param personId the person
 * @param number 人员编号
 * @param name name
 * @param masked masked number of the certificate
 * @param phone masked telephone number
 * @param address where
 * @param county six digits
 * @param reason why they are on the list
 * @param assigneeId who calls them
 * @param assigneeName their name
 * @param due last day
 * @param remindOn when to call again
 * @param state 待联系, 联系中 or 已办结
 * @param outcome what came of it; empty while it is open
 * @param contacts how often they were called
 * @param lastContact when they were called last
 * @param lastResult what they said then
 * @param assignedName who assigned it
 * @param closedName who closed it
 * @param closedAt when
 * @param version counts changes
 */
record Followup(
        long id,
        long personId,
        String number,
        String name,
        String masked,
        String phone,
        String address,
        String county,
        String reason,
        long assigneeId,
        String assigneeName,
        LocalDate due,
        @Nullable LocalDate remindOn,
        String state,
        String outcome,
        int contacts,
        @Nullable LocalDate lastContact,
        String lastResult,
        String assignedName,
        String closedName,
        @Nullable OffsetDateTime closedAt,
        int version) {
    /**
     * A call.
     *
     * @param id its id
     * @param day when
     * @param way 电话, 上门, 短信 or 其他
     * @param result what they said
     * @param note more of it
     * @param toldName who called
     */
    record Contact(long id, LocalDate day, String way, String result, String note, String toldName) {}

    /**
     * With all calls.
     *
     * @param followup who and how it stands
     * @param contacts the calls, the latest first
     */
    record Details(Followup followup, List<Contact> contacts) {
        Details {
            contacts = List.copyOf(contacts);
        }
    }
}
