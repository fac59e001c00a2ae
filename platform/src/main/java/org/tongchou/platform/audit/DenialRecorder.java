package org.tongchou.platform.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Denial;

/** Records what was refused for want of a right. */
@Component
class DenialRecorder {
    private static final int LONGEST = 200;

    private final AuditLog log;

    DenialRecorder(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(Denial denial) {
        String endpoint = denial.endpoint();
        String shown = endpoint.length() > LONGEST ? endpoint.substring(0, LONGEST) : endpoint;
        log.refused(denial.actor(), "web.denied", "web.endpoint", shown, "拒绝访问：" + denial.reason());
    }
}
