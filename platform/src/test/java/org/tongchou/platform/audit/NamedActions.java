package org.tongchou.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a test class that had something recorded whose action or kind of object has no Chinese name. */
public final class NamedActions implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        AuditNames names = application.getBean(AuditNames.class);
        JdbcClient database = application.getBean(JdbcClient.class);
        assertThat(recorded(database, "action"))
                .as("actions have names in audit/names")
                .allMatch(code -> names.findAction(code).isPresent());
        assertThat(recorded(database, "object_type"))
                .as("kinds of objects have names in audit/names")
                .allMatch(type -> names.findObject(type).isPresent());
    }

    /** What was recorded by the code under test; tests of the log itself record {@code test.…}. */
    private static List<String> recorded(JdbcClient database, String column) {
        return database.sql("select distinct " + column + " from audit.entry where action not like 'test.%'")
                .query(String.class)
                .list();
    }
}
