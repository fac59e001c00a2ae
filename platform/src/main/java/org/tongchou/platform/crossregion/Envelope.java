package org.tongchou.platform.crossregion;

/**
 * A message between regions.
 *
 * @param id made by the sender; the same id again is the same message
 * @param from code of the region that sends
 * @param to code of the region that is asked
 * @param kind what is asked
 * @param body the question as JSON
 */
public record Envelope(String id, String from, String to, Kind kind, String body) {
    /** Kinds of messages. */
    public enum Kind {
        /** Who somebody is and what they are insured in. */
        PERSON("人员查询"),
        /** What a bill would come to. */
        PREVIEW("预结算"),
        /** Settle a bill. */
        SETTLE("结算"),
        /** Take a bill back. */
        CANCEL("撤销"),
        /** The bills of a month, for clearing. */
        MONTH("月度清分");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that people read. */
        public String word() {
            return word;
        }
    }

    /** Without the question, which may hold personal data. */
    @Override
    public String toString() {
        return kind + " " + id + " " + from + " → " + to;
    }
}
