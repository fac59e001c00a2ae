package org.tongchou.accounts.report;

import org.tongchou.accounts.check.Audit;

/**
 * One file of a batch with its audit.
 *
 * @param path the file as the user named it
 * @param audit what came out
 */
public record AuditedFile(String path, Audit audit) {}
