package org.tongchou.platform.training;

/** A call that was refused, or whose answer never came. */
public final class HisFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final boolean answered;

    /** A call that was refused. */
    HisFault(HisCall call) {
        super(call.infno() + "：" + call.message());
        this.code = call.fault();
        this.answered = true;
    }

    /** A call without an answer: whether it was done is not known; send it again under its id, or take it back by 2601. */
    HisFault(String message, Exception cause) {
        super(message, cause);
        this.code = "";
        this.answered = false;
    }

    /** Stable code of a refusal; empty when there is none. */
    public String code() {
        return code;
    }

    /** Whether the other side refused; else no answer came. */
    public boolean answered() {
        return answered;
    }
}
