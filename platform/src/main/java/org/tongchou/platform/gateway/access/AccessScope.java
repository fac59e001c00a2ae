package org.tongchou.platform.gateway.access;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Actor;

/** Whose calls somebody may look at. */
@Component
public class AccessScope {
    private final AccessList list;

    AccessScope(AccessList list) {
        this.list = list;
    }

    /** Codes of the institutions with access, now or once, in somebody's counties. */
    public List<String> institutions(Actor actor) {
        return list.read(actor, "").stream().map(AccessView::institution).toList();
    }
}
