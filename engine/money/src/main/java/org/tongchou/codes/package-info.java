/**
 * Codes and their check rules (代码与校验规则): identity numbers, unified social credit codes, administrative divisions, catalogues and providers. Pure
 * functions of the text: nothing is looked up, and today's date is not known.
 */
@NullMarked
package org.tongchou.codes;

import org.jspecify.annotations.NullMarked;
