package org.tongchou.platform.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.identity.FirstUser;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.Units;

/** The demonstration's year in the database of a test class, without its people. */
public final class DemoFixture {
    private DemoFixture() {}

    /** Fills an empty database; once a class. */
    public static void fill(AutowireCapableBeanFactory beans) {
        new DemoData(
                        beans.getBean(Units.class),
                        new Nobody(),
                        beans.createBean(DemoBooks.class),
                        beans.createBean(DemoDocuments.class),
                        beans.createBean(DemoPerformance.class),
                        beans.getBean(TransactionTemplate.class),
                        beans.getBean(Clock.class),
                        "..")
                .run(new DefaultApplicationArguments());
    }

    private static final class Nobody implements FirstUsers {
        @Override
        public boolean none() {
            return true;
        }

        @Override
        public Map<String, String> create(List<FirstUser> users) {
            return Map.of();
        }

        @Override
        public Map<String, String> createDemo(String bureauCode, String unitCode) {
            return Map.of();
        }
    }
}
