package org.tongchou.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Where the data is: a PostgreSQL given by address, or the embedded one in the data directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    /** The data directory. */
    @Bean
    DataFolder dataFolder(DatabaseSettings settings) {
        return new DataFolder(settings.data());
    }

    /** The server, which stops after everybody who uses it. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(DataSource.class)
    DatabaseServer databaseServer(DatabaseSettings settings) {
        return DatabaseServer.start(settings);
    }

    /** The pool; the schemas are up to date when anybody gets it. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean(DataSource.class)
    DataSource dataSource(DatabaseServer server, Environment environment) {
        Migrations.run(server.pool());
        ProfileRules.apply(environment, server.pool());
        return server.pool();
    }

    @Bean
    static RightCatalogue databaseRights() {
        return () -> List.of(new RightDefinition("database.health.view", "系统运行", "查看运行状况的详细信息"));
    }

    /** Answers for the application while the database is away. */
    @Bean
    FilterRegistrationBean<AvailabilityFilter> availability(ObjectProvider<DatabaseServer> servers) {
        DatabaseServer server = servers.getIfAvailable();
        FilterRegistrationBean<AvailabilityFilter> filter =
                new FilterRegistrationBean<>(new AvailabilityFilter(() -> server == null || server.isAvailable()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
