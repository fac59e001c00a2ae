package org.tongchou.platform.catalogue.version;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;

/** One import for each kind of catalogue. */
@Configuration(proxyBeanMethods = false)
@Import(CatalogueIntakes.OfEachKind.class)
class CatalogueIntakes {
    /** Makes the imports. */
    static final class OfEachKind implements BeanRegistrar {
        @Override
        public void register(BeanRegistry registry, Environment environment) {
            for (Kind kind : Kinds.all()) {
                registry.registerBean(
                        "catalogueIntake-" + kind.key(),
                        CatalogueIntake.class,
                        bean -> bean.supplier(context -> new CatalogueIntake(kind, context.bean(Versions.class))));
            }
        }
    }
}
