/**
 * Long-term care (长期护理保险): from assessment to level, from level to monthly pay.
 *
 * <p>{@link org.tongchou.benefit.care.CareAssessment} finds the level of 医保办发〔2021〕37号 in the tables of the pack,
 * {@link org.tongchou.benefit.care.CareMonth} what the fund pays for a month. All numbers are parameters {@code care.*}
 * of the pack.
 */
@NullMarked
package org.tongchou.benefit.care;

import org.jspecify.annotations.NullMarked;
