package org.tongchou.platform.intake;

import java.util.List;
import java.util.function.Consumer;

/** A batch whose good rows are all posted, as its {@link Intake} sees it. */
public interface Finishing extends IntakeStep {
    /** Whether no row was left out: none was wrong, none skipped. */
    boolean isWhole();

    /** Hands over all rows that were posted or are already so, in the order of the file, at most 10,000 at a time. */
    void rows(Consumer<List<IntakeRow>> visitor);

    /** Adds a line to the report: 名单中没有的在册人员 12 人，已停止身份. */
    void note(String line);
}
