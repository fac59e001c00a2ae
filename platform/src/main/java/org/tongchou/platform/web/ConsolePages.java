package org.tongchou.platform.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The console's files. Every address that is not the platform's own opens the console, which finds the page itself;
 * files with a hash in their name may be kept for ever.
 */
@Controller
class ConsolePages implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }

    /** A page of the console, opened by its address. */
    @Open
    @GetMapping("/{first:^(?!(?:api|public|actuator|assets|error)$)[^.]+}/**")
    String page() {
        return "forward:/index.html";
    }
}
