package org.tongchou.platform.spreadsheet.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Days as spreadsheets count them: 1 is 1 January 1900, and 29 February 1900 is believed to have been. */
final class SerialDate {
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    /** 1 March 1900, the first day whose number is right. */
    private static final int FIRST = 61;
    /** 31 December 9999. */
    private static final int LAST = 2_958_465;

    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private SerialDate() {}

    /** The moment of a number, to the second; empty when it is out of range. */
    static Optional<LocalDateTime> of(BigDecimal serial) {
        if (serial.compareTo(BigDecimal.valueOf(FIRST)) < 0 || serial.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            return Optional.empty();
        }
        BigDecimal days = serial.setScale(0, RoundingMode.FLOOR);
        long seconds = serial.subtract(days)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Optional.of(ZERO.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds));
    }
}
