package org.tongchou.accounts.derive;

import org.tongchou.accounts.figures.BaseFile;

/**
 * A base fact that a figure was added up from.
 *
 * @param file the base file
 * @param key code, item or fund of its line
 * @param fund source of money; empty where the file has no such column
 * @param column column of the amount
 * @param sign 1 when it was added, -1 when it was subtracted
 */
public record Origin(BaseFile file, String key, String fund, String column, int sign) {
    Origin withSign(int other) {
        return new Origin(file, key, fund, column, other);
    }
}
