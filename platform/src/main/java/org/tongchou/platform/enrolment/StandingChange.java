package org.tongchou.platform.enrolment;

import java.time.LocalDate;

/**
 * Told within the transaction of an act that changes what a person is entitled to or owes.
 *
 * @param personId whom it is about
 * @param otherId the file that was merged into it, or taken out again; 0 for all other kinds
 * @param kind DEATH, MERGE, SWITCH …; UNDO when an act is taken back
 * @param effective the day from which it holds
 * @param actId the act
 */
public record StandingChange(long personId, long otherId, String kind, LocalDate effective, long actId) {}
