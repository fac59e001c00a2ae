package org.tongchou.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.audit.NamedActions;
import org.tongchou.platform.fund.KnownCauses;
import org.tongchou.platform.job.TestJobs;

/**
 * A test of the whole application on real PostgreSQL. The application starts once for all such classes; every class
 * gets its own fresh database. Jobs run only when a test says so, see {@link TestJobs}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"tongchou.data=target/test-data", "tongchou.run-jobs=false"})
@AutoConfigureMockMvc
@Import({TestDatabase.Configuration.class, TestJobs.class})
@ExtendWith({TestDatabase.Fresh.class, NamedActions.class, KnownCauses.class})
public @interface PlatformTest {}
