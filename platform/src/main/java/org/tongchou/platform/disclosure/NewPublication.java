package org.tongchou.platform.disclosure;

import java.time.LocalDate;
import java.util.Map;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.write.Format;

/**
 * A document to be published.
 *
 * @param region pooling region
 * @param bureau name of the department or unit
 * @param unitId the unit in the tree; 0 for a bureau that is not ours
 * @param year budget year
 * @param kind budget or final accounts
 * @param number 1 for the first publication, 2 and up for corrections
 * @param approvedOn when it was approved (批复)
 * @param publishedOn when it is published
 * @param files ids of the stored files by format
 * @param origin address within the console where its figures open to their sources; empty when they have none here
 */
public record NewPublication(
        String region,
        String bureau,
        long unitId,
        int year,
        DocumentKind kind,
        int number,
        LocalDate approvedOn,
        LocalDate publishedOn,
        Map<Format, Long> files,
        String origin) {
    /** Copies the map. */
    public NewPublication {
        files = Map.copyOf(files);
    }
}
