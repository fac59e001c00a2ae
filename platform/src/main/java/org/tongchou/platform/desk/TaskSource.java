package org.tongchou.platform.desk;

import java.util.List;
import org.tongchou.platform.web.Actor;

/** Offers the work of one module that waits for a person. */
@FunctionalInterface
public interface TaskSource {
    /** What waits for this person now, within their rights and scope; most urgent first. */
    List<Task> waitingFor(Actor actor);
}
