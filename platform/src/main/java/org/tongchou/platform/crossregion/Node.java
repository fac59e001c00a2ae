package org.tongchou.platform.crossregion;

/** The way to other regions: the node of the province, or a region that is simulated. */
public interface Node {
    /** Whether a region is reached this way. */
    boolean reaches(String area);

    /**
     * Asks and waits for the answer.
     *
     * @return the answer as JSON; a refusal is an answer too
     * @throws Unreachable when nobody can say whether the message arrived
     */
    String send(Envelope message);

    /** That no answer came. The message may have had its effect: the same message has to be sent again, or taken back. */
    class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says why. */
        public Unreachable(String message) {
            super(message);
        }
    }
}
