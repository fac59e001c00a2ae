package org.tongchou.platform.fund.ledger;

import java.time.LocalDate;
import java.util.List;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.web.Actor;

/** Posting of vouchers that are not an act's: those typed in, and the closing of a year. */
public interface VoucherPosting {
    /** The accounting month of a year's closing. */
    int CLOSING_MONTH = 13;

    /** Posts vouchers of a kind, see {@link org.tongchou.platform.fund.Ledger#post(Actor, List)}. */
    List<Long> post(Signed signed, Kind kind, List<Voucher> vouchers);

    /** Reverses a voucher of any kind, see {@link org.tongchou.platform.fund.Ledger#reverse}. */
    long reverse(Actor actor, VoucherView original, LocalDate date, String reason);

    /** What kind of voucher it is. */
    enum Kind {
        /** Follows from an act. */
        POSTING("posting"),
        /** Typed in, reviewed by somebody else. */
        MANUAL("manual"),
        /** Mirror of another one. */
        REVERSAL("reversal"),
        /** Closes a year. */
        CLOSING("closing");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As it is stored. */
        public String code() {
            return code;
        }
    }
}
