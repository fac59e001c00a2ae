package org.tongchou.benefit.policy;

/**
 * A place in a source.
 *
 * @param source id of the {@link Source}
 * @param clause 条款, for example {@code 第二十四条}; empty when not said
 */
public record Citation(String source, String clause) {
    /** As it is written in the files: {@code 居民办法 第二十四条}. */
    @Override
    public String toString() {
        return clause.isEmpty() ? source : source + " " + clause;
    }
}
