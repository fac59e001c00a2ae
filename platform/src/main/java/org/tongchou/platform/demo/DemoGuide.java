package org.tongchou.platform.demo;

import java.util.List;

/** What the demo command prints once everything is ready: users, passwords, what to try. Beans of this type are asked in their order. */
@FunctionalInterface
public interface DemoGuide {
    /**
     * The lines, in Chinese.
     *
     * @param address where the application answers, without a slash at the end
     */
    List<String> lines(String address);
}
