package org.tongchou.platform.disclosure.library;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.write.Format;

/**
 * A document for the library, ours or another bureau's.
 *
 * @param slug last part of its permanent address: small letters, digits and hyphens
 * @param title what it is
 * @param region pooling region
 * @param bureau department
 * @param unitId the unit in the tree; 0 for a bureau that is not ours
 * @param year budget year
 * @param kind budget or final accounts
 * @param number 1 for the first publication, 2 and up for corrections
 * @param approvedOn day of approval; null when not known
 * @param publishedOn day of publication; null when not known
 * @param files ids of the stored files by format
 * @param origin address within the console; empty for none
 * @param sourceTitle where the figures were taken from; empty for our own
 * @param sourceNote how they were obtained; empty for our own
 */
public record NewEntry(
        String slug,
        String title,
        String region,
        String bureau,
        long unitId,
        int year,
        DocumentKind kind,
        int number,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate publishedOn,
        Map<Format, Long> files,
        String origin,
        String sourceTitle,
        String sourceNote) {
    /** Copies the map. */
    public NewEntry {
        files = Map.copyOf(files);
    }
}
