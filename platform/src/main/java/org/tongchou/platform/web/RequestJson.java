package org.tongchou.platform.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How requests are read: a list with a hole in it is malformed. */
@Configuration(proxyBeanMethods = false)
class RequestJson implements WebMvcConfigurer {
    private final JsonMapper json;

    RequestJson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.rebuild()
                .withConfigOverride(
                        List.class, config -> config.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                .build()));
    }
}
