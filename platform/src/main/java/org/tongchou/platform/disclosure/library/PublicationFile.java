package org.tongchou.platform.disclosure.library;

/**
 * A file of a published document.
 *
 * @param format xlsx, docx, html or pdf
 * @param fileId the stored file
 * @param size bytes
 * @param sha256 digest of its content
 * @param sm3 digest of its content by the national standard
 */
public record PublicationFile(String format, long fileId, long size, String sha256, String sm3) {}
