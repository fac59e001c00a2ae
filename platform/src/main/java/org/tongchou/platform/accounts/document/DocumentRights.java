package org.tongchou.platform.accounts.document;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of the documents. */
@Configuration(proxyBeanMethods = false)
class DocumentRights {
    static final String READ = "accounts.document.read";
    static final String EDIT = "accounts.document.edit";
    static final String SUBMIT = "accounts.document.submit";
    static final String APPROVE = "accounts.document.approve";
    static final String PUBLISH = "accounts.document.publish";

    @Bean
    RightCatalogue documentRightCatalogue() {
        String group = "部门预决算";
        return () -> List.of(
                new RightDefinition(READ, group, "查看预决算文档和数据来源"),
                new RightDefinition(EDIT, group, "建立文档、填写原因和文字、更正"),
                new RightDefinition(SUBMIT, group, "提交审核、撤回"),
                new RightDefinition(APPROVE, group, "审核、登记批复、退回"),
                new RightDefinition(PUBLISH, group, "公开文档"));
    }
}
