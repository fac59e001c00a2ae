package org.tongchou.platform.accounts;

import java.util.List;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.publish.Content;

/** What another duty adds at the end of a published document: performance sheets, reports. */
@FunctionalInterface
public interface DocumentAttachment {
    /** The contents for these units and this year; none when there is nothing to add. */
    List<Content> contents(List<Long> unitIds, int year, DocumentKind kind);
}
