package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongchou.platform.web.Open;
import org.tongchou.platform.web.Requires;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;
import org.tongchou.platform.web.SignedIn;

/** Every endpoint says who may call it, with a right that a catalogue knows. */
@PlatformTest
class EndpointsTest {
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private List<RightCatalogue> catalogues;

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        assertThat(ours().stream()
                        .filter(method -> !method.hasMethodAnnotation(Open.class)
                                && !method.hasMethodAnnotation(SignedIn.class)
                                && !method.hasMethodAnnotation(Requires.class)))
                .isEmpty();
    }

    @Test
    void everyRightAskedForIsKnown() {
        Set<String> known = catalogues.stream()
                .flatMap(catalogue -> catalogue.rights().stream())
                .map(RightDefinition::code)
                .collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>();
        for (HandlerMethod method : ours()) {
            Requires requires = method.getMethodAnnotation(Requires.class);
            if (requires != null) {
                asked.add(requires.value());
            }
        }
        assertThat(asked).isNotEmpty().isSubsetOf(known);
    }

    private List<HandlerMethod> ours() {
        return requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getName().startsWith("org.tongchou."))
                .toList();
    }
}
