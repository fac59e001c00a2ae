package org.tongchou.accounts.source;

import org.jspecify.annotations.Nullable;

/**
 * Something a reader met that it could not take as it stood; reading went on.
 *
 * @param code what kind of problem
 * @param file the file's name
 * @param place where; null when the whole file is meant
 * @param found what was read, shortened to a readable length
 * @param message a Chinese sentence: what was found and what was made of it or what to do
 */
public record Problem(
        ProblemCode code, String file, @Nullable Place place, String found, String message) {
    /** One line: code, place, message. */
    public String line() {
        return code.id() + " " + file + (place == null ? "" : " " + place.label()) + "：" + message;
    }
}
