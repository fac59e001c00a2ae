package org.tongchou.platform.provider.act;

import org.tongchou.platform.web.Actor;

/** What the acts on one kind of subject do. */
public interface ActEffect {
    /** What they are done to. */
    ActKind.Subject subject();

    /**
     * Refuses an act that cannot be done now. Asked when it is proposed, and again before it takes effect.
     *
     * @throws org.tongchou.platform.web.Refusal saying why
     */
    void check(Act.Proposal proposal);

    /** Does it, within the transaction of the decision. */
    void apply(Actor actor, Act act);
}
