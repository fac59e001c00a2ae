/** The months of employers: from the declaration to the bill. */
@NullMarked
package org.tongchou.platform.contribution.employer;

import org.jspecify.annotations.NullMarked;
