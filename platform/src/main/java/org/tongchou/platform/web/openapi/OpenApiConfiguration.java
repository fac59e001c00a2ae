package org.tongchou.platform.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.ApplicationModule;
import org.springframework.web.method.HandlerMethod;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Open;
import org.tongchou.platform.web.Problem;
import org.tongchou.platform.web.Requires;

/** How the OpenAPI document is made: Chinese tags from the modules, stable operation ids, the right that is needed. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers.jsonMapper());
    }

    @Bean
    OpenApiCustomizer describe() {
        return document -> {
            document.info(new Info()
                            .title("统筹")
                            .version("1")
                            .description("金额单位为分的字段以 Fen 结尾；x-right 是所需权限，open 为公开，signed-in 为登录即可"))
                    .servers(List.of());
            ModelConverters.getInstance(true).read(Problem.class).forEach(document.getComponents()::addSchemas);
        };
    }

    @Bean
    GlobalOperationCustomizer nameOperations() {
        return OpenApiConfiguration::customise;
    }

    private static Operation customise(Operation operation, HandlerMethod method) {
        Class<?> controller = method.getBeanType();
        if (!controller.getName().startsWith("org.tongchou.platform.")) {
            return operation;
        }
        String module = SchemaNames.module(controller);
        String name = controller.getSimpleName().replaceAll("Controller$", "");
        operation.setOperationId(module + "." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "."
                + method.getMethod().getName());
        if (operation.getTags() == null || operation.getTags().stream().allMatch(tag -> tag.endsWith("-controller"))) {
            operation.setTags(List.of(displayName(controller, module)));
        }
        operation.addExtension("x-right", right(method));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("没有办成，原因见内容")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<Problem>()
                                                                .$ref("#/components/schemas/Problem")))));
        return operation;
    }

    private static String displayName(Class<?> controller, String module) {
        Package root = controller.getClassLoader().getDefinedPackage("org.tongchou.platform." + module);
        return Optional.ofNullable(root)
                .map(known -> known.getAnnotation(ApplicationModule.class))
                .map(ApplicationModule::displayName)
                .orElse(module);
    }

    private static String right(HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        return requires != null ? requires.value() : method.hasMethodAnnotation(Open.class) ? "open" : "signed-in";
    }
}
