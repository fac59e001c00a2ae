package org.tongchou.platform.identity.role;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the roles before the application is called ready. */
@Component
@Order(10)
class SeedAtStart implements ApplicationRunner {
    private final RoleSeeds seeds;

    SeedAtStart(RoleSeeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        seeds.apply();
    }
}
