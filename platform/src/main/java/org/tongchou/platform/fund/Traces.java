package org.tongchou.platform.fund;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * What the books and the personal accounts hold of the acts of another module, in the order of the acts, so that the module can compare
 * it with what it did. Acts are those whose cause is a number. The streams are read as they are used, need the caller's transaction and
 * must be closed.
 */
public interface Traces {
    /** What became due by the vouchers of a kind of act and by their mirrors, by act, the mirror last, and fund. */
    Stream<Due> due(String module, String kind);

    /** What a kind of act moved on personal accounts, by act and person. */
    Stream<Moved> moved(String module, String kind);

    /**
     * What became due by a voucher.
     *
     * @param act number of the act
     * @param mirror whether the voucher takes another back
     * @param fund fund
     * @param account the account of liabilities that it stands on
     * @param party to whom
     * @param fen above zero when it became due
     * @param day date of the voucher
     */
    record Due(long act, boolean mirror, String fund, String account, String party, long fen, LocalDate day) {}

    /**
     * What an act moved on an account.
     *
     * @param act number of the act
     * @param person whose account
     * @param fen above zero when it came in
     */
    record Moved(long act, long person, long fen) {}
}
