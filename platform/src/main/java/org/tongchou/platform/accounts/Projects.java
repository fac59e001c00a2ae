package org.tongchou.platform.accounts;

import java.util.List;
import org.tongchou.platform.web.Actor;

/** The projects of the books with their money, for other duties. */
public interface Projects {
    /** The projects of a year within the actor's scope, by code. */
    List<ProjectMoney> list(Actor actor, int year);

    /** One project; refuses with 404 when there is none in scope. */
    ProjectMoney get(Actor actor, long projectId);
}
