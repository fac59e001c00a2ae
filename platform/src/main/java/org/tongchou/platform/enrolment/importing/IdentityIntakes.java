package org.tongchou.platform.enrolment.importing;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.region.Region;

/** The departments whose rolls come in, and the identities that each of them finds. */
@Configuration(proxyBeanMethods = false)
class IdentityIntakes {
    /** 2301 三无 to 2307 五保 and 2360, of the national dictionary of identities. */
    private static final List<String> AIDED = List.of("2301", "2302", "2303", "2304", "2305", "2306", "2307", "2360");

    private static final List<String> DISABLED = List.of("2308");
    private static final List<String> HEALTH = List.of("22", "2201", "2212", "6004", "6008", "31", "32", "34");

    @Bean
    Intake civilAffairsIntake(
            Roll roll, Registry registry, Writer writer, Region region, JdbcClient database, Clock clock) {
        return new IdentityIntake(
                new IdentityIntake.Kind("enrolment.civil-affairs", "民政救助对象名单", "民政局", AIDED),
                roll,
                registry,
                writer,
                region,
                database,
                clock);
    }

    @Bean
    Intake disabilityIntake(
            Roll roll, Registry registry, Writer writer, Region region, JdbcClient database, Clock clock) {
        return new IdentityIntake(
                new IdentityIntake.Kind("enrolment.disability", "残联残疾人名单", "残疾人联合会", DISABLED),
                roll,
                registry,
                writer,
                region,
                database,
                clock);
    }

    @Bean
    Intake healthIntake(Roll roll, Registry registry, Writer writer, Region region, JdbcClient database, Clock clock) {
        return new IdentityIntake(
                new IdentityIntake.Kind("enrolment.health", "卫健部门对象名单", "卫生健康局", HEALTH),
                roll,
                registry,
                writer,
                region,
                database,
                clock);
    }
}
