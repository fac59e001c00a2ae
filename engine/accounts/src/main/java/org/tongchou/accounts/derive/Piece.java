package org.tongchou.accounts.derive;

/**
 * A piece of a sentence.
 *
 * @param text as printed; empty where a reason could stand and none is given
 * @param key key of the figure that it tells; empty for plain words
 * @param view what it tells of the figure: {@code 数}, {@code 变化}, {@code 预算} or {@code 原因}; empty for plain words
 */
public record Piece(String text, String key, String view) {
    static Piece words(String text) {
        return new Piece(text, "", "");
    }
}
