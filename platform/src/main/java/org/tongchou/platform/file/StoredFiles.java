package org.tongchou.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.tongchou.platform.web.Actor;

/** Keeps files. Content is written whole or not at all; the same content is kept once. */
public interface StoredFiles {
    /**
     * Stores a file.
     *
     * @param name as given by the user; paths, control characters and overlong names are cut to a plain name
     * @param content read once; refused with a Chinese message when larger than the limit or when the disk is full
     */
    StoredFile store(Actor actor, String name, InputStream content) throws IOException;

    /** A file that was stored. */
    StoredFile get(long id);

    /**
     * Removes a file within the caller's transaction, which also records who did it. Its content goes after the commit,
     * unless another file has the same; should that be cut off, the next start goes on with it.
     */
    void remove(long id);

    /** The content on disk, read-only. */
    Path path(StoredFile file);
}
