package org.tongchou.platform.file;

/**
 * A stored file.
 *
 * @param id its id
 * @param name name as uploaded or given, without any path
 * @param mediaType type found in the content, not the one claimed
 * @param size bytes
 * @param sha256 hex digest of the content
 */
public record StoredFile(long id, String name, String mediaType, long size, String sha256) {}
