package org.tongchou.platform.identity;

import java.util.List;
import java.util.Optional;
import org.tongchou.platform.web.Actor;

/** Users as those whom work can be given to. */
public interface Colleagues {
    /** Active users who hold a right, by name. */
    List<Actor> holding(String right);

    /** An active user; empty when the user is closed or there is none. */
    Optional<Actor> find(long userId);
}
