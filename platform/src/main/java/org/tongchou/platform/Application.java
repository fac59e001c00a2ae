package org.tongchou.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The application. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
@Modulithic(
        systemName = "Tongchou",
        sharedModules = {"web"})
public class Application {
    /** Starts the application until it is told to stop. */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** The time in Beijing, by which deadlines and years are counted wherever the server stands. */
    @Bean
    static Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
