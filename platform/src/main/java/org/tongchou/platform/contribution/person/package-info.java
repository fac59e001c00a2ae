/** Dues that people pay themselves: residents by year, flexible workers by month; from assessment to the books. */
@NullMarked
package org.tongchou.platform.contribution.person;

import org.jspecify.annotations.NullMarked;
