package org.tongchou.platform.intake;

/** A kind of list that can be taken back as a whole after it was posted. */
public interface ReversibleIntake extends Intake {
    /** Takes back what {@link #post} did with the rows of one part, the last part first, within the caller's transaction. */
    void reverse(Reversing part);
}
