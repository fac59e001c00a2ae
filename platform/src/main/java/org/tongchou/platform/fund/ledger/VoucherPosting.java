package org.tongchou.platform.fund.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Actor;

/** Posting of vouchers that are not an act's: those typed in, and the closing of a year. */
public interface VoucherPosting {
    /** The accounting month of a year's closing. */
    int CLOSING_MONTH = 13;

    /** Posts vouchers of a kind, see {@link org.tongchou.platform.fund.Ledger#post(Actor, List)}. */
    List<Long> post(Actor actor, Kind kind, @Nullable Reviewer reviewer, List<Voucher> vouchers);

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

    /**
     * Who reviewed a voucher that was typed in.
     *
     * @param id id of the user
     * @param name name of the user
     */
    record Reviewer(long id, String name) {}
}
