package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a test class that posted for a cause which docs/ledger.md does not explain or the console has no Chinese name for. */
public final class KnownCauses implements AfterAllCallback {
    private static final List<Path> EXPLAINED =
            List.of(Path.of("../docs/ledger.md"), Path.of("../console/src/duties/fund/store.ts"));

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        List<String> posted = SpringExtension.getApplicationContext(context)
                .getBean(JdbcClient.class)
                .sql("""
                        select distinct cause_module || '/' || cause_kind from fund.voucher
                        where cause_module not in ('test', 'direct')""")
                .query(String.class)
                .list();
        for (Path place : EXPLAINED) {
            String text = Files.readString(place);
            assertThat(posted)
                    .as("causes that %s knows", place)
                    .allMatch(cause -> text.contains("'" + cause + "'") || text.contains("`" + cause + "`"));
        }
    }
}
