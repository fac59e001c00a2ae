package org.tongchou.platform.identity.setup;

import org.springframework.context.ApplicationContext;

/** The code that the server would have printed. */
public final class TestSetupCode {
    private TestSetupCode() {}

    /** A new one. */
    public static String renew(ApplicationContext context) {
        return context.getBean(SetupCode.class).renew();
    }
}
